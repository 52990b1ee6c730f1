"""Numbers that measure something."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.quantities.marking import quantities

KIND = Kind("quantities", marks_after=("parties", "periods"), marks=(quantities,))
