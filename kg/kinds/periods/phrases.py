"""What the rules find, as plain data: how a period is dated, with numbers and years instead of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from kg.discourse.modality import AHEAD, MODALITY
from kg.kinds.periods.claim import NUMERALS, YEARS, Year
from kg.language.language import Language
from kg.language.layers import Layers
from kg.language.rules import Match, leftmost
from kg.model import Sentence, Span
from kg.vocabulary import fold

# The slot of the words that name the period, where a rule holds more.
WHEN = "when"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A period in words: what its rule gives, its numbers and years by slot, whether the text looks ahead to it, and its rule."""

    first: int
    span: Span
    sentence: Sentence
    gives: Mapping[str, str]
    numbers: Mapping[str, int]
    years: Mapping[str, Year]
    ahead: bool
    rule: str


def phrases(layers: Layers) -> Iterator[Phrase]:
    """The periods in the words of a document, in order."""
    plans = (hit for hit in layers.hits(MODALITY) if hit.mention.value in AHEAD)
    planned = {i for hit in plans for i in range(hit.first, hit.last)}
    for sentence in layers.sentences:
        for match in leftmost(layers.lines.matches("periods", sentence), WHEN):
            yield _phrase(layers, sentence, match, planned)


def _phrase(layers: Layers, sentence: Sentence, match: Match, planned: Set[int]) -> Phrase:
    first, last = match.place(WHEN)
    years = {name: year.mention.value for name, (i, _) in match.slots.items() if (year := layers.at(YEARS, i))}
    said = numbers(layers, match)
    if "year" in said and "year" not in years:
        years["year"] = Year(said["year"])
    ahead, rule = first in planned, match.rule
    return Phrase(first, layers.span(first, last), sentence, rule.gives, said, years, ahead, rule.id)


def numbers(layers: Layers, match: Match) -> dict[str, int]:
    """The numbers of a match by slot, in digits or words, and those that its rule gives.

    A slot over a date with points is named for its parts, as ``day_month_year``.
    """
    found = {name: int(text) for name, text in match.rule.gives.items() if text.lstrip("-").isdigit()}
    words = _words(layers.lines.language)
    for name, (first, _) in match.slots.items():
        digits = layers.at(NUMERALS, first)
        if digits and len(digits.mention.value) > 1:
            found.update(zip(name.split("_"), digits.mention.value, strict=True))
        elif digits:
            found[name] = digits.mention.value[0]
        elif layers.fold(first) in words:
            found[name] = words[layers.fold(first)]
    return found


@cache
def _words(language: Language) -> dict[str, int]:
    """The numbers that words stand for in dates, from the tables of a language."""
    tables = (language.files[name].tables for name in ("words", "years", "periods") if name in language.files)
    rows = (row for named in tables for table in named.values() for row in table.items())
    return {fold(word): number for word, number in rows if isinstance(number, int)}
