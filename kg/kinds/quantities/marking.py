"""Numbers that measure something: money, percent, times and counts of things, with their signs, bounds and ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.kinds.quantities.around import Around, Reading
from kg.kinds.quantities.claim import NUMERALS, QUANTITIES, Numeral
from kg.kinds.quantities.ranges import Ends, ends
from kg.language.layers import Hit, Layers
from kg.model import Mention, Quantity


def quantities(layers: Layers) -> Iterator[Mention[Quantity]]:
    """The quantities of a document, left to right."""
    for sentence, numbers in groupby(layers.hits(NUMERALS), key=lambda hit: layers.sentence_of(hit.first)):
        for reading in _in_sentence(Around(layers, sentence), numbers):
            yield Mention(layers.span(reading.first, reading.last), QUANTITIES, reading.quantity, rule=reading.rule)


def _in_sentence(around: Around, numbers: Iterable[Hit[Numeral]]) -> Iterator[Reading]:
    """Quantities, left to right; a scaled number without a unit counts the money before it: "to Kes 7.1bn from 5.9bn"."""
    money, done = "", 0
    for number in numbers:
        if number.first < done:
            continue
        found = ends(around, number, money) or Ends(around.quantity(number, money), number.last)
        done = found.last
        for reading in found.readings:
            money = reading.quantity.unit if reading.quantity.unit.isupper() else money
            done = max(done, reading.last)
            yield reading
