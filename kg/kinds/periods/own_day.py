"""The day of an article that states none apart from its text: that of its dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Day
from itertools import groupby

from kg.kinds.periods.claim import When
from kg.kinds.periods.phrases import WHEN, Phrase
from kg.language.layers import Layers
from kg.model import FISCAL, Period, Sentence


def own_day(layers: Layers, said: Sequence[Phrase], stated: Sequence[When]) -> str | None:
    """The day in a dateline, in the year that the text makes plain.

    A full date counts where it heads its line, follows a place alone ("HANOI, May 7, 2024"), or stands in a short line.
    A figure for the first months of a year is news of that year: "July 13" above "in the five months of 2023" is
    13 July 2023. A whole year tells nothing.
    """
    in_datelines = list(_in_datelines(layers, said))
    full = [value for phrase, value in zip(said, stated, strict=True) if phrase in in_datelines]
    days = (
        value.first
        for value in full
        if isinstance(value, Period) and len(value.first) == 10 and value.first == value.last
    )
    return next(days, None) or _in_year(in_datelines, last_month(stated))


def _in_year(datelines: Sequence[Phrase], reported: str | None) -> str | None:
    """The first day without a year, in the year of the last month that is reported before it."""
    for said in (phrase.numbers for phrase in datelines if phrase.gives["reads"] == "days" and not phrase.years):
        if reported and int(reported[5:]) <= said["month"]:
            return _day(int(reported[:4]), said["month"], said["day"])
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return Day(year, month, day).isoformat()
    except ValueError:
        return None


def _in_datelines(layers: Layers, said: Sequence[Phrase]) -> Iterator[Phrase]:
    """The periods that stand where a dateline has its day."""
    for sentence, within in groupby(said, key=lambda phrase: phrase.sentence):
        places = list(_places(layers, sentence))
        yield from (phrase for phrase in within if any(phrase.first in place for place in places))


def _places(layers: Layers, sentence: Sentence) -> Iterator[range]:
    """The tokens of a line at which the day of its dateline may begin."""
    if sentence.first and layers.sentence_of(sentence.first - 1).paragraph == sentence.paragraph:
        return
    for match in layers.lines.matches("datelines", sentence):
        yield range(*match.place(WHEN))


def last_month(stated: Sequence[When]) -> str | None:
    """The last month that the periods reach into, unless one of them reaches into a later year."""
    ends = [value.last for value in stated if isinstance(value, Period) and value.last]
    dates = [end for end in ends if not end.startswith(FISCAL)]
    latest = max((date for date in dates if len(date) == 7), default="")
    return latest if latest and latest >= max(dates)[:4] else None
