"""The lines of a text that are not its own prose: where it was taken from, credits, footers, a site's own date."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.model.parsing import day
from kg.model.text import Span

_SOURCE = re.compile(r"\A\s*# source: *(\S+)[^\n]*\n?")
_DATE = re.compile(r"\s*date ([0-9]{4})-([0-9]{2})-([0-9]{2})(?=\s|\Z)")
_DATED_ADDRESS = re.compile(r"(?<!\d)((?:19|20)[0-9]{2})[/-]([0-9]{2})[/-]([0-9]{2})(?!\d)")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# The day on which a page was looked at, as sites print it over two lines: "Friday" above "April 19".
_TODAY = rf"{_WEEKDAY},?[ \t]*\n\s*(?:{_MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{_MONTH})(?:,?[ ]\d{{4}})?"
_LINES = re.compile(
    r"^[ \t]*(?:(?:photo(?:graph)?s?(?: credit| by| courtesy)?\s*:|image(?: credit)?\s*:|read (?:more|also)\b|related (?:news|articles|stories)\b|follow us\b|share (?:this|on)\b"
    r"|subscribe\b|sign up\b|advertisement\b|tags?\s*:|©|copyright\b|all rights reserved\b|by clicking\b|cookies?\b|print this\b|click here\b|download the app\b|home\s*[>»|])[^\n]*"
    rf"|{_TODAY}[ \t]*)$",
    re.IGNORECASE | re.MULTILINE,
)


class Furniture(NamedTuple):
    """The spans of a text that are not its prose, and what its first lines say of its address and day."""

    spans: tuple[Span, ...]
    source: str | None
    date: str | None


def furniture(text: str) -> Furniture:
    """What of a text is not its own prose; the day is that of the date line, else of the address ("/2018/07/23/")."""
    source = _SOURCE.match(text)
    start = source.end() if source else 0
    spans = [Span(0, start)] if source else []
    line = _DATE.match(text, start)
    date = day(*line.groups()) if line else None
    if line:
        spans.append(Span(start, line.end()))
        start = line.end()
    spans.extend(Span(*match.span()) for match in _LINES.finditer(text, start))
    if date is None and source:
        dated = _DATED_ADDRESS.search(source.group(1))
        date = day(*dated.groups()) if dated else None
    return Furniture(tuple(spans), source.group(1) if source else None, date)
