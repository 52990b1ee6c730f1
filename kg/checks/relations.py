"""The laws that figures obey, each solved for each of its figures by interval arithmetic.

A relation has a role for each figure. ``formulas`` tells, for every role, how it follows from the others; the
first role is the claim. Where one figure is missing its formula derives it, where none is missing they must agree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kg.checks.intervals import EVERYTHING, Interval, blend

Compute = Callable[[Sequence[Interval]], Interval]


@dataclass(frozen=True, slots=True)
class Formula:
    """How one figure follows from all figures of a relation (of which it ignores its own)."""

    words: str
    compute: Compute


@dataclass(frozen=True, slots=True)
class Relation:
    """A law: its rule, a formula for each role, whether the claim is only bounded, and how mild a breach is."""

    rule: str
    formulas: tuple[Formula | None, ...]
    at_most: bool = False
    mildest: str = "violation"


def _factor(growth: Interval) -> Interval:
    """What a growth in percent multiplies by."""
    return growth.scaled(_PERCENT, 1)


def _in_percent(factor: Interval) -> Interval:
    return factor.scaled(100, -100)


def _gain(growth: Interval) -> Interval:
    """The part of a new level that is growth: g / (1 + g), which rises with g."""
    return _ONE - _ONE.over(_factor(growth))


def _weight(part: Interval, other: Interval) -> Interval:
    """The share of one part in a whole of two."""
    return _ONE.over(other.over(part).scaled(1, 1))


def _total(intervals: Sequence[Interval]) -> Interval:
    """The sum of parts, none of which is below zero."""
    return sum((Interval(interval.low or Fraction(0), interval.high) for interval in intervals), Interval.exactly(0))


_PERCENT = Fraction(1, 100)
_ONE = Interval.exactly(1)

SUM = Relation(
    "sum",
    (
        Formula("exports + imports", lambda v: v[1] + v[2]),
        Formula("turnover - imports", lambda v: v[0] - v[2]),
        Formula("turnover - exports", lambda v: v[0] - v[1]),
    ),
)
BALANCE = Relation(
    "balance",
    (
        Formula("exports - imports", lambda v: v[1] - v[2]),
        Formula("balance + imports", lambda v: v[0] + v[2]),
        Formula("exports - balance", lambda v: v[1] - v[0]),
    ),
)
GROWTH = Relation(
    "growth",
    (
        Formula("new / old - 1", lambda v: _in_percent(v[1].over(v[2]))),
        Formula("old x (1 + growth)", lambda v: v[2].times(_factor(v[0]))),
        Formula("new / (1 + growth)", lambda v: v[1].over(_factor(v[0]))),
    ),
)
TIMES = Relation(
    "growth",
    (
        Formula("new / old", lambda v: v[1].over(v[2])),
        Formula("old x times", lambda v: v[2].times(v[0])),
        Formula("new / times", lambda v: v[1].over(v[0])),
    ),
)
POINTS = Relation(
    "growth",
    (
        Formula("new share - old share", lambda v: v[1] - v[2]),
        Formula("old share + points", lambda v: v[2] + v[0]),
        Formula("new share - points", lambda v: v[1] - v[0]),
    ),
)
CHANGE = Relation(
    "change",
    (
        Formula("new - old", lambda v: v[1] - v[2]),
        Formula("old + change", lambda v: v[2] + v[0]),
        Formula("new - change", lambda v: v[1] - v[0]),
    ),
)
CHANGE_BY_GROWTH = Relation(
    "change",
    (
        Formula("new - new / (1 + growth)", lambda v: v[1].times(_gain(v[2]))),
        None,
        Formula("change / (new - change)", lambda v: _in_percent(v[1].over(v[1] - v[0]))),
    ),
)
BLEND = Relation(
    "blend",
    (
        Formula(
            "the growth of exports and imports by their weights",
            lambda v: _in_percent(blend(_weight(v[3], v[4]), _factor(v[1]), _factor(v[2]))),
        ),
        None,
        None,
        None,
        None,
    ),
)
BETWEEN = Relation(
    "blend",
    (
        Formula(
            "a growth between those of exports and imports",
            lambda v: _in_percent(blend(EVERYTHING, _factor(v[1]), _factor(v[2]))),
        ),
        None,
        None,
    ),
)
SHARE = Relation(
    "share",
    (
        Formula("part / whole", lambda v: v[1].over(v[2]).scaled(100)),
        Formula("share x whole", lambda v: v[2].times(v[0].scaled(_PERCENT))),
        Formula("part / share", lambda v: v[1].over(v[0].scaled(_PERCENT))),
    ),
)
# Two numbers for one thing may be a revision, another source or another way to count that no word tells.
CELL = Relation(
    "cell",
    (Formula("the other statement", lambda v: v[1]), Formula("the other statement", lambda v: v[0])),
    mildest="warning",
)
MIRROR = Relation(
    "mirror",
    (Formula("the other side's figure", lambda v: v[1]), Formula("the other side's figure", lambda v: v[0])),
    mildest="warning",
)
RATE = Relation(
    "rate",
    (
        Formula("the amount at the other rate", lambda v: v[1].times(v[2].over(v[3]))),
        Formula("the amount at the other rate", lambda v: v[0].times(v[3].over(v[2]))),
        Formula("the amount at the other rate", lambda v: v[3].times(v[0].over(v[1]))),
        Formula("the amount at the other rate", lambda v: v[2].times(v[1].over(v[0]))),
    ),
    mildest="warning",
)
PART = Relation(
    "part",
    (Formula("at most the whole", lambda v: v[1]), None),
    at_most=True,
)
SHORTER = Relation("shorter", (Formula("at most that of the longer period", lambda v: v[1]), None), at_most=True)
SINCE = Relation("since", (Formula("at most the later total", lambda v: v[1]), None), at_most=True, mildest="warning")


def parts(count: int) -> Relation:
    """The first of several parts is at most the whole (the second role) without the others."""
    room = Formula("the whole - the other parts", lambda v: v[1] - _total(v[2:]))
    return Relation("parts", (room, *[None] * count), at_most=True)


def shares(count: int) -> Relation:
    """The first of several shares is at most 100 percent without the others."""
    room = Formula("100 - the other shares", lambda v: Interval.exactly(100) - _total(v[1:]))
    return Relation("shares", (room, *[None] * (count - 1)), at_most=True)
