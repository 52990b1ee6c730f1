"""What numbers are worth: the digits and words of a number to its value, by the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from kg.kinds.quantities.claim import Numeral
from kg.language.language import Language
from kg.vocabulary import fold

Words = Sequence[str]
_NUMBERS = "numbers"


class Printed(NamedTuple):
    """A value, with the decimals that are printed of it and the power of ten that multiplies it."""

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

    def numeral(self, form: str, slots: Mapping[str, Words]) -> Numeral | None:
        """A number from the slots of its rule, folded; None where its digits or words make none."""
        printed = self._sum(slots["sum"]) if "sum" in slots else self._single(slots)
        if printed is None:
            return None
        value = -printed.value if "negative" in slots else printed.value
        return Numeral(value, printed.power, printed.decimals, form)

    def begins_scale(self, word: str) -> bool:
        """Whether a word is the begin of a scale word: "billi"."""
        return word not in self._powers and any(scale.startswith(word) for scale in self._powers)

    def _single(self, slots: Mapping[str, Words]) -> Printed | None:
        whole = slots.get("whole") or slots.get("negative")
        base = self._whole(whole) if whole else Printed(Decimal("part" not in slots))
        if base and "part" in slots:
            base = self._with_part(base, slots)
        if base is None:
            return None
        if "multiple" in slots:
            return Printed((base.value * self._multiples[slots["multiple"][0]]).to_integral_value())
        return base._replace(power=sum(map(self._power, slots.get("scale", ()))))

    def _with_part(self, base: Printed, slots: Mapping[str, Words]) -> Printed | None:
        """ "two and a half", "two-thirds", to four decimals."""
        count = self._spelled(slots["count"]) if "count" in slots else 1
        value = base.value + Decimal(count or 0) / self._parts[slots["part"][0]]
        exact = value.quantize(Decimal("0.0001")).normalize()
        return Printed(exact, max(0, -int(exact.as_tuple().exponent))) if count else None

    def _whole(self, words: Words) -> Printed | None:
        if words[0][0].isdecimal():
            return self.printed(words[0])
        value = self._spelled(words)
        return Printed(Decimal(value)) if value else None

    def _spelled(self, words: Words) -> int | None:
        """ "one hundred and twenty": a word adds what the round number before it has room for; None where it has not."""
        total = 0
        for word in words:
            if word in self._multiples:
                total = (total or 1) * self._multiples[word]
            elif word in self._numbers:
                value = self._numbers[word]
                if total and (total % 10 or value >= (10 if total % 100 else 100)):
                    return None
                total += value
        return total or None

    def printed(self, digits: str) -> Printed | None:
        """The value of digits with their marks: "1,143" is 1143, "41,4" is 41.4, "3.530" has three decimals."""
        found = next((match for form in self._notations if (match := form.fullmatch(digits))), None)
        if found is None:
            return None
        whole = "".join(filter(str.isdecimal, found["whole"]))
        decimals = found.groupdict().get("decimals") or ""
        return Printed(Decimal(f"{whole}.{decimals}" if decimals else whole), len(decimals))

    def _power(self, word: str) -> int:
        return self._powers.get(word, 0)

    def _sum(self, words: Words) -> Printed | None:
        """ "1 thousand 78 crore 3.2 lakh" in its largest scale: a larger scale multiplies what stands before it, a smaller one adds."""
        numbers = [self.printed(word) for word in words[::2]]
        powers = [self._power(word) for word in words[1::2]]
        if not all(numbers) or not all(powers):
            return None
        parts = [Printed(n.value, n.decimals, power) for n, power in zip(numbers, powers, strict=True) if n]
        total, largest = reduce(_added, parts, Decimal(0)), max(powers)
        decimals = largest - parts[-1].power + parts[-1].decimals
        return Printed(total.scaleb(-largest), max(0, decimals), largest)


def _added(total: Decimal, part: Printed) -> Decimal:
    scaled = part.value.scaleb(part.power)
    return total.scaleb(part.power) + scaled if total < Decimal(1).scaleb(part.power) else total + scaled
