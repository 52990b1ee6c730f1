"""Numbers that measure something: money, percent, times and counts of things, with their signs, bounds and ranges.

The rules on ``quantities`` tell the unit of a number and what stands around it; what two ends of a range share is told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kg.kinds.quantities.claim import NUMERALS, QUANTITIES, Numeral
from kg.kinds.quantities.units import unit
from kg.language.layers import Hit, Layers
from kg.language.lexicon import APPROXIMATIONS
from kg.language.rules import Match
from kg.model import Mention, Quantity, Sentence
from kg.vocabulary import local


class _Reading(NamedTuple):
    """A quantity read from token ``first`` to token ``last`` (excluded)."""

    quantity: Quantity
    first: int
    last: int


def quantities(layers: Layers) -> Iterator[Mention[Quantity]]:
    """The quantities of a document, left to right."""
    numbers: dict[Sentence, list[Hit[Numeral]]] = {}
    for hit in layers.hits(NUMERALS):
        numbers.setdefault(layers.sentence_of(hit.first), []).append(hit)
    for sentence, hits in numbers.items():
        for reading in _Sentence(layers, sentence).readings(hits):
            yield Mention(layers.span(reading.first, reading.last), QUANTITIES, reading.quantity)


class _Sentence:
    """What the rules find in a sentence, by the first token of each number."""

    def __init__(self, layers: Layers, sentence: Sentence) -> None:
        self._layers = layers
        self._found: dict[str, dict[int, Match]] = {
            "unit": {},
            "sign": {},
            "bound": {},
            "range": {},
            "scale": {},
            "scope": {},
        }
        for match in layers.lines.matches("quantities", sentence):
            for what in match.rule.gives:
                for place in _places(match):
                    self._found[what].setdefault(place, match)

    def readings(self, numbers: list[Hit[Numeral]]) -> Iterator[_Reading]:
        """The quantities, left to right; a scaled number without a unit counts the money before it: "to Kes 7.1bn from 5.9bn"."""
        money, done = "", -1
        for hit in numbers:
            if hit.first < done:
                continue
            found = self._range(hit, money)
            if found is None:
                found = [reading] if (reading := self._alone(hit, money)) else []
            else:
                done = self._found["range"][hit.first].last
            for reading in found:
                money = reading.quantity.unit if reading.quantity.unit.isupper() else money
                done = max(done, reading.last)
                yield reading

    def _alone(self, hit: Hit[Numeral], money: str) -> _Reading | None:
        """The quantity of a number by itself, if it has a unit or is an amount of the money that is told of."""
        number, match = hit.mention.value, self._found["unit"].get(hit.first)
        name = self._unit(hit, money)
        if not name:
            return None
        first, last = match.slots["quantity"] if match else (hit.first, hit.last)
        value, sign = number.value, self._found["sign"].get(hit.first)
        if sign:
            first = min(first, sign.slots["sign"][0])
            value = -value if sign.rule.gives["sign"] == "negative" else value
        quantity = Quantity(value, self._multiplier(hit), number.decimals, name, self._bound(hit.first))
        if number.form == "fraction" and name == "percent":
            quantity = replace(quantity, value=value * 100, decimals=max(0, number.decimals - 2))
        return _Reading(quantity, first, last)

    def _unit(self, hit: Hit[Numeral], money: str) -> str:
        """The unit beside a number, else what is counted where it stands ("the number of firms rose to 40 units"), else the money."""
        match, counted = self._found["unit"].get(hit.first), self._found["scope"].get(hit.first)
        if counted and (match is None or match.rule.gives["unit"] == "units"):
            return unit(self._layers, counted)
        if match:
            return unit(self._layers, match)
        return money if hit.mention.value.multiplier else ""

    def _multiplier(self, hit: Hit[Numeral]) -> int:
        """The power of ten of a number; "exports of N35.39 and imports of N34.42 trillion" share theirs."""
        shared = self._found["scale"].get(hit.first)
        other = self._second(shared) if shared else None
        return hit.mention.value.multiplier or (other.mention.value.multiplier if other else 0)

    def _bound(self, number: int) -> str:
        match = self._found["bound"].get(number)
        if match is None:
            return "exact"
        words = self._layers.at(APPROXIMATIONS, match.slots["bound"][0]) if "bound" in match.slots else None
        return local(words.mention.value.iri) if words else match.rule.gives["bound"]

    def _second(self, match: Match) -> Hit[Numeral] | None:
        return self._layers.at(NUMERALS, match.slots["second"][0])

    def _range(self, start: Hit[Numeral], money: str) -> list[_Reading] | None:
        """Both ends of a range that begins with a number; none where it runs backwards: "3-1"; None where there is no range."""
        match = self._found["range"].get(start.first)
        end = self._second(match) if match else None
        if match is None or end is None:
            return None
        one, other = self._alone(start, ""), self._alone(end, money)
        if one and other and (one.quantity.multiplier or one.quantity.unit != other.quantity.unit):
            return None
        if other is None and one:
            other = _Reading(_in(one.quantity, end.mention.value, 0), end.first, end.last)
        return self._ends(match, start, one, other) if other else None

    def _ends(self, match: Match, start: Hit[Numeral], one: _Reading | None, other: _Reading) -> list[_Reading] | None:
        """Two numbers in the unit and scale of the second: "3 to 4 billion dollars", "$1.28–1.30 billion"."""
        low, high = _in(other.quantity, start.mention.value, other.quantity.multiplier), other.quantity
        changes = match.rule.gives["range"] == "change"
        if low.amount >= high.amount and (one or not changes or low.amount >= high.amount * 10):
            return [] if "dash" in match.slots and one is None else None
        bound = self._bound(start.first)
        if high.bound == "exact" and not changes:
            high = replace(high, bound=bound)
        first = one.first if one else start.first
        return [_Reading(replace(low, bound=bound), first, other.last), other._replace(quantity=high)]


def _in(like: Quantity, number: Numeral, multiplier: int) -> Quantity:
    """A number in the unit of a quantity, and by some power of ten where it has no scale of its own."""
    scale = number.multiplier or multiplier
    return replace(like, value=number.value, decimals=number.decimals, multiplier=scale)


def _places(match: Match) -> range:
    """The tokens at which a match tells of a number: where its number begins, or all of its scope."""
    if "scope" in match.slots:
        return range(*match.slots["scope"])
    return range(match.slots["number"][0], match.slots["number"][0] + 1)
