"""Ranges: two numbers that share a unit, a scale and a bound: "3 to 4 billion dollars", "$1.28–1.30 billion"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kg.kinds.quantities.around import Around, Reading
from kg.kinds.quantities.claim import Numeral
from kg.language.layers import Hit
from kg.model import Quantity

# How many times the second end the first may be: a change may fall, but not from 30 billion "to 3".
_FALLS = {"span": 1, "change": 10}
_SHARED = "span"


class Ends(NamedTuple):
    """The quantities at both ends of a range, none where it runs backwards ("3-1"), and the token behind it."""

    readings: list[Reading]
    last: int


def ends(around: Around, start: Hit[Numeral], money: str) -> Ends | None:
    """The range that a number begins; None where there is none, or where both ends are quantities by themselves."""
    found = around.range(start)
    if found is None:
        return None
    match, end = found
    sort, own = match.rule.gives["range"], around.quantity(start)
    high = next(iter(around.quantity(end, money) or [_like(reading, end, 0) for reading in own]), None)
    if high is None or any(_stands_alone(reading.quantity, high.quantity) for reading in own):
        return None
    low = _like(high, start, high.quantity.multiplier)
    if _runs_back(low.quantity, high.quantity, 1 if own else _FALLS[sort]):
        return Ends([], match.last) if "dash" in match.slots and not own else None
    first = min(reading.first for reading in (low, *own))
    bound = around.bound(start)
    low = Reading(replace(low.quantity, bound=bound), first, high.last, low.rule)
    return Ends([low, _bounded(high, bound) if sort == _SHARED else high], match.last)


def _like(other: Reading, hit: Hit[Numeral], multiplier: int) -> Reading:
    """A number in the unit of another quantity, and in a scale where it has none of its own."""
    number = hit.mention.value
    scale = number.multiplier or multiplier
    quantity = replace(other.quantity, value=number.value, decimals=number.decimals, multiplier=scale)
    return Reading(quantity, hit.first, hit.last, other.rule)


def _stands_alone(own: Quantity, other: Quantity) -> bool:
    return own.multiplier > 0 or own.unit != other.unit


def _runs_back(low: Quantity, high: Quantity, falls: int) -> bool:
    return low.amount >= max(high.amount, high.amount * falls)


def _bounded(reading: Reading, bound: str) -> Reading:
    """A quantity with the bound of the range, unless it has one of its own."""
    exact = reading.quantity.bound == "exact"
    return reading._replace(quantity=replace(reading.quantity, bound=bound)) if exact else reading
