"""The unit of a quantity, from what a rule found beside its number."""

from __future__ import annotations

from kg.language.layers import Layers
from kg.language.lexicon import CURRENCIES
from kg.language.rules import Match
from kg.vocabulary import local, vocabulary


def unit(layers: Layers, match: Match) -> str:
    """An ISO 4217 code, the noun that is counted, or what the rule itself gives: ``percent``, ``times``, ``percentage-points``."""
    money = layers.filling(CURRENCIES, match, "money")
    if money:
        return _code(money.mention.value.iri)
    if "noun" in match.slots:
        noun = " ".join(layers.folds(*match.slots["noun"]))
        return str(layers.lines.language.table("quantities", "nouns").get(noun, noun))
    return match.rule.gives["unit"]


def _code(currency: str) -> str:
    """The ISO 4217 code of a currency."""
    return vocabulary().value(currency, "skos:notation") or local(currency)
