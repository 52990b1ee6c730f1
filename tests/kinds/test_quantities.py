"""Numbers that measure something, in the notations of ministries and agencies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.kinds.quantities.claim import QUANTITIES
from kg.model import Quantity
from kg.read.text import article
from kg.reading import mark


def quantities(text: str) -> list[tuple[str, Quantity]]:
    document = mark(article("test", text))
    return [(document.article.quote(m.span), m.value) for m in document.of(QUANTITIES)]


@pytest.mark.parametrize(
    ("text", "surface", "amount", "unit", "bound"),
    [
        ("Trade came to $10.4 bln.", "$10.4 bln", "10400000000", "USD", "exact"),
        ("It reached 572 bln rubles.", "572 bln rubles", "572000000000", "RUB", "exact"),
        ("It reached 12.071 billion U.S. dollars.", "12.071 billion U.S. dollars", "12071000000", "USD", "exact"),
        ("close to USD 2 billion", "USD 2 billion", "2000000000", "USD", "about"),
        ("valued at RM113.16 billion", "RM113.16 billion", "113160000000", "MYR", "exact"),
        ("worth EUR 2.3 billion", "EUR 2.3 billion", "2300000000", "EUR", "exact"),
        ("aid of 500,000 USD", "500,000 USD", "500000", "USD", "exact"),
        ("it was $ 19 billion", "$ 19 billion", "19000000000", "USD", "exact"),
        ("more than two billion dollars", "two billion dollars", "2000000000", "USD", "more-than"),
        ("nearly a trillion rubles", "a trillion rubles", "1000000000000", "RUB", "about"),
        ("up to $1 billion", "$1 billion", "1000000000", "USD", "less-than"),
        ("a share of 3,2%", "3,2%", "3.2", "percent", "exact"),
        ("rose by 18.5 percent", "18.5 percent", "18.5", "percent", "exact"),
        ("(+2.3%)", "+2.3%", "2.3", "percent", "exact"),
        ("a balance of -$1.96 billion", "-$1.96 billion", "-1960000000", "USD", "exact"),
        ("grew 1.5 times", "1.5 times", "1.5", "times", "exact"),
        ("more than 3,000 European companies work there", "3,000 European companies", "3000", "companies", "more-than"),
        ("RM122.03bil in total", "RM122.03bil", "122030000000", "MYR", "exact"),
    ],
)
def test_a_number_is_read_with_its_unit_and_bound(text: str, surface: str, amount: str, unit: str, bound: str) -> None:
    found = quantities(text)
    assert [(s, q.amount, q.unit, q.bound) for s, q in found] == [(surface, Decimal(amount), unit, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on 12 May 2023.",
        "the 6th round of consultations",
        "Certificate No. 4711 was issued.",
        "COVID-19 impacts were felt.",
        "It is in the top 10 trade partners.",
        "The two countries agreed.",
        "Both sides met for two days.",
    ],
)
def test_dates_ordinals_ranks_and_pairs_of_sides_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_a_range_gives_two_quantities() -> None:
    assert [q.value for _, q in quantities("Exports made up 80-90 percent of it.")] == [Decimal(80), Decimal(90)]


def test_printed_digits_make_the_tolerance() -> None:
    (_, coarse), (_, fine) = quantities("first $3 billion, then $3.530 billion")
    assert (coarse.tolerance, fine.tolerance) == (Decimal(500_000_000), Decimal(500_000))


def test_a_noun_before_the_number_is_its_unit() -> None:
    assert [q.unit for _, q in quantities("The number of joint ventures is more than 3,521.")] == ["ventures"]


def test_a_range_may_repeat_its_currency() -> None:
    assert len(list(quantities("The talks and $ the $5 - $7 billion plan, or from € to $ 5."))) >= 2
