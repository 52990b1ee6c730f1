"""Who and what an article speaks of, and the claims it makes; each claim names the spans it was read from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from kg.model.text import Document, Mention, Period, Quantity, Span, Term


@dataclass(frozen=True, slots=True)
class Person:
    """A human being as the article names her: fullest form first, other forms after."""

    iri: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """An institution: a public body, organisation, company or agency."""

    iri: str
    name: str
    kind: str
    of: Term | None = None
    aliases: tuple[str, ...] = ()
    receiving: Term | None = None


@dataclass(frozen=True, slots=True)
class Framework:
    """An agreement, format, commission, forum, programme or route that ties parties."""

    iri: str
    name: str
    kind: str
    parties: tuple[Term, ...]
    aliases: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A title as found in the text, with what it says of the post and the names it introduces.

    ``names`` are the spans of the names that the phrase introduces, each with the sending side that a
    distributive list gives it ("ambassadors of France A and Poland B").
    """

    title: str
    role: Term
    of: Term | Body | Framework | None
    to: Term | None
    new: bool
    names: tuple[tuple[Span, Term | None], ...]
    span: Span
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's holding of a post."""

    person: Person
    title: str
    role: Term
    of: Term | Body | Framework | None
    to: Term | None
    new: bool
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic as it came up at a meeting: the concept, the words, and where they stand."""

    topic: Term
    words: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter; ``part_of`` is the number of the meeting that holds it, ``session_of`` the commissions and formats
    that are in session."""

    number: int
    kind: str
    label: str
    host: Person | None
    participants: tuple[Person, ...]
    parties: tuple[Term, ...]
    date: str | None
    place: Term | Body | str | None
    agenda: tuple[AgendaItem, ...]
    planned: bool
    part_of: int | None
    evidence: tuple[Span, ...]
    session_of: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words: who performs which speech act, about what, at which meeting."""

    act: Term
    speakers: tuple[Person, ...]
    addressees: tuple[Person, ...]
    about: tuple[Any, ...]
    meeting: int | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Observation:
    """A claim in numbers (qb:Observation); ``surface`` holds the number and its unit."""

    quantity: Quantity
    flow: Term
    measure: Term
    reporter: Term | Body | None
    counterpart: Term | Body | None
    period: Period | None
    base: Period | None
    surface: Span
    evidence: Span


@dataclass(frozen=True, slots=True)
class Registration:
    """A publisher's entry in a public register (rov:registration)."""

    publisher: Body
    number: str
    issued: str | None
    registrar: Body | None
    evidence: Span


Claim = Tenure | Meeting | Framework | Statement | Observation | Registration


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that stands for people: a name, a surname, or a title ("the minister")."""

    span: Span
    people: tuple[Person, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the mentions of a document denote: people, the posts they hold, and bodies under one identity."""

    document: Document
    people: tuple[Person, ...]
    references: tuple[Reference, ...]
    posts: tuple[tuple[PostPhrase, tuple[Person, ...]], ...]
    bodies: tuple[tuple[Mention, Body], ...]
    home: Term | None = None

    def referring(self, span: Span) -> list[Reference]:
        """The references inside a span, in order."""
        first = bisect_left(self.references, span.begin, key=lambda r: r.span.begin)
        last = bisect_left(self.references, span.end, key=lambda r: r.span.begin)
        return [r for r in self.references[first:last] if r.span.end <= span.end]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one article, ready to be mapped."""

    resolution: Resolution
    people: tuple[Person, ...]
    bodies: tuple[Body, ...]
    claims: tuple[Claim, ...]
    publisher: Body | None = None

    @property
    def document(self) -> Document:
        """The article with its tokens and mentions."""
        return self.resolution.document
