"""A stretch of tokens as one line of folded words, so that grammars are patterns over tokens, not over raw text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.model import Span, Token


class Folded:
    """Tokens joined by single blanks; a match over the line is mapped back to the tokens it covers."""

    def __init__(self, tokens: Sequence[Token], first: int = 0) -> None:
        self.tokens = tokens
        self.first = first
        self._starts: list[int] = []
        position = 0
        for token in tokens:
            self._starts.append(position)
            position += len(token.fold) + 1
        self.line = " ".join(token.fold for token in tokens)

    def range(self, match: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """First and one-past-last token (numbered as in the document) of a match or one of its groups."""
        begin, end = match.span(group)
        first = bisect_right(self._starts, begin) - 1
        last = bisect_right(self._starts, max(end - 1, begin))
        return self.first + first, self.first + last

    def span(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Code points of a match or one of its groups."""
        first, last = self.range(match, group)
        return Span(self.tokens[first - self.first].begin, self.tokens[last - 1 - self.first].end)

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Span]]:
        """All matches of a pattern that begin and end at token borders, with their spans."""
        for match in pattern.finditer(self.line):
            if match.end() > match.start():
                yield match, self.span(match)
