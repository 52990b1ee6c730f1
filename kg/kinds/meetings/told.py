"""An encounter as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.kinds.bodies.claim import Body
from kg.kinds.people.claim import Person
from kg.kinds.topics.claim import AgendaItem
from kg.model import Span, Term


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where something took place, with the ids of the rules that tell it."""

    date: str | None = None
    place: str | Body | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An encounter as one sentence tells it: ``rules`` are the ids of those that told it; ``leads`` says that the text
    goes on about it; an ``open`` one takes in those who speak at it;
    ``series`` keeps apart what the same parties hold,
    ``town`` is where a visitor stays."""

    kind: str
    evidence: Span
    people: tuple[Person, ...] = ()
    host: Person | None = None
    parties: tuple[Term, ...] = ()
    setting: Setting = Setting()
    status: str | None = None
    rules: tuple[str, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    session_of: tuple[Term, ...] = ()
    series: str = ""
    town: str | None = None
    leads: bool = False
    open: bool = False
    part_of: int | None = field(default=None)
