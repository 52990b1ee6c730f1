"""Figures of two articles against each other, and what follows from stated figures."""

from __future__ import annotations

from fractions import Fraction

from figures_by_hand import figure

from kg.checks.across import across
from kg.checks.derivations import derivations
from kg.checks.figures import Figure
from kg.checks.identities import contested, identities
from kg.checks.lookup import Lookup
from kg.checks.misplaced import misplaced


def derived(*figures: Figure) -> list[Figure]:
    return derivations(Lookup(()), figures, [], contested(figures, list(identities(figures, []))))


def test_a_missing_one_of_three_is_derived() -> None:
    (imports,) = [f for f in derived(figure("41.4 billion"), figure("31.0 billion", "exports")) if f.flow == "imports"]
    assert imports.given is not None
    assert (imports.given.low, imports.given.high) == (Fraction("10.3e9"), Fraction("10.5e9"))
    assert imports.formula == "turnover - exports"
    assert [str(each) for each in imports.inputs] == ["41.4 billion USD", "31.0 billion USD"]


def test_the_level_before_a_growth_is_derived() -> None:
    (before,) = derived(figure("4.2 billion"), figure("7.7 percent"))
    assert before.period == "2023"
    assert str(before) == "3.85 to 3.95 billion USD by new / (1 + growth)"


def test_what_is_stated_contested_or_unbounded_is_not_derived() -> None:
    trade = figure("41.4 billion"), figure("31.0 billion", "exports")
    assert [f.flow for f in derived(*trade, figure("10.4 billion", "imports"))] == ["balance"]
    assert derived(*trade, figure("99 billion", "imports")) == []


def test_what_hedged_figures_give_is_hedged() -> None:
    (imports,) = derived(figure("41.4 billion", bound="more-than"), figure("31.0 billion", "exports"))
    assert imports.hedged


def test_a_figure_that_only_another_article_can_prove_wrong_is_found() -> None:
    growth, level = figure("16.9 percent", article="a"), figure("49.7 billion", article="a")
    before = figure("41.4 billion", article="b", period="2023")
    (broken,) = [i for i in across([growth, level, before], []) if not i.holds]
    assert (broken.rule, broken.severity) == ("growth", "violation")


def test_two_articles_that_disagree_on_a_cell_are_found_and_not_asked_further() -> None:
    one, other = figure("41.4 billion", article="a"), figure("42.4 billion", article="b")
    parts = figure("31.0 billion", "exports", article="b"), figure("11.4 billion", "imports", article="b")
    assert [(i.rule, i.holds) for i in across([one, other, *parts], [])] == [("cell", False)]


def test_rates_of_growth_in_two_articles_may_be_measured_differently() -> None:
    (identity,) = across([figure("12 percent", article="a"), figure("14.3 percent", article="b")], [])
    assert (identity.rule, identity.holds, identity.severity) == ("cell", False, "warning")


def test_articles_that_agree_raise_nothing() -> None:
    assert across([figure("41.4 billion", article="a"), figure("41.4 billion", article="b")], []) == []


def test_a_figure_that_fits_another_period_or_currency_is_worth_a_look() -> None:
    parts = figure("31.0 billion", "exports"), figure("10.4 billion", "imports")
    for wrong in (figure("41.4 billion", period="2022"), figure("41.4 billion", unit="EUR")):
        every = [wrong, *parts]
        (found,) = misplaced(every, list(identities(every, [])), derived(*every))
        assert (found[0], found[1].period, found[1].unit) == (wrong, "2024", "USD")


def test_a_figure_that_fits_nowhere_else_is_let_be() -> None:
    every = [
        figure("47.4 billion", period="2022"),
        figure("31.0 billion", "exports"),
        figure("10.4 billion", "imports"),
    ]
    assert list(misplaced(every, list(identities(every, [])), derived(*every))) == []


def test_two_numbers_of_one_sentence_in_one_cell_are_in_doubt() -> None:
    growth, level = figure("7.7 percent"), figure("4.2 billion")
    assert derived(growth, level, figure("3.9 billion", sentence=level.sentence)) == []
