"""The frameworks of an article as plain facts."""

from __future__ import annotations

from kg.graph.asking import ask, distinct, grouped
from kg.kinds.kind import Fact
from kg.model import Queryable

_KINDS = {"framework": "other"}


def facts(graph: Queryable) -> list[Fact]:
    """Every framework with its names, kind and parties."""
    return [
        {
            "name": row["name"],
            "aliases": distinct(rows, "alias"),
            "kind": _KINDS.get(row["kind"], row["kind"]),
            "parties": distinct(rows, "party"),
        }
        for row, rows in grouped(ask(graph, __file__), "framework")
    ]
