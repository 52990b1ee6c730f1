"""Institutions."""

from __future__ import annotations

from kg.discourse.home import HOME
from kg.kinds.bodies.claim import BODIES, BODY_MENTIONS
from kg.kinds.bodies.facts import facts
from kg.kinds.bodies.marking import institutions
from kg.kinds.bodies.media import companies, dateline_agency, media
from kg.kinds.bodies.rdf import denote, finish
from kg.kinds.bodies.reading import bodies
from kg.kinds.kind import Kind, Readings


def read(readings: Readings) -> None:
    """The institutions of a document, one identity each."""
    readings[BODIES] = bodies(readings.document, readings[HOME])


KIND = Kind(
    name="bodies",
    layers=(BODY_MENTIONS,),
    marks_after=("parties", "periods"),
    reads_after=("home",),
    marks=(institutions, media, dateline_agency, companies),
    read=read,
    denote=denote,
    finish=finish,
    facts=facts,
    called="institutions",
)
