"""People and their names."""

from __future__ import annotations

from kg.kinds.kind import Kind, Readings
from kg.kinds.people.claim import NAMES
from kg.kinds.people.facts import facts
from kg.kinds.people.marking import names
from kg.kinds.people.rdf import denote, write
from kg.kinds.people.reading import PEOPLE, people


def read(readings: Readings) -> None:
    """The people of a document, each under all their names."""
    readings[PEOPLE] = people(readings.document)


KIND = Kind(
    name="people",
    layers=(NAMES,),
    marks_after=("bodies", "frameworks", "posts"),
    marks=(names,),
    read=read,
    write=write,
    denote=denote,
    facts=facts,
)
