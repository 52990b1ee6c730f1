"""Dates against their weekdays, and ends against beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.checks.known import Check
from kg.checks.lookup import Lookup
from kg.model import REFEREE, ArticleGraph, Finding, Quote

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?:,?\s+(?P<year>(?:19|20)\d\d))?\b"
_FORMS = [
    re.compile(form)
    for form in (
        rf"\b{_WEEKDAY},?\s+(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}",
        rf"\b{_WEEKDAY},?\s+{_MONTH}\s+{_DAY}\b{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}\b{_YEAR},?\s+\(?{_WEEKDAY}\b",
    )
]


class Dates(Check):
    """Dates that cannot be."""

    def article(self, graph: ArticleGraph, lookup: Lookup) -> list[Finding]:
        """The findings on the dates of one article."""
        return date_findings(lookup, graph.name)


def date_findings(graph: Lookup, article: str) -> list[Finding]:
    """The dates of one article that cannot be: a weekday that the day was not, a meeting that ends before it begins."""
    return [*_weekdays(graph, article), *_meetings(graph, article)]


def _weekdays(graph: Lookup, article: str) -> Iterator[Finding]:
    """A weekday beside another day's date is wrong; where the year is only the article's, it may be the year that is."""
    for source in graph.of_class("schema:NewsArticle"):
        text = graph.one(source, "nif:isString") or ""
        published = (graph.one(source, "schema:datePublished") or "")[:4]
        for match in (match for form in _FORMS for match in form.finditer(text)):
            year = match["year"] or published
            if year and (wrong := _wrong(match, int(year))):
                yield Finding(
                    article=article,
                    rule="weekday",
                    severity="violation" if match["year"] else "warning",
                    message=wrong,
                    focus=f"{source}#char={match.start()},{match.end()}",
                    spans=(Quote(match.start(), match.end(), match.group()),),
                    question=f"Which is right in “{match.group()}”, the weekday or the date?",
                    component=REFEREE,
                )


def _wrong(match: re.Match[str], year: int) -> str | None:
    """What is wrong with a weekday and a date, if anything."""
    day, month = int(match["day"]), MONTHS.index(match["month"]) + 1
    try:
        weekday = WEEKDAYS[date(year, month, day).weekday()]
    except ValueError:
        return f"there is no {day} {match['month']} {year}"
    return (
        None
        if weekday == match["weekday"]
        else f"{day} {match['month']} {year} was a {weekday}, not a {match['weekday']}"
    )


def _meetings(graph: Lookup, article: str) -> Iterator[Finding]:
    for meeting in graph.of_class("kg:Meeting"):
        start, end = graph.one(meeting, "schema:startDate"), graph.one(meeting, "schema:endDate")
        if start and end and end[: len(start)] < start[: len(end)]:
            yield Finding(
                article=article,
                rule="dates",
                severity="violation",
                message=f"a meeting that begins on {start} cannot end on {end}",
                focus=meeting,
                spans=graph.evidence(meeting),
                question=f"When did the meeting begin and end ({start}, {end})?",
                shape="Dates",
            )


CHECKS = {"dates": Dates}
