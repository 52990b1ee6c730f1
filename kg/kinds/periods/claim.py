"""Periods as the text states them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Layer, Period, Relative

# None where the year of a period cannot be known.
When = Period | Relative | None


def tags(when: When) -> Iterator[str]:
    """What a pattern may ask of a period: how it is dated, and how fine."""
    if isinstance(when, Relative):
        yield from ("relative", when.kind)
    elif when is None:
        yield "undated"
    else:
        yield {4: "year", 7: "month", 10: "day"}.get(len(when.first), "fiscal")
        if when.last is None:
            yield "open"
        elif when.first != when.last:
            yield "range"


PERIODS: Layer[When] = Layer("period", tags)
