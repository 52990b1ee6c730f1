"""Which part of a flow a figure is of, how sure it was read, and that what is unsure accuses nobody."""

from __future__ import annotations

import pytest
from support import graph_of_text

from kg.checks import check
from kg.export.facts import facts
from kg.kinds.figures.confidence import confidence
from kg.kinds.figures.frames import Scope
from kg.store import Store


def scopes(text: str) -> list[tuple[str, str | None]]:
    """The surface and the scope of each figure of a text."""
    found = facts(Store.single(graph_of_text(text)))["figures"]
    return [(str(figure["surface"]), figure["scope"]) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023 copper exports of Chile to Peru were $3 million.", [("$3 million", "copper")]),
        ("In 2023 exports of fresh fruit from Chile to Peru were $3 million.", [("$3 million", "fresh fruit")]),
        ("In 2023 non-oil exports of Chile to Peru were $3 million.", [("$3 million", "non-oil")]),
        ("Re-exports from Chile to Peru were $3 million in 2023.", [("$3 million", "re-exports")]),
        ("In 2023 Chile's total exports to Peru were $3 million.", [("$3 million", None)]),
        ("Chile's January exports to Peru were $3 million.", [("$3 million", None)]),
        ("The mining sector of Chile recorded a deficit of $3 million in 2023.", [("$3 million", "mining sector")]),
        ("The share of copper in Chile's exports was 44 percent in 2023.", [("44 percent", "copper")]),
        ("In 2023 Chile exported $3 million worth of grain to Peru.", [("$3 million", "grain")]),
        (
            "Exports of Chile to Peru in 2023 were copper - $3 million, fish - $2 million.",
            [("$3 million", "copper"), ("$2 million", "fish")],
        ),
        (
            "In 2023 copper exports of Chile to Peru rose by 3 percent to $3 million. Exports to Cuba were $9 million.",
            [("3 percent", "copper"), ("$3 million", "copper"), ("$9 million", None)],
        ),
    ],
)
def test_the_words_that_narrow_a_flow_are_its_scope(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert scopes(text) == expected


def test_what_stands_in_for_something_told_before_makes_a_figure_less_sure() -> None:
    sure, unsure = (
        float(facts(Store.single(graph_of_text(text)))["figures"][0]["confidence"])
        for text in (
            "In 2023 exports of Chile to Peru were $3 million.",
            "In 2023 exports of these from Chile to Peru were $3 million.",
        )
    )
    assert unsure < sure


def test_more_odds_make_a_figure_surer() -> None:
    assert confidence({"least odds": -2.0}, Scope()) < confidence({"least odds": 5.0}, Scope()) <= 100


CLEAR = (
    "Trade turnover between Chile and Peru in 2023 amounted to $9 billion, exports – $3 billion, imports – $1 billion."
)
UNCLEAR = "Trade between Chile and Peru, a good of which many tell fables, in 2023 amounted to some wished for $9 billion, exports of them – $3 billion, imports – $1 billion."


@pytest.mark.parametrize(("text", "severity"), [(CLEAR, "violation"), (UNCLEAR, "info")])
def test_a_sum_that_fails_accuses_only_where_its_figures_are_sure(text: str, severity: str) -> None:
    found = [finding for finding in check(graph_of_text(text)) if finding.rule == "sum"]
    assert [finding.severity for finding in found] == [severity]
    assert [finding.shape for finding in found] == ["Sum" if severity == "violation" else ""]


def test_figures_of_two_scopes_are_not_held_against_each_other() -> None:
    text = "In 2023 exports of copper from Chile to Peru were $3 billion. In 2023 exports of fish from Chile to Peru were $1 billion."
    assert check(graph_of_text(text)) == []


def test_the_share_of_a_part_is_checked_against_the_whole() -> None:
    text = (
        "In 2023 exports of Chile were $10 billion. In 2023 copper exports of Chile were $3 billion. "
        "The share of copper in the exports of Chile was 70 percent in 2023."
    )
    assert "share" in {finding.rule for finding in check(graph_of_text(text))}
