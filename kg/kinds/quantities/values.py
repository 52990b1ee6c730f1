"""What numbers are worth: the digits and words of a number to its value, by the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
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

    def numeral(self, gives: Mapping[str, str], slots: Mapping[str, Words]) -> Numeral | None:
        """A number from what its rule gives and the folded words of the slots; None where they make none."""
        try:
            printed = self._sum(slots["sum"]) if "sum" in slots else self._single(slots)
        except _NoNumberError:
            return None
        value, decimals = printed.value * int(gives.get("times", 1)), printed.decimals
        if "part" in slots:
            digits = f"{value:.2f}".rstrip("0").rstrip(".")
            value, decimals = Decimal(digits), len(digits.partition(".")[2])
        return Numeral(value, printed.power, decimals, gives["form"])

    def begins_scale(self, word: str) -> bool:
        """Whether a word is the begin of a scale word: "billi"."""
        return word not in self._powers and any(scale.startswith(word) for scale in self._powers)

    def _single(self, slots: Mapping[str, Words]) -> _Printed:
        """A whole and a part of one, times what multiplies them: "two and a half million", "half a dozen"."""
        whole = self._whole(slots["whole"]) if "whole" in slots else _Printed(Decimal(0))
        part = Decimal(0)
        if "part" in slots:
            count = self._spelled(slots["count"]) if "count" in slots else 1
            part = Decimal(count) / self._parts[slots["part"][0]]
        multiple = self._multiples[slots["multiple"][0]] if "multiple" in slots else 1
        power = sum(self._powers.get(word, 0) for word in slots.get("scale", ()))
        return _Printed((whole.value + part) * multiple, whole.decimals, power)

    def _whole(self, words: Words) -> _Printed:
        return self._printed(words[0]) if words[0][0].isdecimal() else _Printed(Decimal(self._spelled(words)))

    def _spelled(self, words: Words) -> int:
        """ "one hundred and twenty": a word adds where the number before it has room for it; articles and the like are one."""
        total = 0
        for word in words:
            value = self._numbers.get(word, 0)
            room = 100 if total % 100 == 0 else 10 if total % 10 == 0 else 1
            if total and value >= room:
                raise _NoNumberError
            total = (total + value) if word not in self._multiples else (total or 1) * self._multiples[word]
        return total or 1

    def _printed(self, digits: str) -> _Printed:
        """The value of digits with their marks: "1,143" is 1143, "41,4" is 41.4, "3.530" has three decimals."""
        for notation in self._notations:
            found = notation.fullmatch(digits)
            if found:
                whole = "".join(filter(str.isdecimal, found["whole"]))
                decimals = found.groupdict().get("decimals") or ""
                if (value := decimal(whole, decimals)) is not None:
                    return _Printed(value, len(decimals))
        raise _NoNumberError

    def _sum(self, words: Words) -> _Printed:
        """ "1 thousand 78 crore 3.2 lakh" in its largest scale, which multiplies what stands before it."""
        total, power = Decimal(0), 0
        for digits, scale in zip(words[::2], words[1::2], strict=True):
            part, power = self._printed(digits), self._powers[scale]
            above = total if total >= Decimal(1).scaleb(power) else total.scaleb(power)
            total = above + part.value.scaleb(power)
        largest = max(self._powers[scale] for scale in words[1::2])
        return _Printed(total.scaleb(-largest), max(0, largest - power + part.decimals), largest)
