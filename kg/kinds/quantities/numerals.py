"""Numbers as the text writes them: digits with their marks, number words, fractions and scales.

All or nothing: the rules on ``numbers`` take a whole run of digits and words, or there is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.kinds.periods.claim import PERIODS
from kg.kinds.quantities.claim import NUMERALS, PLURALS, Numeral
from kg.kinds.quantities.values import Values
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES
from kg.language.rules import Match
from kg.model import Mention


def numerals(layers: Layers) -> Iterator[Mention[Numeral]]:
    """The numbers of a document, left to right; those in periods and names of parties are none."""
    values = Values(layers.lines.language)
    spoken_for = {k for hit in (*layers.hits(PERIODS), *layers.hits(PARTIES)) for k in range(hit.first, hit.last)}
    for sentence in layers.sentences:
        matches = layers.lines.matches("numbers", sentence)
        refused, named = _marked(matches, "no"), _marked(matches, "name")
        free = (m for m in matches if "form" in m.rule.gives and spoken_for.isdisjoint(range(m.first, m.last)))
        for match in _alone(_longest(free)):
            if refused.isdisjoint(range(match.first, match.last)) and not _is_cut_off(layers, values, match.last):
                form = "named" if match.first in named else match.rule.gives["form"]
                numeral = values.numeral(form, _words(layers, match))
                if numeral:
                    yield Mention(layers.span(match.first, match.last), NUMERALS, numeral)


def _marked(matches: Iterable[Match], reading: str) -> set[int]:
    """The tokens of what rules say counts nothing ("no") or stands behind a name ("name")."""
    slots = (match.slots["number"] for match in matches if match.rule.gives.get("read") == reading)
    return {k for first, last in slots for k in range(first, last)}


def _longest(matches: Iterable[Match]) -> list[Match]:
    """The longest match from each place on."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.first, -m.last)):
        if not kept or match.first >= kept[-1].last:
            kept.append(match)
    return kept


def _alone(matches: list[Match]) -> Iterator[Match]:
    """Those that no other follows without a word between: such a run goes on where no rule does."""
    begins, ends = {m.first for m in matches}, {m.last for m in matches}
    return (m for m in matches if m.last not in begins and m.first not in ends)


def _is_cut_off(layers: Layers, values: Values, last: int) -> bool:
    """Whether the text ends in the digits before token ``last``, or in a scale word that is begun behind them."""
    end = len(layers.tokens)
    digits = layers.text_at(last - 1)[-1:].isdecimal()
    return digits and (last == end or (last == end - 1 and values.begins_scale(layers.fold(last))))


def _words(layers: Layers, match: Match) -> dict[str, list[str]]:
    return {name: [layers.fold(i) for i in range(*tokens)] for name, tokens in match.slots.items()}


def plurals(layers: Layers) -> Iterator[Mention[str]]:
    """The plurals in sentences that hold a number, outside of names of parties."""
    known = layers.lines.language.table("quantities", "plurals")
    for sentence in dict.fromkeys(layers.sentence_of(hit.first) for hit in layers.hits(NUMERALS)):
        for i in range(sentence.first, sentence.last):
            word = layers.fold(i)
            if known.get(word, _ends_as_plural(word)) and not layers.over(PARTIES, i):
                yield Mention(layers.span(i, i + 1), PLURALS, word)


def _ends_as_plural(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word[-1] == "s" and word[-2] not in "sui"
