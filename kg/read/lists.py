"""What the extraction of main text would lose or garble: bullets between paragraphs of an article, footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Any

from resiliparse.parse.html import HTMLTree, traverse_dom

_KEPT = "data-readout-kept"
_CHROME = re.compile(
    r"\b(?:nav\w*|menu|related|share|sharing|social|breadcrumbs?|foot(?:er)?|sidebar|tags?|pag(?:er|ination)|cookies?)\b"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING = 60


def elements(top: Any) -> tuple[dict[str, list[Any]], int]:
    """The elements of a page or of a part of it by their tags, each in its order, and how deep they are nested.

    One walk: the library's selectors take time that grows with the square of what they find.
    """
    found: dict[str, list[Any]] = {}
    deepest = 0

    def note(context: Any) -> None:
        nonlocal deepest
        deepest = max(deepest, context.depth)
        found.setdefault(context.node.tag, []).append(context.node)

    traverse_dom(top, note, elements_only=True)
    return found, deepest


def opening(text: str) -> str:
    """The start of a block by which it is found again in another extraction of the page."""
    return " ".join(text[: 4 * _OPENING].split())[:_OPENING]


def keep_lists(tree: HTMLTree, lists: Sequence[Any], known: Set[str]) -> bool:
    """Marks the bullets that belong to an article as numbered, which the extraction keeps; tells whether there were any.

    A list belongs to the article if it stands beside a block whose opening is known, or beside or in such a list, and
    is neither made of links nor named as a part of the site around.
    """
    kept = False
    for bullets in lists:
        inside = bullets.parent is not None and bullets.parent.parent is not None and _marked(bullets.parent.parent)
        if inside or (any(_belongs(near, known) for near in _neighbours(bullets)) and not _is_menu(bullets)):
            _number(tree, bullets)
            kept = True
    return kept


def raise_notes(marks: Sequence[Any]) -> None:
    """Writes raised digits as such, so that the mark of a footnote does not lengthen a number ("2023" and "1")."""
    for mark in marks:
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
    while not place.previous_element_sibling and not place.next_element_sibling and place.parent_element:
        place = place.parent_element
    yield from (near for near in (place.previous_element_sibling, place.next_element_sibling) if near)


def _is_menu(bullets: Any) -> bool:
    """Whether a list, or what holds it, says by its name that it is none of the article, or is mostly links."""
    named = f"{bullets.class_name} {bullets.id or ''} {bullets.parent.class_name} {bullets.parent.id or ''}".lower()
    links = sum(len(link.text.strip()) for link in elements(bullets)[0].get("a", ()))
    return bool(_CHROME.search(named)) or 2 * links > len(bullets.text.strip())
