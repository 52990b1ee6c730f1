"""The unit of a quantity, from what a rule found beside its number."""

from __future__ import annotations

from kg.language.layers import Layers
from kg.language.lexicon import CURRENCIES
from kg.language.rules import Match
from kg.vocabulary import local, vocabulary


def unit(layers: Layers, match: Match) -> str:
    """An ISO 4217 code, the noun that is counted, or what the rule itself gives: ``percent``, ``times``, ``percentage-points``."""
    if "money" in match.slots:
        return _code(layers, match.slots["money"][0])
    if "noun" in match.slots:
        words = " ".join(layers.fold(i) for i in range(*match.slots["noun"]))
        return str(layers.lines.language.table("quantities", "nouns").get(words, words))
    return match.rule.gives["unit"]


def _code(layers: Layers, first: int) -> str:
    """The ISO 4217 code of the currency that begins at a token."""
    hit = layers.at(CURRENCIES, first)
    iri = hit.mention.value.iri if hit else ""
    return vocabulary().value(iri, "skos:notation") or local(iri)
