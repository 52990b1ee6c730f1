"""Mentions looked up by the token they begin or end at, for grammars that walk over tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import Mention, Sentence, Span, Token

DASHES = ("-", "–", "—", "‑")


class Hit(NamedTuple):
    """A mention with its tokens ``first`` (included) to ``last`` (excluded)."""

    mention: Mention
    first: int
    last: int


class Layers:
    """The tokens of a document with the mentions found so far, one layer for each kind."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        date: str | None = None,
    ) -> None:
        self.text, self.tokens, self.sentences, self.date = text, tokens, sentences, date
        self._index = {token.begin: i for i, token in enumerate(tokens)}
        self._ends = {token.end: i + 1 for i, token in enumerate(tokens)}
        self._starting: dict[tuple[str, int], Hit] = {}
        self._ending: dict[tuple[str, int], Hit] = {}
        self._all: dict[str, list[Hit]] = {}
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Mention) -> None:
        """Puts one more mention into its layer."""
        hit = Hit(mention, self._index[mention.span.begin], self._ends[mention.span.end])
        self._starting[mention.kind, hit.first] = hit
        self._ending[mention.kind, hit.last] = hit
        self._all.setdefault(mention.kind, []).append(hit)

    def hits(self, kind: str) -> list[Hit]:
        """All mentions of a kind, in the order they were added."""
        return self._all.get(kind, [])

    def all(self) -> list[Mention]:
        """Every mention of every kind."""
        return [hit.mention for hits in self._all.values() for hit in hits]

    def at(self, kind: str, i: int) -> Hit | None:
        """The mention of a kind that begins at token i."""
        return self._starting.get((kind, i))

    def before(self, kind: str, i: int) -> Hit | None:
        """The mention of a kind that ends right before token i."""
        return self._ending.get((kind, i))

    def over(self, kind: str, i: int) -> Hit | None:
        """The mention of a kind that covers token i."""
        for first in range(i, max(-1, i - 12), -1):
            hit = self._starting.get((kind, first))
            if hit and hit.last > i:
                return hit
        return None

    def fold(self, i: int) -> str:
        """The folded token i, or an empty text outside."""
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""

    def text_at(self, i: int) -> str:
        """Token i as printed, or an empty text outside."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def adjacent(self, i: int) -> bool:
        """Whether token i touches the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].begin

    def skip_the(self, i: int) -> int:
        """Token i, or the one after it where token i is the article "the"."""
        return i + (self.fold(i) == "the")

    def possessive(self, i: int) -> bool:
        """Whether token i is a possessive ending."""
        return self.text_at(i) in ("'s", "’s")

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

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds token i."""
        k = bisect_right(self.sentences, i, key=lambda sentence: sentence.first) - 1
        return self.sentences[max(k, 0)]
