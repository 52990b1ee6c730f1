"""Texts that were written to break something, or that stray from ASCII, come through whole."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rdflib import Graph
from support import graph_of_text, named_graphs

from kg.analyse import analyses, network
from kg.checks import check
from kg.export.annotations import web_annotations
from kg.export.facts import facts
from kg.export.jsonld import jsonld
from kg.export.networks import edge_table, gexf, graphml
from kg.export.page import ASSETS, page
from kg.model import ArticleGraph
from kg.pipeline import findings_of, graphs
from kg.store import Store
from kg.vocabulary import expand

VISIT = (
    "Foreign Minister of France Jean{0} Dupont met Ambassador of Poland{0} Jan Nowak in Paris on 5 May 2024. "
    "They discussed{0} trade and energy under the Joint Commission{0} on Transport. "
    "Trade turnover between France and Poland{0} in 2023 amounted to $4.2{0} billion, exports – $3{0} billion, "
    "imports – $1.2 billion. Dupont noted the high level of relations between France and Poland{0}.\n"
)
CHARACTERS = {
    "script": "<script>alert(1)</script>",
    "comment": "<!-- ]]> --> </script>",
    "entity": "&lt;&amp;&#0;&nosuch;",
    "double quote": '"',
    "single quote": "'''",
    "backslash": "\\",
    "escape": "\\u0041\\n\\",
    "end of a triple": '" . <http://x.y/a> <http://x.y/b> "',
    "sparql": "} ; DROP ALL # {",
    "update": "<urn:x> } INSERT DATA { <a> <b> <c> }",
    "iri with spaces": "<http://x.y/a b>",
    "percent": "%s %(x)s %41 {0} {x}",
    "tab": "\t",
    "carriage return": "\r\n",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "bell": "\x07",
    "escape character": "\x1b[31m",
    "delete": "\x7f",
    "next line": "\x85",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "no-break space": "\u00a0",
    "zero width space": "\u200b",
    "right to left": "\u202eabc\u202c \u200f",
    "arabic": " مرحبا ",
    "emoji": " 🤝🏽👩‍🚀 ",
    "astral letters": "𝔉𝔯𝔞𝔫𝔨",
    "combining": "e\u0301\u0328",
    "ligature": "ﬁ",
    "byte order mark": "\ufeff",
    "not a character": "\uffff",
    "private use": "\ue000\U0010fffd",
}
cases = pytest.mark.parametrize("mark", CHARACTERS.values(), ids=CHARACTERS)


def text_of(mark: str) -> str:
    return f"A headline with {mark} in it\n\n" + VISIT.replace("{0}", mark)


def graph_with(mark: str) -> ArticleGraph:
    return graph_of_text(text_of(mark))


@cases
def test_no_evidence_is_lost_and_no_number_is_moved(mark: str) -> None:
    graph = graph_with(mark)
    rules = {finding.rule for finding in check(graph)}
    assert rules & {"quote", "hash", "span", "article", "evidence", "number", "amount"} == set()


@cases
def test_offsets_count_code_points(mark: str) -> None:
    text = text_of(mark)
    query = f"""SELECT ?begin ?end ?quote {{
        ?span <{expand("nif:beginIndex")}> ?begin ; <{expand("nif:endIndex")}> ?end ; <{expand("nif:anchorOf")}> ?quote
    }}"""
    rows = Store.single(graph_with(mark)).select(query)
    assert len(rows) > 5
    assert all(text[row["begin"] : row["end"]] == row["quote"] for row in rows)


@cases
def test_the_text_is_kept_as_it_is(mark: str) -> None:
    (row,) = Store.single(graph_with(mark)).select(f"SELECT ?text {{ ?article <{expand('nif:isString')}> ?text }}")
    assert row["text"] == text_of(mark)


@cases
def test_every_rdf_format_parses_back_the_same(mark: str) -> None:
    store = Store.memory(graph_with(mark))
    (expected,) = named_graphs(store.dump("nquads"), "nquads").values()
    assert len(expected) == len(store.quads())
    for format_, data in (("trig", store.dump("trig")), ("json-ld", jsonld(store.statements()))):
        (found,) = named_graphs(data, format_).values()
        assert set(found) == set(expected), format_
    for format_ in ("turtle", "ntriples"):
        merge = Graph().parse(data=store.dump(format_), format=format_.replace("ntriples", "nt"))
        assert set(merge) == set(expected), format_


@cases
def test_network_files_are_well_formed(mark: str) -> None:
    graph = graph_with(mark)
    drawn = network(Store.memory(graph, vocabulary_too=True), findings_of(graph))
    for write in (graphml, gexf):
        ET.fromstring(write(drawn))
    assert len(edge_table(drawn)) > 100


@cases
def test_facts_annotations_and_analyses_are_made(mark: str) -> None:
    store = Store.memory(graph_with(mark))
    single = Store.single(graph_with(mark))
    assert json.loads(json.dumps(facts(single)))["article"] == "sample"
    assert json.loads(web_annotations(store))["items"]
    assert len(analyses(store)) == 4


@pytest.mark.skipif(not (ASSETS / "graph.js").is_file(), reason="the page's script is not built")
@cases
def test_the_page_holds_no_markup_of_the_text(mark: str) -> None:
    drawn = page(network(Store.memory(graph_with(mark))), mark)
    assert "<script>alert(1)" not in drawn
    assert drawn.count("</script>") == 2


@pytest.mark.parametrize(
    "name",
    ["a b", "ünïcode", "quote'\"", "semi;colon", "100% sure", "<b>", "back\\slash", "#?&", "дипломатия", "-", "."],
)
def test_names_of_files_may_be_anything(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.txt").write_text(text_of(""), "utf-8")
    (graph,) = graphs([tmp_path])
    assert graph.name == name
    assert [finding for finding in findings_of(graph) if finding.rule not in ("sum", "growth")] == []
    assert Store.memory(graph).article_graphs()[0].name == name


def test_a_text_of_one_word_makes_a_graph() -> None:
    assert findings_of(graph_of_text("Hello")) == []


def test_a_long_line_without_spaces_is_read_in_time() -> None:
    assert findings_of(graph_of_text("a" * 50_000)) == []
    assert findings_of(graph_of_text("1," * 20_000)) == []
