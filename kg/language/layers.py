"""Mentions looked up by the token they begin or end at, for grammars that walk over tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeGuard, TypeVar

from kg.language.language import Language
from kg.language.lines import Lines
from kg.language.rules import Match
from kg.model import Layer, Mention, Sentence, Span, Token, sentence_number

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

DASHES = ("-", "–", "—", "‑")


class Hit(NamedTuple, Generic[T_co]):
    """A mention with its tokens ``first`` (included) to ``last`` (excluded)."""

    mention: Mention[T_co]
    first: int
    last: int


def _is_of(hit: Hit[object], layer: Layer[T]) -> TypeGuard[Hit[T]]:
    return layer.holds(hit.mention)


class Layers:
    """The tokens of a document with the mentions found so far, layer by layer."""

    def __init__(
        self,
        language: Language,
        text: str,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention[object]],
        date: str | None = None,
    ) -> None:
        self.text, self.tokens, self.sentences, self.date = text, tokens, sentences, date
        self.lines = Lines(language, tokens, sentences)
        self._articles, self._possessives = (language.words("words", name) for name in ("articles", "possessives"))
        self._index = {token.begin: i for i, token in enumerate(tokens)}
        self._ends = {token.end: i + 1 for i, token in enumerate(tokens)}
        self._starting: dict[tuple[Layer[object], int], Hit[object]] = {}
        self._ending: dict[tuple[Layer[object], int], Hit[object]] = {}
        self._over: dict[tuple[Layer[object], int], Hit[object]] = {}
        self._all: dict[Layer[object], list[Hit[object]]] = {}
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Mention[object]) -> None:
        """Puts one more mention into its layer."""
        hit = Hit(mention, self._index[mention.span.begin], self._ends[mention.span.end])
        self._starting[mention.layer, hit.first] = hit
        self._ending[mention.layer, hit.last] = hit
        self._all.setdefault(mention.layer, []).append(hit)
        self.lines.add(mention.layer, mention.value, hit.first, hit.last)
        for i in range(hit.first, hit.last):
            known = self._over.get((mention.layer, i))
            if known is None or known.first <= hit.first:
                self._over[mention.layer, i] = hit

    def hits(self, layer: Layer[T]) -> list[Hit[T]]:
        """All mentions of a layer, in the order they were added."""
        return [hit for hit in self._all.get(layer, ()) if _is_of(hit, layer)]

    def all(self) -> list[Mention[object]]:
        """Every mention of every layer."""
        return [hit.mention for hits in self._all.values() for hit in hits]

    def at(self, layer: Layer[T], i: int) -> Hit[T] | None:
        """The mention of a layer that begins at token i."""
        hit = self._starting.get((layer, i))
        return hit if hit and _is_of(hit, layer) else None

    def filling(self, layer: Layer[T], match: Match, slot: str) -> Hit[T] | None:
        """The mention of a layer with which a slot of a match begins; None where nothing fills the slot."""
        return self.at(layer, match.slots[slot][0]) if slot in match.slots else None

    def before(self, layer: Layer[T], i: int) -> Hit[T] | None:
        """The mention of a layer that ends right before token i."""
        hit = self._ending.get((layer, i))
        return hit if hit and _is_of(hit, layer) else None

    def over(self, layer: Layer[T], i: int) -> Hit[T] | None:
        """The mention of a layer that covers token i; of several the one that begins last."""
        hit = self._over.get((layer, i))
        return hit if hit and _is_of(hit, layer) else None

    def covered(self, i: int, *layers: Layer[object]) -> bool:
        """Whether a mention of the given layers covers token i."""
        return any(self.over(layer, i) for layer in layers)

    def fold(self, i: int) -> str:
        """The folded token i, or an empty text outside."""
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""

    def folds(self, first: int, last: int) -> list[str]:
        """The folded tokens ``first`` to ``last`` (excluded)."""
        return [token.fold for token in self.tokens[first:last]]

    def text_at(self, i: int) -> str:
        """Token i as printed, or an empty text outside."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def adjacent(self, i: int) -> bool:
        """Whether token i touches the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].begin

    def skip_the(self, i: int) -> int:
        """Token i, or the one after it where token i is a definite article."""
        return i + (self.fold(i) in self._articles)

    def possessive(self, i: int) -> bool:
        """Whether token i is a possessive ending."""
        return self.fold(i) in self._possessives

    def capital(self, i: int) -> bool:
        """Whether token i is a word with a capital first letter."""
        return self.text_at(i)[:1].isupper()

    def span(self, first: int, last: int) -> Span:
        """The code points of tokens ``first`` to ``last`` (excluded)."""
        return Span(self.tokens[first].begin, self.tokens[last - 1].end)

    def after(self, span: Span) -> int:
        """The token after a span."""
        return self._ends[span.end]

    def words(self, first: int, last: int) -> str:
        """The text of tokens ``first`` to ``last`` (excluded), with blanks for line breaks."""
        return " ".join(self.text[self.tokens[first].begin : self.tokens[last - 1].end].split())

    def opens_paragraph(self, sentence: Sentence) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return sentence.first == 0 or self.sentence_of(sentence.first - 1).paragraph != sentence.paragraph

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds token i."""
        return self.sentences[sentence_number(self.sentences, i)]
