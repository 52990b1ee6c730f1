"""What came up at the meetings of an article, as plain facts."""

from __future__ import annotations

from kg.graph.asking import ask
from kg.model import Queryable


def by_meeting(graph: Queryable) -> dict[str, list[str]]:
    """The words for what came up at each meeting (by IRI), in the order of the text, each once."""
    found: dict[str, dict[str, None]] = {}
    for row in ask(graph, __file__):
        found.setdefault(row["meeting"], {})[row["topic"]] = None
    return {meeting: list(topics) for meeting, topics in found.items()}
