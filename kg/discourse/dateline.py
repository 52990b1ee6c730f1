"""The day in the dateline of an article ("ASTANA, February 15"), by the rules on ``datelines``."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.kind import Readings
from kg.kinds.periods.claim import PERIODS, dated
from kg.model import Sentence

# A dateline heads one of the first paragraphs of an article: its headline, a line of its own, or its text.
_FIRST_PARAGRAPHS = range(3)


def dateline(readings: Readings) -> str | None:
    """The day in the dateline of an article, else the article's own."""
    document = readings.document
    opening = {sentence.paragraph: sentence for sentence in reversed(document.sentences)}
    heads = (opening[number] for number in _FIRST_PARAGRAPHS if number in opening)
    return next((day for sentence in heads for day in _days(readings, sentence)), document.date)


def _days(readings: Readings, sentence: Sentence) -> Iterator[str]:
    """The days that begin where the line of a sentence has that of a dateline."""
    document = readings.document
    matches = readings.lines.matches("datelines", sentence)
    places = set().union(*(range(*match.place("when")) for match in matches))
    said = (m for m in document.inside(sentence.span, PERIODS) if document.range(m.span)[0] in places)
    yield from (period.first for period in dated(m.value for m in said) if period.daily)
