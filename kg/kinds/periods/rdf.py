"""Periods as RDF."""

from __future__ import annotations

from calendar import monthrange

from kg.graph.terms import Triples, iri, text, typed
from kg.model import FISCAL, Period
from kg.vocabulary import expand

_MONTHS = "January February March April May June July August September October November December".split()


def period(triples: Triples, when: Period | None) -> str:
    """A stretch of time, or the period that is said to be unstated."""
    code = "unstated" if when is None else when.first if when.first == when.last else f"{when.first}--{when.last or ''}"
    subject = iri(expand("period:" + code))
    if triples.first_time(subject):
        triples.a(subject, "dcterms:PeriodOfTime")
        triples.add(subject, "rdfs:label", text(period_label(when)))
        if when is not None:
            triples.add(subject, "dcterms:identifier", text(str(when)))
            _dates(triples, subject, when)
    return subject


def _dates(triples: Triples, subject: str, when: Period) -> None:
    """The first and the last day, where the dates are known."""
    if not when.first.startswith(FISCAL):
        triples.add(subject, "dcat:startDate", typed((when.first + "-01-01")[:10], "xsd:date"))
    if when.last and not when.last.startswith(FISCAL):
        triples.add(subject, "dcat:endDate", typed(_last_day(when.last), "xsd:date"))


def _last_day(date: str) -> str:
    month = (date + "-12")[:7]
    return date if len(date) == 10 else f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"


def period_label(when: Period | None) -> str:
    """A period in words: "January-July 2024", "since 2005", "2023"."""
    if when is None:
        return "period not stated"
    if when.last is None:
        return f"since {_words(when.first)}"
    if when.first == when.last:
        return _words(when.first)
    if len(when.first) == len(when.last) == 7 and when.first[:4] == when.last[:4]:
        return f"{_MONTHS[int(when.first[5:]) - 1]}-{_words(when.last)}"
    return f"{_words(when.first)} to {_words(when.last)}"


def _words(date: str) -> str:
    if date.startswith(FISCAL):
        return date
    year, *rest = date.split("-")
    day = [str(int(number)) for number in rest[1:]]
    return " ".join([*day, *(_MONTHS[int(number) - 1] for number in rest[:1]), year])
