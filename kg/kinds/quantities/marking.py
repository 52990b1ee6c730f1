"""Numbers that measure something: money, percent, times and counts of things, with the words around them.

The grammar, over tokens: ``[bound] [sign] [currency] NUMBER [- NUMBER] [scale] [currency | percent | times | noun]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kg.kinds.periods.claim import PERIODS
from kg.kinds.quantities.claim import QUANTITIES
from kg.kinds.quantities.units import (
    counted_before,
    currency_before,
    currency_code,
    is_digits,
    skip_currency,
    unit_after,
)
from kg.language.layers import Layers
from kg.language.lexicon import APPROXIMATIONS, CURRENCIES, PARTIES
from kg.model import Mention, Quantity
from kg.model.parsing import decimal
from kg.vocabulary import local

_SCALES = {
    "thousand": 3, "thousands": 3, "k": 3, "million": 6, "millions": 6, "mln": 6, "mn": 6, "m": 6, "mio": 6, "mil": 6,
    "billion": 9, "billions": 9, "bln": 9, "bn": 9, "b": 9, "bil": 9, "trillion": 12, "trillions": 12, "trln": 12,
    "trn": 12, "tn": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7,
}  # fmt: skip
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12, "one": 1,
}  # fmt: skip
_UNITS = {
    "tonne": "tonnes", "ton": "tons", "km": "kilometres", "kilometers": "kilometres", "missions": "diplomatic missions",
    "ambassadors": "envoys", "high commissioners": "envoys", "memoranda": "Memoranda of Understanding",
}  # fmt: skip
_ABBREVIATED_SCALES = ("mln", "bln", "mn", "bn", "trln")
_ORDINAL_MARKS = ("st", "nd", "rd", "th")
_NUMBERED = frozenset("no № # article readings page number nr room flight certificate decree law chapter top".split())
_SIGNS = ("+", "-", "–", "−")


class _Reading(NamedTuple):
    """A quantity read from token ``first`` to token ``last`` (excluded)."""

    quantity: Quantity
    first: int
    last: int


def quantities(layers: Layers) -> Iterator[Mention[Quantity]]:
    """The quantities of a document, left to right.

    Numbers inside periods and names of parties are none.
    """
    spoken_for = {k for hit in (*layers.hits(PERIODS), *layers.hits(PARTIES)) for k in range(hit.first, hit.last)}
    reach = 0
    money: _Reading | None = None
    for i in range(len(layers.tokens)):
        if i < reach or i in spoken_for or not _is_number(layers, i):
            continue
        for reading in _read(layers, i) or _in_the_same(layers, i, money):
            money = reading if reading.quantity.unit.isupper() else money
            reach = max(reach, reading.last)
            quantity = replace(reading.quantity, bound=_bound(layers, reading.first))
            yield Mention(layers.span(reading.first, reading.last), QUANTITIES, quantity)


def _in_the_same(layers: Layers, i: int, money: _Reading | None) -> list[_Reading]:
    """An amount in the currency of the one before it in its sentence: "to Kes 7.1bn from 5.9bn"."""
    number = _number(layers, i)
    if money is None or number is None or layers.sentence_of(i) != layers.sentence_of(money.first):
        return []
    value, decimals, after = number
    scale, after = _scale(layers, after)
    return [_Reading(Quantity(value, scale, decimals, money.quantity.unit), i, after)] if scale else []


def _bound(layers: Layers, first: int) -> str:
    """The bound word right before a quantity ("more than", "over", "nearly"), also across "a" or "the"."""
    across = layers.fold(first - 1) in ("a", "the", "by", "of")
    hit = layers.before(APPROXIMATIONS, first)
    if hit is None and across:
        hit = layers.before(APPROXIMATIONS, first - 1)
    return local(hit.mention.value.iri) if hit else "exact"


def _read(layers: Layers, i: int) -> list[_Reading]:
    """The quantities that begin with the number at token i (two for a range)."""
    number = _number(layers, i)
    if number is None:
        return []
    value, decimals, after = number
    begin, sign, money = _left(layers, i)
    end = _range_end(layers, after)
    if end and end.quantity.value > value:
        start = replace(end.quantity, value=value, decimals=decimals)
        return [_Reading(start, begin, end.last), end]
    scale, after = _scale(layers, after)
    unit, last = (money, skip_currency(layers, after)) if money else _unit(layers, i, after, scale, begin)
    quantity = Quantity(-value if sign == "-" else value, scale, decimals, unit)
    return [_Reading(quantity, begin, last)] if unit else []


def _unit(layers: Layers, i: int, after: int, scale: int, begin: int) -> tuple[str, int]:
    """The unit of a number that no currency stands before, and the token after it."""
    unit, last = unit_after(layers, i, after, scale > 0)
    if not unit or unit == "units":
        return counted_before(layers, begin) or unit, max(last, after)
    return _UNITS.get(unit, unit), last


# --- The number -------------------------------------------------------------------------------------------------


def _is_number(layers: Layers, i: int) -> bool:
    """Whether token i is a numeral, a number word, or the article of "a trillion rubles"."""
    scale = layers.fold(i + 1) in _SCALES and len(layers.fold(i + 1)) > 3
    return is_digits(layers, i) or layers.fold(i) in _WORDS or (layers.fold(i) in ("a", "an") and scale)


def _number(layers: Layers, i: int) -> tuple[Decimal, int, int] | None:
    """Value, decimals and the next token of a numeral or number words."""
    if is_digits(layers, i):
        parsed = None if _is_label(layers, i) else parse_number(layers.text_at(i))
        return (*parsed, i + 1) if parsed else None
    if layers.fold(i) in ("a", "an"):
        return Decimal(1), 0, i + 1
    value, after = Decimal(_WORDS[layers.fold(i)]), i + 1
    if layers.fold(after) == "-" and layers.fold(after + 1) in _WORDS:
        return value + _WORDS[layers.fold(after + 1)], 0, after + 2
    if layers.fold(after) in ("hundred", "dozen"):
        return value * _WORDS[layers.fold(after)], 0, after + 1
    return value, 0, after


def _is_label(layers: Layers, i: int) -> bool:
    """Whether the numeral at token i counts nothing: "5th", "No. 5", "Covid-19", "A5"."""
    if layers.fold(i + 1) in _ORDINAL_MARKS or layers.fold(i - 1) in _NUMBERED:
        return True
    if not layers.adjacent(i):
        return False
    hyphen = layers.fold(i - 1) in ("-", "‑") and layers.adjacent(i - 1) and layers.text_at(i - 2).isalpha()
    return hyphen or (layers.text_at(i - 1)[-1].isalpha() and layers.before(CURRENCIES, i) is None)


def parse_number(text: str) -> tuple[Decimal, int] | None:
    """Value and printed decimals of a numeral: "1,143" is 1143, "41,4" is 41.4, "3.530" has three decimals."""
    digits = "".join(text.split())
    if digits.count(".") > 1:
        digits = digits.replace(".", "") if all(len(part) == 3 for part in digits.split(".")[1:]) else ""
    head, _, tail = digits.partition(".")
    if "," in head:
        groups = head.split(",")
        if all(len(group) == 3 for group in groups[1:]):
            head = "".join(groups)
        elif len(groups) == 2 and not tail:
            head, tail = groups
        else:
            return None
    value = decimal(head, tail)
    return None if value is None else (value, len(tail))


def _scale(layers: Layers, i: int) -> tuple[int, int]:
    """Power of ten of a scale word at token i, and the token after it."""
    word = layers.fold(i)
    if word == "-" and layers.fold(i + 1) in _SCALES:
        return _SCALES[layers.fold(i + 1)], i + 2
    if word not in _SCALES or (len(word) == 1 and not layers.adjacent(i)):
        return 0, i
    stop = word in _ABBREVIATED_SCALES and layers.fold(i + 1) == "."
    money = layers.at(CURRENCIES, i + 2) is not None or layers.fold(i + 2) in ("soms", "sums")
    return _SCALES[word], i + 2 if stop and money else i + 1


def _range_end(layers: Layers, i: int) -> _Reading | None:
    """The second quantity of a range whose dash (or "to") is token i."""
    money = layers.at(CURRENCIES, i + 1)
    number = money.last if money else i + 1
    if layers.fold(i) not in ("-", "–", "—", "to") or not is_digits(layers, number):
        return None
    return next(iter(_read(layers, number)), None)


def _left(layers: Layers, i: int) -> tuple[int, str, str]:
    """First token, sign and currency code of what stands before the number at token i."""
    money = currency_before(layers, i)
    first = money.first if money else i
    code = currency_code(money) if money else ""
    sign = layers.fold(first - 1)
    if sign in _SIGNS and _is_sign(layers, first - 1):
        return first - 1, "+" if sign == "+" else "-", code
    return first, "", code


def _is_sign(layers: Layers, i: int) -> bool:
    """Whether the dash or plus at token i is a sign: it touches the number and nothing before it."""
    begin = layers.tokens[i].begin
    return layers.adjacent(i + 1) and (begin == 0 or layers.text[begin - 1] in " \u00a0\n(")
