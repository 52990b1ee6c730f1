"""What numbers are worth: the digits and words of a number to its value, by the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import prod
from typing import NamedTuple

from kg.kinds.quantities.claim import Numeral
from kg.language.language import Language
from kg.model.parsing import decimal
from kg.vocabulary import fold

Words = Sequence[str]
_NUMBERS = "numbers"


class _NoNumberError(ValueError):
    """Digits or words that make no number."""


class _Printed(NamedTuple):
    """A value with its printed decimals and the power of ten that multiplies it."""

    value: Decimal
    decimals: int = 0
    power: int = 0


class Values:
    """The worth of the words and digits of a language."""

    def __init__(self, language: Language) -> None:
        def table(subject: str, name: str) -> dict[str, int]:
            return {fold(word): int(str(value)) for word, value in language.table(subject, name).items()}

        self._numbers, self._multiples = table("words", "numbers"), table(_NUMBERS, "multiples")
        self._parts = table(_NUMBERS, "parts")
        self._powers = {**table("words", "scales"), **table(_NUMBERS, "short"), **table(_NUMBERS, "letters")}
        self._notations = [re.compile(str(form)) for form in language.table(_NUMBERS, "notations").values()]

    def numeral(self, slots: Mapping[str, Words], form: str, times: int = 1) -> Numeral | None:
        """A number from the folded words of the slots, in some form, multiplied; None where they make none."""
        try:
            printed = self._sum(slots["sum"]) if "sum" in slots else self._single(slots, times)
        except _NoNumberError:
            return None
        return Numeral(printed.value, printed.power, printed.decimals, form)

    def begins_scale(self, word: str) -> bool:
        """Whether a word is the begin of a scale word: "billi"."""
        return word not in self._powers and any(scale.startswith(word) for scale in self._powers)

    def _single(self, slots: Mapping[str, Words], times: int) -> _Printed:
        """A whole and a part of one, times what multiplies them: "two and a half million", "half a dozen"."""
        whole = self._whole(slots.get("whole", ()))
        count = Decimal(self._spelled(slots.get("count", ())))
        part = sum(count / self._parts[word] for word in slots.get("part", ()))
        multiple = prod(self._multiples[word] for word in slots.get("multiple", ()))
        power = sum(self._powers.get(word, 0) for word in slots.get("scale", ()))
        value = (whole.value + part) * multiple * times
        return _rounded(value, power) if part else _Printed(value, whole.decimals, power)

    def _whole(self, words: Words) -> _Printed:
        if not words:
            return _Printed(Decimal(0))
        return self._printed(words[0]) if words[0][0].isdecimal() else _Printed(Decimal(self._spelled(words)))

    def _spelled(self, words: Words) -> int:
        """ "One hundred and twenty"; articles and the like are one."""
        total = 0
        for word in words:
            multiple = self._multiples.get(word)
            total = (total or 1) * multiple if multiple else _added(total, self._numbers.get(word, 0))
        return total or 1

    def _printed(self, digits: str) -> _Printed:
        """The value of digits with their marks: "1,143" is 1143, "41,4" is 41.4, "3.530" has three decimals."""
        found = next(filter(None, (notation.fullmatch(digits) for notation in self._notations)), None)
        parts = found.groupdict() if found else {}
        decimals = parts.get("part") or ""
        value = decimal("".join(filter(str.isdecimal, parts.get("whole", ""))), decimals)
        if value is None:
            raise _NoNumberError
        return _Printed(value, len(decimals))

    def _sum(self, words: Words) -> _Printed:
        """ "1 thousand 78 crore 3.2 lakh" in its largest scale, which multiplies what stands before it."""
        total, power = Decimal(0), 0
        for digits, scale in zip(words[::2], words[1::2], strict=True):
            part, power = self._printed(digits), self._powers[scale]
            above = total if total >= Decimal(1).scaleb(power) else total.scaleb(power)
            total = above + part.value.scaleb(power)
        largest = max(self._powers[scale] for scale in words[1::2])
        return _Printed(total.scaleb(-largest), max(0, largest - power + part.decimals), largest)


def _added(total: int, value: int) -> int:
    """A word adds where the number before it has room for it: after "twenty" what is less than ten."""
    room = next(room for room in (100, 10, 1) if total % room == 0)
    if value >= room:
        raise _NoNumberError
    return total + value


def _rounded(value: Decimal, power: int) -> _Printed:
    """A value of parts, to two decimals at most."""
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    return _Printed(Decimal(digits), len(digits.partition(".")[2]), power)
