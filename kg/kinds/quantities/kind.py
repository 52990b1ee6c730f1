"""Numbers that measure something."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.quantities.claim import QUANTITIES
from kg.kinds.quantities.marking import quantities

KIND = Kind(name="quantities", layers=(QUANTITIES,), marks_after=("parties", "periods"), marks=(quantities,))
