"""Text to tokens and sentences; every token keeps its code-point offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Sentence, Span, Token
from kg.vocabulary import fold

# Hyphens and dashes are tokens of their own, so that "Kazakh-French" and "Central Asia-EU" hold two names.
_TOKEN = re.compile(
    r"""
      \d{1,3}(?:[ ]\d{3})+(?:,\d{1,2})?(?![\d.,]|[ ]\d)   # 1 900   148 300   13 842,6
    | \d+(?:[.,\u00a0]\d+)*                              # 41.4   1,143   10484
    | (?:[A-Z]\.){2,}                                    # U.S.   H.E.
    | [A-Z]\.(?=[\s\u00a0]*[A-Z][^\W\d_])                # A. Smith
    | ['’]s\b                                            # possessive
    | [^\W\d_]+(?:['’‘ʻʼ](?!s\b)[^\W\d_]+)*                 # words, d’Affaires
    | \S                                                 # marks
    """,
    re.VERBOSE,
)

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr amb no approx gen col lt sen rep prof jr sr inc co ltd vs art st hon rev capt maj messrs""".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_CLOSERS = frozenset("\"'”’»)]")


def tokenise(text: str, without: Sequence[Span] = ()) -> tuple[Token, ...]:
    """The tokens of a text in order, leaving out spans that are not prose."""
    tokens = (Token(m.group(), m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text))
    if not without:
        return tuple(tokens)
    return tuple(t for t in tokens if not any(span.begin <= t.begin < span.end for span in without))


def split(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Sentences as ranges of tokens. A line break ends a sentence; an empty line ends a paragraph."""
    sentences: list[Sentence] = []
    first = paragraph = 0
    for i, token in enumerate(tokens):
        gap = text[token.end : tokens[i + 1].begin] if i + 1 < len(tokens) else "\n"
        if "\n" in gap or _ends(tokens, i, gap):
            sentences.append(Sentence(first, i + 1, paragraph, Span(tokens[first].begin, token.end)))
            first = i + 1
            paragraph += "\n" in gap
    return tuple(sentences)


def _ends(tokens: Sequence[Token], i: int, gap: str) -> bool:
    """Whether a sentence ends after token i, which white space may follow."""
    mark = i
    while mark > 0 and tokens[mark].text in _CLOSERS and tokens[mark].begin == tokens[mark - 1].end:
        mark -= 1
    if tokens[mark].text not in ".!?…" or not gap or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1].text
    if tokens[mark].text == "." and mark > 0 and _goes_on(tokens[mark - 1].fold, following):
        return False
    return not following[0].islower() and following not in ",;:)"


def _goes_on(before: str, following: str) -> bool:
    """Whether a full stop only shortens the word before it: "Mr. Sol", "Feb. 15"."""
    return before in _ABBREVIATIONS or (before in _MONTHS and following[0].isdigit())
