"""What stands around a number: its unit, sign and bound, as the rules on ``quantities`` find them."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from kg.kinds.quantities.claim import NUMERALS, Numeral
from kg.kinds.quantities.units import unit
from kg.language.layers import Hit, Layers
from kg.language.lexicon import APPROXIMATIONS
from kg.language.rules import Match
from kg.model import Quantity, Sentence
from kg.vocabulary import local


class Reading(NamedTuple):
    """A quantity read from token ``first`` to token ``last`` (excluded)."""

    quantity: Quantity
    first: int
    last: int


class Around:
    """What the rules find in a sentence: of each sort (unit, sign, ...) the first match for each number."""

    def __init__(self, layers: Layers, sentence: Sentence) -> None:
        self._layers = layers
        self._found: dict[str, dict[int, Match]] = defaultdict(dict)
        for match in layers.lines.matches("quantities", sentence):
            places = range(*match.slots.get("scope", match.slots.get("number", (0, 0))))
            for sort in match.rule.gives:
                for place in places:
                    self._found[sort].setdefault(place, match)

    def quantity(self, hit: Hit[Numeral], money: str = "") -> list[Reading]:
        """The quantity of a number, none where it has no unit; a scaled number may be an amount of some money."""
        number, match = hit.mention.value, self._found["unit"].get(hit.first)
        name = self._unit(hit) or (money if number.multiplier else "")
        if not name:
            return []
        value = number.value
        first, last = match.slots["quantity"] if match else (hit.first, hit.last)
        sign = self._found["sign"].get(hit.first)
        if sign:
            value *= int(sign.rule.gives["sign"])
            first = sign.slots["sign"][0]
        return [Reading(Quantity(value, number.multiplier, number.decimals, name, self.bound(hit)), first, last)]

    def _unit(self, hit: Hit[Numeral]) -> str:
        """The unit beside a number, else what is counted where it stands: "the number of firms rose to 40 units"."""
        match = self._found["unit"].get(hit.first)
        if match is None or match.rule.gives["unit"] == "plain":
            digits = hit.mention.value.form in ("digits", "named")
            match = (self._found["scope"].get(hit.first) if digits else None) or match
        return unit(self._layers, match) if match else ""

    def bound(self, hit: Hit[Numeral]) -> str:
        """The bound that is told of a number: more-than, less-than, about, else exact."""
        match = self._found["bound"].get(hit.first)
        if match is None:
            return "exact"
        words = self._layers.at(APPROXIMATIONS, match.slots.get("bound", (-1, -1))[0])
        return local(words.mention.value.iri) if words else match.rule.gives["bound"]

    def range(self, hit: Hit[Numeral]) -> tuple[Match, Hit[Numeral]] | None:
        """The range that a number begins, and the number that ends it."""
        match = self._found["range"].get(hit.first)
        end = self._layers.at(NUMERALS, match.slots["second"][0]) if match else None
        return (match, end) if match and end else None
