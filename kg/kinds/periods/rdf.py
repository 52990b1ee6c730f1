"""Periods as RDF."""

from __future__ import annotations

from kg.graph.terms import Triples, iri, text, typed
from kg.model import Period
from kg.vocabulary import expand

_MONTHS = "January February March April May June July August September October November December".split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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
    if when.first[:4].isdigit():
        triples.add(subject, "dcat:startDate", typed(_day(when.first, True), "xsd:date"))
    if when.last and when.last[:4].isdigit():
        triples.add(subject, "dcat:endDate", typed(_day(when.last, False), "xsd:date"))


def _day(date: str, first: bool) -> str:
    parts = [int(p) for p in date.split("-")]
    if len(parts) == 1:
        parts.append(1 if first else 12)
    if len(parts) == 2:
        leap = parts[1] == 2 and parts[0] % 4 == 0 and (parts[0] % 100 != 0 or parts[0] % 400 == 0)
        parts.append(1 if first else _LENGTHS[parts[1] - 1] + leap)
    return f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}"


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
    if len(date) == 10 and date[:4].isdigit():
        return f"{int(date[8:])} {_MONTHS[int(date[5:7]) - 1]} {date[:4]}"
    if len(date) == 7 and date[:4].isdigit() and date[5:].isdigit():
        return f"{_MONTHS[int(date[5:]) - 1]} {date[:4]}"
    return date
