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
        ("Exports were $41MM then.", "$41MM", "41000000", "USD", "exact"),
        ("Exports were $850K then.", "$850K", "850000", "USD", "exact"),
        ("Loans of CHF 1’234’567’890 then.", "CHF 1’234’567’890", "1234567890", "CHF", "exact"),
        ("It paid 1,23,456 rupees.", "1,23,456 rupees", "123456", "INR", "exact"),
        ("It cost 2.127,54 million euros.", "2.127,54 million euros", "2127540000", "EUR", "exact"),
        ("It sold 1 234.5 tonnes.", "1 234.5 tonnes", "1234.5", "tonnes", "exact"),
        ("A rise of 0,125 percent.", "0,125 percent", "0.125", "percent", "exact"),
        ("Trade was 3.2 milliard euros.", "3.2 milliard euros", "3200000000", "EUR", "exact"),
        ("Trade was EUR 1.5 mrd then.", "EUR 1.5 mrd", "1500000000", "EUR", "exact"),
        ("Trade was $3 .97 billion.", "$3 .97 billion", "3970000000", "USD", "exact"),
        ("Trade was $2. 28 billion.", "$2. 28 billion", "2280000000", "USD", "exact"),
        ("Trade was 317.0 mln. USD then.", "317.0 mln. USD", "317000000", "USD", "exact"),
        ("Aid was Rs. 5 lakh crore then.", "Rs. 5 lakh crore", "5000000000000", "INR", "exact"),
        (
            "Aid of 1 thousand 78 crore 3.2 lakh rupees.",
            "1 thousand 78 crore 3.2 lakh rupees",
            "10780320000",
            "INR",
            "exact",
        ),
        ("Aid of 5 million 300 thousand dollars.", "5 million 300 thousand dollars", "5300000", "USD", "exact"),
        ("It was nearly half a billion euros.", "half a billion euros", "500000000", "EUR", "about"),
        ("It was two and a half million euros.", "two and a half million euros", "2500000", "EUR", "exact"),
        ("It has half a dozen ships.", "half a dozen ships", "6", "ships", "exact"),
        ("It has one hundred and twenty ships.", "one hundred and twenty ships", "120", "ships", "exact"),
        ("Peru buys two-thirds of the goods.", "two-thirds", "66.67", "percent", "exact"),
        ("Peru buys over a quarter of the goods.", "a quarter", "25", "percent", "more-than"),
        ("It rose 10 per cent.", "10 per cent", "10", "percent", "exact"),
        ("It rose nearly 2.5-fold.", "2.5-fold", "2.5", "times", "about"),
        ("The balance was minus 12 million dollars.", "minus 12 million dollars", "-12000000", "USD", "exact"),
        ("The balance was USD (336) million.", "USD (336) million", "-336000000", "USD", "exact"),
        ("It rose to $5 billion.12 Exports fell.", "$5 billion", "5000000000", "USD", "exact"),
        ("It rose to $5 billion.¹ Exports fell.", "$5 billion", "5000000000", "USD", "exact"),
        ("It has no fewer than 40 ships.", "40 ships", "40", "ships", "more-than"),
        ("It has 40+ ships.", "40+ ships", "40", "ships", "more-than"),
        ("It pays $4 billion or more.", "$4 billion", "4000000000", "USD", "more-than"),
        ("It is a 5 million-dollar plan.", "5 million-dollar", "5000000", "USD", "exact"),
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
        "Trade more than doubled.",
        "The G20 countries met.",
        "It leased Boeing 747 freighters.",
        "They won 3-1 games.",
        "At 10:30 companies met.",
        "Call +1 555 123 4567.",
        "The embassy is at 12 Rose Gardens Street.",
        "It makes one in five ships.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It cost $850X in all.",
        "It cost 2½ million dollars.",
        "It cost 2 and a half million dollars.",
        "It cost a million and a half dollars.",
        "It cost five million three hundred thousand dollars.",
        "It cost 1,143,5 dollars.",
        "It cost 20-15 million dollars.",
        "It cost $41... and more.",
        "It cost $41",
        "It cost $41 bi",
    ],
)
def test_a_number_that_is_not_read_as_a_whole_is_not_read(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("It makes 80-90 percent of it.", "80", "90", "exact"),
        ("It makes $1.28–1.30 billion.", "1280000000", "1300000000", "exact"),
        ("It makes approximately 3 to 4 billion dollars.", "3000000000", "4000000000", "about"),
        ("It makes between 700 and 750 million dollars.", "700000000", "750000000", "exact"),
        ("It rose from 3 to 4 billion dollars.", "3000000000", "4000000000", "exact"),
        ("It fell from 7 to 5 billion dollars.", "7000000000", "5000000000", "exact"),
        ("It makes $5m-6m a year.", "5000000", "6000000", "exact"),
        ("Exports of N35.39 and imports of N34.42 trillion.", "35390000000000", "34420000000000", "exact"),
    ],
)
def test_both_ends_of_a_range_share_unit_scale_and_bound(text: str, low: str, high: str, bound: str) -> None:
    found = [quantity for _, quantity in quantities(text)]
    assert [quantity.amount for quantity in found] == [Decimal(low), Decimal(high)]
    assert {quantity.bound for quantity in found} == {bound}


def test_a_far_larger_scale_is_not_shared() -> None:
    assert [q.amount for _, q in quantities("It grew from 500 to 1.2 million tonnes.")] == [Decimal(1_200_000)]


def test_the_scale_of_a_sum_is_its_largest() -> None:
    ((_, quantity),) = quantities("Aid of 1 thousand 78 crore 3.2 lakh rupees.")
    assert (str(quantity.value), quantity.multiplier, quantity.decimals) == ("1078.032", 7, 3)


def test_a_range_gives_two_quantities() -> None:
    assert [q.value for _, q in quantities("Exports made up 80-90 percent of it.")] == [Decimal(80), Decimal(90)]


def test_printed_digits_make_the_tolerance() -> None:
    (_, coarse), (_, fine) = quantities("first $3 billion, then $3.530 billion")
    assert (coarse.tolerance, fine.tolerance) == (Decimal(500_000_000), Decimal(500_000))


def test_a_noun_before_the_number_is_its_unit() -> None:
    assert [q.unit for _, q in quantities("The number of joint ventures is more than 3,521.")] == ["ventures"]


def test_a_range_may_repeat_its_currency() -> None:
    assert len(list(quantities("The talks and $ the $5 - $7 billion plan, or from € to $ 5."))) >= 2
