"""What stands under our addresses without any article: the ontology and the shapes."""

from __future__ import annotations

from functools import cache

from kg.checks.engines import shapes_text
from kg.vocabulary import folder


@cache
def published(path: str) -> str | None:
    """The Turtle document that defines what the address with a path names; None where nothing is defined."""
    if path == "/ontology":
        return (folder("ontology") / "kg.ttl").read_text("utf-8")
    shapes = shapes_text()
    return shapes if f"shape:{path.rpartition('/')[2]} " in shapes else None
