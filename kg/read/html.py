"""An HTML page to an article: main text by Resiliparse, headline, date and source from the page's own metadata.

What a page hides, scripts or styles never becomes text; tags never become markup later, since only text is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from kg.model import BadInput
from kg.model.parsing import day
from kg.read.lists import elements, keep_lists, opening, raise_notes

# The extraction's time grows with the square of the depth; browsers stop at 512.
DEEPEST = 1000
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "publishdate",
    "pubdate",
    "sailthru.date",
)
_TITLES = ("og:title", "twitter:title", "dc.title")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_CELLS = re.compile(r"(?<=\S)\t+(?=\S)")


class Page(NamedTuple):
    """What a page gives: text with its headline on the first line, day of publication, address, and the rest of its text."""

    text: str
    date: str | None
    source: str | None
    aside: str = ""


def page(markup: str) -> Page:
    """The main text and metadata of a page. The text is empty where the page has none.

    Raises BadInput where its elements are nested too deeply.
    """
    tree: Any = HTMLTree.parse(markup)
    found, deepest = elements(tree.document.first_element_child)
    if deepest > DEEPEST:
        raise BadInput(f"the page nests {deepest:,} elements, more than {DEEPEST:,}; save it as text")
    raise_notes(found.get("sup", []))
    body = _text(tree, main_content=True)
    if keep_lists(tree, found.get("ul", []), {opening(line) for line in body.splitlines() if line.strip()}):
        body = _text(tree, main_content=True)
    meta = _meta(found.get("meta", []))
    title = next((meta[name] for name in _TITLES if meta.get(name)), "") or (tree.title or "").strip()
    title = " ".join(title.split())
    if body and title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    aside = _aside(body, _text(tree, main_content=False))
    return Page(body + "\n" if body else "", _date(meta), _address(found.get("link", []), meta), aside)


def looks_like_html(text: str) -> bool:
    """Whether a text is markup, whatever its file is called."""
    head = text[:1000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html")) or "<body" in head


def _text(tree: HTMLTree, main_content: bool) -> str:
    text = extract_plain_text(tree, main_content=main_content, alt_texts=False, comments=False, list_bullets=False)
    return _CELLS.sub(" | ", _INDENT.sub("", text)).strip()


def _aside(body: str, everything: str) -> str:
    """The lines of a page that are not in its main text, each once."""
    known = {" ".join(line.split()) for line in body.splitlines()}
    lines = dict.fromkeys(" ".join(line.split()) for line in everything.splitlines())
    return "\n".join(line for line in lines if line not in known)


def _meta(tags: Sequence[Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tags:
        name = (element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or "").lower()
        content = (element.getattr("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _date(meta: dict[str, str]) -> str | None:
    """The first day of publication that a page states and the calendar has."""
    stated = (_DAY.match(meta.get(name, "")) for name in _DATES)
    return next((date for match in stated if match and (date := day(*match.groups()))), None)


def _address(links: Sequence[Any], meta: dict[str, str]) -> str | None:
    """The address that a page says is its own."""
    canonical = [link.getattr("href") or "" for link in links if (link.getattr("rel") or "").lower() == "canonical"]
    stated = (*canonical, meta.get("og:url", ""))
    return next((address for address in stated if address.startswith(("http://", "https://"))), None)
