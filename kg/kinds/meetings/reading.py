"""Encounters: who met whom, who received, where, when, and what was on the agenda.

Sentence by sentence, word by word of meeting: rules tell of a meeting of people, a visit, a signing, a session of a
commission or of sides; or the sentence goes on about the meeting before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from kg.discourse.dateline import dateline
from kg.kinds.bodies.claim import Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS, Meetings
from kg.kinds.meetings.drafts import Draft, Drafts
from kg.kinds.meetings.occasions import signings, visits
from kg.kinds.meetings.scene import Event, Scene, View
from kg.kinds.meetings.sessions import further, of_framework, of_sides
from kg.kinds.meetings.talks import counterparts_called, group_met, head_joined, joined, met, met_each, referred_to
from kg.kinds.topics.agenda import agenda, loose_topics, told_trade
from kg.kinds.topics.claim import AgendaItem
from kg.language.rules import Match
from kg.model import Sentence

Teller = Callable[[Drafts, Event, Match], Draft | None]
# Who tells of an event, by what a rule says that it tells: the first that does is believed.
_TELLERS: Mapping[str, Teller] = {
    "others": joined,
    "heads": head_joined,
    "counterparts": counterparts_called,
    "each": met_each,
    "meeting": met,
    "group": group_met,
    "visit": visits,
    "signing": signings,
    "session": of_framework,
    "sides": of_sides,
    "further": further,
    "referred": referred_to,
}


def read(readings: Readings) -> None:
    """The meetings that a document tells of, in the order of the text."""
    scene = Scene(readings)
    drafts = Drafts(scene, dateline(readings), _headline_place(scene))
    of_sentence: dict[int, int] = {}
    lead: list[Sentence] = []
    for sentence in readings.document.sentences:
        if scene.outside(sentence):
            continue
        before, current = drafts.current, _told_of(drafts, View(scene, sentence))
        if not current.is_told:
            lead.append(sentence)
            continue
        if not before.is_told:
            current.raised.extend(_told_before(scene, lead))
        of_sentence[sentence.first] = current.number
        _put_on_agenda(scene, sentence, current)
    readings[MEETINGS] = Meetings(drafts.finished(), of_sentence)


def _headline_place(scene: Scene) -> Body | None:
    """The institution at which the headlines, which end without a full stop, put what is told below."""
    document, lines = scene.document, scene.readings.lines
    titles = takewhile(lambda s: document.article.quote(s.span)[-1:].isalnum(), document.sentences)
    matches = ((View(scene, title), match) for title in titles for match in lines.matches("headlines", title))
    spans = (view.span_of(match, "where") for view, match in matches)
    return next((scene.bodies[span] for span in spans if span in scene.bodies), None)


def _told_of(drafts: Drafts, view: View) -> Draft:
    """The meeting that a sentence tells of, or goes on about; those told in passing are noted on the way. A group word for
    several envoys leads back to the whole."""
    told = [_first(drafts, event) for event in view.events()]
    if drafts.current not in told:
        _go_on(drafts, view)
    if view.envoys:
        drafts.current = drafts.whole(drafts.current)
    return drafts.current


def _first(drafts: Drafts, event: Event) -> Draft | None:
    """What the first teller says of an event."""
    matches = ((teller, event.told[tells]) for tells, teller in _TELLERS.items() if tells in event.told)
    return next(filter(None, (teller(drafts, event, match) for teller, match in matches)), None)


def _go_on(drafts: Drafts, view: View) -> None:
    """The meeting at hand: an open one takes speakers in."""
    if drafts.current.open:
        named = (person for r in view.references if r.form == "name" for person in r.people)
        drafts.current.join(person for person in named if view.scene.sides([person]))


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
