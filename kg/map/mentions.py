"""Which spans denote which things (itsrdf:taIdentRef): the outermost mention counts, adjectives do not name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.map import entities
from kg.map.entities import framework_iri
from kg.map.terms import Triples, iri, text
from kg.map.text import Spans
from kg.model import Framework, Meeting, Reading, Span, Statement, Tenure


def write_mentions(triples: Triples, spans: Spans, reading: Reading) -> None:
    """The mentions of people, posts, parties, bodies, frameworks and topics."""
    named = list(_names(triples, reading))
    named.sort(key=lambda pair: (pair[0].begin, -pair[0].end))
    reach = -1
    kept: set[Span] = set()
    for span, things in named:
        if span.begin < reach and span not in kept:
            continue
        reach = max(reach, span.end)
        kept.add(span)
        triples.add(spans.term(span), "itsrdf:taIdentRef", *things)
    for mention in reading.document.mentions:
        if mention.source and mention.span in kept:
            triples.add(spans.term(mention.span), "prov:wasAttributedTo", entities.witness(triples, mention.source))
    for mention, body in reading.resolution.bodies:
        if reading.document.covered(mention.span, "post"):
            triples.add(spans.term(mention.span), "itsrdf:taIdentRef", entities.body(triples, body))
    for reference in reading.resolution.references:
        for who in reference.people if reference.form != "title" else ():
            form = " ".join(reading.document.article.quote(reference.span).split())
            if form != who.name:
                triples.add(entities.person(triples, who), "skos:altLabel", text(form))
    for span, things in _topics(triples, reading):
        triples.add(spans.term(span), "itsrdf:taIdentRef", *things)


def _names(triples: Triples, reading: Reading) -> Iterator[tuple[Span, list[str]]]:
    document = reading.document
    for mention in document.mentions:
        if mention.kind == "party" and mention.value.form not in ("adjective", "demonym"):
            yield mention.span, [entities.party(triples, mention.value)]
    for mention, body in reading.resolution.bodies:
        yield mention.span, [entities.body(triples, body)]
    for claim in reading.claims:
        if isinstance(claim, Framework):
            for span in claim.evidence:
                yield span, [iri(framework_iri(claim))]
    for reference in reading.resolution.references:
        if reference.form != "title":
            yield reference.span, [entities.person(triples, p) for p in reference.people]
    yield from _posts(triples, reading)
    yield from _groups(triples, reading)


def _posts(triples: Triples, reading: Reading) -> Iterator[tuple[Span, list[str]]]:
    """A title denotes its holder's post; a list of several holders is not one mention."""
    tenures = [c for c in reading.claims if isinstance(c, Tenure)]
    for phrase, persons in reading.resolution.posts:
        if phrase.plural or not persons:
            continue
        tenure = next((t for t in tenures if t.person == persons[0] and t.role.iri == phrase.role.iri), None)
        if tenure:
            yield phrase.span, [entities.post(triples, tenure)[0]]


def _groups(triples: Triples, reading: Reading) -> Iterator[tuple[Span, list[str]]]:
    """Words for groups ("the interlocutors") denote the participants whom a claim found them to be."""
    meetings = {c.number: c for c in reading.claims if isinstance(c, Meeting)}
    envoys = {c.person for c in reading.claims if isinstance(c, Tenure) and entities.is_envoy(c.role)}
    for statement in (c for c in reading.claims if isinstance(c, Statement)):
        if statement.meeting is None:
            continue
        sentence = reading.document.sentence_at(statement.evidence)
        for mention in reading.document.inside(sentence.span, "groups") if sentence else ():
            kind = mention.value.iri.rsplit("/", 1)[-1]
            if kind == "both-sides":
                continue
            people = [p for p in meetings[statement.meeting].participants if kind != "envoys" or p in envoys]
            yield mention.span, [entities.person(triples, p) for p in people]


def _topics(triples: Triples, reading: Reading) -> Iterator[tuple[Span, list[str]]]:
    for mention in reading.document.mentions:
        if mention.kind == "topics" and not reading.document.covered(mention.span, "framework", "body", "post"):
            yield mention.span, [entities.topic(triples, mention.value)]
