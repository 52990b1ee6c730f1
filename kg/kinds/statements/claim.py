"""Claims in words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.kinds.kind import Key
from kg.kinds.people.claim import Person
from kg.model import Span, Term


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words: who performs which speech act, about what, at which meeting."""

    act: Term
    speakers: tuple[Person, ...]
    addressees: tuple[Person, ...]
    about: tuple[str, ...]
    meeting: int | None
    evidence: Span


STATEMENTS: Key[tuple[Statement, ...]] = Key("statements")
