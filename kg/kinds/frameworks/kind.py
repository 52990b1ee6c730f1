"""Agreements, formats, commissions, forums, programmes and routes."""

from __future__ import annotations

from kg.kinds.frameworks.facts import facts
from kg.kinds.frameworks.marking import frameworks as mark
from kg.kinds.frameworks.rdf import denote, write
from kg.kinds.frameworks.reading import read
from kg.kinds.kind import Kind

KIND = Kind("frameworks", ("bodies",), ("posts", "meetings"), (mark,), read, write, denote, facts=facts)
