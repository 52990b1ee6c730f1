"""Figures that no article states but that follow from those that one states."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Derived:
    """A level between two bounds in whole units (kg:DerivedObservation), with its formula and the figures it follows from.

    All but the bounds, label and formula are IRIs; ``flow`` is a code.
    """

    iri: str
    label: str
    flow: str
    reporter: str | None
    counterpart: str | None
    period: str
    unit: str
    low: Decimal
    high: Decimal
    formula: str
    inputs: tuple[str, ...]
