"""Numbers that measure something: money, percent, times and counts of things, with the words around them.

The grammar, over tokens: ``[bound] [sign] [currency] NUMBER [- NUMBER] [scale] [currency | percent | times | noun]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.model import Mention, Quantity, Span, Token
from kg.vocabulary import local, vocabulary

_SCALES = {
    "thousand": 3, "thousands": 3, "k": 3, "million": 6, "millions": 6, "mln": 6, "mn": 6, "m": 6, "mio": 6, "mil": 6,
    "billion": 9, "billions": 9, "bln": 9, "bn": 9, "b": 9, "bil": 9, "trillion": 12, "trillions": 12, "trln": 12,
    "trn": 12, "tn": 12,
}  # fmt: skip
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12, "one": 1,
}  # fmt: skip
_PERCENT = ("%", "percent", "pct", "per", "percentage")
_TIMES = ("times", "fold", "time")
_IRREGULAR = frozenset(["people", "aircraft", "staff", "personnel", "hectares"])
_NOT_COUNTED = frozenset(
    """years months days weeks hours minutes times decades centuries percents o'clock sides parties nations points
    spheres areas fields directions levels stages ways terms aspects topics occasions leaders presidents
    ministers neighbours neighbors peoples economies states others others' pages is was has as its this thus us
    plus across towards besides perhaps always whereas yes""".split()
)
_SMALL_PAIR = frozenset(
    """countries capitals governments ministries ministers diplomats officials heads delegations foreign brothers
    partners""".split()
)
_ABSTRACT = frozenset(
    """challenges events issues topics questions priorities pillars goals reasons tasks principles rounds meetings
    factors messages steps things dimensions""".split()
)
_ORDINAL_MARKS = frozenset(["st", "nd", "rd", "th"])
_NUMBERED = frozenset("no № # article resolution page number nr room flight certificate decree law chapter".split())
_UNITS = {"tons": "tonnes", "tonne": "tonnes", "ton": "tonnes", "km": "kilometres", "kilometers": "kilometres"}


class _Reading(NamedTuple):
    """A quantity read from token ``first`` to token ``last`` (excluded)."""

    quantity: Quantity
    first: int
    last: int


def parse_number(text: str) -> tuple[Decimal, int] | None:
    """Value and printed decimals of a numeral: "1,143" is 1143, "41,4" is 41.4, "3.530" has three decimals."""
    digits = text.replace("\u00a0", "")
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
    if not head.isdigit() or (tail and not tail.isdigit()):
        return None
    return Decimal(f"{head}.{tail}" if tail else head), len(tail)


class _Reader:
    """Reads the quantities of one article's tokens."""

    def __init__(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.text, self.tokens = text, tokens
        self.currency_from = {m.span.begin: m for m in mentions if m.kind == "currencies"}
        self.currency_to = {m.span.end: m for m in mentions if m.kind == "currencies"}
        self.blocked = [m.span for m in mentions if m.kind in ("period", "party", "body")]
        self.parties = {m.span.begin: m.span.end for m in mentions if m.kind == "party"}

    def fold(self, i: int) -> str:
        """The folded token i, or an empty text outside."""
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""

    def read(self) -> Iterator[_Reading]:
        """All quantities, left to right."""
        taken = 0
        for i, token in enumerate(self.tokens):
            if i < taken or not (token.text[0].isdigit() or token.fold in _WORDS or self._one_scale(i)):
                continue
            if any(span.begin <= token.begin < span.end for span in self.blocked):
                continue
            for reading in self.at(i):
                taken = max(taken, reading.last)
                yield reading

    def _one_scale(self, i: int) -> bool:
        """ "a trillion rubles" is one trillion."""
        return self.fold(i) in ("a", "an") and self.fold(i + 1) in _SCALES and len(self.fold(i + 1)) > 3

    def at(self, i: int) -> list[_Reading]:
        """The quantities that begin with the number at token i (two for a range)."""
        number = self._number(i)
        if number is None:
            return []
        value, decimals, after = number
        if self._range_follows(after):
            second = self.at(after + 1)
            if second and second[0].quantity.unit and second[0].quantity.value > value:
                q = second[0].quantity
                first = Quantity(value, q.multiplier, decimals, q.unit, q.bound)
                return [_Reading(first, self._left(i)[0], second[0].last), second[0]]
        scale, after = self._scale(after)
        begin, sign, money = self._left(i)
        unit, last = (money, self._same_currency(after)) if money else self._unit(i, after, scale)
        if not unit or unit == "units":
            unit, last = self._counted_before(begin) or unit, max(last, after)
        if not unit:
            return []
        if sign == "-":
            value = -value
        return [_Reading(Quantity(value, scale, decimals, unit), begin, last)]

    def _range_follows(self, i: int) -> bool:
        return self.fold(i) in ("-", "–", "—", "to") and (
            self.fold(i + 1)[:1].isdigit() or self.fold(i + 1) in ("$", "€")
        )

    def _number(self, i: int) -> tuple[Decimal, int, int] | None:
        """Value, decimals and the next token of a numeral or number words."""
        token = self.tokens[i]
        if token.text[0].isdigit():
            if self.fold(i + 1) in _ORDINAL_MARKS or self.fold(i - 1) in _NUMBERED or self.fold(i - 1) == "top":
                return None
            hyphened = self.fold(i - 1) in ("-", "‑") and self.tokens[i - 1].end == token.begin
            if (
                hyphened
                and i > 1
                and self.tokens[i - 2].end == self.tokens[i - 1].begin
                and self.tokens[i - 2].text.isalpha()
            ):
                return None
            if (
                i
                and self.tokens[i - 1].end == token.begin
                and self.tokens[i - 1].text[-1].isalpha()
                and token.begin not in self.currency_to
            ):
                return None
            parsed = parse_number(token.text)
            return (*parsed, i + 1) if parsed else None
        if token.fold in ("a", "an"):
            return Decimal(1), 0, i + 1
        value, after = Decimal(_WORDS[token.fold]), i + 1
        if self.fold(after) == "-" and self.fold(after + 1) in _WORDS:
            value, after = value + _WORDS[self.fold(after + 1)], after + 2
        elif self.fold(after) in ("hundred", "dozen"):
            value, after = value * _WORDS[self.fold(after)], after + 1
        return value, 0, after

    def _scale(self, i: int) -> tuple[int, int]:
        """Power of ten of a scale word at token i, and the token after it."""
        word = self.fold(i)
        if word == "-" and self.fold(i + 1) in _SCALES:
            return _SCALES[self.fold(i + 1)], i + 2
        if word not in _SCALES or (len(word) == 1 and self.tokens[i].begin != self.tokens[i - 1].end):
            return 0, i
        power, after = _SCALES[word], i + 1
        if (
            self.fold(after) == "."
            and self.tokens[after].end < len(self.text)
            and word in ("mln", "bln", "mn", "bn", "trln")
        ):
            following = self.fold(after + 1)
            if (self.tokens[after + 1 :] and self.tokens[after + 1].begin in self.currency_from) or following in (
                "soms",
                "sums",
            ):
                after += 1
        return power, after

    def _left(self, i: int) -> tuple[int, str, str]:
        """First token, sign and currency code of what stands before the number at token i."""
        begin, money = self.tokens[i].begin, ""
        first = i
        for gap in (0, 1):
            mention = self.currency_to.get(begin - gap)
            if mention and (
                gap == 0 or mention.value.form == "symbol" or self.text[mention.span.begin : mention.span.end].isupper()
            ):
                money = _code(mention)
                while first > 0 and self.tokens[first].begin > mention.span.begin:
                    first -= 1
                break
        before = self.fold(first - 1)
        sign = before if before in ("+", "-", "–", "−") else ""
        if sign and self._is_sign(first - 1):
            return first - 1, "-" if sign != "+" else "+", money
        return first, "", money

    def _is_sign(self, i: int) -> bool:
        """Whether the dash or plus at token i is a sign: it touches the number and nothing before it."""
        mark = self.tokens[i]
        touches = mark.end == self.tokens[i + 1].begin
        free = mark.begin == 0 or self.text[mark.begin - 1] in " \u00a0\n("
        return touches and free

    def _same_currency(self, i: int) -> int:
        """Skips a currency that is said twice, before and after the number ("$5 billion US dollars")."""
        mention = self.currency_from.get(self.tokens[i].begin) if i < len(self.tokens) else None
        return self._past(i, mention.span.end) if mention else i

    def _unit(self, i: int, after: int, scale: int) -> tuple[str, int]:
        """The unit after the number, and the token after it; an empty unit if nothing is measured."""
        word = self.fold(after)
        joined = self.fold(after + 1) if word == "-" else word
        if joined in _PERCENT:
            return self._percent(after + (word == "-"))
        mention = self.currency_from.get(self.tokens[after].begin) if after < len(self.tokens) else None
        if mention is None and word == "of" and after + 1 < len(self.tokens):
            mention = self.currency_from.get(self.tokens[after + 1].begin)
        if mention and (scale or self.tokens[i].text[0].isdigit() or mention.value.form != "symbol"):
            return _code(mention), self._past(after, mention.span.end)
        if joined in _TIMES:
            return "times", after + 1 + (word == "-")
        if self.fold(i - 1) == "of" and self.fold(i - 2) == "factor":
            return "times", after
        return self._noun(i, after)

    def _percent(self, i: int) -> tuple[str, int]:
        if self.fold(i) == "per":
            return ("percent", i + 2) if self.fold(i + 1) == "cent" else ("", i)
        if self.fold(i) == "percentage":
            return ("percentage-points", i + 2) if self.fold(i + 1).startswith("point") else ("", i)
        points = self.fold(i + 1) in ("point", "points")
        return ("percentage-points", i + 2) if points else ("percent", i + 1)

    def _noun(self, i: int, after: int) -> tuple[str, int]:
        """A plural noun within four words after the number: "3,000 European companies"."""
        spelled = not self.tokens[i].text[0].isdigit()
        for j in range(after, min(after + 5, len(self.tokens))):
            token = self.tokens[j]
            if (not token.text[0].isalpha() and token.text != "-") or token.fold in _STOP:
                break
            if token.begin in self.parties:
                continue
            if token.text[0].isupper() and not token.text[-1].islower():
                return ("", after) if token.fold != "mous" else ("MoUs", j + 1)
            plural = (
                token.fold.endswith("s") and not token.fold.endswith(("ss", "ous", "us", "is"))
            ) or token.fold in _IRREGULAR
            following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
            if plural and following and following.text == "-":
                continue
            if plural:
                barred = (
                    token.fold in _NOT_COUNTED
                    or (spelled and token.fold in (_SMALL_PAIR | _ABSTRACT))
                    or self.fold(i) == "one"
                )
                return ("", after) if barred else (_UNITS.get(token.fold, token.fold), j + 1)
        return "", after

    def _counted_before(self, i: int) -> str:
        """ "The number of European companies is more than 3,000": the noun stands before the number."""
        back = [self.fold(k) for k in range(max(0, i - 40), i)]
        if "number" not in back[-6:] and self.fold(i + 1) != "units" and "number" not in back[-14:]:
            return ""
        for k in range(len(back) - 2, -1, -1):
            if back[k] in (".", ";", "!"):
                break
            if back[k] == "number" and back[k + 1] == "of":
                nouns = [
                    w for w in back[k + 2 :] if w.endswith("s") and w not in _STOP and w not in ("is", "was", "has")
                ]
                return nouns[0] if nouns and self.tokens[i].text[0].isdigit() else ""
        return ""

    def _past(self, i: int, end: int) -> int:
        while i < len(self.tokens) and self.tokens[i].begin < end:
            i += 1
        return i


_STOP = frozenset(
    """and or of in on at to from by with for the a an that which who is are was were has have had will would can
    as than up down more less per while including between other such these those this into over under after
    before""".split()
)


def _code(mention: Mention) -> str:
    return vocabulary().value(mention.value.iri, "skos:notation") or local(mention.value.iri)


def quantities(text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of quantities, with the bound words before them read into their values.

    ``mentions`` holds what was found before: currencies, periods, parties and approximations.
    """
    bounds = {m.span.end: m for m in mentions if m.kind == "approximations"}
    found = []
    for reading in _Reader(text, tokens, mentions).read():
        span = Span(tokens[reading.first].begin, tokens[reading.last - 1].end)
        bound = _bound(tokens, reading.first, bounds)
        quantity = reading.quantity
        if bound:
            quantity = Quantity(quantity.value, quantity.multiplier, quantity.decimals, quantity.unit, bound)
        found.append(Mention(span, "quantity", quantity))
    return found


def _bound(tokens: Sequence[Token], first: int, bounds: dict[int, Mention]) -> str:
    """The bound word right before a quantity ("more than", "over", "nearly"), also across "a" or "the"."""
    for back in (1, 2):
        if first - back >= 0 and (back == 1 or tokens[first - 1].fold in ("a", "the", "by", "of")):
            mention = bounds.get(tokens[first - back].end)
            if mention:
                return local(mention.value.iri)
    return ""
