"""Meetings of people: who met whom, or a group; in whole, in part, or again."""

from __future__ import annotations

from dataclasses import replace

from kg.kinds.meetings.drafts import OF_SIDES, Draft, Drafts
from kg.kinds.meetings.scene import Event, people_of
from kg.kinds.meetings.settings import setting
from kg.kinds.meetings.told import Told
from kg.kinds.people.claim import Person
from kg.language.rules import Match

# Of these only the word itself tells the kind; of the others any word of the sentence.
_OWN = ("session", "summit")
_TELLING = ("consultations", "credentials", "call")


def joined(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """Others who were at the meeting at hand."""
    told = _told(event, match, event.people(match, "people"))
    return drafts.seen(drafts.current, told) if drafts.current.is_told and not told.status else None


def head_joined(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """Who leads a side at the session at hand: "the Indian side was led by A"."""
    return joined(drafts, event, match) if drafts.current.kind in OF_SIDES else None


def met(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """A meeting of two or more people, of one at hand those who join it, or a part of it."""
    before = event.people(match, "subject") or event.people(match, "people") or _subject(drafts, event, match)
    host = event.people(match, match.rule.gives.get("host", "")) or (before if "host" in event.told else [])
    told = replace(_told(event, match, [*before, *event.people(match, "object")]), host=next(iter(host), None))
    if _goes_on(drafts.current, told):
        return drafts.seen(drafts.current, told)
    return drafts.take(_as_part(drafts.whole(drafts.current), told, event)) if len(told.people) > 1 else None


def met_each(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """Meetings with several people, one after the other."""
    before = event.people(match, "subject") or _subject(drafts, event, match)
    guests = event.people(match, "object") if before else []
    return next(iter([drafts.take(_told(event, match, [*before, guest])) for guest in guests]), None)


def _subject(drafts: Drafts, event: Event, match: Match) -> list[Person]:
    """Who meets, where the text only says "he" or "both sides": the first of the sentence, else those at hand."""
    if match.rule.gives.get("who") == "all":
        return drafts.people_at_hand or event.scene.first_of_each_side(event.span.begin)
    return people_of(event.before()[:1]) or drafts.people_at_hand[:1]


def _goes_on(current: Draft, told: Told) -> bool:
    """Whether people join the meeting at hand: more of those who present credentials, or the guests of a lone host."""
    ceremony = current.kind == "credentials" == told.kind and (current.open or current.host == told.host)
    alone = current.open and len(current.people) == 1 and current.people.keys() < set(told.people)
    return not told.status and (alone or ceremony)


def _as_part(whole: Draft, told: Told, event: Event) -> Told:
    """ "During the meeting with B": a part of the reception of A, B and C, told by the words up to a comma."""
    if told.status or not set(told.people) < whole.people.keys():
        return told
    host = whole.host if whole.host in told.people else told.host
    return replace(told, kind=whole.kind, host=host, part_of=whole.number, evidence=event.clause())


def group_met(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """A named host and envoys without names: "received 14 envoys from the African continent"."""
    people = [*event.people(match, "subject"), *event.people(match, "object")][:1]
    own = event.scene.sides(people)
    parties = tuple(side for side in event.view.parties if side not in own)
    told = replace(
        _told(event, match, people), host=people[0] if "host" in event.told else None, parties=parties, open=True
    )
    return drafts.take(told) if told.kind == "credentials" or (own and parties) else None


def counterparts_called(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """Calls to counterparts without names: one for each side."""
    told = _told(event, match, event.people(match, "subject")[:1])
    calls = [drafts.take(replace(told, parties=(side,))) for side in event.parties(match, "sides")]
    return next(reversed(calls), None)


def referred_to(drafts: Drafts, event: Event, match: Match) -> Draft | None:
    """ "At today's meeting": the one at hand; where none was told yet, that of the officials of the two sides named so far."""
    told = _told(event, match, event.scene.first_of_each_side(event.span.begin))
    if drafts.has_talks and not told.status:
        return drafts.seen(drafts.current, replace(told, people=()))
    return drafts.take(told) if len(told.people) == 2 and not told.status else None


def _told(event: Event, match: Match, people: list[Person]) -> Told:
    status, by = event.status()
    return Told(
        kind=match.rule.gives.get("kind") or _kind(event),
        evidence=event.view.span,
        people=tuple(dict.fromkeys(people)),
        setting=setting(event, held=status is None, coarse=status is not None),
        status=status,
        rules=(match.rule.id, *by),
        leads=True,
    )


def _kind(event: Event) -> str:
    """The word's own kind, or that of what is in session; else the kind that tells most among the words of the sentence."""
    own = (kind for kind in (event.kind or "session", *event.told) if kind in _OWN)
    told = (kind for kind in _TELLING if kind in event.view.kinds)
    return [*own, *told, "meeting"][0]
