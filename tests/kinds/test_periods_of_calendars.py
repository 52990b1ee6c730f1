"""Years that do not begin in January, periods that hang on others, and days that there are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import readings

from kg.kinds.periods.calendars import calendar_of
from kg.kinds.periods.claim import PERIODS
from kg.model import Period, Relative
from kg.read.text import article
from kg.reading import mark
from kg.vocabulary import expand


@pytest.mark.parametrize(
    ("year", "first_day"),
    [(1399, "2020-03-20"), (1400, "2021-03-21"), (1403, "2024-03-20"), (1404, "2025-03-21"), (1375, "1996-03-20")],
)
def test_a_solar_hijri_year_begins_at_the_equinox(year: int, first_day: str) -> None:
    calendar = calendar_of(expand("id:iran"), fiscal=False)
    assert calendar.whole(year).first == first_day
    assert calendar.year_of(first_day) == year


def test_months_of_a_fiscal_year_are_counted_from_its_beginning() -> None:
    calendar = calendar_of(expand("id:india"), fiscal=True)
    assert calendar.months(2022, 1, 6) == Period("2022-04", "2022-09")
    assert calendar.named(2022, 1, 3) == Period("2023-01", "2023-03")


@pytest.mark.parametrize(
    ("relative", "reference", "expected"),
    [
        (Relative("same"), Period("2024-01", "2024-07"), Period("2023-01", "2023-07")),
        (Relative("same", 2020), Period("2024-01", "2024-07"), Period("2020-01", "2020-07")),
        (Relative("same", steps=2), Period("2024", "2024"), Period("2022", "2022")),
        (Relative("same"), Period("2024-02-29", "2024-02-29"), Period("2023-02-28", "2023-02-28")),
        (Relative("previous"), Period("FY2022-23", "FY2022-23"), Period("FY2021-22", "FY2021-22")),
        (Relative("previous", unit="month"), Period("2024-01", "2024-01"), Period("2023-12", "2023-12")),
        (Relative("previous", unit="month"), Period("2024-01", "2024-07"), None),
        (Relative("previous", unit="quarter"), Period("2024-01", "2024-03"), Period("2023-10", "2023-12")),
        (Relative("previous", unit="week"), Period("2024-03-04", "2024-03-10"), Period("2024-02-26", "2024-03-03")),
        (Relative("previous", unit="week"), Period("2024-03", "2024-03"), None),
        (Relative("previous"), Period("2005", None), None),
        (Relative("above"), Period("2005", None), Period("2005", None)),
    ],
)
def test_a_relative_period_is_dated_by_another(relative: Relative, reference: Period, expected: Period | None) -> None:
    assert relative.dated(reference) == expected


@pytest.mark.parametrize(
    "text",
    ["on 30 February 2024", "on February 30", "on 2023-02-29", "on 31.04.2023", "on 31/06/2023", "since 31 June 2023"],
)
def test_a_day_that_there_is_not_is_a_period_that_nobody_knows(text: str) -> None:
    assert [mention.value for mention in readings(f"They met {text}.").document.of(PERIODS)] == [None]


WORDS = """on in the first second of last next this since from to - – / . , ( ) 's year years month months week weeks quarter
half fiscal FY Q H Iranian Pakistan's Indian ended ago earlier before same period previous May March Feb February Monday
today 0 00 1 2 3 12 13 29 30 31 32 99 100 1402 1899 1900 2023 2024 2099 9999 22 23 31.02.2024 99.99.9999 will meet""".split()


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([None, "0001-01-01", "2024-02-29", "9999-12-31"]))
def test_no_run_of_words_and_numbers_is_too_much(words: list[str], date: str | None) -> None:
    mark(replace(article("test", " ".join(words) or "x"), date=date))
