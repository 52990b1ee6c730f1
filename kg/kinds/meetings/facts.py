"""The meetings of an article as plain facts."""

from __future__ import annotations

from collections.abc import Iterator

from kg.discourse.modality import AHEAD
from kg.graph.asking import ask, distinct, grouped
from kg.kinds.kind import Fact
from kg.kinds.topics.facts import by_meeting
from kg.model import Queryable, Row

_TOLD = (None, *AHEAD)


def facts(graph: Queryable) -> list[Fact]:
    """Every meeting that was held or is to come with its people, parties, time, place, topics and status."""
    topics = by_meeting(graph)
    return [
        {**fact, "topics": topics.get(meeting, []), "status": status}
        for meeting, status, fact in _encounters(graph)
        if status in _TOLD
    ]


def not_held(graph: Queryable) -> list[Fact]:
    """Every meeting that was denied, cancelled, postponed or only supposed, with its status."""
    return [{**fact, "status": status} for _, status, fact in _encounters(graph) if status not in _TOLD]


def _encounters(graph: Queryable) -> Iterator[tuple[str, str | None, Fact]]:
    """Each encounter by its IRI, with its status and what is said of it."""
    for row, rows in grouped(ask(graph, __file__), "meeting"):
        fact: Fact = {
            "kind": row["kind"],
            "participants": distinct(rows, "participant"),
            "parties": distinct(rows, "party"),
            "date": _date(row),
            "place": row["place"],
        }
        yield row["meeting"], row["status"], fact


def _date(row: Row) -> str | None:
    return f"{row['start']}/{row['end']}" if row["end"] else row["start"]
