"""Numbers with their units as the text states them."""

from __future__ import annotations

from kg.model import Layer, Quantity

QUANTITIES: Layer[Quantity] = Layer("quantity")
