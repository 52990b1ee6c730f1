"""Days that cannot be, and lines that are not an article's prose."""

from __future__ import annotations

import pytest
from support import graph_of_text

from kg.checks import check
from kg.read.html import page
from kg.read.text import article


@pytest.mark.parametrize(
    "text",
    [
        "date 2023-11-31 Talks were held.",
        "# source: https://example.org/2023/11/31/talks\nTalks were held.",
        "# source: https://example.org/2023-02-29/talks\nTalks were held.",
        "date ٢٠٢٣-11-30 Talks were held.",
        "date 9999-12-31 Talks are held tomorrow.",
    ],
)
def test_an_impossible_day_of_an_article_is_none(text: str) -> None:
    assert article("a", text).date is None
    assert check(graph_of_text(text)) == []


@pytest.mark.parametrize("day", ["2023-11-31", "2024-13-01", "٢٠٢٣-11-30", "2023-00-10"])
def test_an_impossible_day_in_a_meta_tag_gives_way_to_the_next(day: str) -> None:
    metas = f'<meta name="date" content="{day}"><meta name="pubdate" content="2023-11-30">'
    assert page(f"<html><head>{metas}</head><body><p>Talks were held.").date == "2023-11-30"


@pytest.mark.parametrize(
    "text",
    [
        "Friday\nApril 19\n\nMinister Anna Berg met Ambassador Carl Dorn on 3 May 2023.",
        "# source: https://example.org/x Friday April 19\nTalks were held in Rome on 3 May 2023.",
    ],
)
def test_the_day_on_which_a_page_was_looked_at_is_no_finding(text: str) -> None:
    assert [finding for finding in check(graph_of_text(text)) if finding.rule == "weekday"] == []


def test_furniture_never_becomes_a_fact() -> None:
    read_ = article("a", "Friday\nApril 19\n\nTalks were held.")
    assert [read_.quote(span) for span in read_.furniture] == ["Friday\nApril 19"]
