"""Claims in words as RDF."""

from __future__ import annotations

from kg.graph.terms import iri, name
from kg.kinds.bodies.claim import BODIES
from kg.kinds.bodies.rdf import body
from kg.kinds.frameworks.rdf import known
from kg.kinds.kind import Denotations, Writer
from kg.kinds.meetings.claim import MEETINGS
from kg.kinds.meetings.rdf import meeting
from kg.kinds.parties.rdf import party
from kg.kinds.people.rdf import person
from kg.kinds.posts.claim import POSTS
from kg.kinds.posts.reading import heads_mission
from kg.kinds.registrations.rdf import attribute
from kg.kinds.statements.claim import STATEMENTS, Statement
from kg.language.lexicon import GROUPS, PARTIES
from kg.vocabulary import local, vocabulary


def write(writer: Writer) -> None:
    """Claims in words; one without speakers is the publisher's."""
    for claim in writer.readings[STATEMENTS]:
        _statement(writer, claim)


def _statement(writer: Writer, claim: Statement) -> None:
    triples, add = writer.triples, writer.triples.add
    subject = triples.fragment(f"statement-{claim.evidence.begin}-{claim.evidence.end}")
    triples.a(subject, "kg:Statement")
    add(subject, "kg:act", iri(claim.act.iri))
    if local(claim.act.iri) in ("is-ready", "agrees"):
        add(subject, "kg:eventType", name("plover:AGREE"))
    if claim.meeting is not None:
        add(subject, "kg:madeAt", meeting(triples, claim.meeting))
    if claim.speakers:
        add(subject, "prov:wasAttributedTo", *(person(triples, p) for p in claim.speakers))
    else:
        attribute(writer, subject)
    add(subject, "kg:addressee", *(person(triples, p) for p in claim.addressees))
    add(subject, "schema:about", *(_thing(writer, a) for a in claim.about))
    writer.evidence(subject, (claim.evidence,))


def _thing(writer: Writer, about: str) -> str:
    """A party, topic, framework or body that a statement is about, described if need be."""
    framework = known(writer, about)
    if framework:
        return framework
    term = vocabulary().term(about)
    if term.kind == PARTIES.name:
        return party(writer.triples, term)
    what = next((b for _, b in writer.readings[BODIES] if b.iri == about), None)
    return body(writer.triples, what) if what else iri(about)


def denote(writer: Writer) -> Denotations:
    """Words for groups ("the interlocutors") denote the participants whom a claim found them to be."""
    document = writer.readings.document
    meetings = writer.readings[MEETINGS].all
    envoys = {t.person for t in writer.readings[POSTS].tenures if heads_mission(t.role)}
    for statement in writer.readings[STATEMENTS]:
        if statement.meeting is None:
            continue
        sentence = document.sentence_at(statement.evidence)
        for mention in document.inside(sentence.span, GROUPS) if sentence else ():
            kind = local(mention.value.iri)
            if kind == "both-sides":
                continue
            people = [p for p in meetings[statement.meeting].participants if kind != "envoys" or p in envoys]
            yield mention.span, [person(writer.triples, p) for p in people]
