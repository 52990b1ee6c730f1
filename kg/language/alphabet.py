"""Sentences as lines of characters, so that patterns over tokens become regular expressions.

A token is three characters: its word (one character for each word that any pattern knows, one for all others), its
shape, and whether it touches the token before. A mention is a pair of marks around its tokens, the opening one
followed by a mark for each tag that any pattern asks for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import Token
from kg.vocabulary import fold

# Words are letters to a regular expression, all else is not: "\\w" and "\\W" are quick, classes of characters are not.
_WORDS = 0x4E01
_MARKS = 0xE000
UNKNOWN = "\u4e00"
_LAST = "\u9fff"
ANY = r"\w"
MARK = r"\W"
GLUED = "="
TOKEN = 3
_APART = "~"
# Where a token begins with the marks before it: behind the last character of another token, or at the begin of the line.
START = rf"(?<![^{GLUED}{_APART}])"
_SHAPES = {"capital": "^", "capitals": '"', "lower": "-", "digits": "#", "mark": "!"}
# The characters of each shape that a pattern may ask for.
SHAPES = {"cap": '"^', "upper": '"', "lower": "-", "digits": "#", "mark": "!"}


class Marked(NamedTuple):
    """A mention in a line; of those that begin together the longest comes first."""

    first: int
    minus_last: int
    layer: str
    opening: str
    closing: str


class Alphabet:
    """Characters for words, layers and tags, given out in the order in which they are asked for."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self.close = self._mark("close", "")

    def word(self, word: str) -> str:
        """The character of a word, by its folded form."""
        return self._words.setdefault(fold(word), chr(_WORDS + len(self._words)))

    def layer(self, name: str) -> tuple[str, str]:
        """The marks that open and close a mention of a layer."""
        return self._mark("begin", name), self._mark("end", name)

    def tag(self, name: str) -> str:
        """The mark of a tag."""
        return self._mark("tag", name)

    def _mark(self, kind: str, name: str) -> str:
        return self._marks.setdefault((kind, name), chr(_MARKS + len(self._marks)))

    @staticmethod
    def rank(char: str) -> int:
        """How common what a character stands for is: 0 for a word, 1 for a mark of a mention, 2 for the shape of a token."""
        if ord(char) >= _MARKS:
            return 1
        return 0 if char >= UNKNOWN else 2

    def tokens(self, tokens: Iterable[Token]) -> list[str]:
        """Each token as three characters."""
        words, end, found = self._words, -1, []
        for token in tokens:
            found.append(
                words.get(token.fold, UNKNOWN) + _shape(token.text) + (GLUED if token.begin == end else _APART)
            )
            end = token.end
        return found

    def marked(self, first: int, last: int, layer: str, tags: Iterable[str]) -> Marked:
        """A mention of tokens ``first`` to ``last`` (excluded) as it stands in a line, with those of its tags that any pattern asks for."""
        opening, closing = self.layer(layer)
        known = [mark for tag in sorted(tags) if (mark := self._marks.get(("tag", tag)))]
        return Marked(first, -last, layer, f"{opening}{''.join(known)}{self.close}", closing)

    def line(self, tokens: Sequence[str], first: int, last: int, mentions: Iterable[Marked]) -> Line:
        """Tokens ``first`` to ``last`` (encoded) with the mentions that lie between them."""
        before: dict[int, list[str]] = {}
        for mention in sorted(mentions):
            before.setdefault(mention.first, []).append(mention.opening)
            before.setdefault(-mention.minus_last, []).insert(0, mention.closing)
        parts: list[str] = []
        for i in range(first, last):
            if i in before:
                parts.extend(before[i])
            parts.append(tokens[i])
        parts.extend(before.get(last, ()))
        return Line("".join(parts), first)


def _shape(text: str) -> str:
    if text[0].isdecimal():
        return _SHAPES["digits"]
    if not text[0].isalpha():
        return _SHAPES["mark"]
    if not text[0].isupper():
        return _SHAPES["lower"]
    return _SHAPES["capitals" if len(text) > 1 and text.isupper() else "capital"]


class Line:
    """An encoded sentence that begins with token ``first`` of its document."""

    __slots__ = ("_begins", "first", "text")

    def __init__(self, text: str, first: int) -> None:
        self.text, self.first = text, first
        self._begins: list[int] | None = None

    def token(self, offset: int) -> int:
        """The number of the first token that begins at or behind an offset of the line."""
        return self.first + bisect_left(self._offsets(), offset)

    def offset(self, token: int) -> int:
        """Where a token begins in the line."""
        return self._offsets()[token - self.first]

    def part(self, first: int, last: int) -> Line:
        """Tokens ``first`` to ``last`` (excluded) with the marks that stand before each."""
        begin = self.offset(first - 1) + TOKEN if first > self.first else 0
        return Line(self.text[begin : self.offset(last - 1) + TOKEN], first)

    def _offsets(self) -> list[int]:
        if self._begins is None:
            self._begins = [i for i, char in enumerate(self.text) if UNKNOWN <= char <= _LAST]
        return self._begins
