"""States, unions and regions: marked by the gazetteer."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.parties.rdf import denote, finish

KIND = Kind(name="parties", denote=denote, finish=finish)
