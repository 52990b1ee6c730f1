"""Claims in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.kinds.bodies.claim import Body
from kg.kinds.kind import Key
from kg.model import Period, Quantity, Span, Term


@dataclass(frozen=True, slots=True)
class Observation:
    """A claim in numbers (qb:Observation).

    ``surface`` holds the number and its unit, ``rules`` are those that tell of its flow, sides or period; ``scope`` are the
    words that narrow the flow to a part ("copper"; empty for the whole), ``confidence`` is the probability that all of
    it was read right, in hundredths.
    """

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
    scope: str = ""
    confidence: int = 100


FIGURES: Key[tuple[Observation, ...]] = Key("figures")
