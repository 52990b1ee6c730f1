"""An HTML page to an article: main text by Resiliparse, headline, date and source from the page's own metadata.

What a page hides, scripts or styles never becomes text; tags never become markup later, since only text is kept.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

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
_DAY = re.compile(r"^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))")


class Page(NamedTuple):
    """What a page gives: text with its headline on the first line, day of publication, address."""

    text: str
    date: str | None
    source: str | None


def page(markup: str) -> Page:
    """The main text and metadata of a page. The text is empty where the page has none."""
    tree = HTMLTree.parse(markup)
    body = extract_plain_text(tree, main_content=True, alt_texts=False, comments=False, list_bullets=False).strip()
    meta = _meta(tree)
    title = next((meta[name] for name in _TITLES if meta.get(name)), "") or (tree.title or "").strip()
    title = " ".join(title.split())
    if body and title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    return Page(body + "\n" if body else "", _date(meta), _canonical(tree) or meta.get("og:url"))


def looks_like_html(text: str) -> bool:
    """Whether a text is markup, whatever its file is called."""
    head = text[:1000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html")) or "<body" in head


def _all(tree: HTMLTree, selector: str) -> list[Any]:
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def _meta(tree: HTMLTree) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in _all(tree, "meta"):
        name = (element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or "").lower()
        content = (element.getattr("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _date(meta: dict[str, str]) -> str | None:
    for name in _DATES:
        match = _DAY.match(meta.get(name, ""))
        if match:
            return match.group(1)
    return None


def _canonical(tree: HTMLTree) -> str | None:
    for element in _all(tree, "link[rel=canonical]"):
        address: str = element.getattr("href") or ""
        if address.startswith(("http://", "https://")):
            return address
    return None
