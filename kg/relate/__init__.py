"""Resolved mentions to claims: tenures, meetings, frameworks, statements and observations."""

from __future__ import annotations

from kg.model import Claim, Document, Mention, Period, Reading, Resolution
from kg.relate.frameworks import frameworks, in_frameworks, on_agendas
from kg.relate.meetings import meetings
from kg.relate.observations import observations
from kg.relate.publisher import publisher, registrations
from kg.relate.statements import statements
from kg.relate.tenures import tenures


def relate(resolution: Resolution) -> Reading:
    """The claims that the mentions of an article support, with what its spans denote."""
    document = resolution.document
    held = tenures(resolution)
    met, of_sentence = meetings(resolution, held, dateline(document))
    by = publisher(resolution)
    ties = frameworks(resolution, met, of_sentence)
    words = statements(resolution, met, of_sentence, held)
    sides_at = {first: met[number].parties for first, number in of_sentence.items()}
    claims: tuple[Claim, ...] = (
        *in_frameworks(held, ties),
        *ties,
        *on_agendas(met, ties),
        *words,
        *observations(document, resolution.home, sides_at),
        *registrations(resolution, by),
    )
    bodies = tuple(dict.fromkeys(body for _, body in resolution.bodies))
    return Reading(resolution, resolution.people, bodies, claims, by)


def dateline(document: Document) -> str | None:
    """The day in an article's first lines ("ASTANA, February 15"), else the article's own date."""
    days = (
        mention.value.first
        for mention in document.mentions
        if isinstance(mention.value, Period) and len(mention.value.first) == 10 and _early(document, mention)
    )
    return next(days, document.date)


def _early(document: Document, mention: Mention) -> bool:
    article = document.article
    begin = max((f.end for f in article.furniture if f.begin < 200), default=0)
    return mention.span.begin - max(begin, len(article.headline)) < 90 and not any(
        f.covers(mention.span) for f in article.furniture
    )
