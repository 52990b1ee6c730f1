"""Figures in context: flow, measure, pair, period and base of each."""

from __future__ import annotations

import pytest
from support import graph_of_text

from kg.kinds.figures.claim import FIGURES, Observation
from kg.read.text import article
from kg.reading import mark, read

Row = tuple[str, str, str, str | None, str | None, str | None]


def figures(text: str) -> list[Row]:
    document = mark(article("test", text))
    reading = read(document)
    return [_row(c, text) for c in reading[FIGURES]]


def _row(o: Observation, text: str) -> Row:
    flow, measure = (t.iri.rsplit("/", 1)[-1] for t in (o.flow, o.measure))
    reporter, counterpart = (getattr(s, "label", None) for s in (o.reporter, o.counterpart))
    return (
        text[o.surface.begin : o.surface.end],
        flow,
        measure,
        reporter,
        counterpart,
        str(o.period) if o.period else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The trade turnover between Chile and Peru in 2023 was $5.2 billion (exports – $3 billion, imports – $2.2 billion), up 7.7% on the previous year.",
            [
                ("$5.2 billion", "turnover", "level", "Chile", "Peru", "2023"),
                ("$3 billion", "exports", "level", "Chile", "Peru", "2023"),
                ("$2.2 billion", "imports", "level", "Chile", "Peru", "2023"),
                ("7.7%", "turnover", "growth", "Chile", "Peru", "2023"),
            ],
        ),
        (
            "Chile's exports to Peru rose by 5 percent in 2023. Imports increased by 6 percent and amounted to $2 billion.",
            [
                ("5 percent", "exports", "growth", "Chile", "Peru", "2023"),
                ("6 percent", "imports", "growth", "Chile", "Peru", "2023"),
                ("$2 billion", "imports", "level", "Chile", "Peru", "2023"),
            ],
        ),
        (
            "Spanish investments in the economy of Chile since 2005 amounted to $18 billion.",
            [("$18 billion", "investment", "level", "Chile", "Spain", "2005/..")],
        ),
        (
            "The EU accounts for more than 30% of Chile's foreign trade and foreign investment.",
            [
                ("30%", "turnover", "share", "Chile", "European Union", None),
                ("30%", "investment", "share", "Chile", "European Union", None),
            ],
        ),
        (
            "Chile's foreign trade turnover in 2023 reached $60 billion. The largest volume was recorded with China (21.5 percent or $12 billion) and Peru (4 percent).",
            [
                ("$60 billion", "turnover", "level", "Chile", None, "2023"),
                ("21.5 percent", "turnover", "share", "Chile", "China", "2023"),
                ("$12 billion", "turnover", "level", "Chile", "China", "2023"),
                ("4 percent", "turnover", "share", "Chile", "Peru", "2023"),
            ],
        ),
        (
            "In 2023 trade between Chile and Peru fell by 8 percent, or $300 million.",
            [
                ("8 percent", "turnover", "growth", "Chile", "Peru", "2023"),
                ("$300 million", "turnover", "change", "Chile", "Peru", "2023"),
            ],
        ),
    ],
)
def test_figures_carry_pair_and_period(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected


def test_a_fall_is_negative_and_so_is_a_deficit() -> None:
    document = mark(
        article("test", "Chile's exports to Peru fell by 8 percent in 2023. The trade deficit was $2 billion.")
    )
    values = [int(c.quantity.amount) for c in read(document)[FIGURES]]
    assert values == [-8, -2_000_000_000]


def test_the_base_of_a_growth_is_the_same_period_a_year_before() -> None:
    document = mark(article("test", "Chile's exports to Peru rose by 8 percent year-on-year in January-May 2023."))
    base = [str(c.base) for c in read(document)[FIGURES]]
    assert base == ["2022-01/2022-05"]


def test_a_goal_is_a_target() -> None:
    assert figures("Chile and Peru set a goal to raise bilateral trade to $10 billion.")[0][2] == "target"


def test_a_bracket_that_opens_a_sentence_behind_a_period_stops_nothing() -> None:
    assert graph_of_text("Trade of France with Poland in 2023\n($3 billion, imports) grew.").triples
