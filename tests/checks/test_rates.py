"""Amounts in two currencies imply a rate, and the rates of one time must agree."""

from __future__ import annotations

import pytest
from figures_by_hand import figure
from support import graph_of_text

from kg.checks import check, check_all
from kg.checks.figures import Figure, figures
from kg.checks.identities import identities
from kg.checks.lookup import Lookup
from kg.checks.repairs import repairs
from kg.model import Finding

TOLD = (
    "Norway and France talk trade\n\nIn 2024 exports of Norway to France amounted to 3.0 billion euros ($3.24 billion). "
    "In 2024 imports of Norway from France came to 1.5 billion euros (about $1.62 billion)."
)


def rates(text: str) -> list[Finding]:
    return [finding for finding in check(graph_of_text(text)) if finding.rule == "rate"]


def pair(euros: str, dollars: str, flow: str, **others: object) -> tuple[Figure, Figure]:
    amount = figure(euros, flow, unit="EUR", **others)
    return amount, figure(dollars, flow, converts=amount.iri, **others)


@pytest.mark.parametrize(
    ("between", "converted"),
    [
        (" (", True),
        ("), or about ", True),
        (" or ", True),
        (" and ", False),
        (", of which ", False),
    ],
)
def test_an_amount_is_converted_if_the_words_between_say_so(between: str, converted: bool) -> None:
    text = f"In 2024 exports of Norway to France amounted to 3.0 billion euros{between}$3.24 billion."
    assert [bool(f.converts) for f in figures(Lookup(graph_of_text(text).triples))] == [False, converted]


def test_amounts_that_are_converted_at_one_rate_raise_nothing() -> None:
    assert rates(TOLD) == []


def test_two_rates_of_one_time_are_a_warning_with_both() -> None:
    (finding,) = rates(TOLD.replace("1.62 billion", "1.62 million"))
    assert finding.severity == "warning"
    assert finding.message == (
        "imports with France, 2024: 1.5 billion EUR for 1.62 million USD is 892.3 to 959.8, "
        "but 3.0 billion EUR for 3.24 billion USD is 0.9091 to 0.9428"
    )
    assert "reading 'million' as 'billion'" in (finding.repair or "")


def test_rates_of_different_periods_are_not_compared() -> None:
    assert rates(TOLD.replace("1.62 billion", "1.99 billion").replace("In 2024 imports", "In 2010 imports")) == []


def test_another_figure_tells_which_of_the_amounts_is_wrong() -> None:
    every = [
        *pair("3.0 billion", "3.24 billion", "exports"),
        *pair("1.5 billion", "1.62 million", "imports"),
        figure("4.86 billion"),
        figure("4.5 billion", unit="EUR"),
    ]
    known = list(identities(every, []))
    broken = next(identity for identity in known if identity.rule == "rate")
    assert [repair.words for repair in repairs(broken, known, every)] == ["reading 'million' as 'billion'"]


@pytest.mark.parametrize(("month", "found"), [("March", 1), ("May", 0)])
def test_articles_of_one_month_convert_at_one_rate(month: str, found: int) -> None:
    one, other = (TOLD.split(". ")[k].split("\n")[-1] for k in (0, 1))
    first = graph_of_text(f"Exports\n\nOslo, 4 March 2025. {one}.", "first")
    second = graph_of_text(f"Imports\n\nOslo, 9 {month} 2025. {other.replace('1.62', '16.2')}", "second")
    assert [finding.rule for finding in check_all([first, second])] == ["rate"] * found
