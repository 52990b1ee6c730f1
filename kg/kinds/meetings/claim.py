"""Encounters of people and sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.kinds.bodies.claim import Body
from kg.kinds.kind import Key
from kg.kinds.people.claim import Person
from kg.kinds.topics.claim import AgendaItem
from kg.model import Span, Term


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter; ``status`` is None where it was held, else one of :data:`kg.discourse.modality.STATUSES`; ``part_of``
    is the number of the meeting that holds it, ``session_of`` the commissions and formats that are in session.
    ``rules`` are the ids of those that told who met, of what kind and status it was, when and where."""

    number: int
    kind: str
    label: str
    host: Person | None
    participants: tuple[Person, ...]
    parties: tuple[Term, ...]
    date: str | None
    place: Term | Body | str | None
    agenda: tuple[AgendaItem, ...]
    status: str | None
    part_of: int | None
    evidence: tuple[Span, ...]
    rules: tuple[str, ...] = ()
    session_of: tuple[Term, ...] = ()


class Meetings(NamedTuple):
    """The meetings of a document, and the number of the one that each sentence (by its first token) is about."""

    all: tuple[Meeting, ...]
    of_sentence: dict[int, int]


MEETINGS: Key[Meetings] = Key("meetings")
