"""Numbers as the text writes them: digits with their marks, number words, fractions and scales.

All or nothing: the rules on ``numbers`` take a whole run of digits and words, or there is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.kinds.periods.claim import PERIODS
from kg.kinds.quantities.claim import NUMERALS, PLURALS, Numeral
from kg.kinds.quantities.values import Values
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES
from kg.language.rules import Match
from kg.model import Mention

_Run = tuple[int, int, Match]


def numerals(layers: Layers) -> Iterator[Mention[Numeral]]:
    """The numbers of a document, left to right; those in periods and names of parties are none."""
    values = Values(layers.lines.language)
    taken = _tokens((hit.first, hit.last) for hit in (*layers.hits(PERIODS), *layers.hits(PARTIES)))
    for sentence in layers.sentences:
        matches = layers.lines.matches("numbers", sentence)
        refused, named = _told(matches, "no"), _told(matches, "name")
        runs = _longest(run for run in _runs(matches) if taken.isdisjoint(range(*run[:2])))
        for first, last, match in _alone(runs):
            gives = {**match.rule.gives, "form": "named"} if first in named else match.rule.gives
            numeral = values.numeral(gives, _words(layers, match))
            if numeral and refused.isdisjoint(range(first, last)) and not _is_cut_off(layers, values, last):
                yield Mention(layers.span(first, last), NUMERALS, numeral)


def _tokens(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {k for first, last in ranges for k in range(first, last)}


def _told(matches: Iterable[Match], reading: str) -> set[int]:
    """The tokens of what rules say counts nothing ("no") or stands behind a name ("name")."""
    return _tokens(match.slots["number"] for match in matches if match.rule.gives.get("read") == reading)


def _runs(matches: Iterable[Match]) -> Iterator[_Run]:
    """The numbers that rules find: where they begin and end."""
    for match in matches:
        if "form" in match.rule.gives:
            yield (*match.slots.get("number", (match.first, match.last)), match)


def _longest(runs: Iterable[_Run]) -> list[_Run]:
    """The longest run from each place on, of equal ones that of the first rule."""
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda run: (run[0], -run[1])):
        if not kept or run[0] >= kept[-1][1]:
            kept.append(run)
    return kept


def _alone(runs: list[_Run]) -> list[_Run]:
    """Those that no other follows without a word between: such a run goes on where no rule does."""
    begins, ends = {run[0] for run in runs}, {run[1] for run in runs}
    return [run for run in runs if run[1] not in begins and run[0] not in ends]


def _is_cut_off(layers: Layers, values: Values, last: int) -> bool:
    """Whether the text ends in the digits before token ``last``, or in a scale word that is begun behind them."""
    rest = len(layers.tokens) - last
    cut = rest == 0 or (rest == 1 and values.begins_scale(layers.fold(last)))
    return cut and layers.text_at(last - 1)[-1:].isdecimal()


def _words(layers: Layers, match: Match) -> dict[str, list[str]]:
    return {name: [layers.fold(i) for i in range(*tokens)] for name, tokens in match.slots.items()}


def plurals(layers: Layers) -> Iterator[Mention[str]]:
    """The plurals in sentences that hold a number, outside of names of parties."""
    known = layers.lines.language.table("quantities", "plurals")
    for sentence, _ in groupby(layers.hits(NUMERALS), key=lambda hit: layers.sentence_of(hit.first)):
        for i in range(sentence.first, sentence.last):
            word = layers.fold(i)
            if known.get(word, _ends_as_plural(word)) and not layers.over(PARTIES, i):
                yield Mention(layers.span(i, i + 1), PLURALS, word)


def _ends_as_plural(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word[-1] == "s" and word[-2] not in "sui"
