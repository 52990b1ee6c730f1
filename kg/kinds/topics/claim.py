"""What came up at a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span, Term


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic as it came up at a meeting: the concept, the words, and where they stand."""

    topic: Term
    words: str
    evidence: Span
