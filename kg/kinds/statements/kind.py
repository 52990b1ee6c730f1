"""Claims in words."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.statements.rdf import denote, write
from kg.kinds.statements.reading import read

KIND = Kind(name="statements", reads_after=("posts", "references", "meetings"), read=read, write=write, denote=denote)
