"""Who published the article, and the register entry that its footer states."""

from __future__ import annotations

import re

from kg.kinds.bodies.claim import BODIES, Body
from kg.kinds.kind import Readings
from kg.kinds.periods.claim import PERIODS
from kg.kinds.registrations.claim import REGISTRATIONS, Registration, Registrations
from kg.model import Period, Sentence, Span

_NUMBER = re.compile(
    r"(?:certificate|registration|licen[cs]e)[^.\n]{0,40}?(?:No\.?|№|number)\s*([\w/-]*\d[\w/-]*)", re.IGNORECASE
)


def read(readings: Readings) -> None:
    """The publisher of an article and its entries in public registers."""
    by = publisher(readings)
    readings[REGISTRATIONS] = Registrations(by, registrations(readings, by))


def publisher(readings: Readings) -> Body | None:
    """The media body whose report the article is: the first one named."""
    return next((body for _, body in readings[BODIES] if body.kind == "media"), None)


def registrations(readings: Readings, by: Body | None) -> tuple[Registration, ...]:
    """ "X is registered with the Ministry ... Certificate No. N issued on DATE", in one paragraph of the footer."""
    document = readings.document
    found = []
    for sentence in document.sentences:
        if by is None or "registered" not in document.words(sentence.span):
            continue
        end = max(s.span.end for s in document.sentences if s.paragraph == sentence.paragraph)
        paragraph = Span(sentence.span.begin, end)
        number = _NUMBER.search(document.article.quote(paragraph))
        if number:
            issued, registrar = _issued(readings, paragraph), _registrar(readings, sentence, by)
            found.append(Registration(by, number[1], issued, registrar, paragraph))
    return tuple(found)


def _issued(readings: Readings, paragraph: Span) -> str | None:
    periods = readings.document.inside(paragraph, PERIODS)
    return next((m.value.first for m in periods if isinstance(m.value, Period) and len(m.value.first) == 10), None)


def _registrar(readings: Readings, sentence: Sentence, by: Body) -> Body | None:
    return next(
        (body for m, body in readings[BODIES] if sentence.span.covers(m.span) and body != by and body.kind != "media"),
        None,
    )
