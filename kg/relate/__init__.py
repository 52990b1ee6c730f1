"""Resolved mentions to claims: tenures, meetings, frameworks, statements and observations."""

from __future__ import annotations

from kg.model import Claim, Document, Mention, Period, Reading, Resolution
from kg.relate.frameworks import frameworks
from kg.relate.meetings import Meetings
from kg.relate.observations import observations
from kg.relate.publisher import publisher, registrations
from kg.relate.statements import Statements
from kg.relate.tenures import tenures


def relate(resolution: Resolution) -> Reading:
    """The claims that the mentions of an article support, with what its spans denote."""
    document = resolution.document
    held = tenures(resolution)
    encounters = Meetings(resolution, held, dateline(document))
    meetings = encounters.all()
    by = publisher(resolution)
    ties = frameworks(resolution, meetings, encounters.of_sentence)
    words = Statements(resolution, meetings, encounters.of_sentence, held).all()
    sides_at = {first: meetings[number].parties for first, number in encounters.of_sentence.items()}
    claims: tuple[Claim, ...] = (
        *held,
        *ties,
        *meetings,
        *words,
        *observations(document, resolution.home, sides_at),
        *registrations(resolution, by),
    )
    bodies = tuple(dict.fromkeys(body for _, body in resolution.bodies))
    return Reading(resolution, resolution.people, bodies, claims, by)


def dateline(document: Document) -> str | None:
    """The day in an article's first lines ("ASTANA, February 15"), else the article's own date."""
    for mention in document.mentions:
        if (
            mention.kind == "period"
            and isinstance(mention.value, Period)
            and len(mention.value.first) == 10
            and _early(document, mention)
        ):
            return mention.value.first
    return document.date


def _early(document: Document, mention: Mention) -> bool:
    article = document.article
    begin = max((f.end for f in article.furniture if f.begin < 200), default=0)
    return mention.span.begin - max(begin, len(article.headline)) < 90 and not any(
        f.covers(mention.span) for f in article.furniture
    )
