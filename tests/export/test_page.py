"""The page: self-contained, the same each time, and closed to whatever an article says."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.export import page as module
from kg.export.page import page
from kg.model import Edge, Evidence, Network, Node, ReadoutError

needs_bundle = pytest.mark.skipif(
    not all((module.ASSETS / name).is_file() for name in ("graph.js", "graph.css")),
    reason="the page's script is not built: pip install -e . builds it from web/",
)

HOSTILE = "</script><img src=x onerror=alert(1)> <!-- <script> ]]> & \u2028\u2029 \"'"
SAID = Evidence("visit.txt", 10, 42, "The minister received the envoy.")


def network() -> Network:
    """Forty people in a ring, one of whom has a finding, all on the words of one article."""
    nodes = tuple(
        Node(
            f"id:{i}",
            f"Person {i}",
            "person",
            (SAID,),
            ("Two posts at one time.",) if i == 3 else (),
        )
        for i in range(40)
    )
    edges = tuple(Edge(f"id:{i}", f"id:{(i + 1) % 40}", "meets", "meets", (SAID,), ()) for i in range(40))
    return Network(nodes, edges)


class Reader(HTMLParser):
    """Collects the elements of a page and the text inside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = tag in ("script", "style", "title")
        if self.inside:
            self.texts.append((f"{tag} {dict(attrs).get('id', '')}".strip(), ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            name, text = self.texts[-1]
            self.texts[-1] = (name, text + data)

    def text(self, name: str) -> str:
        """The text of the one element of that name."""
        (found,) = [text for key, text in self.texts if key == name]
        return found

    def data(self) -> dict[str, Any]:
        """The network as the script will read it."""
        found: dict[str, Any] = json.loads(self.text("script network"))
        return found


@needs_bundle
def test_holds_every_node_edge_and_quote_once() -> None:
    data = Reader(page(network(), "Meetings")).data()
    assert data["title"] == "Meetings"
    assert len(data["nodes"]) == len(data["edges"]) == 40
    assert data["articles"] == ["visit.txt"]
    assert data["evidence"] == [[0, 10, 42, "The minister received the envoy."]]
    assert data["nodes"][3]["findings"] == ["Two posts at one time."]
    assert (data["edges"][39]["source"], data["edges"][39]["target"]) == (39, 0)


@needs_bundle
def test_is_the_same_each_time() -> None:
    assert page(network(), "Meetings") == page(network(), "Meetings")


@needs_bundle
def test_texts_of_articles_stay_text() -> None:
    said = Evidence(HOSTILE, 0, 5, HOSTILE)
    node = Node(HOSTILE, HOSTILE, HOSTILE, (said,), (HOSTILE,))
    edge = Edge(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (said,), (HOSTILE,))
    text = page(Network((node,), (edge,)), HOSTILE)
    reader = Reader(text)
    plain = Reader(page(Network((), ()), "plain"))
    assert reader.elements == plain.elements
    assert reader.text("title") == HOSTILE
    data = reader.data()
    assert data["nodes"][0]["label"] == data["edges"][0]["label"] == data["title"] == HOSTILE
    assert data["evidence"] == [[0, 0, 5, HOSTILE]]
    assert data["articles"] == [HOSTILE]
    raw = text.split('id="network">')[1].split("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", raw)


@needs_bundle
def test_policy_allows_nothing_but_the_page_itself() -> None:
    reader = Reader(page(network(), "Meetings"))
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in reader.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for name, rule in (("script", "script-src"), ("style", "style-src")):
        digest = hashlib.sha256(reader.text(name).encode()).digest()
        assert rules[rule] == f"'sha256-{base64.b64encode(digest).decode()}'"


@needs_bundle
def test_asks_for_nothing_from_elsewhere() -> None:
    text = page(network(), "Meetings")
    reader = Reader(text)
    for _, attributes in reader.elements:
        assert not {"src", "srcset", "action", "style"} & attributes.keys()
        assert (attributes.get("href") or "data:,").startswith("data:")
    assert not re.search(r"url\(|@import", reader.text("style"))
    script = reader.text("script")
    assert not re.search(r"\b(?:fetch|importScripts|WebSocket|EventSource)\(", script)
    assert not re.search(r"XMLHttpRequest|sendBeacon|\bimport\s*\(?[\"'`]", script)
    assert not re.search(r"(?:\bsrc|\bhref|import|url\()\s*[=(]?\s*[\"'`]?(?:https?:)?//", text)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", script)
    assert "sourceMappingURL" not in script


@needs_bundle
def test_an_empty_network_is_a_page_too() -> None:
    data = Reader(page(Network((), ()), "Nothing")).data()
    assert data == {"title": "Nothing", "articles": [], "evidence": [], "nodes": [], "edges": []}


@needs_bundle
def test_an_edge_needs_both_its_nodes() -> None:
    lone = Network((Node("a", "A", "person"),), (Edge("a", "b", "meets", "meets"),))
    with pytest.raises(ValueError, match="a to b"):
        page(lone, "Lone")


def test_a_missing_bundle_says_how_to_build_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ASSETS", tmp_path)
    with pytest.raises(ReadoutError, match=r"pip install -e \.") as caught:
        page(network(), "Meetings")
    assert "\n" not in str(caught.value)
