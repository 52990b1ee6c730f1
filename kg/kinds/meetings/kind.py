"""Encounters of people and sides."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.meetings.facts import facts
from kg.kinds.meetings.rdf import write
from kg.kinds.meetings.reading import read

KIND = Kind(
    name="meetings",
    reads_after=("home", "people", "posts", "references", "bodies", "topics"),
    read=read,
    write=write,
    facts=facts,
)
