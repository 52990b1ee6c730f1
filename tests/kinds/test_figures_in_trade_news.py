"""Figures as trade news words them: pairs carried on, shares in brackets, goods by weight, currencies by name."""

from __future__ import annotations

import pytest

from kg.kinds.figures.claim import FIGURES, Observation
from kg.read.text import article
from kg.reading import mark, read
from tests.kinds.test_figures import Row, figures


def observations(text: str) -> list[Observation]:
    claims = read(mark(article("test", text)))[FIGURES]
    return [claim for claim in claims if isinstance(claim, Observation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The volume of trade between Chile and Peru made up $700 million in 2017, at that the export from Chile fell "
            "by 3.1 percent to $300 million and the import reached $400 million.",
            [
                ("$300 million", "exports", "level", "Chile", "Peru", "2017"),
                ("$400 million", "imports", "level", "Chile", "Peru", "2017"),
            ],
        ),
        (
            "Foreign Minister of Chile Luis Sol met Foreign Minister of Peru Ana Rey in Lima. They spoke of trucks bound for "
            "Brazil.\n\nTrade between the two countries reached $2 billion in 2020.",
            [("$2 billion", "turnover", "level", "Peru", "Chile", "2020")],
        ),
        (
            "Chile's foreign trade turnover was $9 billion in 2022. Peru was the largest partner with $2 billion (22 percent).",
            [("22 percent", "turnover", "share", "Chile", "Peru", "2022")],
        ),
        (
            "Chile's foreign trade was $9 billion in 2022. This is 3.1 percent, or roughly $280 million, less than in 2021.",
            [
                ("3.1 percent", "turnover", "growth", "Chile", None, "2022"),
                ("$280 million", "turnover", "change", "Chile", None, "2022"),
            ],
        ),
        (
            "Trade between Chile and Peru grew by 5 percent to $3 billion in 2022 from $2 billion in 2021.",
            [("$3 billion", "turnover", "level", "Chile", "Peru", "2022")],
        ),
        (
            "In 2022, Chile was Peru's largest partner. Trade rose by 9% to $4 billion.",
            [("9%", "turnover", "growth", "Peru", "Chile", "2022")],
        ),
        (
            "Chile's exports to Peru grew to $7.1bn in 2018 from 5.9bn a year earlier.",
            [
                ("$7.1bn", "exports", "level", "Chile", "Peru", "2018"),
                ("5.9bn", "exports", "level", "Chile", "Peru", "2017"),
            ],
        ),
        (
            "In 2019 Chile shipped 1.3 million tons of copper to Peru.",
            [("1.3 million tons", "exports", "level", "Chile", "Peru", "2019")],
        ),
        (
            "In 2018 Chile sold goods worth $8 million to Peru.",
            [("$8 million", "exports", "level", "Chile", "Peru", "2018")],
        ),
        (
            "Chile's exports to Peru were 13 842,6 million US dollars in 2022.",
            [("13 842,6 million US dollars", "exports", "level", "Chile", "Peru", "2022")],
        ),
        (
            "India's exports to Peru crossed Rs 1,140 crore in 2022.",
            [("Rs 1,140 crore", "exports", "level", "India", "Peru", "2022")],
        ),
        (
            "Chile holds 12 percent of Peru's foreign trade in 2022, which is 0.3 percentage points less than in 2021.",
            [("0.3 percentage points", "turnover", "change", "Peru", "Chile", "2022")],
        ),
    ],
)
def test_a_figure_is_read_as_the_news_words_it(text: str, expected: list[Row]) -> None:
    found = figures(text)
    assert [row for row in expected if row not in found] == []


@pytest.mark.parametrize(
    ("state", "words", "unit"),
    [
        ("Morocco", "5 billion dirhams", "MAD"),
        ("Pakistan", "Rs 5 billion", "PKR"),
        ("Peru", "5 billion UAE dirhams", "AED"),
    ],
)
def test_a_name_that_currencies_share_is_that_of_the_home_state(state: str, words: str, unit: str) -> None:
    text = f"Exports of {state} reached {words} in 2023, the Ministry of Finance of {state} said."
    assert [o.quantity.unit for o in observations(text)] == [unit]


def test_an_amount_for_a_year_ahead_is_a_goal() -> None:
    text = " date 2023-05-02 SANTIAGO.\nTrade between Chile and Peru could hit $11 billion by 2025."
    assert [o.measure.iri.rsplit("/", 1)[-1] for o in observations(text)] == ["target"]
