"""Encounters: who met whom, who received, where, when, and what was on the agenda.

Sentence by sentence: a rule opens a meeting (people on both sides of a verb or noun of meeting, a group received
by a named host, a session of a commission), a part of one ("during the meeting with the Ambassador of France"),
a visit, a signing, an event between parties; or the sentence goes on about the meeting before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.discourse.dateline import dateline
from kg.discourse.references import REFERENCES
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS, Meetings
from kg.kinds.meetings.drafts import Draft, Drafts
from kg.kinds.meetings.encounters import encounter
from kg.kinds.meetings.occasions import event, further_session, is_event, session, signing, told_session, visit
from kg.kinds.meetings.scene import Scene, people_of
from kg.kinds.people.claim import Person
from kg.kinds.posts.claim import POSTS
from kg.kinds.topics.agenda import agenda, loose_topics, told_trade
from kg.kinds.topics.claim import AgendaItem
from kg.language.lexicon import GROUPS
from kg.model import Sentence
from kg.vocabulary import local


def read(readings: Readings) -> None:
    """The meetings that a document tells of, in the order of the text."""
    scene = Scene(readings, readings[POSTS].tenures)
    drafts = Drafts(scene, dateline(readings.document))
    of_sentence: dict[int, int] = {}
    current: Draft | None = None
    lead: list[Sentence] = []
    for sentence in readings.document.sentences:
        if scene.outside(sentence):
            continue
        before = current
        drafts.seat = drafts.seat or scene.seat(sentence)
        current = _opened(drafts, sentence, current) or _continued(drafts, sentence, current)
        if current is None:
            lead.append(sentence)
        elif before is None:
            current.raised.extend(_told_before(scene, lead))
        if current:
            of_sentence[sentence.first] = current.number
            _put_on_agenda(scene, sentence, current)
    readings[MEETINGS] = Meetings(drafts.finished(), of_sentence)


def _opened(drafts: Drafts, sentence: Sentence, current: Draft | None) -> Draft | None:
    """The meeting that a sentence opens or comes back to; visits, signings and events are noted on the way."""
    opened: Draft | None = None
    for trigger in drafts.scene.triggers(sentence):
        kind = local(trigger.value.iri)
        if kind == "visit":
            opened = opened or _about(visit(drafts, sentence, trigger), current)
            continue
        if kind == "signing":
            signing(drafts, sentence, trigger, current)
            continue
        if opened is None or opened.kind == "visit" or drafts.scene.told(sentence, trigger):
            met = encounter(drafts, sentence, trigger, opened or current)
            opened = _about(met or session(drafts, sentence, trigger, current), current) or opened
        noted = event(drafts, sentence, trigger) if is_event(drafts.scene, trigger) else None
        opened = opened or (_about(noted, current) if current is None else None)
        if noted is None and current:
            further_session(drafts, sentence, trigger, opened or current)
    told_session(drafts, sentence, opened or current)
    return opened


def _about(draft: Draft | None, current: Draft | None) -> Draft | None:
    """The meeting that the text goes on about: one that was held, or a plan where nothing else is at hand."""
    return draft if draft and (draft.status is None or (draft.is_ahead and current is None)) else None


def _continued(drafts: Drafts, sentence: Sentence, current: Draft | None) -> Draft | None:
    """The meeting at hand: an open one takes speakers in, a group word for several envoys leads back to the whole."""
    if current is None:
        return None
    scene = drafts.scene
    if current.open:
        named = [p for r in scene.readings[REFERENCES].inside(sentence.span) if r.form == "name" for p in r.people]
        drafts.join(current, (p for p in named if scene.sides([p])))
    drafts.join(current, _heads_of_sides(scene, sentence, current))
    envoys = any(local(m.value.iri) == "envoys" for m in scene.document.inside(sentence.span, GROUPS))
    return drafts.whole(current) if envoys else current


def _heads_of_sides(scene: Scene, sentence: Sentence, current: Draft) -> list[Person]:
    """Those who lead a side at consultations or a session: "the Indian side was led by A"."""
    words = scene.words(sentence.span.begin, sentence.span.end)
    led = any(word in ("led", "headed") and after == "by" for word, after in pairwise(words))
    talks = current.kind in ("consultations", "session") and {"side", "delegation", "delegations"} & set(words)
    return people_of(scene.readings[REFERENCES].inside(sentence.span)) if led and talks else []


def _told_before(scene: Scene, lead: list[Sentence]) -> Iterator[AgendaItem]:
    """What whole sentences above put on the table before they tell of the meeting."""
    for sentence in lead:
        if scene.document.article.quote(sentence.span).endswith((".", "”", '"')):
            found = agenda(scene.document, sentence)
            yield from (*found.items, *found.raised, *told_trade(scene.document, sentence))


def _is_venue(item: AgendaItem, draft: Draft) -> bool:
    """Whether a framework is the commission or format that is in session, not what it talks about."""
    meets = item.topic.kind == FRAMEWORK_MENTIONS.name and bool(item.topic.traits & {"commission", "format", "forum"})
    return meets and draft.kind in ("session", "consultations")


def _put_on_agenda(scene: Scene, sentence: Sentence, draft: Draft) -> None:
    found = agenda(scene.document, sentence)
    draft.items.extend(found.items)
    venues = [item for item in found.raised if _is_venue(item, draft)]
    draft.session_of.extend(item.topic for item in venues)
    draft.raised.extend(item for item in found.raised if item not in venues)
    if found.items and found.span not in draft.evidence:
        draft.evidence.append(found.span)
    draft.raised.extend(told_trade(scene.document, sentence))
    if not found.items:
        draft.loose.extend(loose_topics(scene.document, sentence))
