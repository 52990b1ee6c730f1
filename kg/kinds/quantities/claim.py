"""Numbers with their units as the text states them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Layer, Quantity


def tags(quantity: Quantity) -> Iterator[str]:
    """What a pattern may ask of a quantity: its unit, or that it is money or a count of things."""
    if quantity.unit.isupper():
        yield "money"
    elif quantity.unit not in ("percent", "times", "percentage-points"):
        yield "count"
    yield quantity.unit


QUANTITIES: Layer[Quantity] = Layer("quantity", tags)
