"""Periods in words; what the article's day fixes is fixed, the rest stays relative."""

from __future__ import annotations

import pytest
from rules import english, readings

from kg.kinds.figures.claim import FIGURES
from kg.kinds.periods.claim import PERIODS, When
from kg.model import Relative
from kg.read.text import article
from kg.reading import mark, read


def periods(text: str, date: str = "") -> list[str]:
    head = f"# source: x\n date {date} " if date else ""
    document = mark(article("test", head + text))
    found = [m.value for m in document.of(PERIODS)]
    return [v.kind if isinstance(v, Relative) else str(v) for v in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in January-July 2024", "2024-01/2024-07"),
        ("from January through November 2023", "2023-01/2023-11"),
        ("in the first eight months of 2023", "2023-01/2023-08"),
        ("in the five months of 2023", "2023-01/2023-05"),
        ("in the first half of 2022", "2022-01/2022-06"),
        ("in the third quarter of 2022", "2022-07/2022-09"),
        ("in Q1 2024", "2024-01/2024-03"),
        ("in 1H2017", "2017-01/2017-06"),
        ("since 2005", "2005/.."),
        ("in 2023", "2023"),
        ("on February 15, 2024", "2024-02-15"),
        ("on 15 February 2024", "2024-02-15"),
        ("on January 29-30, 2024", "2024-01-29/2024-01-30"),
        ("in fiscal year 2022-23", "FY2022-23"),
        ("from 2005 through the first nine months of 2024", "2005/2024-09"),
        ("between 2015 and 2020", "2015/2020"),
    ],
)
def test_a_period_is_read(text: str, expected: str) -> None:
    assert periods(f"Trade grew {text}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last year", "2023"),
        ("in the first two months of this year", "2024-01/2024-02"),
        ("last month", "2024-02"),
        ("in the last 4 years", "2020/2024"),
        ("on March 3", "2024-03-03"),
    ],
)
def test_the_articles_day_fixes_relative_periods(text: str, expected: str) -> None:
    assert periods(f"Trade grew {text}.", "2024-03-26") == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("compared to the same period of the previous year", "same"),
        ("than a year earlier", "same"),
        ("over the previous year", "previous"),
        ("year-on-year", "year-on-year"),
        ("for the above period", "above"),
    ],
)
def test_what_hangs_on_the_figure_before_stays_relative(text: str, kind: str) -> None:
    assert periods(f"It grew {text}.") == [kind]


def test_may_the_verb_is_no_month() -> None:
    assert periods("Trade may 2 grow.") == []


def test_a_dateline_without_a_year_takes_the_year_of_the_months_reported() -> None:
    text = "MINSK, July 13. Trade grew in the five months of 2023."
    assert mark(article("test", text)).date == "2023-07-13"


def test_a_whole_year_does_not_date_an_article() -> None:
    assert mark(article("test", "ASTANA, March 28. Trade in 2024 was $5 billion.")).date is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", ["2024-03-20"]),
        ("They met last Tuesday.", ["2024-03-19"]),
        ("They will meet on Wednesday.", ["2024-03-27"]),
        ("They met on Monday (March 18).", ["2024-03-18"]),
        ("They met yesterday.", ["2024-03-25"]),
        ("They meet tomorrow.", ["2024-03-27"]),
        ("They met on December 20.", ["2023-12-20"]),
        ("Trade in January-November grew.", ["2023-01/2023-11"]),
    ],
)
def test_a_day_or_month_without_a_year_is_the_one_near_the_articles_day(text: str, expected: list[str]) -> None:
    assert periods(text, "2024-03-26") == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Talks in Rome\n\nMay 7, 2024\n\nThe ministers met.", "2024-05-07"),
        ("ABU DHABI, 7th May, 2024 -- The ministers met.", "2024-05-07"),
        ("Talks in Rome\n\n07.05.2024 [12:26]\n\nThe ministers met.", "2024-05-07"),
        ("# source: https://example.org/news/2024/05/07/talks\nThe ministers met.", "2024-05-07"),
        ("The ministers who met on May 7, 2024 were tired.", None),
    ],
)
def test_the_articles_day_is_that_of_its_dateline_or_address(text: str, date: str | None) -> None:
    assert mark(article("test", text)).date == date


def test_a_level_a_year_ago_is_of_the_year_before() -> None:
    text = "The deficit in 2023 was 25 billion dollars, compared with 21 billion dollars a year ago."
    found = [str(c.period) for c in read(mark(article("test", text)))[FIGURES]]
    assert found == ["2023", "2022"]


EXAMPLES = [
    (example["text"], example["reads"])
    for rule in english().rules("periods").rules
    for example in rule.examples
    if "reads" in example
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_a_rule_gives_the_period_that_its_example_tells(text: str, expected: str) -> None:
    assert expected in [_told(mention.value) for mention in readings(text).document.of(PERIODS)]


def _told(when: When) -> str:
    if not isinstance(when, Relative):
        return str(when)
    return " ".join(filter(None, [when.kind, when.unit.replace("year", ""), str(when.year or "")]))
