"""Periods as the text states them, and what they are said with: numbers in digits, and years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Layer, Period, Relative

# None where the year of a period cannot be known.
When = Period | Relative | None

_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def tags(when: When) -> Iterator[str]:
    """What a pattern may ask of a period: how it is dated, and how fine; nothing of one whose year is not known."""
    if isinstance(when, Relative):
        yield from ("relative", when.kind)
    elif when:
        yield {4: "year", 7: "month", 10: "day"}.get(len(when.first), "fiscal")
        if when.last is None:
            yield "open"
        elif when.first != when.last:
            yield "range"


def dated(whens: Iterable[When]) -> list[Period]:
    """Those of which the dates are known."""
    return [when for when in whens if isinstance(when, Period)]


PERIODS: Layer[When] = Layer("period", tags)

# The numbers of a token in digits: one, or three for a date with points.
Numeral = tuple[int, ...]


def numeral_tags(numeral: Numeral) -> Iterator[str]:
    """What a number can be in a date: a ``year``, or one of an ``era`` of its own; a ``month``; a ``day``, or a ``late``
    one, which is no month; a half or quarter (``part``) of a year; the last two digits (``pair``) of one."""
    if len(numeral) > 1:
        yield "date"
    elif _FIRST_YEAR <= numeral[0] <= _LAST_YEAR:
        yield "year"
    else:
        ranges = {
            "part": (1, 4),
            "month": (1, 12),
            "day": (1, 31),
            "late": (13, 31),
            "pair": (0, 99),
            "era": (1000, 1899),
        }
        yield from (tag for tag, (least, most) in ranges.items() if least <= numeral[0] <= most)


NUMERALS: Layer[Numeral] = Layer("digits", numeral_tags)


@dataclass(frozen=True, slots=True)
class Year:
    """A year as the text names it, by number or by its distance from the article's own; the latest one where by neither.

    ``paired``: by two numbers, as in "2022-23"; ``state``: the IRI of the state by whose calendar it is told.
    """

    number: int | None = None
    paired: bool = False
    distance: int | None = None
    fiscal: bool = False
    state: str | None = None

    @property
    def named(self) -> bool:
        """Whether the text tells which year it is."""
        return self.number is not None or self.distance is not None

    @property
    def named_by_end(self) -> bool:
        """Whether its number is that of the year in which it ends."""
        return self.fiscal and not self.paired


def year_tags(year: Year) -> Iterator[str]:
    """How a year is told: ``stated`` by number, or ``relative``; ``fiscal``, or a state's ``own``."""
    yield "relative" if year.number is None else "stated"
    if year.fiscal:
        yield "fiscal"
    if year.state:
        yield "own"


YEARS: Layer[Year] = Layer("year", year_tags)
