"""The figures of an article as plain facts."""

from __future__ import annotations

from decimal import Decimal

from kg.graph.asking import ask
from kg.kinds.kind import Fact
from kg.model import Queryable


def facts(graph: Queryable) -> list[Fact]:
    """Every figure with its dimensions, in the order of the text."""
    return [
        {**row, "value": _number(row["value"]), "confidence": float(row["confidence"])} for row in ask(graph, __file__)
    ]


def _number(value: Decimal | int) -> int | float:
    """A JSON number: whole where the value is whole."""
    return int(value) if value == int(value) else float(value)
