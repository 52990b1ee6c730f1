"""What figures must satisfy together, and when they are compared at all."""

from __future__ import annotations

from typing import Any

import pytest
from figures_by_hand import figure, rules
from support import graph_of_text

from kg.checks.figures import Figure, figures
from kg.checks.identities import contested, identities
from kg.checks.lookup import Lookup

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


# --- Changes, shares, parts and periods ---------------------------------------------------------------------------


@pytest.mark.parametrize(("printed", "holds"), [("4.5 billion", True), ("5.0 billion", False)])
def test_a_change_lies_between_two_levels(printed: str, holds: bool) -> None:
    change = figure(printed, measure="change", base="2023")
    assert ("change", holds) in rules(change, figure("27.9 billion"), figure("23.4 billion", period="2023"))


@pytest.mark.parametrize(("printed", "holds"), [("3.0 billion", True), ("3.5 billion", False), ("-3.0 billion", False)])
def test_a_change_follows_from_the_level_and_its_growth(printed: str, holds: bool) -> None:
    assert rules(figure(printed, measure="change"), figure("15.8 billion"), figure("23.7 percent")) == [
        ("change", holds)
    ]


def test_growth_in_times_is_a_ratio() -> None:
    now, before = figure("30 billion"), figure("20 billion", period="2023")
    times = figure("1.5", measure="growth", unit="times", base="2023")
    assert rules(times, now, before) == [("growth", True)]
    assert rules(figure("2.5", measure="growth", unit="times", base="2023"), now, before) == [("growth", False)]


@pytest.mark.parametrize(("printed", "holds"), [("3 percent", True), ("33 percent", False)])
def test_growth_in_percentage_points_is_the_difference_of_two_shares(printed: str, holds: bool) -> None:
    shares = figure("12 percent", measure="share", base=None), figure("9 percent", measure="share", period="2023")
    assert rules(figure(printed, unit="percentage-points"), *shares) == [("growth", holds)]


@pytest.mark.parametrize(
    ("printed", "holds"), [("19.2 percent", True), ("24.0 percent", False), ("5.0 percent", False)]
)
def test_turnover_grows_between_exports_and_imports(printed: str, holds: bool) -> None:
    exports, imports = figure("23.8 percent", "exports"), figure("5.8 percent", "imports")
    assert rules(figure(printed), exports, imports) == [("blend", holds)]


@pytest.mark.parametrize(("printed", "holds"), [("19.2 percent", True), ("15.0 percent", False)])
def test_levels_say_where_between_them(printed: str, holds: bool) -> None:
    growths = figure("23.8 percent", "exports"), figure("5.8 percent", "imports")
    levels = figure("21.6 billion", "exports"), figure("6.3 billion", "imports")
    assert rules(figure(printed), *growths, *levels) == [("blend", holds)]


@pytest.mark.parametrize(("printed", "holds"), [("35.3 percent", True), ("53.3 percent", False)])
def test_a_share_is_the_part_in_the_whole(printed: str, holds: bool) -> None:
    share = figure(printed, measure="share", base=None)
    assert ("share", holds) in rules(share, figure("5.55 billion"), figure("15.76 billion", counterpart=None))


def test_a_share_of_exports_beside_the_trade_of_the_pair_may_mean_that_trade() -> None:
    share = figure("80 percent", "exports", measure="share", base=None)
    levels = figure("3.1 billion", "exports"), figure("62 billion", "exports", counterpart=None)
    assert ("share", False) in rules(share, *levels)
    assert "share" not in dict(rules(share, *levels, figure("4 billion")))


@pytest.mark.parametrize(("printed", "holds"), [("40 percent", True), ("50 percent", False)])
def test_shares_of_states_add_up_to_no_more_than_all(printed: str, holds: bool) -> None:
    states = frozenset({"eastia", "westia"})
    every = [
        figure("60 percent", measure="share", base=None, counterpart="eastia", states=states),
        figure(printed, measure="share", base=None, counterpart="westia", states=states),
    ]
    assert rules(*every) == [("shares", holds)]


@pytest.mark.parametrize(("whole", "holds"), [("10 billion", True), ("7 billion", False)])
def test_listed_parts_add_up_to_no_more_than_the_whole(whole: str, holds: bool) -> None:
    states = frozenset({"eastia", "westia"})
    parts = [figure("4.4 billion", counterpart=state, states=states) for state in sorted(states)]
    assert ("parts", holds) in rules(*parts, figure(whole, counterpart=None))


@pytest.mark.parametrize(("short", "holds"), [("30 billion", True), ("50 billion", False)])
def test_a_shorter_period_holds_no_more_than_the_longer(short: str, holds: bool) -> None:
    months = figure(short, period="2024-01--2024-07", start="2024-01-01", end="2024-07-31")
    assert rules(months, figure("41.4 billion")) == [("shorter", holds)]


def test_a_period_of_many_years_may_state_what_flows_in_a_year() -> None:
    decade = figure("2.5 billion", period="2013--2023", start="2013-01-01", end="2023-12-31")
    assert rules(figure("4 billion"), decade) == []


def test_a_total_since_some_day_does_not_shrink() -> None:
    since = {"period": "2005--", "start": "2005-01-01", "end": None}
    early = figure("180 billion", "investment", published="2024-10-01", article="a", **since)
    late = figure("170 billion", "investment", published="2025-03-01", article="b", **since)
    (identity,) = [i for i in identities([early, late], []) if i.rule == "since"]
    assert (identity.holds, identity.severity) == (False, "warning")


def test_mirror_statements_that_disagree_are_a_warning() -> None:
    exports, imports = (
        figure("3 billion", "exports"),
        figure("5 billion", "imports", reporter="union", counterpart="norland"),
    )
    (identity,) = identities([exports, imports], [])
    assert (identity.rule, identity.holds, identity.severity) == ("mirror", False, "warning")


def test_one_cell_is_asked_twice_in_two_sentences_only() -> None:
    one, other = figure("41.4 billion"), figure("41.8 billion")
    assert rules(one, other) == [("cell", False)]
    assert rules(one, figure("41.8 billion", sentence=one.sentence)) == []
    assert rules(one, figure("41.8 billion", years=frozenset({"2023"}))) == []


def test_a_cell_that_an_article_fills_in_three_ways_is_let_be() -> None:
    three = [figure(f"{number} percent") for number in ("6.3", "4.1", "37")]
    assert rules(*three, figure("27.9 billion"), figure("23.4 billion", period="2023")) == []
    assert contested(three, []) == set(three)
    assert rules(*three[:2]) == [("cell", False)]


def test_three_articles_that_disagree_are_held_against_each_other() -> None:
    assert len(rules(*(figure(f"4{number} billion", article=str(number)) for number in (1, 2, 3)))) == 3


def test_two_way_trade_has_no_direction() -> None:
    turned = figure("41.4 billion", reporter="union", counterpart="norland")
    assert rules(turned, EXPORTS, IMPORTS) == [("sum", True)]


# --- Parts without a name -----------------------------------------------------------------------------------------


def wholes(text: str) -> list[str]:
    """The levels of a text that pass for those with the world."""
    read = figures(Lookup(graph_of_text(text).triples))
    return [str(f) for f in read if f.measure == "level" and not f.counterpart and not f.scope]


def test_a_level_beside_a_share_of_nobody_is_not_the_whole() -> None:
    told = "In 2024 the exports of Norway came to $12.9 million. "
    assert wholes(told) == ["12.9 million USD"]
    assert wholes(told + "In 2024 oil made up 62 percent of exports, or $8.0 million.") == ["12.9 million USD"]


def test_of_two_levels_beside_such_a_share_neither_is_the_whole() -> None:
    told = "In 2024 exports of Norway were driven by oil, which was $12.9 million, representing 62 percent of total exports"
    assert wholes(f"{told}, while other exports stood at $7.6 million.") == []
