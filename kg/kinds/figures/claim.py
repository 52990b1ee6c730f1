"""Claims in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.kinds.bodies.claim import Body
from kg.kinds.kind import Key
from kg.model import Period, Quantity, Span, Term


@dataclass(frozen=True, slots=True)
class Observation:
    """A claim in numbers (qb:Observation); ``surface`` holds the number and its unit, ``rules`` are those that
    tell of its flow, sides or period."""

    quantity: Quantity
    flow: Term
    measure: Term
    reporter: Term | Body | None
    counterpart: Term | Body | None
    period: Period | None
    base: Period | None
    surface: Span
    evidence: Span
    rules: tuple[str, ...] = ()


FIGURES: Key[tuple[Observation, ...]] = Key("figures")
