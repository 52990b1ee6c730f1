"""Who published the article, and the register entry that its footer states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kg.kinds.bodies.claim import BODIES, Body
from kg.kinds.kind import Readings
from kg.kinds.periods.claim import PERIODS, dated
from kg.kinds.registrations.claim import REGISTRATIONS, Registration, Registrations
from kg.language.rules import Match
from kg.model import Sentence, Span


def read(readings: Readings) -> None:
    """The publisher of an article and its entries in public registers."""
    by = publisher(readings)
    readings[REGISTRATIONS] = Registrations(by, tuple(registrations(readings, by)) if by else ())


def publisher(readings: Readings) -> Body | None:
    """The media body whose report the article is: the first one named."""
    return next((body for _, body in readings[BODIES] if body.kind == "media"), None)


def registrations(readings: Readings, by: Body) -> Iterator[Registration]:
    """ "X is registered with the Ministry ... Certificate No. N issued on DATE", in one paragraph of the footer."""
    for _, sentences in groupby(readings.document.sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(sentences)
        found = {
            match.rule.gives["tells"]: (sentence, match)
            for sentence in reversed(paragraph)
            for match in readings.lines.matches("registrations", sentence)
        }
        if found.keys() == {"entry", "number"}:
            (sentence, entry), (_, number) = found["entry"], found["number"]
            evidence = Span(sentence.span.begin, paragraph[-1].span.end)
            yield _registration(readings, by, sentence, number, evidence, (entry.rule.id, number.rule.id))


def _registration(
    readings: Readings, by: Body, entry: Sentence, number: Match, evidence: Span, rules: tuple[str, ...]
) -> Registration:
    document = readings.document
    printed = document.article.quote(document.span(*number.slots["number"]))
    issued, registrar = _issued(readings, evidence), _registrar(readings, entry.span, by)
    return Registration(by, printed, issued, registrar, evidence, rules)


def _issued(readings: Readings, paragraph: Span) -> str | None:
    periods = dated(mention.value for mention in readings.document.inside(paragraph, PERIODS))
    return next((period.first for period in periods if period.daily), None)


def _registrar(readings: Readings, sentence: Span, by: Body) -> Body | None:
    """The first body in a sentence that publishes nothing."""
    bodies = (body for mention, body in readings[BODIES] if sentence.covers(mention.span))
    return next((body for body in bodies if body != by and body.kind != "media"), None)
