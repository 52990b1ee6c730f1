"""Articles and what is marked in them. Every span counts Unicode code points of the article's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple


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
    ``date`` is the day of publication (ISO 8601) where the file states it; ``aside`` is what a page says
    outside its article (menus, links to other news).
    """

    name: str
    text: str
    digest: str
    headline: str = ""
    date: str | None = None
    source: str | None = None
    furniture: tuple[Span, ...] = ()
    aside: str = ""

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
    """A span of the text, the kind of thing it names and what it denotes or its value.

    ``source`` is the name of the second witness that marked it, None where the rules did.
    """

    span: Span
    kind: str
    value: Any = None
    source: str | None = None


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
        return any(m.span.end >= span.end for kind in kinds for m in self._reaching(span, kind))

    def nested(self, span: Span, *kinds: str) -> bool:
        """Whether a longer mention of the given kinds covers a span."""
        return any(m.span.end >= span.end and m.span != span for kind in kinds for m in self._reaching(span, kind))

    def _reaching(self, span: Span, kind: str) -> list[Mention]:
        """The last mentions of a kind that begin at or before a span."""
        begins, mentions = self._by_kind.get(kind, ([], []))
        last = bisect_right(begins, span.begin)
        return mentions[max(0, last - 8) : last]

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
