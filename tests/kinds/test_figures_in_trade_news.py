"""Figures as trade news words them: pairs carried on, shares in brackets, goods by weight, currencies by name."""

from __future__ import annotations

import pytest

from kg.kinds.figures.claim import FIGURES, Observation
from kg.read.text import article
from kg.reading import mark, read


def observations(text: str) -> list[Observation]:
    claims = read(mark(article("test", text)))[FIGURES]
    return [claim for claim in claims if isinstance(claim, Observation)]


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
