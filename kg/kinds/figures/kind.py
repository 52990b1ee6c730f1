"""Claims in numbers."""

from __future__ import annotations

from kg.kinds.figures.facts import facts
from kg.kinds.figures.rdf import write
from kg.kinds.figures.reading import read
from kg.kinds.kind import Kind

KIND = Kind(
    name="figures",
    reads_after=("home", "modality", "people", "posts", "periods", "quantities", "meetings"),
    read=read,
    write=write,
    facts=facts,
)
