"""People and their names."""

from __future__ import annotations

from kg.kinds.kind import Kind, Readings
from kg.kinds.people.facts import facts
from kg.kinds.people.marking import names
from kg.kinds.people.rdf import denote, write
from kg.kinds.people.reading import PEOPLE, people


def read(readings: Readings) -> None:
    """The people of a document, each under all their names."""
    readings[PEOPLE] = people(readings.document)


KIND = Kind("people", ("bodies", "frameworks", "posts"), (), (names,), read, write, denote, facts=facts)
