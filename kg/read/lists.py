"""What the extraction of main text would lose or garble: bullets between paragraphs of an article, footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Any

from resiliparse.parse.html import HTMLTree

_KEPT = "data-readout-kept"
_CHROME = re.compile(
    r"\b(?:nav\w*|menu|related|share|sharing|social|breadcrumbs?|foot(?:er)?|sidebar|tags?|pag(?:er|ination)|cookies?)\b"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING = 60


def elements(tree: HTMLTree, selector: str) -> list[Any]:
    """The elements of a page that a CSS selector picks, in its order."""
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def opening(text: str) -> str:
    """The start of a block by which it is found again in another extraction of the page."""
    return " ".join(text[: 4 * _OPENING].split())[:_OPENING]


def keep_lists(tree: HTMLTree, known: Set[str]) -> bool:
    """Marks the bullets that belong to an article as numbered, which the extraction keeps; tells whether there were any.

    A list belongs to the article if it stands beside a block whose opening is known, or beside or in such a list, and
    is neither made of links nor named as a part of the site around.
    """
    kept = False
    for bullets in elements(tree, "ul"):
        inside = bullets.parent is not None and bullets.parent.parent is not None and _marked(bullets.parent.parent)
        if inside or (any(_belongs(near, known) for near in _neighbours(bullets)) and not _is_menu(bullets)):
            _number(tree, bullets)
            kept = True
    return kept


def raise_notes(tree: HTMLTree) -> None:
    """Writes raised digits as such, so that the mark of a footnote does not lengthen a number ("2023" and "1")."""
    for mark in elements(tree, "sup"):
        if mark.text.strip().isdecimal():
            mark.text = mark.text.strip().translate(_RAISED)


def _number(tree: HTMLTree, bullets: Any) -> None:
    numbered: Any = tree.create_element("ol")
    numbered[_KEPT] = ""
    bullets.parent.insert_before(numbered, bullets)
    while bullets.first_child:
        numbered.append_child(bullets.first_child)
    bullets.decompose()


def _marked(element: Any) -> bool:
    return bool(element.hasattr(_KEPT))


def _belongs(element: Any, known: Set[str]) -> bool:
    return _marked(element) or opening(element.text) in known


def _neighbours(bullets: Any) -> Iterator[Any]:
    """The elements right before and behind a list, or behind and before what holds nothing else."""
    place = bullets
    while place.parent_element and place.parent_element.child_element_count == 1:
        place = place.parent_element
    yield from (near for near in (place.previous_element_sibling, place.next_element_sibling) if near)


def _is_menu(bullets: Any) -> bool:
    """Whether a list, or what holds it, says by its name that it is none of the article, or is mostly links."""
    named = f"{bullets.class_name} {bullets.id or ''} {bullets.parent.class_name} {bullets.parent.id or ''}".lower()
    links = sum(len(link.text.strip()) for link in bullets.query_selector_all("a"))
    return bool(_CHROME.search(named)) or 2 * links > len(bullets.text.strip())
