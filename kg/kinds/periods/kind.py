"""Periods: dates, months, quarters, years, and stretches that only the context dates."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.periods.claim import PERIODS
from kg.kinds.periods.marking import mark

KIND = Kind(name="periods", layers=(PERIODS,), marks_after=("parties",), marks=(mark,))
