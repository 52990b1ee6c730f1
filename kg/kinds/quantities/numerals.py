"""Numbers as the text writes them: digits with their marks, number words, fractions and scales.

All or nothing: the rules on ``numbers`` take a whole run of digits and words, or there is no number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.kinds.periods.claim import PERIODS
from kg.kinds.quantities.claim import NUMERALS, PLURALS, Numeral
from kg.kinds.quantities.values import Values
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES
from kg.language.rules import Match, leftmost
from kg.model import Mention, Sentence

_RUN = "number"


def numerals(layers: Layers) -> Iterator[Mention[Numeral]]:
    """The numbers of a document, left to right; those in periods and names of parties are none."""
    grammar = _Grammar(layers)
    for sentence in layers.sentences:
        yield from grammar.numbers(sentence)


class _Grammar:
    """What the rules on numbers find in a document, and what of it counts."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._values = Values(layers.lines.language)
        elsewhere = (*layers.hits(PERIODS), *layers.hits(PARTIES))
        self._taken = _tokens((hit.first, hit.last) for hit in elsewhere)

    def numbers(self, sentence: Sentence) -> Iterator[Mention[Numeral]]:
        """The numbers of a sentence."""
        found: dict[str, list[Match]] = defaultdict(list)
        for match in self._layers.lines.matches("numbers", sentence):
            found[match.rule.gives["read"]].append(match)
        refused, named = (_tokens(match.slots[_RUN] for match in found[read]) for read in ("no", "name"))
        runs = [match for match in found[_RUN] if self._taken.isdisjoint(range(*match.place(_RUN)))]
        for match in _alone(list(leftmost(runs, _RUN))):
            place = match.place(_RUN)
            if refused.isdisjoint(range(*place)) and not self._breaks_off(place[1]):
                yield from self._mention(match, "named" if place[0] in named else match.rule.gives["form"])

    def _mention(self, match: Match, form: str) -> Iterator[Mention[Numeral]]:
        """The number of a match, if its digits and words make one."""
        words = {name: self._layers.folds(*tokens) for name, tokens in match.slots.items()}
        numeral = self._values.numeral(words, form, int(match.rule.gives.get("times", 1)))
        if numeral:
            yield Mention(self._layers.span(*match.place(_RUN)), NUMERALS, numeral, rule=match.rule.id)

    def _breaks_off(self, last: int) -> bool:
        """Whether the text ends in the digits before token ``last``, or in a scale word that is begun behind them."""
        rest = self._layers.folds(last, last + 2)
        ends = not rest or (len(rest) == 1 and self._values.begins_scale(rest[0]))
        return ends and self._layers.text_at(last - 1)[-1].isdecimal()


def _tokens(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return set().union(*(range(first, last) for first, last in ranges))


def _alone(runs: list[Match]) -> list[Match]:
    """Those that no other touches: such a run goes on where no rule does."""
    places = [run.place(_RUN) for run in runs]
    seams = {first for first, _ in places} & {last for _, last in places}
    return [run for run in runs if seams.isdisjoint(run.place(_RUN))]


def plurals(layers: Layers) -> Iterator[Mention[str]]:
    """The plurals in sentences that hold a number, outside of names of parties."""
    known, forms = (layers.lines.language.table("quantities", name) for name in ("plurals", "forms"))
    form = re.compile("|".join(map(str, forms.values())))
    for sentence, _ in groupby(layers.hits(NUMERALS), key=lambda hit: layers.sentence_of(hit.first)):
        for i in range(sentence.first, sentence.last):
            word = layers.fold(i)
            if known.get(word, form.fullmatch(word)) and not layers.over(PARTIES, i):
                yield Mention(layers.span(i, i + 1), PLURALS, word)
