"""What is talked about; read sentence by sentence by the kinds that ask."""

from __future__ import annotations

from kg.kinds.kind import Kind
from kg.kinds.topics.rdf import finish

KIND = Kind(name="topics", finish=finish)
