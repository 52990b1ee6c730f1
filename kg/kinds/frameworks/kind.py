"""Agreements, formats, commissions, forums, programmes and routes."""

from __future__ import annotations

from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.frameworks.facts import facts
from kg.kinds.frameworks.marking import frameworks as mark
from kg.kinds.frameworks.rdf import denote, write
from kg.kinds.frameworks.reading import read
from kg.kinds.kind import Kind

KIND = Kind(
    name="frameworks",
    layers=(FRAMEWORK_MENTIONS,),
    marks_after=("bodies",),
    reads_after=("posts", "meetings"),
    marks=(mark,),
    read=read,
    write=write,
    denote=denote,
    facts=facts,
)
