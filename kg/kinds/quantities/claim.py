"""Numbers, and quantities: numbers with their units as the text states them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Layer, Quantity


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: ``value`` x 10^``multiplier``, with ``decimals`` digits after the point.

    ``form`` tells how it is written: in digits, in words, as a fraction, or in digits right behind a name.
    """

    value: Decimal
    multiplier: int
    decimals: int
    form: str


def _numeral_tags(numeral: Numeral) -> Iterator[str]:
    """What a pattern may ask of a number: its form, whether a scale multiplies it, and that it is one."""
    yield numeral.form
    if numeral.form == "named":
        yield "digits"
    if numeral.multiplier:
        yield "scaled"
    elif numeral.value == 1:
        yield "one"


def tags(quantity: Quantity) -> Iterator[str]:
    """What a pattern may ask of a quantity: its unit, or that it is money or a count of things."""
    if quantity.unit.isupper():
        yield "money"
    elif quantity.unit not in ("percent", "times", "percentage-points"):
        yield "count"
    yield quantity.unit


NUMERALS: Layer[Numeral] = Layer("numeral", _numeral_tags)
PLURALS: Layer[str] = Layer("plural")
QUANTITIES: Layer[Quantity] = Layer("quantity", tags)
