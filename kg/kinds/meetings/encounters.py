"""Meetings of people, and parts of them, drawn from what the rules tell of a word of meeting."""

from __future__ import annotations

from kg.discourse.references import REFERENCES
from kg.kinds.meetings.drafts import Draft, Drafts
from kg.kinds.meetings.scene import Roles, Scene, people_of
from kg.kinds.people.claim import Person
from kg.model import Mention, Sentence, Span, Term
from kg.vocabulary import local

_ATTENDING = frozenset("attended attendance present accompanied participated".split())
_DEFINITE = frozenset(("the", "this", "during"))
_TELLING_KINDS = ("consultations", "credentials", "call")


def encounter(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft | None) -> Draft | None:
    """What the rules tell of a word of meeting: people on two sides, or a named host and a group."""
    scene = drafts.scene
    roles = scene.told(sentence, trigger)
    held = scene.status(trigger.span) is None
    if current and held and _attended(scene, sentence, trigger):
        return _joined(drafts, sentence, current, people_of(scene.readings[REFERENCES].inside(sentence.span)))
    if roles is None:
        return _referred_to(drafts, sentence, trigger, current) if held else None
    if current and held and roles.after and scene.nominal(trigger) and _known(drafts, current, roles.after):
        return _part(drafts, sentence, trigger, current, roles.after)
    people = list(dict.fromkeys([*_subject(drafts, sentence, trigger, roles, current), *roles.after]))
    if current and held and _goes_on(current, people, _kind(scene, sentence, trigger)):
        return _joined(drafts, sentence, current, people)
    if len(people) > 1:
        host = roles.host or (people[0] if scene.hosts(trigger) else None)
        return drafts.open(sentence, trigger.span, _kind(scene, sentence, trigger), people, host)
    return _with_group(drafts, sentence, trigger, people) if people else None


def _subject(
    drafts: Drafts, sentence: Sentence, trigger: Mention[Term], roles: Roles, current: Draft | None
) -> list[Person]:
    """Who meets; for a pronoun or "both sides" the first of the sentence, else those whose encounters are told."""
    if roles.before:
        return roles.before
    at_hand = current.people if current else []
    if roles.all:
        return at_hand or _first_of_each_side(drafts.scene, trigger.span.begin)
    host = [current.host] if current and current.host else at_hand[:1]
    return people_of(drafts.scene.people_before(sentence, trigger)[:1]) or host


def _goes_on(current: Draft, people: list[Person], kind: str) -> bool:
    """Whether people join an open meeting: more of those who present credentials, or the guests of a lone host."""
    alone = len(current.people) == 1 and set(current.people) < set(people)
    return current.open and (alone or current.kind == "credentials" == kind)


def _joined(drafts: Drafts, sentence: Sentence, current: Draft, people: list[Person]) -> Draft:
    """The meeting at hand, with those who were there as well."""
    drafts.join(current, people)
    return drafts.seen(current, sentence)


def _attended(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> bool:
    """ "The meeting was attended by A", "B and C were present at the meeting": others who were at the meeting told of."""
    words = scene.words(sentence.span.begin, sentence.span.end)
    before = scene.words(sentence.span.begin, trigger.span.begin)[-1:]
    return scene.nominal(trigger) and bool(_ATTENDING & set(words)) and set(before) <= _DEFINITE


def _kind(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> str:
    """The kind that tells most among the triggers of a sentence."""
    kinds = {local(m.value.iri) for m in scene.triggers(sentence)}
    own = local(trigger.value.iri)
    telling = (kind for kind in _TELLING_KINDS if kind in kinds)
    return next(telling, own if own in ("session", "summit") else "meeting")


def _with_group(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], people: list[Person]) -> Draft | None:
    """A named host and unnamed envoys: "received 14 envoys from the African continent"."""
    scene = drafts.scene
    if scene.nominal(trigger):
        return None
    own = {side.iri for side in scene.sides(people)}
    sides = [side for side in scene.groups(sentence.span) if side.iri not in own]
    kind = _kind(scene, sentence, trigger)
    if (not sides or not own) and not (kind == "credentials" and scene.envoys_after(sentence, trigger)):
        return None
    kind = kind if kind == "credentials" else "meeting"
    draft = drafts.open(sentence, trigger.span, kind, people, people[0] if scene.hosts(trigger) else None)
    draft.parties.extend(sides)
    draft.open = True
    return draft


def _referred_to(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft | None) -> Draft | None:
    """ "At today's meeting" where no meeting was told yet: that of the two officials of two sides named so far."""
    scene = drafts.scene
    told = current is not None and current.kind != "visit"
    if told or not scene.nominal(trigger) or local(trigger.value.iri) != "meeting":
        return None
    before = scene.words(max(0, trigger.span.begin - 16), trigger.span.begin)[-3:]
    people = _first_of_each_side(scene, trigger.span.begin)
    definite = {"the", "today", "his", "her", "this", "our"} & set(before)
    return drafts.open(sentence, trigger.span, "meeting", people) if definite and len(people) == 2 else None


def _first_of_each_side(scene: Scene, end: int) -> list[Person]:
    """The first person of each side who is named before a place in the text."""
    named = [r for r in scene.readings[REFERENCES].all if r.span.begin < end and r.form != "title"]
    by_side: dict[str, Person] = {}
    for person in people_of(named):
        for side in scene.sides([person]):
            by_side.setdefault(side.iri, person)
    return list(by_side.values())


# --- Parts ------------------------------------------------------------------------------------------------------


def _known(drafts: Drafts, current: Draft, people: list[Person]) -> bool:
    return any(set(people) <= set(draft.people) for draft in (current, drafts.whole(current)))


def _part(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft, guests: list[Person]) -> Draft:
    """ "During the meeting with B": a part of the reception of A, B and C, or the meeting itself."""
    whole = drafts.whole(current)
    host = whole.host or next((p for p in whole.people if p not in guests), None)
    people = [*([host] if host else []), *(g for g in guests if g != host)]
    known = whole if set(people) >= set(whole.people) else drafts.part(whole, people)
    if known:
        return drafts.seen(known, sentence)
    draft = drafts.open(sentence, trigger.span, whole.kind, people, host)
    draft.part_of = whole.number
    draft.evidence = [_clause(drafts.scene, sentence, trigger)]
    return draft


def _clause(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> Span:
    """The opening words of a sentence up to the comma after a trigger, else the whole sentence."""
    tokens = scene.document.tokens[sentence.first : sentence.last]
    comma = next((t.begin for t in tokens if t.begin > trigger.span.end and t.text == ","), None)
    return Span(sentence.span.begin, comma or sentence.span.end - (tokens[-1].text == "."))
