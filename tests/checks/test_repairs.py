"""The smallest slip of the pen that explains a broken identity, or several, or none."""

from __future__ import annotations

from figures_by_hand import broken, figure

from kg.checks.figures import Figure
from kg.checks.referee import _finding
from kg.checks.repairs import repairs


def words(*figures: Figure) -> list[str]:
    return [repair.words for repair in repairs(*broken(*figures), figures)]


def said(*figures: Figure) -> str | None:
    """The repair as the finding says it."""
    identity, every = broken(*figures)
    return _finding(identity, every, figures).repair


def test_a_slip_of_scale_is_found() -> None:
    figures = figure("3.530 billion"), figure("2.387 billion", "exports"), figure("1.143 million", "imports")
    assert words(*figures) == ["reading 'million' as 'billion'"]
    assert said(*figures) == (
        f"reading 'million' as 'billion' at {figures[2].surface.begin}–{figures[2].surface.end} "
        "makes exports + imports = 3.530 billion USD and closes the sum exactly"
    )


def test_a_slip_of_the_decimal_point_is_found() -> None:
    assert words(figure("41.4 billion"), figure("31.0 billion", "exports"), figure("104 billion", "imports")) == [
        "reading '104' as '10.4'"
    ]
    assert words(figure("41.4 billion"), figure("31.0 billion", "exports"), figure("1.04 billion", "imports")) == [
        "reading '1.04' as '10.4'"
    ]


def test_a_swap_of_digits_is_found() -> None:
    assert words(figure("41.4 billion"), figure("13.0 billion", "exports"), figure("10.4 billion", "imports")) == [
        "reading '13.0' as '31.0'"
    ]


def test_a_slip_of_scale_is_preferred_to_others() -> None:
    found = words(figure("20 billion"), figure("10 billion", "exports"), figure("10 million", "imports"))
    assert found == ["reading 'million' as 'billion'"]


def test_two_equally_good_repairs_are_listed_and_none_is_chosen() -> None:
    twins = figure("11.0 billion"), figure("10.0 billion", "exports"), figure("10.0 billion", "imports")
    assert words(*twins) == ["reading '10.0' as '1.00'", "reading '10.0' as '1.00'"]
    repair = said(*twins)
    assert repair is not None
    assert repair.startswith("equally good, none chosen: ")
    assert repair.count("reading '10.0' as '1.00'") == 2
    assert "; or " in repair


def test_nothing_is_proposed_where_no_slip_explains_it() -> None:
    figures = figure("1.23 billion"), figure("598.0 million", "exports"), figure("698.9 million", "imports")
    assert words(*figures) == []
    assert said(*figures) is None


def test_a_repair_that_breaks_another_identity_is_none() -> None:
    trade = figure("3.530 billion"), figure("2.387 billion", "exports"), figure("1.143 million", "imports")
    grown = figure("14.3 percent", "imports"), figure("1.0 million", "imports", period="2023", decimals=3)
    assert words(*trade, *grown) == []


def test_a_growth_is_repaired_too() -> None:
    now, before = figure("27.9 billion"), figure("23.4 million", period="2023")
    assert words(figure("19.2 percent"), now, before) == [
        "reading 'billion' as 'million'",
        "reading 'million' as 'billion'",
    ]
    assert words(figure("1.92 percent", decimals=2), now, figure("23.4 billion", period="2023")) == [
        "reading '1.92' as '19.2'"
    ]


def test_percentages_have_no_scale() -> None:
    now, before = figure("27.9 billion"), figure("23.4 billion", period="2023")
    assert words(figure("88 percent"), now, before) == []


def shares(new: str, old: str) -> tuple[Figure, Figure]:
    return figure(new, measure="share", base=None), figure(old, measure="share", base=None, period="2023")


def test_percent_that_are_percentage_points_of_a_share() -> None:
    levels = figure("13.2 billion"), figure("9.0 billion", period="2023")
    assert words(figure("3 percent"), *levels, *shares("12 percent", "9 percent")) == [
        "reading 'percent' as 'percentage-points'"
    ]
    assert words(figure("3 percent"), *levels, *shares("17 percent", "9 percent")) == []


def test_percentage_points_that_are_percent_of_a_level() -> None:
    points = figure("47 percent", unit="percentage-points")
    levels = figure("13.2 billion"), figure("9.0 billion", period="2023")
    assert words(points, *levels, *shares("12 percent", "9 percent")) == ["reading 'percentage-points' as 'percent'"]
    assert words(points, *shares("12 percent", "9 percent")) == []


def test_a_repair_may_not_strain_a_hedge_that_another_figure_bears_out() -> None:
    whole = figure("9.89 billion", counterpart=None, bound="more-than")
    parts = [
        figure("581.8 thousand", counterpart="eastia"),
        figure("5.9 percent", measure="share", base=None, counterpart="eastia"),
        figure("3.97 billion"),
        figure("40.1 percent", measure="share", base=None),
    ]
    assert words(whole, *parts) == ["reading 'thousand' as 'million'"]
