"""Agreements, formats, commissions, forums, programmes and routes, with the parties that they tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.kinds.frameworks.claim import FRAMEWORK_IRIS, FRAMEWORK_MENTIONS, FRAMEWORKS, Framework, framework_iri
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS, Meeting, Meetings
from kg.kinds.posts.claim import POST_PHRASES, POSTS, Tenure
from kg.kinds.topics.claim import AgendaItem
from kg.language.lexicon import MEETING_KINDS, PARTIES
from kg.model import Mention, Sentence, Span, Term
from kg.vocabulary import local, vocabulary

_Ending = tuple[str, frozenset[str], str]
_OF_THE_MEETING = ("commission", "agreement", "format")


def read(readings: Readings) -> None:
    """The frameworks of a document; what was read before is put under the names that they give."""
    posts, met = readings[POSTS], readings[MEETINGS]
    found = readings[FRAMEWORKS] = frameworks(readings, met)
    readings[FRAMEWORK_IRIS] = {framework.iri: framework_iri(framework) for framework in found}
    readings[POSTS] = posts._replace(tenures=in_frameworks(posts.tenures, found))
    readings[MEETINGS] = met._replace(all=on_agendas(met.all, found))


def frameworks(readings: Readings, met: Meetings) -> tuple[Framework, ...]:
    """The frameworks of a document; one without parties of its own takes those of the meeting it came up at."""
    found: dict[str, Framework] = {}
    for mention in readings.document.of(FRAMEWORK_MENTIONS):
        if readings.document.nested(mention.span, FRAMEWORK_MENTIONS):
            continue
        framework = mention.value
        if framework.kind != "commission" and readings.document.nested(mention.span, POST_PHRASES):
            continue
        parties = framework.parties or _of_the_text(readings, met, mention)
        known = found.get(framework.iri)
        if known:
            found[framework.iri] = _merged(known, framework, parties, mention.span)
        else:
            found[framework.iri] = replace(framework, parties=parties, evidence=(mention.span,))
    return tuple(_under_one_name(list(found.values())))


def _of_the_text(readings: Readings, met: Meetings, mention: Mention[Framework]) -> tuple[Term, ...]:
    """The parties of the meeting that a framework came up at, else those that sign it; none for one of the vocabulary."""
    sentence = readings.document.sentence_at(mention.span)
    if sentence is None or vocabulary().values(mention.value.iri, "rdfs:label"):
        return ()
    number = met.of_sentence.get(sentence.first)
    at = met.all[number].parties if number is not None and mention.value.kind in _OF_THE_MEETING else ()
    return at or _signers(readings, sentence)


def in_frameworks(held: tuple[Tenure, ...], frameworks: tuple[Framework, ...]) -> tuple[Tenure, ...]:
    """The tenures, those in a commission ("co-chair") in the one of the document's frameworks that it names."""
    named = {name: f for f in frameworks for name in (f.name, *f.aliases)}
    return tuple(replace(t, of=named.get(t.of.name, t.of)) if isinstance(t.of, Framework) else t for t in held)


def on_agendas(meetings: tuple[Meeting, ...], frameworks: tuple[Framework, ...]) -> tuple[Meeting, ...]:
    """The meetings with each framework on their agendas, or in session, under the name that the document's frameworks
    give it."""
    terms = {name: Term(f.iri, f.name, FRAMEWORK_MENTIONS.name) for f in frameworks for name in f.aliases}
    return tuple(
        replace(
            meeting,
            agenda=_renamed(meeting.agenda, terms),
            session_of=tuple(dict.fromkeys(terms.get(term.label, term) for term in meeting.session_of)),
        )
        for meeting in meetings
    )


def _renamed(agenda: tuple[AgendaItem, ...], terms: dict[str, Term]) -> tuple[AgendaItem, ...]:
    distinct: dict[tuple[str, str], AgendaItem] = {}
    for item in agenda:
        framework = item.topic.kind == FRAMEWORK_MENTIONS.name
        topic = terms.get(item.topic.label, item.topic) if framework else item.topic
        distinct.setdefault((topic.iri, "" if framework else item.words), replace(item, topic=topic))
    return tuple(distinct.values())


def _under_one_name(found: list[Framework]) -> list[Framework]:
    """ "Bi-National Commission" and "South Africa - Nigeria Bi-National Commission" of the same parties are one."""
    kept: list[Framework] = []
    by_ending: dict[_Ending, int] = {}
    for framework in sorted(found, key=lambda f: (-len(f.name), f.iri)):
        whole = by_ending.get(_ending(framework, framework.name))
        if whole is None:
            for ending in _endings(framework):
                by_ending.setdefault(ending, len(kept))
            kept.append(framework)
            continue
        for span in framework.evidence:
            kept[whole] = _merged(kept[whole], framework, framework.parties, span)
    order = {framework.iri: number for number, framework in enumerate(found)}
    return sorted(kept, key=lambda f: order[f.iri])


def _ending(framework: Framework, words: str) -> _Ending:
    return framework.kind, frozenset(party.iri for party in framework.parties), words


def _endings(framework: Framework) -> Iterator[_Ending]:
    """The shorter names by which a framework of several parties may go: what stands behind a blank of its name."""
    if len({party.iri for party in framework.parties}) > 1:
        name = framework.name
        yield from (_ending(framework, name[k + 1 :]) for k, char in enumerate(name) if char == " ")


def _signers(readings: Readings, sentence: Sentence) -> tuple[Term, ...]:
    """The parties that sign a document, in the sentence that tells of it."""
    triggers = readings.document.inside(sentence.span, MEETING_KINDS)
    signing = next((m for m in triggers if local(m.value.iri) == "signing"), None)
    if signing is None:
        return ()
    before = Span(sentence.span.begin, signing.span.begin)
    sides = {m.value.iri: m.value for m in readings.document.inside(before, PARTIES)}
    return tuple(sides.values()) if len(sides) > 1 else ()


def _merged(known: Framework, new: Framework, parties: tuple[Term, ...], span: Span) -> Framework:
    aliases = {*known.aliases, *new.aliases, new.name} - {known.name}
    best = known.parties or parties
    return replace(known, parties=best, aliases=tuple(sorted(aliases)), evidence=(*known.evidence, span))
