"""The words that travel between the stages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Document, Layer, Mention, Period, Quantity, Sentence, Span, Token

TEXT = "Ada met Bo. Bo left."


PEOPLE: Layer[None] = Layer("person")
MEETINGS: Layer[None] = Layer("meeting")
GAPS: Layer[None] = Layer("gap")
NOTHING: Layer[None] = Layer("nothing")


def document(*mentions: Mention[None]) -> Document:
    tokens = tuple(
        Token(word, begin, begin + len(word), word.lower())
        for word, begin in [("Ada", 0), ("met", 4), ("Bo", 8), (".", 10), ("Bo", 12), ("left", 15), (".", 19)]
    )
    sentences = (Sentence(0, 4, 0, Span(0, 11)), Sentence(4, 7, 0, Span(12, 20)))
    return Document(Article("a", TEXT, ""), tokens, sentences, mentions)


ADA, BO, AGAIN = (Mention(Span(*span), PEOPLE, None) for span in ((0, 3), (8, 10), (12, 14)))
WHOLE, BOTH = Mention(Span(0, 11), MEETINGS, None), Mention(Span(8, 14), GAPS, None)


def test_an_article_quotes_its_text() -> None:
    assert Article("a", TEXT, "").quote(Span(4, 7)) == "met"


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_a_span_covers_what_lies_within_it(begin: int, end: int, other_begin: int, other_end: int) -> None:
    one, other = Span(begin, end), Span(other_begin, other_end)
    assert one.covers(one)
    if one.covers(other) and other.covers(one):
        assert one == other
    if one.covers(other):
        assert set(range(*other)) <= set(range(*one))


@pytest.mark.parametrize(
    ("value", "multiplier", "decimals", "amount", "tolerance"),
    [
        ("41.4", 9, 1, "41400000000", "50000000"),
        ("3.530", 9, 3, "3530000000", "500000"),
        ("31", 9, 0, "31000000000", "500000000"),
        ("1.46", 0, 2, "1.46", "0.005"),
        ("154", 0, 0, "154", "0.5"),
        ("-2.1", 0, 1, "-2.1", "0.05"),
    ],
)
def test_amount_and_tolerance_follow_from_what_is_printed(
    value: str, multiplier: int, decimals: int, amount: str, tolerance: str
) -> None:
    quantity = Quantity(Decimal(value), multiplier, decimals, "USD")
    assert quantity.amount == Decimal(amount)
    assert quantity.tolerance == Decimal(tolerance)


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [("2023", "2023", "2023"), ("2024-01", "2024-07", "2024-01/2024-07"), ("2005", None, "2005/..")],
)
def test_periods_are_printed_as_the_guidelines_write_them(first: str, last: str | None, printed: str) -> None:
    assert str(Period(first, last)) == printed


def test_mentions_inside_a_span_come_in_the_order_of_the_text() -> None:
    found = document(ADA, WHOLE, BO, BOTH, AGAIN)
    assert found.inside(Span(0, 11), PEOPLE) == [ADA, BO]
    assert found.inside(Span(0, 20), MEETINGS, PEOPLE) == [WHOLE, ADA, BO, AGAIN]
    assert found.inside(Span(1, 9), PEOPLE) == []
    assert found.inside(Span(0, 20), NOTHING) == []
    assert found.of(PEOPLE) == [ADA, BO, AGAIN]


def test_a_span_is_covered_by_a_mention_around_it() -> None:
    found = document(ADA, WHOLE, BO)
    assert found.covered(Span(8, 10), MEETINGS)
    assert found.covered(Span(8, 10), NOTHING, PEOPLE)
    assert not found.covered(Span(8, 12), PEOPLE, MEETINGS)


def test_tokens_and_sentences_are_found_by_their_place() -> None:
    found = document()
    assert found.words(Span(0, 8)) == ["ada", "met"]
    assert [token.text for token in found.tokens_in(Span(12, 20))] == ["Bo", "left", "."]
    assert found.sentence_at(Span(15, 19)) == found.sentences[1]
    assert found.sentence_at(Span(8, 14)) is None
