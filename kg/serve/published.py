"""What stands under our addresses without any article: the ontology and the shapes, each as one Turtle document."""

from __future__ import annotations

from functools import cache

from kg.checks.engines import shapes_text
from kg.vocabulary import folder


@cache
def ontology() -> str:
    """The ontology."""
    return (folder("ontology") / "kg.ttl").read_text("utf-8")


@cache
def shapes() -> str:
    """All shapes, with those that the referee stands in for."""
    return shapes_text()
