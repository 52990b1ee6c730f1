"""Sessions of commissions and formats, and what parties hold without named people."""

from __future__ import annotations

from dataclasses import replace

from kg.discourse.modality import AHEAD
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.meetings.drafts import OF_SIDES, Draft, Drafts
from kg.kinds.meetings.occasions import occasion
from kg.kinds.meetings.scene import Event, distinct
from kg.kinds.topics.agenda import framework_item
from kg.language.lexicon import PARTIES
from kg.language.rules import Match
from kg.model import Mention, Span, Term
from kg.vocabulary import local

# What a framework meets for where no word says so.
_MEETS_FOR = {"commission": "session", "forum": "session", "format": "consultations"}


def of_framework(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """The session of a framework between the parties that it ties, that hold it, or that meet at hand."""
    named = event.scene.document.inside(event.view.span_of(match, "framework"), FRAMEWORK_MENTIONS)
    alone = "alone" in match.rule.gives or drafts.current.kind in OF_SIDES
    for framework in (mention for mention in named[:1] if mention.value.kind in _MEETS_FOR):
        told = occasion(event, match, _meets_for(event, framework))
        told = replace(
            told,
            people=() if alone else tuple(event.view.chairs),
            parties=tuple(_tied(event, framework) or _at_hand(drafts, framework, told.kind)),
            series="forum" if framework.value.kind == "forum" else "",
            session_of=(framework_item(framework).topic,),
            leads=not (alone and drafts.current.is_told),
        )
        return drafts.take(told) if len(told.parties) > 1 else None
    return None


def _meets_for(event: Event, framework: Mention[Framework]) -> str:
    """The kind that the words of an event or of the framework tell, else that of the framework."""
    both = Span(min(event.span.begin, framework.span.begin), max(event.span.end, framework.span.end))
    kinds = (local(word.value.iri) for word in event.view.words if both.covers(word.span))
    return next((kind for kind in kinds if kind in OF_SIDES), _MEETS_FOR[framework.value.kind])


def _tied(event: Event, framework: Mention[Framework]) -> list[Term]:
    """The parties of a framework: "The EU and Tajikistan held the 13th meeting of their Cooperation Committee"."""
    before = event.scene.document.inside(event.view.before(framework.span), PARTIES)
    sides = distinct(mention.value for mention in before if mention.value.form != "capital")
    return list(framework.value.parties) or (sides if len(sides) == 2 else [])


def _at_hand(drafts: Drafts, framework: Mention[Framework], kind: str) -> list[Term]:
    """The parties that the text goes on about, whose commission needs no naming; a forum or summit may be anybody's."""
    return [] if framework.value.kind == "forum" or kind == "summit" else drafts.parties_at_hand


def of_sides(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """What parties hold: "the Central Asia-EU Summit", "consultations between A and B"."""
    told = occasion(event, match, match.rule.gives.get("kind") or event.kind)
    told = replace(told, parties=tuple(event.parties(match, "sides")), leads=not drafts.current.is_told)
    return drafts.take(told) if len(told.parties) > 1 else None


def further(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """Another session in a series: that at hand, or of the commission that the words name: "the 13th meeting will be
    held in 2025"."""
    known = drafts.series if drafts.series.is_told else drafts.current
    kinds = (event.kind, drafts.series.kind, match.rule.gives.get("kind"))
    kind = next((kind for kind in kinds if kind in OF_SIDES), None)
    if kind is None or event.view.references:
        return None
    told = replace(occasion(event, match, kind), parties=tuple(drafts.parties(known)), series="further")
    elsewhere = told.setting.date not in (None, known.date) or told.setting.place not in (None, known.place)
    return drafts.take(told) if len(told.parties) > 1 and (elsewhere or told.status in AHEAD) else None
