"""Ranges: two numbers that share a unit, a scale and a bound: "3 to 4 billion dollars", "$1.28–1.30 billion"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kg.kinds.quantities.around import Around, Reading
from kg.kinds.quantities.claim import Numeral
from kg.language.layers import Hit
from kg.model import Quantity

_FAR = 10


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
    own, last = around.quantity(start), around.quantity(end, money)
    if own and not last:
        last = [Reading(_like(own[0].quantity, end.mention.value, 0), end.first, end.last)]
    if not last or (own and _stands_alone(own[0].quantity, last[0].quantity)):
        return None
    low, high = _like(last[0].quantity, start.mention.value, last[0].quantity.multiplier), last[0].quantity
    changes = match.rule.gives["range"] == "change"
    if low.amount >= high.amount and (own or not changes or low.amount >= high.amount * _FAR):
        return Ends([], match.last) if "dash" in match.slots and not own else None
    low = replace(low, bound=around.bound(start))
    if high.bound == "exact" and not changes:
        high = replace(high, bound=low.bound)
    first = own[0].first if own else start.first
    return Ends([Reading(low, first, last[0].last), last[0]._replace(quantity=high)], match.last)


def _stands_alone(own: Quantity, other: Quantity) -> bool:
    return own.multiplier > 0 or own.unit != other.unit


def _like(other: Quantity, number: Numeral, multiplier: int) -> Quantity:
    """A number in the unit of another quantity, and in a scale where it has none of its own."""
    scale = number.multiplier or multiplier
    return replace(other, value=number.value, decimals=number.decimals, multiplier=scale)
