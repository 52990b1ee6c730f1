"""The day of an article that states none apart from its text: that of its dateline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.kinds.periods.claim import When, dated
from kg.kinds.periods.phrases import WHEN, Phrase
from kg.language.layers import Layers
from kg.model import Sentence
from kg.model.parsing import day

_Dated = tuple[Phrase, When]


def own_day(layers: Layers, said: Sequence[Phrase], stated: Sequence[When]) -> str | None:
    """The day in a dateline, in the year that the text makes plain.

    A full date counts where it heads its line, follows a place alone ("HANOI, May 7, 2024"), or stands in a short line.
    A figure for the first months of a year is news of that year: "July 13" above "in the five months of 2023" is
    13 July 2023. A whole year tells nothing.
    """
    heads = list(_in_datelines(layers, zip(said, stated, strict=True)))
    days = (period.first for period in dated(when for _, when in heads) if period.daily and period.first == period.last)
    return next(days, None) or _in_year([phrase for phrase, _ in heads], last_month(stated))


def _in_datelines(layers: Layers, said: Iterable[_Dated]) -> Iterator[_Dated]:
    """The periods that stand where a dateline has its day."""
    for sentence, within in groupby(said, key=lambda pair: pair[0].sentence):
        places = _places(layers, sentence) if layers.opens_paragraph(sentence) else set()
        yield from (pair for pair in within if pair[0].first in places)


def _places(layers: Layers, sentence: Sentence) -> set[int]:
    """The tokens of a line at which the day of its dateline may begin."""
    matches = layers.lines.matches("datelines", sentence)
    return set().union(*(range(*match.place(WHEN)) for match in matches))


def _in_year(datelines: Sequence[Phrase], reported: str | None) -> str | None:
    """The first day without a year, in the year of the last month that is reported before it."""
    if reported is None:
        return None
    year, last = map(int, reported.split("-"))
    days = (said.numbers for said in datelines if said.gives["reads"] == "days" and not said.years)
    return next((day(year, at["month"], at["day"]) for at in days if last <= at["month"]), None)


def last_month(stated: Sequence[When]) -> str | None:
    """The last month that the periods reach into, unless one of them reaches into a later year."""
    ends = [period.last for period in dated(stated) if period.last and not period.fiscal]
    latest = max((end for end in ends if len(end) == len("2024-01")), default=None)
    return latest if latest and latest >= max(ends)[:4] else None
