"""Articles and what is marked in them. Every span counts Unicode code points of the article's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Generic, NamedTuple, TypeGuard, TypeVar

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


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
    """Tokens ``first`` (included) to ``last`` (excluded) of a document, in the given paragraph.

    ``cut`` tells that it ends there only because it would grow too long.
    """

    first: int
    last: int
    paragraph: int
    span: Span
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A text as stored, never changed (schema:NewsArticle, nif:Context).

    ``furniture`` are the spans that are not the article's own prose (source line, photo credit, footer);
    ``date`` is the day of publication (ISO 8601) where the file states it; ``language`` is an ISO 639-1 code.
    ``key`` is what the article is known by when its text changes: the path it was read from, or the name it was given.
    ``aside`` is what a page says outside its article (menus, links to other news).
    """

    name: str
    text: str
    digest: str
    headline: str = ""
    date: str | None = None
    source: str | None = None
    furniture: tuple[Span, ...] = ()
    language: str = "en"
    key: str = ""
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


def no_tags(value: object) -> tuple[str, ...]:
    """The tags of a value that has none."""
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Layer(Generic[T_co]):
    """What mentions of one kind are marked on: its name, and the type of their values. Each layer is one constant.

    ``tags`` tells of a value what patterns may ask for.
    """

    name: str
    tags: Callable[[T_co], Iterable[str]] = no_tags

    def holds(self, mention: Mention[object]) -> TypeGuard[Mention[T_co]]:
        """Whether a mention is of this layer, so that its value has the layer's type."""
        return mention.layer is self


@dataclass(frozen=True, slots=True)
class Mention(Generic[T_co]):
    """A span of the text, the layer that tells the kind of thing it names, and what it denotes or its value.

    ``source`` is the name of the second witness that marked it, None where the rules did; ``rule`` is the id of the
    rule that gave it, None where no single rule did.
    """

    span: Span
    layer: Layer[T_co]
    value: T_co
    source: str | None = None
    rule: str | None = None


def sentence_number(sentences: Sequence[Sentence], token: int) -> int:
    """The number of the sentence that holds a token."""
    return max(0, bisect_right(sentences, token, key=lambda sentence: sentence.first) - 1)


def in_order(mentions: Iterable[Mention[T]]) -> list[Mention[T]]:
    """Mentions by where they begin, the longest first; of one span by the name of their layer."""
    return sorted(mentions, key=lambda m: (m.span.begin, -m.span.end, m.layer.name))


_NONE: tuple[list[int], list[Mention[object]]] = ([], [])


@dataclass(frozen=True)
class Document:
    """An article with its tokens, sentences and mentions, ordered by where they begin.

    ``date`` is the article's day, as its file states it or its text makes plain.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention[object], ...]
    date: str | None = None

    @cached_property
    def _begins(self) -> list[int]:
        return [token.begin for token in self.tokens]

    @cached_property
    def _by_layer(self) -> dict[Layer[object], tuple[list[int], list[Mention[object]]]]:
        layers: dict[Layer[object], tuple[list[int], list[Mention[object]]]] = {}
        for mention in self.mentions:
            begins, mentions = layers.setdefault(mention.layer, ([], []))
            begins.append(mention.span.begin)
            mentions.append(mention)
        return layers

    def of(self, layer: Layer[T]) -> list[Mention[T]]:
        """The mentions of a layer, in order."""
        return [m for m in self._by_layer.get(layer, _NONE)[1] if layer.holds(m)]

    def inside(self, span: Span, *layers: Layer[T]) -> list[Mention[T]]:
        """The mentions of the given layers that lie within a span, in order."""
        found = [mention for layer in layers for mention in self._inside(span, layer)]
        return in_order(found) if len(layers) > 1 else found

    def _inside(self, span: Span, layer: Layer[T]) -> list[Mention[T]]:
        begins, mentions = self._by_layer.get(layer, _NONE)
        first = bisect_left(begins, span.begin)
        candidates = mentions[first : bisect_left(begins, span.end, first)]
        return [m for m in candidates if m.span.end <= span.end and layer.holds(m)]

    def covered(self, span: Span, *layers: Layer[object]) -> bool:
        """Whether a mention of the given layers covers a span."""
        return any(
            self._reaches(layer, bisect_right(self._by_layer.get(layer, _NONE)[0], span.begin), span.end)
            for layer in layers
        )

    def nested(self, span: Span, *layers: Layer[object]) -> bool:
        """Whether a longer mention of the given layers covers a span."""
        return any(self._nested(span, layer) for layer in layers)

    def _nested(self, span: Span, layer: Layer[object]) -> bool:
        begins = self._by_layer.get(layer, _NONE)[0]
        before, upto = bisect_left(begins, span.begin), bisect_right(begins, span.begin)
        return self._reaches(layer, before, span.end) or self._reaches(layer, upto, span.end + 1)

    @cached_property
    def _reach(self) -> dict[Layer[object], list[int]]:
        """For each mention of a layer how far it and those before it reach."""
        return {
            layer: list(accumulate((m.span.end for m in mentions), max))
            for layer, (_, mentions) in self._by_layer.items()
        }

    def _reaches(self, layer: Layer[object], count: int, end: int) -> bool:
        """Whether one of the first mentions of a layer reaches a code point."""
        return count > 0 and self._reach[layer][count - 1] >= end

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

    @cached_property
    def _index(self) -> tuple[dict[int, int], dict[int, int]]:
        begins = {token.begin: i for i, token in enumerate(self.tokens)}
        return begins, {token.end: i + 1 for i, token in enumerate(self.tokens)}

    def span(self, first: int, last: int) -> Span:
        """The code points of tokens ``first`` to ``last`` (excluded)."""
        return Span(self.tokens[first].begin, self.tokens[last - 1].end)

    def range(self, span: Span) -> tuple[int, int]:
        """The first and the one-past-last token of a span that begins and ends with tokens."""
        begins, ends = self._index
        return begins[span.begin], ends[span.end]
