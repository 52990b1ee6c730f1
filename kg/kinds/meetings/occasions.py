"""Occasions beside the talks: visits, sessions of commissions, signings, and events of parties without people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.discourse.home import HOME
from kg.discourse.references import REFERENCES
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.meetings.drafts import Draft, Drafts
from kg.kinds.meetings.scene import Scene, people_of
from kg.kinds.people.claim import Person
from kg.kinds.topics.agenda import framework_item
from kg.language.lexicon import PARTIES
from kg.model import Mention, Sentence, Span, Term
from kg.vocabulary import local

_IN_SERIES = frozenset("next previous last held hold took organized organised".split())
_EVENTS = ("summit", "session", "consultations")
_HELD = frozenset("held hosted convene convened place planned scheduled slated due met meet".split())
_OPENED = frozenset("convene convening hold hosted open opened attend".split())
_BODIES = frozenset("commission committee council group".split())
_DOCUMENTS = frozenset(
    "protocol protocols documents document memoranda memorandum agreement agreements plan mou mous".split()
)
_ORDINAL_MARKS = ("th", "st", "nd", "rd")


# --- Visits -----------------------------------------------------------------------------------------------------


def visit(drafts: Drafts, sentence: Sentence, trigger: Mention[Term]) -> Draft | None:
    """ "A arrived on a visit to X", "the visit of A to X", "A's visit to X"."""
    scene = drafts.scene
    visitors = _visitors(scene, sentence, trigger)
    behind = Span(trigger.span.end, sentence.span.end)
    places = (m for m in scene.document.inside(behind, PARTIES) if _is_destination(scene, trigger, m))
    place = next(places, None)
    here = {"country", "to"} <= set(scene.document.words(behind))
    host: Term | None = place.value if place else scene.readings[HOME] if here else None
    if not visitors or host is None or host.iri in {side.iri for side in scene.sides(visitors)}:
        return None
    draft = drafts.open(sentence, trigger.span, "visit", visitors, None, [host])
    draft.place = scene.document.article.quote(place.span) if place else draft.place
    return draft


def _visitors(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> list[Person]:
    """Who visits, as a rule tells it, else the last one before."""
    roles = scene.told(sentence, trigger, "visit")
    if roles:
        return roles.before[:1]
    return people_of(scene.people_before(sentence, trigger)[-1:])


def _is_destination(scene: Scene, trigger: Mention[Term], party: Mention[Term]) -> bool:
    before = [word for word in scene.words(trigger.span.end, party.span.begin) if word != "the"]
    state = "Region" not in party.value.traits and party.value.form != "adjective"
    return before[-1:] in (["to"], ["in"], []) and state


# --- Sessions ---------------------------------------------------------------------------------------------------


def session(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft | None) -> Draft | None:
    """A session of a commission or format: "the 12th meeting of the Joint Commission was held in Dushanbe"."""
    scene = drafts.scene
    frameworks = scene.document.inside(sentence.span, FRAMEWORK_MENTIONS)
    ties = [_tied(scene, sentence, m) for m in frameworks if m.value.kind in ("commission", "format", "forum")]
    ties = [framework for framework in ties if len(framework.parties) > 1]
    told = current is not None and current.kind == "session"
    if not ties or told or not scene.nominal(trigger):
        return None
    if not any(_is_beside(scene, trigger, framework) for framework in frameworks):
        return None
    chairs = _chairs(scene, sentence)
    draft = drafts.open(sentence, trigger.span, "session", chairs if len(chairs) > 1 else [], None, ties[0].parties)
    draft.date = draft.date or (None if draft.status else drafts.dateline)
    return draft


def _tied(scene: Scene, sentence: Sentence, mention: Mention[Framework]) -> Framework:
    """A framework with its parties: "The EU and Tajikistan held the 13th meeting of their Cooperation Committee"."""
    framework = mention.value
    before = scene.document.inside(Span(sentence.span.begin, mention.span.begin), PARTIES)
    sides = {m.value.iri: m.value for m in before if m.value.form != "capital"}
    return framework if framework.parties or len(sides) != 2 else replace(framework, parties=tuple(sides.values()))


def _is_beside(scene: Scene, trigger: Mention[Term], framework: Mention[Framework]) -> bool:
    """Whether only "of the" and the like stand between a trigger and a framework."""
    behind = scene.words(trigger.span.end, framework.span.begin)
    gap = behind or scene.words(framework.span.end, trigger.span.begin)
    return set(gap) <= {"of", "the", "'s", "regular", "a"}


def _chairs(scene: Scene, sentence: Sentence) -> list[Person]:
    """The co-chairs that a sentence names, else all that the article names."""
    chairs = [t.person for t in scene.tenures if local(t.role.iri) == "co-chair"]
    return [p for p in people_of(scene.readings[REFERENCES].inside(sentence.span)) if p in chairs] or chairs


def further_session(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft) -> None:
    """Notes another session in the series of the one at hand, or of a commission at hand: "the 13th meeting will be
    held in 2025"."""
    scene = drafts.scene
    words = set(scene.words(sentence.span.begin, sentence.span.end))
    parties = drafts.parties(current)
    unheld = scene.status(trigger.span) is not None
    in_series = current.kind == "session" or (unheld and bool(_BODIES & words))
    if not in_series or len(parties) < 2 or not _has_ordinal(scene, trigger) or not (unheld or _IN_SERIES & words):
        return
    date = scene.coarse_date(sentence.span, scene.status(trigger.span))
    if date and date != current.date and not scene.readings[REFERENCES].inside(sentence.span):
        drafts.note(sentence, scene.status(trigger.span), "session", parties, sentence.span, date)


def _has_ordinal(scene: Scene, trigger: Mention[Term]) -> bool:
    before = scene.words(max(0, trigger.span.begin - 12), trigger.span.begin)
    return bool(before) and (
        before[-1] in _ORDINAL_MARKS or before[-1].endswith(("th", "first", "second", "third", "next"))
    )


def told_session(drafts: Drafts, sentence: Sentence, current: Draft | None) -> None:
    """Notes a session or forum that is told of in passing: "the forum will be held in Oran in 2025"."""
    scene = drafts.scene
    for mention in scene.document.inside(sentence.span, FRAMEWORK_MENTIONS):
        framework = _tied(scene, sentence, mention)
        parties = list(framework.parties) or (drafts.parties(current) if current else [])
        kind = _kind_of_meeting(framework)
        if kind is None or len(parties) < 2 or not _takes_place(scene, sentence, mention):
            continue
        status = _status(scene, sentence, mention)
        if all(known.status != status for known in drafts.noted(kind, parties)):
            behind = Span(mention.span.end, sentence.span.end)
            noted = drafts.note(sentence, status, kind, parties, behind, scene.coarse_date(sentence.span, status))
            noted.session_of.append(framework_item(mention).topic)


def _status(scene: Scene, sentence: Sentence, mention: Mention[Framework]) -> str | None:
    """The status of a framework's meeting: that of the word of meeting in or beside it, else its own."""
    words = (
        t.span for t in scene.words_of_meeting(sentence) if mention.span.covers(t.span) or _is_beside(scene, t, mention)
    )
    return next(filter(None, map(scene.status, (*words, mention.span))), None)


def _kind_of_meeting(framework: Framework) -> str | None:
    """What a framework meets for; None for those that do not meet."""
    if framework.kind in ("commission", "forum"):
        return "session"
    name = framework.name.lower()
    if framework.kind != "format" or not name.endswith(("dialogue", "consultations")):
        return None
    return "session" if "business" in name else "consultations"


def _takes_place(scene: Scene, sentence: Sentence, mention: Mention[Framework]) -> bool:
    """Whether a framework is said to meet: "will be held", "took place", "had met", "to be hosted by"."""
    near = scene.words(mention.span.end, min(sentence.span.end, mention.span.end + 90))
    before = scene.words(sentence.span.begin, mention.span.begin)[-8:]
    return bool(_HELD & set(near[:10])) or bool(_OPENED & set(before))


# --- Signings ---------------------------------------------------------------------------------------------------


def signing(drafts: Drafts, sentence: Sentence, trigger: Mention[Term], current: Draft | None) -> None:
    """A reported signing is a record of its own: "signed a protocol", "the Protocol was signed"."""
    scene = drafts.scene
    frameworks = scene.document.inside(sentence.span, FRAMEWORK_MENTIONS)
    documents = [m for m in frameworks if m.value.kind in ("agreement", "programme")]
    named = _DOCUMENTS & set(scene.words(max(sentence.span.begin, trigger.span.begin - 60), trigger.span.end + 60))
    if not (documents or named):
        return
    people = people_of(scene.people_before(sentence, trigger))
    of_document = documents[0].value.parties if documents else ()
    sides = _signers(drafts, sentence, trigger, people, of_document, current)
    if len(sides) < 2:
        return
    draft = drafts.open(sentence, trigger.span, "signing", people if len(people) > 1 else [], None, sides)
    draft.items = [framework_item(document) for document in documents]
    if current and current.date and not draft.status:
        draft.date = draft.date or current.date.split("/")[-1]
    draft.place = draft.place or (current.place if current and not draft.status else None)


def _signers(
    drafts: Drafts,
    sentence: Sentence,
    trigger: Mention[Term],
    people: list[Person],
    of_document: Sequence[Term],
    current: Draft | None,
) -> list[Term]:
    """The sides of those who sign, else the parties named before, of the document, or of the meeting at hand."""
    before = Span(sentence.span.begin, trigger.span.begin)
    named = [m.value for m in drafts.scene.document.inside(before, PARTIES)]
    several = named if len({side.iri for side in named}) > 1 else []
    at_hand = drafts.parties(current) if current else []
    return drafts.scene.sides(people) or several or list(of_document) or at_hand


# --- Events -----------------------------------------------------------------------------------------------------


def is_event(scene: Scene, trigger: Mention[Term]) -> bool:
    """Whether a trigger names an event of parties ("summit", "ministerial meeting")."""
    return local(trigger.value.iri) in _EVENTS or scene.word(trigger).startswith("ministerial")


def event(drafts: Drafts, sentence: Sentence, trigger: Mention[Term]) -> Draft | None:
    """Notes an event of parties without people: "the Central Asia-EU Summit"; the draft, or None where it is known."""
    kind = local(trigger.value.iri)
    parties = _adjacent_parties(drafts.scene, sentence, trigger)
    if len(parties) < 2 or any(drafts.noted(kind, parties)):
        return None
    return drafts.note(
        sentence, drafts.scene.status(trigger.span), kind, parties, Span(trigger.span.end, sentence.span.end)
    )


def _adjacent_parties(scene: Scene, sentence: Sentence, trigger: Mention[Term]) -> list[Term]:
    """Parties in the noun phrase of an event: right before it, or "between A and B" right after it."""
    parties: dict[str, Term] = {}
    for mention in scene.document.inside(sentence.span, PARTIES):
        first, second = sorted((mention.span, trigger.span))
        gap = scene.words(first.end, second.begin)
        if len(gap) <= 6 and not set(gap) & {",", "in", "to", "with", "."}:
            parties.setdefault(mention.value.iri, mention.value)
    return list(parties.values())
