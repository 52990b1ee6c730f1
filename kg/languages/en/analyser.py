"""Text to tokens and sentences; every token keeps its code-point offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.languages.en.wrapping import soft_breaks
from kg.model import Sentence, Span, Token
from kg.vocabulary import fold

# Soft hyphens and the like stand inside words; they and control characters are no marks. Footnote marks are no letters.
_INSIDE = r"[\u00ad\u200b-\u200d\u2060\ufeff]"
_UNSEEN = rf"(?:[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2061-\u2069]|{_INSIDE})"
_NOTE = r"[²³¹⁰-⁹₀-₉①-⓿❶-➓]"
# Hyphens and dashes are tokens of their own, so that "Kazakh-French" and "Central Asia-EU" hold two names.
_TOKEN = re.compile(
    r"""
      \d{1,3}(?:[ \u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?![.,]?\d|[ ]\d)  # 1 900   148 300   13 842,6
    | \d{1,3}[ ]\.\d+(?!\.)                              # 3 .97, with a stray blank
    | (?<=[$€£¥])\d{1,3}\.[ ]\d+(?=[ ][a-z]+illions?\b)   # 2. 28 billion
    | \d+(?:[.,'’\u00a0\u2009\u202f]\d+)*                # 41.4   1,143   10484   1’143
    | (?:[A-Z]\.){2,}                                    # U.S.   H.E.
    | [A-Z]\.[A-Z]\b(?!\.)                             # H.E
    | [A-Z]\.(?=[\s\u00a0]*[A-Z][^\W\d_])                # A. Smith
    | ['’]s\b                                            # possessive
    | LETTER+(?:(?:['’‘ʻʼ](?!s\b)|INSIDE+)LETTER+)*       # words, d’Affaires
    | (?!UNSEEN)\S                                       # marks
    """.replace("LETTER", r"(?:(?!NOTE)[^\W\d_])")
    .replace("UNSEEN", _UNSEEN)
    .replace("INSIDE", _INSIDE)
    .replace("NOTE", _NOTE),
    re.VERBOSE,
)

_FOOTNOTE = re.compile(_NOTE)
_DROPPED = re.compile(_UNSEEN)

# A currency behind the full stop of an abbreviated scale: "317 mln. USD".
_CURRENCY = re.compile(r"US|U\.S\.|[A-Z]{3}|[$€£¥₽]")
_SCALES = frozenset("mln mn mio bln bn mrd trln trn tn".split())
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr amb no approx gen col lt sen rep prof jr sr inc co ltd vs art st hon rev capt maj messrs rs""".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_CLOSERS = frozenset("\"'”’»)]")
_MOST_CLOSERS = 8
# No sentence of an article is longer; what is gets cut at the next mark or line break, so that reading stays linear.
_LONGEST = 200
_LONGEST_UNMARKED = 250
_PAUSES = frozenset(",;:)–—")


def tokenise(text: str, without: Sequence[Span] = ()) -> tuple[Token, ...]:
    """The tokens of a text in order, leaving out spans that are not prose."""
    tokens = (Token(m.group(), m.start(), m.end(), _folded(m.group())) for m in _TOKEN.finditer(text))
    left_out = iter(sorted(without))
    span = next(left_out, None)
    kept: list[Token] = []
    for token in tokens:
        while span and span.end <= token.begin:
            span = next(left_out, None)
        if span is None or token.begin < span.begin:
            kept.append(token)
    return tuple(kept)


def _folded(text: str) -> str:
    """A token folded without what cannot be seen; a footnote mark does not become a digit."""
    if text.isascii():
        return fold(text)
    return text if _FOOTNOTE.fullmatch(text) else fold(_DROPPED.sub("", text))


def split(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Sentences as ranges of tokens. A line break that does not only wrap ends a sentence and a paragraph.

    A sentence that grows too long is cut.
    """
    soft = soft_breaks(text)
    sentences: list[Sentence] = []
    first = paragraph = 0
    for i, token in enumerate(tokens):
        gap = text[token.end : tokens[i + 1].begin] if i + 1 < len(tokens) else "\n"
        breaks = [place for place, mark in enumerate(gap, token.end) if mark == "\n"]
        ends_line = not soft.issuperset(breaks)
        ends = ends_line or _ends(tokens, i, gap)
        if ends or _is_too_long(i + 1 - first, token, breaks):
            sentences.append(Sentence(first, i + 1, paragraph, Span(tokens[first].begin, token.end), not ends))
            first = i + 1
            paragraph += ends_line
    return tuple(sentences)


def _is_too_long(length: int, token: Token, breaks: Sequence[int]) -> bool:
    """Whether a sentence of so many tokens is cut behind a token, before line breaks that only wrap."""
    return length >= _LONGEST_UNMARKED or (length >= _LONGEST and (bool(breaks) or token.text in _PAUSES))


def _ends(tokens: Sequence[Token], i: int, gap: str) -> bool:
    """Whether a sentence ends after token i, which white space may follow."""
    mark = i
    while 0 < mark > i - _MOST_CLOSERS and tokens[mark].text in _CLOSERS and tokens[mark].begin == tokens[mark - 1].end:
        mark -= 1
    if tokens[mark].text not in ".!?…" or not gap or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1].text
    if tokens[mark].text == "." and mark > 0 and _is_abbreviated(tokens[mark - 1], following):
        return False
    return not following[0].islower() and following not in ",;:)"


def _is_abbreviated(token: Token, following: str) -> bool:
    """Whether a full stop only shortens the word before it: "Mr. Sol", "Feb. 15", "317 mln. USD"."""
    return (
        token.fold in _ABBREVIATIONS
        or (token.fold in _MONTHS and following[0].isdigit())
        or (token.fold in _SCALES and bool(_CURRENCY.fullmatch(following)))
    )
