"""Encounters of people and sides."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.meetings.facts import facts, not_held
from kg.kinds.meetings.rdf import write
from kg.kinds.meetings.reading import read

KIND = Kind(
    name="meetings",
    reads_after=("home", "modality", "people", "posts", "references", "bodies", "topics"),
    read=read,
    write=write,
    facts={"meetings": facts, "not_held": not_held},
)
