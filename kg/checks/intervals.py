"""Interval arithmetic over exact decimals and fractions: what a printed number can stand for.

A number printed as 41.4 billion stands for anything from 41.35 to 41.45 billion, both ends included (half of the
last printed digit to either side, as statistical offices round). Operations are those of interval arithmetic
(Moore 1966): the result holds every value that the operands can give.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; None stands for no limit."""

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def around(cls, value: Decimal, tolerance: Decimal, bound: str = "exact") -> Interval:
        """What a printed value can stand for: open to one side for "more than" and "less than"."""
        low, high = Fraction(value) - Fraction(tolerance), Fraction(value) + Fraction(tolerance)
        if bound == "more-than":
            return cls(low, None)
        if bound == "less-than":
            return cls(None, high)
        return cls(low, high)

    @classmethod
    def exactly(cls, value: int) -> Interval:
        """The interval of one number."""
        return cls(Fraction(value), Fraction(value))

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def times(self, other: Interval) -> Interval:
        """The product of an interval without negative numbers and any other."""
        least = max(self.low or _ZERO, _ZERO)
        low = high = None
        if other.low is not None:
            low = least * other.low if other.low >= 0 else None if self.high is None else self.high * other.low
        if other.high is not None:
            high = least * other.high if other.high < 0 else None if self.high is None else self.high * other.high
        return Interval(low, high)

    def over(self, other: Interval) -> Interval:
        """The quotient of two positive intervals; no limit above where the divisor may be zero."""
        low = None if self.low is None or other.high is None else self.low / other.high if other.high > 0 else None
        high = None if self.high is None or other.low is None or other.low <= 0 else self.high / other.low
        return Interval(low, high)

    def scaled(self, factor: int | Fraction, shift: int = 0) -> Interval:
        """``factor`` times the interval plus ``shift``; the factor is positive."""
        return Interval(
            None if self.low is None else self.low * factor + shift,
            None if self.high is None else self.high * factor + shift,
        )

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Whether every number here is smaller than every number there."""
        return self.high is not None and other.low is not None and self.high < other.low


_ZERO = Fraction(0)
EVERYTHING = Interval(None, None)


def blend(weight: Interval, one: Interval, other: Interval) -> Interval:
    """The harmonic mean of two positive factors, the first with a weight from 0 to 1.

    A whole that grows by what its parts grow: 1 / (w / one + (1 - w) / other), where w is the part's share of the new
    whole. It rises with either factor; in the weight it runs from one to the other, so the ends of w give the extremes.
    """
    shares = (max(weight.low or _ZERO, _ZERO), Fraction(1) if weight.high is None else min(weight.high, Fraction(1)))
    lows = [_mean(share, one.low or _ZERO, other.low or _ZERO) for share in shares]
    if one.high is None or other.high is None:
        return Interval(min(lows), None)
    return Interval(min(lows), max(_mean(share, one.high, other.high) for share in shares))


def _mean(share: Fraction, one: Fraction, other: Fraction) -> Fraction:
    if min(one, other) <= 0:
        return _ZERO
    return 1 / (share / one + (1 - share) / other)


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other
