"""The words that travel between the stages: plain, immutable data without any library.

An :class:`Article` is read, its :class:`Mention` s are annotated, what they denote is resolved, and the
:class:`Claim` s they support are related. Every span counts Unicode code points of the article's text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple, Protocol


class ReadoutError(Exception):
    """A state of the world that stops the work; its text is one line that says what to do."""


class BadInput(ReadoutError):
    """A file, folder or argument that cannot be used."""


class StoreInUse(ReadoutError):
    """Another process is writing to the store."""


class Span(NamedTuple):
    """Code points ``begin`` (included) to ``end`` (excluded), as in RFC 5147 ``char=begin,end``."""

    begin: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.begin <= other.begin and other.end <= self.end


class Token(NamedTuple):
    """A word, number or mark of the text; ``fold`` is its lower-case form without accents."""

    text: str
    begin: int
    end: int
    fold: str


class Sentence(NamedTuple):
    """Tokens ``first`` (included) to ``last`` (excluded) of a document, in the given paragraph."""

    first: int
    last: int
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A text as stored, never changed (schema:NewsArticle, nif:Context).

    ``furniture`` are the spans that are not the article's own prose (source line, photo credit, footer);
    ``date`` is the day of publication (ISO 8601) where the file states it.
    """

    name: str
    text: str
    digest: str
    headline: str = ""
    date: str | None = None
    source: str | None = None
    furniture: tuple[Span, ...] = ()

    def quote(self, span: Span) -> str:
        """The article's words at a span."""
        return self.text[span.begin : span.end]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the vocabulary: what a phrase in ``ontology/`` denotes.

    ``kind`` is the lexicon it stands in (party, role, flow, act, topic, ...); ``form`` tells which of its
    names was met (label, adjective, demonym, capital).
    """

    iri: str
    label: str
    kind: str
    form: str = "label"
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed: ``value`` x 10^``multiplier`` in ``unit``.

    ``unit`` is an ISO 4217 code, ``percent``, ``times`` or a plain noun; ``decimals`` counts the printed
    digits after the point (SDMX DECIMALS); ``bound`` is exact, more-than, less-than or about.
    """

    value: Decimal
    multiplier: int
    decimals: int
    unit: str
    bound: str = "exact"

    @property
    def amount(self) -> Decimal:
        """The value in whole units."""
        return self.value.scaleb(self.multiplier)

    @property
    def tolerance(self) -> Decimal:
        """Half of the last printed digit, in whole units."""
        return Decimal(5).scaleb(self.multiplier - self.decimals - 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: ISO 8601 dates of reduced precision, both included.

    ``last`` is None where the period is still open ("since 2005").
    """

    first: str
    last: str | None

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}/.."
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Relative:
    """A stretch of time that only the context dates.

    ``kind``: ``same`` (the same months of another year), ``previous`` (the year before), ``year-on-year``
    (names only the base of a growth), ``above`` (the period just spoken of). ``year`` is given for "the same
    period of 2022".
    """

    kind: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text, the kind of thing it names and what it denotes or its value."""

    span: Span
    kind: str
    value: Any = None


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
    """An encounter; ``part_of`` is the number of the meeting that holds it."""

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


@dataclass(frozen=True)
class Document:
    """An article with its tokens, sentences and mentions, ordered by where they begin.

    ``date`` is the article's day, as its file states it or its text makes plain.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    date: str | None = None

    @cached_property
    def _begins(self) -> list[int]:
        return [token.begin for token in self.tokens]

    @cached_property
    def _by_kind(self) -> dict[str, tuple[list[int], list[Mention]]]:
        kinds: dict[str, tuple[list[int], list[Mention]]] = {}
        for mention in self.mentions:
            begins, mentions = kinds.setdefault(mention.kind, ([], []))
            begins.append(mention.span.begin)
            mentions.append(mention)
        return kinds

    def inside(self, span: Span, *kinds: str) -> list[Mention]:
        """The mentions of the given kinds that lie within a span, in order."""
        found: list[Mention] = []
        for kind in kinds:
            begins, mentions = self._by_kind.get(kind, ([], []))
            candidates = mentions[bisect_left(begins, span.begin) : bisect_left(begins, span.end)]
            found.extend(m for m in candidates if m.span.end <= span.end)
        if len(kinds) > 1:
            found.sort(key=lambda m: (m.span.begin, -m.span.end, m.kind))
        return found

    def covered(self, span: Span, *kinds: str) -> bool:
        """Whether a mention of the given kinds covers a span."""
        for kind in kinds:
            begins, mentions = self._by_kind.get(kind, ([], []))
            last = bisect_right(begins, span.begin)
            if any(m.span.end >= span.end and m.span.begin <= span.begin for m in mentions[max(0, last - 8) : last]):
                return True
        return False

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin within a span."""
        return self.tokens[bisect_left(self._begins, span.begin) : bisect_left(self._begins, span.end)]

    def words(self, span: Span) -> list[str]:
        """The folded tokens that begin within a span."""
        return [token.fold for token in self.tokens_in(span)]

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence that holds a span."""
        k = bisect_right(self.sentences, span.begin, key=lambda s: s.span.begin) - 1
        return self.sentences[k] if k >= 0 and self.sentences[k].span.covers(span) else None


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
        return [r for r in self.references if span.covers(r.span)]


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


# --- What the checks say --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """A span with its words, as a finding or a picture shows them."""

    begin: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape or the referee found wrong.

    ``focus`` is the IRI of the culprit, ``shape`` and ``component`` say which constraint of ``shapes/`` it breaks.
    """

    article: str
    rule: str
    severity: str
    message: str
    focus: str
    spans: tuple[Quote, ...] = ()
    stated: str | None = None
    computed: str | None = None
    tolerance: str | None = None
    repair: str | None = None
    shape: str = ""
    component: str = "SPARQLConstraintComponent"


@dataclass(frozen=True, slots=True)
class Report:
    """What shapes and referee found (sh:ValidationReport)."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


# --- What analyses and pictures use ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article that a node or edge stands on."""

    article: str
    begin: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in a network picture."""

    id: str
    label: str
    kind: str
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation in a network picture."""

    source: str
    target: str
    kind: str
    label: str
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, ordered, ready to be drawn, written or analysed."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Statement4(NamedTuple):
    """A quad as plain text; ``kind`` of the object is ``iri``, a language tag with @, or the datatype's IRI."""

    graph: str
    subject: str
    predicate: str
    object: str
    kind: str


Row = Mapping[str, Any]


class Queryable(Protocol):
    """Anything that answers SPARQL SELECT with rows of plain Python values."""

    def select(self, query: str) -> Sequence[Row]:
        """Rows as mappings from variable to str, int, Decimal, bool or None."""
        ...


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """The graph of one article as sorted N-Triples lines without their final stop ("s p o")."""

    iri: str
    name: str
    digest: str
    triples: tuple[str, ...]
