"""Why the graph of an article says what it says: the rules and words behind each fact, and what was tried on a stretch."""

from __future__ import annotations

from kg.explain.facts import Part, Told, facts
from kg.explain.stretch import Stretch, stretches
from kg.explain.text import as_text

__all__ = ["Part", "Stretch", "Told", "as_text", "facts", "stretches"]
