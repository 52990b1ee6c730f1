"""Who published the article, and its entry in a public register."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.registrations.rdf import write
from kg.kinds.registrations.reading import read

KIND = Kind(name="registrations", reads_after=("bodies",), read=read, write=write)
