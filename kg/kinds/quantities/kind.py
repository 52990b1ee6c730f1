"""Numbers, and what they measure."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.quantities.claim import NUMERALS, PLURALS, QUANTITIES
from kg.kinds.quantities.marking import quantities
from kg.kinds.quantities.numerals import numerals, plurals

KIND = Kind(
    name="quantities",
    layers=(NUMERALS, PLURALS, QUANTITIES),
    marks_after=("parties", "periods"),
    marks=(numerals, plurals, quantities),
)
