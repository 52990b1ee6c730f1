"""Rates of exchange: an amount that is given in two currencies implies one, and two of the same time must agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.checks.figures import Figure

Pair = tuple[Figure, Figure]


def conversions(figures: Sequence[Figure]) -> Iterator[tuple[Pair, Pair]]:
    """Amounts with what they are in another currency, two by two, that should be converted at one rate.

    Both are of one pair of currencies and one period, and were published in one article or one month. Rates of
    different periods differ, so they are not compared.
    """
    amounts = {figure.iri: figure for figure in figures}
    pairs = [(amounts[f.converts], f) for f in figures if f.converts in amounts]
    for earlier, later in combinations([_sorted(*pair) for pair in pairs], 2):
        same = all((a.unit, a.period) == (b.unit, b.period) for a, b in zip(earlier, later, strict=True))
        if same and _together(earlier[0], later[0]):
            yield later, earlier


def _sorted(one: Figure, other: Figure) -> Pair:
    return (one, other) if one.unit < other.unit else (other, one)


def _together(one: Figure, other: Figure) -> bool:
    same_month = one.published and other.published and one.published[:7] == other.published[:7]
    return one.article == other.article or bool(same_month)
