"""What figures must satisfy together, and when they are compared at all."""

from __future__ import annotations

from typing import Any

import pytest
from figures_by_hand import figure, rules

from kg.check.figures import Figure

EXPORTS, IMPORTS = figure("31 billion", "exports"), figure("10.4 billion", "imports")


@pytest.mark.parametrize(
    ("turnover", "holds"),
    [
        ("41.4 billion", True),
        ("41.9 billion", True),
        ("40.9 billion", True),
        ("42.1 billion", False),
        ("414 billion", False),
    ],
)
def test_turnover_is_exports_and_imports_within_rounding(turnover: str, holds: bool) -> None:
    assert rules(figure(turnover), EXPORTS, IMPORTS) == [("sum", holds)]


@pytest.mark.parametrize(("printed", "holds"), [("20.6 billion", True), ("22 billion", False)])
def test_a_balance_is_exports_without_imports(printed: str, holds: bool) -> None:
    assert rules(figure(printed, "balance"), EXPORTS, IMPORTS) == [("balance", holds)]


def test_a_deficit_is_below_zero() -> None:
    exports, imports = figure("5256.4 million", "exports"), figure("7314.7 million", "imports")
    assert rules(figure("-2058.3 million", "balance"), exports, imports) == [("balance", True)]
    assert rules(figure("2058.3 million", "balance"), exports, imports) == [("balance", False)]


@pytest.mark.parametrize(
    ("printed", "holds"),
    [
        ("19.2 percent", True),
        ("19.6 percent", True),
        ("18.9 percent", True),
        ("20 percent", True),
        ("21 percent", False),
        ("-19.2 percent", False),
    ],
)
def test_growth_leads_from_one_level_to_the_other(printed: str, holds: bool) -> None:
    now, before = figure("27.9 billion"), figure("23.4 billion", period="2023")
    assert rules(figure(printed), now, before) == [("growth", holds)]


def test_growth_is_not_asked_where_the_base_is_not_said() -> None:
    now, before = figure("27.9 billion"), figure("23.4 billion", period="2023")
    assert rules(figure("90 percent", base=None), now, before) == []


def test_growth_is_not_asked_of_a_level_of_zero() -> None:
    now, before = figure("27.9 billion"), figure("0 billion", period="2023")
    assert rules(figure("90 percent"), now, before) == []


def test_growth_may_be_anything_where_the_old_level_may_be_nothing() -> None:
    now, before = figure("900 billion"), figure("0.5 billion", period="2023", decimals=0)
    assert rules(figure("999999 percent"), now, before) == [("growth", True)]


@pytest.mark.parametrize(("part", "holds"), [("30 billion", True), ("30.5 billion", True), ("31 billion", False)])
def test_a_part_is_at_most_the_whole(part: str, holds: bool) -> None:
    of_member = figure(part, counterpart="eastia")
    assert rules(figure("30.4 billion"), of_member, members=(("eastia", "union"),)) == [("part", holds)]


def test_a_balance_with_a_member_may_exceed_that_with_its_union() -> None:
    of_member = figure("31 billion", "balance", counterpart="eastia")
    assert rules(figure("30 billion", "balance"), of_member, members=(("eastia", "union"),)) == []


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2023"},
        {"counterpart": "eastia"},
        {"counterpart": None},
        {"reporter": "eastia"},
        {"unit": "EUR"},
        {"measure": "target"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_figures_of_different_cells_are_not_compared(other: dict[str, Any]) -> None:
    assert rules(figure("99 billion", **other), EXPORTS, IMPORTS) == []


@pytest.mark.parametrize(
    ("stated", "holds"),
    [
        (figure("40 billion", bound="more-than"), True),
        (figure("45 billion", bound="more-than"), False),
        (figure("45 billion", bound="less-than"), True),
        (figure("40 billion", bound="less-than"), False),
        (figure("44 billion", bound="about"), False),
    ],
    ids=["over less", "over more", "under more", "under less", "about"],
)
def test_a_bounded_figure_stands_for_one_side(stated: Figure, holds: bool) -> None:
    assert rules(stated, EXPORTS, IMPORTS) == [("sum", holds)]


def test_every_pair_of_exports_and_imports_is_tried() -> None:
    assert rules(figure("41.4 billion"), EXPORTS, IMPORTS, figure("1 billion", "imports")) == [
        ("sum", True),
        ("sum", False),
        ("cell", False),
    ]


def test_no_figures_have_no_identities() -> None:
    assert rules() == []
