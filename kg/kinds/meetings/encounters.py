"""Rules that open a meeting of people, or a part of one: who stands before and behind a word of meeting."""

from __future__ import annotations

from kg.discourse.references import REFERENCES, Reference
from kg.kinds.meetings.drafts import Draft, Drafts
from kg.kinds.meetings.scene import Scene, people_of
from kg.kinds.people.claim import Person
from kg.model import Mention, Sentence, Span, Term
from kg.vocabulary import local

_HOSTING = frozenset("received receives receiving hosted hosting welcomed".split())
_OPENINGS = frozenset("during at in following after concluding course the a an this today 's his her their".split())
_ATTENDING = frozenset("attended attendance present accompanied participated".split())
_TELLING_KINDS = ("consultations", "credentials", "call")


def encounter(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft | None) -> Draft | None:
    """People (or a named host and a group) on the two sides of a verb or noun of meeting."""
    scene = drafts.scene
    before = people_of(_subject(scene, sentence, trigger))
    after = people_of(_object(scene, sentence, trigger))
    if current and after and scene.nominal(trigger) and _known(drafts, current, after):
        return _part(drafts, sentence, trigger, current, after)
    if not before and _opens_sentence(scene, sentence, trigger):
        before, after = after[-1:], after[:-1]
    if not before and after and current and _by_pronoun(scene, sentence, trigger):
        before = [current.host or current.people[0]] if current.people else []
    people = list(dict.fromkeys([*before, *after]))
    if current and _attended(scene, sentence, trigger):
        present = people_of(scene.readings[REFERENCES].inside(sentence.span))
        current.people.extend(p for p in present if p not in current.people)
        return drafts.seen(current, sentence)
    if current and current.open and current.kind == "credentials" == _kind(scene, sentence, trigger):
        current.people.extend(p for p in people if p not in current.people)
        return drafts.seen(current, sentence)
    if current and current.open and len(current.people) == 1 and set(current.people) < set(people):
        current.people.extend(p for p in people if p not in current.people)
        return drafts.seen(current, sentence)
    if len(people) > 1 and scene.first_word(trigger) == "briefed":
        return None
    if len(people) > 1 and (after or _reciprocal(scene, sentence, trigger)):
        hosted = _hosting(scene, trigger) or scene.first_word(trigger) == "reception"
        host = before[0] if hosted and before else None
        return drafts.open(sentence, _kind(scene, sentence, trigger), people, host)
    if len(people) == 1:
        return _with_group(drafts, sentence, trigger, people)
    return _referred_to(drafts, sentence, trigger, current)


def _subject(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> list[Reference]:
    """Those before a trigger; of "A called on B, and met C" the second verb has the subject of the first."""
    before = scene.people_before(sentence, trigger)
    first = next((t for t in scene.triggers(sentence) if not scene.nominal(t)), trigger)
    if first == trigger or not joined(scene, sentence, trigger) or scene.nominal(trigger):
        return before
    return [r for r in before if r.span.end <= first.span.begin] or before


def _object(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> list[Reference]:
    """Those behind a trigger; of "A called on B, and met C" the first verb has no part in C."""
    after = scene.people_after(sentence, trigger)
    verbs = (t for t in scene.triggers(sentence) if t.span.begin > trigger.span.end and not scene.nominal(t))
    second = next((t for t in verbs if joined(scene, sentence, t)), None)
    return [r for r in after if second is None or r.span.end <= second.span.begin]


def joined(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> bool:
    """Whether a verb goes on about the subject before it: "and met"."""
    return scene.words(sentence.span.begin, trigger.span.begin)[-1:] in (["and"], ["then"])


def _attended(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> bool:
    """ "The meeting was attended by A", "B and C were present at the meeting": others who were at the meeting told of."""
    words = scene.words(sentence.span.begin, sentence.span.end)
    if not scene.nominal(trigger) or not _ATTENDING & set(words):
        return False
    return {"the", "this", "during"} >= set(
        scene.words(max(sentence.span.begin, trigger.span.begin - 5), trigger.span.begin)[-1:]
    )


def _by_pronoun(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> bool:
    """ "She also met B": the one whose encounters are told."""
    before = scene.words(sentence.span.begin, trigger.span.begin)[-3:]
    own = scene.nominal(trigger) and before[-1:] in (["his"], ["her"])
    return own or bool({"he", "she"} & set(before))


def _opens_sentence(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> bool:
    """ "Receiving A, B said", "At the reception for A, B said": the trigger stands first in its sentence."""
    return set(scene.words(sentence.span.begin, trigger.span.begin)) <= _OPENINGS


def _reciprocal(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> bool:
    """ "A and B met", "a meeting between A and B": no one stands after the verb."""
    before = scene.words(sentence.span.begin, trigger.span.begin)[-12:]
    return bool({"and", "between"} & set(before))


def _hosting(scene: Scene, trigger: Mention[Term]) -> bool:
    return scene.first_word(trigger) in _HOSTING


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
    draft = drafts.open(sentence, kind, people, people[0] if _hosting(scene, trigger) else None)
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
    return drafts.open(sentence, "meeting", people) if definite and len(people) == 2 else None


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
    draft = drafts.open(sentence, whole.kind, people, host)
    draft.part_of = whole.number
    draft.evidence = [_clause(drafts.scene, sentence, trigger)]
    return draft


def _clause(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> Span:
    """The opening words of a sentence up to the comma after a trigger, else the whole sentence."""
    tokens = scene.document.tokens[sentence.first : sentence.last]
    comma = next((t.begin for t in tokens if t.begin > trigger.span.end and t.text == ","), None)
    return Span(sentence.span.begin, comma or sentence.span.end - (tokens[-1].text == "."))
