"""The smallest repair: the one slip of the pen that, undone, closes every identity a figure takes part in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.check.figures import Figure
from kg.check.identities import Identity

_SCALES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure, what it would be, and the slip in words."""

    figure: Figure
    repaired: Figure
    words: str


def repairs(broken: Identity, identities: Sequence[Identity]) -> list[Repair]:
    """The repairs of the smallest kind (scale word, then decimal point, then swapped digits) that close everything."""
    for slips in (_scale_slips, _point_slips, _digit_slips):
        found = [
            Repair(figure, repaired, words)
            for figure in broken.figures
            for repaired, words in slips(figure)
            if _closes_all(figure, repaired, broken, identities)
        ]
        if found:
            return found
    return []


def _closes_all(figure: Figure, repaired: Figure, broken: Identity, identities: Sequence[Identity]) -> bool:
    touched = [i for i in identities if figure in i.figures]
    return broken.with_(figure, repaired).holds and all(i.with_(figure, repaired).holds for i in touched)


def _scale_slips(figure: Figure) -> Iterator[tuple[Figure, str]]:
    """ "million" for "billion" and the like."""
    for power, word in _SCALES.items():
        if power != figure.power and figure.power in _SCALES and figure.unit != "percent":
            yield replace(figure, power=power), f"reading '{_SCALES[figure.power]}' as '{word}'"


def _point_slips(figure: Figure) -> Iterator[tuple[Figure, str]]:
    """The decimal point one place off."""
    for shift in (-1, 1):
        decimals = figure.decimals - shift
        value = figure.value.scaleb(shift)
        if decimals >= 0:
            moved = replace(figure, value=value, decimals=decimals)
            yield moved, f"reading '{_printed(figure)}' as '{_printed(moved)}'"


def _digit_slips(figure: Figure) -> Iterator[tuple[Figure, str]]:
    """Two neighbouring digits swapped."""
    printed = _printed(figure)
    places = [k for k, char in enumerate(printed) if char.isdigit()]
    for left, right in itertools.pairwise(places):
        if printed[left] == printed[right]:
            continue
        swapped = list(printed)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        text = "".join(swapped)
        yield replace(figure, value=Decimal(text)), f"reading '{printed}' as '{text}'"


def _printed(figure: Figure) -> str:
    return f"{figure.value:.{figure.decimals}f}"
