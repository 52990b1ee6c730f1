"""Numbers, dates, proper names and quoted titles of a text, found by their looks alone.

This does not share a rule with the reader, so that what the reader overlooks is still counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.checks.dates import MONTHS, WEEKDAYS
from kg.model import Span

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions "
    "billion billions trillion dozen dozens"
).split()
_MONTH = "|".join([*MONTHS, *(f"{month[:3]}\\b\\.?" for month in MONTHS if month != "May"), "Sept\\b\\.?"])
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_YEAR}-\d\d-\d\d|(?:{_DAY}\s+(?:of\s+)?)?(?:{_MONTH})(?![a-z])(?:\s+{_DAY}\b(?![.,]\d))?(?:,?\s+{_YEAR}\b)?"
    rf"|{'|'.join(WEEKDAYS)}|{_YEAR}(?!\d|[.,]\d)"
    rf"|(?:\d\d?|{'|'.join(_WORDS[:11])})[- ](?:months?|quarters?)\b)"
)
_NUMBER = re.compile(rf"\d(?:[\d.,]*\d)?|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_TITLE = re.compile(r"[“«\"]([^“”«»\"\n]{2,90})[”»\"]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ENDS = frozenset('.!?:\n"“”«•')
_SMALL = frozenset("A An The I In On At By For From As It He She We They This That These Those".split())
_LONGEST_TITLE = 10


class Found(NamedTuple):
    """A stretch of text and what it looks like: number, date, name or title."""

    span: Span
    kind: str


def scan(text: str, named: Sequence[Span] = ()) -> list[Found]:
    """Everything that looks like a date, a number, a proper name or a quoted title, in the order of the text.

    A capital at the start of a sentence makes a name only before another capital, or where the word has its capital
    elsewhere or lies in one of the spans that are ``named`` already.
    """
    dates = [Found(Span(*match.span()), "date") for match in _DATE.finditer(text) if _is_date(match.group())]
    numbers = [Found(Span(*match.span()), "number") for match in _NUMBER.finditer(text)]
    taken = [date.span for date in dates]
    apart = [number for number in numbers if not any(span.covers(number.span) for span in taken)]
    names = [Found(span, "name") for span in _names(text, taken, named)]
    return sorted([*dates, *apart, *names, *_titles(text)])


def _is_date(words: str) -> bool:
    """ "May" and "March" alone may be verbs; a month needs no more where it cannot be."""
    return words not in ("May", "March", "Mar", "Dec", "Jun", "Jan", "Sep", "Oct", "Nov", "Feb", "Apr", "Jul", "Aug")


def _titles(text: str) -> Iterator[Found]:
    """Short quotations that begin with a capital and are no sentence."""
    for match in _TITLE.finditer(text):
        words = match.group(1)
        if words[0].isupper() and len(words.split()) <= _LONGEST_TITLE and words[-1] not in ".,!?":
            yield Found(Span(*match.span(1)), "title")


def _names(text: str, dates: Sequence[Span], named: Sequence[Span]) -> Iterator[Span]:
    """Words with a capital, one by one."""
    words = list(_WORD.finditer(text))
    inside = {k for span in (*dates,) for k in range(span.begin, span.end)}
    known = {k for span in named for k in range(span.begin, span.end)}
    capital = [match.group()[0].isupper() and match.start() not in inside for match in words]
    opening = [_opens(text, match.start()) for match in words]
    usual = {match.group() for match, big, first in zip(words, capital, opening, strict=True) if big and not first}
    for place, match in enumerate(words):
        before_capital = (
            place + 1 < len(words) and capital[place + 1] and text[match.end() : words[place + 1].start()] == " "
        )
        sure = match.group() in usual or match.start() in known or before_capital
        if capital[place] and match.group() not in _SMALL and (not opening[place] or sure):
            yield Span(*match.span())


def _opens(text: str, begin: int) -> bool:
    """Whether a word stands at the start of a sentence, line or quotation."""
    before = text[:begin].rstrip(" \u00a0\t(")
    return not before or before[-1] in _ENDS
