"""Visits, and signings: occasions that are told beside the talks."""

from __future__ import annotations

from dataclasses import replace

from kg.discourse.home import HOME
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.meetings.drafts import Draft, Drafts
from kg.kinds.meetings.scene import Event, people_of
from kg.kinds.meetings.settings import setting
from kg.kinds.meetings.told import Setting, Told
from kg.kinds.people.claim import Person
from kg.kinds.topics.agenda import framework_item
from kg.language.lexicon import PARTIES
from kg.language.rules import Match
from kg.model import Term

_DOCUMENTS = ("agreement", "programme")


def occasion(event: Event, match: Match, kind: str) -> Told:
    """An occasion that a rule tells of, with its status, time and place."""
    status, by = event.status()
    return Told(
        kind=kind,
        evidence=event.view.span,
        setting=setting(event, held=status is None, coarse=True),
        status=status,
        rules=(match.rule.id, *by),
    )


def visits(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """ "A arrived on a visit to X and Y", "the visit of A to X", "A's visit to X": one for each destination."""
    visitor = event.told.get("visitor", match)
    people = (event.people(visitor, "subject") or people_of(event.before()[-1:]))[:1]
    own = event.scene.sides(people)
    told = replace(occasion(event, match, "visit"), people=tuple(people), leads=not drafts.has_talks)
    visited = [
        drafts.take(
            replace(told, parties=(host,), setting=replace(told.setting, place=place or told.setting.place), town=town)
        )
        for host, place, town in _destinations(event, match)
        if people and host.iri not in {side.iri for side in own}
    ]
    return next(iter(visited), None)


def _destinations(event: Event, match: Match) -> list[tuple[Term, str | None, str | None]]:
    """The parties that are visited, with the words that name them, and the town if they name one; the home state of the
    article for "the country"."""
    document, home = event.scene.document, event.scene.readings[HOME]
    named = [
        (mention.value, document.article.quote(mention.span), mention.value.form == "capital")
        for mention in document.inside(event.view.span_of(match, "to"), PARTIES)
    ]
    here = [(home, None, None)] if home and "to" not in match.slots else []
    return [*((party, words, words if town else None) for party, words, town in named), *here]


def signings(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """A signing by people or parties, of documents that are named or only called so."""
    frameworks = event.scene.document.inside(event.view.span, FRAMEWORK_MENTIONS)
    documents = [mention for mention in frameworks if mention.value.kind in _DOCUMENTS]
    people = people_of(event.before())
    sides = _signers(event, match, people) or [party for m in documents[:1] for party in m.value.parties]
    told = replace(
        occasion(event, match, "signing"),
        people=tuple(people) if len(people) > 1 else (),
        parties=tuple(sides or drafts.parties_at_hand),
        items=tuple(map(framework_item, documents)),
    )
    at_hand = told if told.status else replace(told, setting=_at_hand(drafts.current, told.setting))
    return drafts.take(at_hand) if len(told.parties) > 1 else None


def _signers(event: Event, match: Match, people: list[Person]) -> list[Term]:
    """The sides of those who sign, else the parties told as such, else those named before."""
    before = event.scene.parties(event.view.before(event.span))
    found = (event.scene.sides(people), event.parties(match, "sides"), before)
    return next((sides for sides in found if len(sides) > 1), found[0])


def _at_hand(current: Draft, told: Setting) -> Setting:
    """When and where the meeting at hand ended, where the text says nothing of the signing at it."""
    last = (current.date or "").split("/")[-1]
    return replace(told, date=told.date or last or None, place=told.place or current.place)
