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
    """A quantity read from token ``first`` to token ``last`` (excluded), and the id of the rule that gave its unit."""

    quantity: Quantity
    first: int
    last: int
    rule: str | None


class Around:
    """What the rules find in a sentence: of each sort (unit, sign, ...) the first match for each number."""

    def __init__(self, layers: Layers, sentence: Sentence) -> None:
        self._layers = layers
        self._found: dict[str, dict[int, Match]] = defaultdict(dict)
        for match in layers.lines.matches("quantities", sentence):
            for place in range(*match.place("scope" if "scope" in match.slots else "number")):
                self._put(match, place)

    def _put(self, match: Match, place: int) -> None:
        for sort in match.rule.gives:
            self._found[sort].setdefault(place, match)

    def quantity(self, hit: Hit[Numeral], money: str = "") -> list[Reading]:
        """The quantity of a number, none where it has no unit; a scaled number may be an amount of some money."""
        number, beside, named_by = hit.mention.value, self._found["unit"].get(hit.first), self._unit(hit)
        name = unit(self._layers, named_by) if named_by else money * bool(number.multiplier)
        if not name:
            return []
        first, last = beside.slots["quantity"] if beside else (hit.first, hit.last)
        sign = self._found["sign"].get(hit.first)
        value = number.value * int(sign.rule.gives["sign"]) if sign else number.value
        quantity = Quantity(value, number.multiplier, number.decimals, name, self.bound(hit))
        rule = named_by.rule.id if named_by else hit.mention.rule
        return [Reading(quantity, sign.slots["sign"][0] if sign else first, last, rule)]

    def _unit(self, hit: Hit[Numeral]) -> Match | None:
        """What tells the unit of a number, else what is counted where it stands: "the number of firms rose to 40 units"."""
        beside = self._found["unit"].get(hit.first)
        if beside and beside.rule.gives["unit"] != "plain":
            return beside
        counted = self._found["scope"].get(hit.first) if hit.mention.value.form in ("digits", "named") else None
        return counted or beside

    def bound(self, hit: Hit[Numeral]) -> str:
        """The bound that is told of a number: more-than, less-than, about, else exact."""
        match = self._found["bound"].get(hit.first)
        if match is None:
            return "exact"
        words = self._layers.filling(APPROXIMATIONS, match, "bound")
        return local(words.mention.value.iri) if words else match.rule.gives["bound"]

    def range(self, hit: Hit[Numeral]) -> tuple[Match, Hit[Numeral]] | None:
        """The range that a number begins, and the number that ends it."""
        match = self._found["range"].get(hit.first)
        end = self._layers.filling(NUMERALS, match, "second") if match else None
        return (match, end) if match and end else None
