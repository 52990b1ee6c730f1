"""The meetings of an article as plain facts."""

from __future__ import annotations

from kg.graph.asking import ask, distinct, grouped
from kg.kinds.kind import Fact
from kg.kinds.topics.facts import by_meeting
from kg.model import Queryable, Row


def facts(graph: Queryable) -> list[Fact]:
    """Every meeting with its people, parties, time, place and topics."""
    topics = by_meeting(graph)
    return [
        {
            "kind": row["kind"],
            "participants": distinct(rows, "participant"),
            "parties": distinct(rows, "party"),
            "date": _date(row),
            "place": row["place"],
            "topics": topics.get(row["meeting"], []),
        }
        for row, rows in grouped(ask(graph, __file__), "meeting")
    ]


def _date(row: Row) -> str | None:
    return f"{row['start']}/{row['end']}" if row["end"] else row["start"]
