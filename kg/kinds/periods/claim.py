"""Periods as the text states them."""

from __future__ import annotations

from kg.model import Layer, Period, Relative

# None where the year of a period cannot be known.
When = Period | Relative | None

PERIODS: Layer[When] = Layer("period")
