"""Who published the article, and the register entry that its footer states."""

from __future__ import annotations

import re

from kg.model import Body, Period, Registration, Resolution, Sentence, Span

_NUMBER = re.compile(
    r"(?:certificate|registration|licen[cs]e)[^.\n]{0,40}?(?:No\.?|№|number)\s*([\w/-]*\d[\w/-]*)", re.IGNORECASE
)


def publisher(resolution: Resolution) -> Body | None:
    """The media body whose report the article is: the first one named."""
    return next((body for _, body in resolution.bodies if body.kind == "media"), None)


def registrations(resolution: Resolution, by: Body | None) -> tuple[Registration, ...]:
    """ "X is registered with the Ministry ... Certificate No. N issued on DATE", in one paragraph of the footer."""
    document = resolution.document
    found = []
    for sentence in document.sentences:
        if by is None or "registered" not in document.words(sentence.span):
            continue
        end = max(s.span.end for s in document.sentences if s.paragraph == sentence.paragraph)
        paragraph = Span(sentence.span.begin, end)
        number = _NUMBER.search(document.article.quote(paragraph))
        if number:
            issued, registrar = _issued(resolution, paragraph), _registrar(resolution, sentence, by)
            found.append(Registration(by, number[1], issued, registrar, paragraph))
    return tuple(found)


def _issued(resolution: Resolution, paragraph: Span) -> str | None:
    periods = resolution.document.inside(paragraph, "period")
    return next((m.value.first for m in periods if isinstance(m.value, Period) and len(m.value.first) == 10), None)


def _registrar(resolution: Resolution, sentence: Sentence, by: Body) -> Body | None:
    return next(
        (body for m, body in resolution.bodies if sentence.span.covers(m.span) and body != by and body.kind != "media"),
        None,
    )
