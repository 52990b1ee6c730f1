"""Where a figure stands: its quantity with the text around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.kinds.periods.claim import PERIODS
from kg.kinds.quantities.claim import QUANTITIES
from kg.language.lexicon import CHANGES, FLOWS, PARTIES
from kg.model import Document, Mention, Quantity, Sentence, Span

RATIOS = ("percent", "times", "percentage-points")
HEDGES = frozenset(", about nearly almost over more than approximately roughly around some a an".split())
_SIGNS = ("+", "-", "–", "~")
_BEFORE_NUMBER = frozenset("or about nearly over approximately by almost".split())


@dataclass(frozen=True, slots=True)
class Site:
    """A quantity with the text before it (since the last quantity) and after it (until the next).

    ``bracket`` is what stands right before an opening bracket that the quantity follows: quantity, period,
    other, or empty where there is no bracket.
    """

    mention: Mention[Quantity]
    sentence: Span
    left: Span
    right: Span
    bracket: str

    @property
    def quantity(self) -> Quantity:
        """The number and its unit."""
        return self.mention.value

    @property
    def before(self) -> Span:
        """The sentence up to the quantity."""
        return Span(self.sentence.begin, self.mention.span.begin)

    @property
    def ahead(self) -> Span:
        """The sentence behind the quantity."""
        return Span(self.mention.span.end, self.sentence.end)


def sites(document: Document, sentence: Sentence) -> Iterator[Site]:
    """The quantities of a sentence, each with the text that is its own."""
    mentions = document.inside(sentence.span, QUANTITIES)
    begins = [sentence.span.begin, *(m.span.end for m in mentions[:-1])]
    ends = [*(m.span.begin for m in mentions[1:]), sentence.span.end]
    for mention, begin, end in zip(mentions, begins, ends, strict=False):
        left = Span(min(begin, mention.span.begin), mention.span.begin)
        right = Span(mention.span.end, max(end, mention.span.end))
        yield Site(mention, sentence.span, left, right, _bracket(document, mention))


def position(document: Document, begin: int) -> int:
    """The number of the first token that begins at or behind a code point."""
    return bisect_left(document.tokens, begin, key=lambda token: token.begin)


def evidence(document: Document, site: Site) -> Span:
    """From the first word before a quantity that tells of it (flow, period, change, party) to its end."""
    telling = document.inside(site.left, FLOWS, PERIODS, CHANGES, PARTIES)
    begin = min((m.span.begin for m in telling), default=site.mention.span.begin)
    return Span(begin, site.mention.span.end)


def _bracket(document: Document, mention: Mention[Quantity]) -> str:
    tokens, i = document.tokens, position(document, mention.span.begin)
    while i > 0 and (tokens[i - 1].text in _SIGNS or tokens[i - 1].fold in _BEFORE_NUMBER):
        i -= 1
    if i < 2 or tokens[i - 1].text != "(":
        return ""
    end = tokens[i - 2].end
    for layer in (QUANTITIES, PERIODS):
        before = document.inside(Span(max(0, end - 60), end), layer)
        if before and before[-1].span.end == end:
            return layer.name
    return "other"
