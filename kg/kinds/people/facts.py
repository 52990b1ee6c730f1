"""The people of an article as plain facts."""

from __future__ import annotations

from kg.graph.asking import ask, distinct, grouped
from kg.kinds.kind import Fact
from kg.kinds.posts.facts import by_person
from kg.model import Queryable


def facts(graph: Queryable) -> list[Fact]:
    """Every person with all names and posts."""
    held = by_person(graph)
    return [
        {"name": row["name"], "aliases": distinct(rows, "alias"), "posts": held.get(row["person"], [])}
        for row, rows in grouped(ask(graph, __file__), "person")
    ]
