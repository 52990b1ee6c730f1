"""Periods: dates, months, quarters, years, and stretches that only the context dates."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.periods.claim import NUMERALS, PERIODS, YEARS
from kg.kinds.periods.marking import mark, numerals, years

KIND = Kind(
    name="periods",
    layers=(NUMERALS, YEARS, PERIODS),
    marks_after=("parties", "modality"),
    marks=(numerals, years, mark),
)
