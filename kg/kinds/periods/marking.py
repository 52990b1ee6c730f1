"""Periods: dates, months, quarters, halves, years, and stretches that only the context dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.kinds.periods.claim import NUMERALS, PERIODS, YEARS, Numeral, When, Year
from kg.kinds.periods.dating import Dater
from kg.kinds.periods.own_day import last_month, own_day
from kg.kinds.periods.phrases import WHEN, numbers, phrases
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES
from kg.language.rules import Match, leftmost
from kg.model import Mention, Span
from kg.vocabulary import vocabulary

_NUMERAL = re.compile(r"\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4}", re.ASCII)
_OWN_YEARS = ("kg:fiscalYearStart", "kg:calendar")


def numerals(layers: Layers) -> Iterator[Mention[Numeral]]:
    """The numbers in digits that dates are made of."""
    for token in layers.tokens:
        if _NUMERAL.fullmatch(token.text):
            yield Mention(Span(token.begin, token.end), NUMERALS, tuple(map(int, token.text.split("."))))


def years(layers: Layers) -> Iterator[Mention[Year]]:
    """The years of a document."""
    for sentence in layers.sentences:
        for match in leftmost(layers.lines.matches("years", sentence), WHEN):
            year = _year(layers, match)
            if year:
                yield Mention(layers.span(*match.place(WHEN)), YEARS, year, rule=match.rule.id)


def _year(layers: Layers, match: Match) -> Year | None:
    """The year of a match; None for two that do not follow on one another."""
    said = numbers(layers, match)
    number = said["number"] + said.get("century", 0) if "number" in said else None
    if number is not None and (said.get("last", number + 1) - number) % 100 != 1:
        return None
    party = layers.filling(PARTIES, match, "state")
    state = party.mention.value.iri if party else None
    return Year(number, "last" in said, said.get("distance"), "fiscal" in match.rule.gives, state)


def mark(layers: Layers) -> Iterator[Mention[When]]:
    """The periods of a document, dated from its own day, which the text may make plain."""
    said, state = list(phrases(layers)), _state(layers)
    undated = Dater(layers.date, None, state)
    stated = [undated.dated(phrase) for phrase in said]
    if layers.date is None:
        layers.date = own_day(layers, said, stated)
    dater = Dater(layers.date, last_month(stated), state)
    for phrase in said:
        yield Mention(phrase.span, PERIODS, dater.dated(phrase), rule=phrase.rule)


def _state(layers: Layers) -> str | None:
    """The state with years of its own that a document names most; any state where it names none such."""
    states = [hit.mention.value.iri for hit in layers.hits(PARTIES) if "State" in hit.mention.value.traits]
    own = [iri for iri in states if any(vocabulary().value(iri, name) for name in _OWN_YEARS)]
    return next((iri for iri, _ in Counter(own or states).most_common(1)), None)
