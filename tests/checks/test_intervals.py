"""Interval arithmetic holds every value that its operands can give."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.checks.intervals import EVERYTHING, Interval, blend

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)
positive = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)


def holds(interval: Interval, value: Fraction) -> bool:
    return (interval.low is None or interval.low <= value) and (interval.high is None or value <= interval.high)


@st.composite
def interval_and_value(draw: st.DrawFn, of: st.SearchStrategy[Fraction] = numbers) -> tuple[Interval, Fraction]:
    """An interval, perhaps open to one side or both, and a value in it."""
    low, value, high = sorted(draw(st.tuples(of, of, of)))
    open_ = draw(st.sampled_from(["", "low", "high", "both"]))
    interval = Interval(None if open_ in ("low", "both") else low, None if open_ in ("high", "both") else high)
    return interval, value


pairs = interval_and_value()
positive_pairs = interval_and_value(positive)


@given(pairs, pairs)
def test_a_sum_holds_every_sum(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    assert holds(one[0] + other[0], one[1] + other[1])


@given(pairs, pairs)
def test_a_difference_holds_every_difference(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    assert holds(one[0] - other[0], one[1] - other[1])


@given(positive_pairs, positive_pairs)
def test_a_quotient_holds_every_quotient(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    assert holds(one[0].over(other[0]), one[1] / other[1])


@given(positive_pairs, st.integers(0, 100), positive)
def test_a_divisor_that_may_be_zero_sets_no_limit(one: tuple[Interval, Fraction], high: int, divisor: Fraction) -> None:
    assume(divisor <= high)
    quotient = one[0].over(Interval(Fraction(0), Fraction(high)))
    assert quotient.high is None
    assert holds(quotient, one[1] / divisor)


@given(pairs, st.integers(1, 1000), st.integers(-1000, 1000))
def test_scaling_holds_every_scaled_value(one: tuple[Interval, Fraction], factor: int, shift: int) -> None:
    assert holds(one[0].scaled(factor, shift), one[1] * factor + shift)


@given(pairs)
def test_two_intervals_that_share_a_value_meet(one: tuple[Interval, Fraction]) -> None:
    point = Interval(one[1], one[1])
    assert one[0].meets(point)
    assert point.meets(one[0])
    assert not one[0].below(point)


@given(pairs, pairs)
def test_meeting_is_mutual_and_the_opposite_of_lying_apart(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    first, second = one[0], other[0]
    assert first.meets(second) == second.meets(first)
    assert first.meets(second) != (first.below(second) or second.below(first))
    assert not (first.below(second) and second.below(first))


@given(pairs, pairs)
def test_what_lies_below_has_only_smaller_values(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    assert one[1] < other[1] or not one[0].below(other[0])


@given(pairs)
def test_what_is_negated_twice_is_the_same(one: tuple[Interval, Fraction]) -> None:
    negated = -one[0]
    assert -negated == one[0]
    assert holds(negated, -one[1])


@given(st.decimals(min_value=0, max_value=1000, places=2), st.integers(0, 3))
def test_a_printed_number_stands_for_what_rounds_to_it(value: Decimal, decimals: int) -> None:
    printed = round(value, decimals)
    assert holds(Interval.around(printed, Decimal(5).scaleb(-decimals - 1)), Fraction(value))


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [("exact", 95, 105), ("about", 95, 105), ("more-than", 95, None), ("less-than", None, 105)],
)
def test_bounds_open_one_side(bound: str, low: int | None, high: int | None) -> None:
    assert Interval.around(Decimal(100), Decimal(5), bound) == Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


def test_both_ends_belong_to_an_interval() -> None:
    assert Interval(Fraction(1), Fraction(2)).meets(Interval(Fraction(2), Fraction(3)))
    assert not Interval(Fraction(1), Fraction(2)).below(Interval(Fraction(2), Fraction(3)))


@given(positive_pairs, pairs)
def test_a_product_holds_every_product(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    assert holds(one[0].times(other[0]), one[1] * other[1])


weights = interval_and_value(st.fractions(min_value=0, max_value=1, max_denominator=1000))


@given(weights, positive_pairs, positive_pairs)
def test_a_blend_holds_every_harmonic_mean(
    weight: tuple[Interval, Fraction], one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    mean = 1 / (weight[1] / one[1] + (1 - weight[1]) / other[1])
    assert holds(blend(weight[0], one[0], other[0]), mean)


@given(positive_pairs, positive_pairs)
def test_without_a_weight_a_blend_lies_between_its_factors(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    mixed = blend(EVERYTHING, one[0], other[0])
    assert holds(mixed, one[1])
    assert holds(mixed, other[1])
    bounded = [i for i in (one[0], other[0]) if i.high is not None]
    if len(bounded) == 2 and mixed.high is not None:
        assert mixed.high <= max(i.high or Fraction(0) for i in bounded)


@given(
    st.decimals(min_value=1, max_value=1000, places=2),
    st.decimals(min_value=1, max_value=1000, places=2),
    st.integers(0, 2),
)
def test_levels_that_are_rounded_never_contradict_their_rounded_sum(
    one: Decimal, other: Decimal, decimals: int
) -> None:
    half = Decimal(5).scaleb(-decimals - 1)
    parts = [Interval.around(round(value, decimals), half) for value in (one, other)]
    assert Interval.around(round(one + other, decimals), half).meets(parts[0] + parts[1])
