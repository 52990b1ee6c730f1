"""Meetings as RDF."""

from __future__ import annotations

from kg.discourse.modality import AHEAD
from kg.graph.terms import Triples, iri, name, text, typed
from kg.kinds.bodies.claim import Body
from kg.kinds.bodies.rdf import side
from kg.kinds.frameworks.rdf import known
from kg.kinds.kind import Writer
from kg.kinds.meetings.claim import MEETINGS, Meeting
from kg.kinds.parties.rdf import party
from kg.kinds.people.rdf import person
from kg.kinds.topics.rdf import write_agenda
from kg.model import Term
from kg.vocabulary import expand, slug

_STATUSES = {"planned": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}


def write(writer: Writer) -> None:
    """Encounters with their people, parties, time, place and agenda."""
    for claim in writer.readings[MEETINGS].all:
        _meeting(writer, claim)


def _meeting(writer: Writer, claim: Meeting) -> None:
    triples, add = writer.triples, writer.triples.add
    subject = meeting(triples, claim.number)
    triples.a(subject, "kg:UnheldMeeting" if claim.status else "kg:Meeting", "schema:Event")
    add(subject, "rdfs:label", text(claim.label))
    add(subject, "kg:eventType", name("plover:CONSULT"))
    add(subject, "dcterms:type", name("code:" + claim.kind))
    for who in claim.participants:
        role = "kg:participant" if claim.host is None else "kg:host" if who == claim.host else "kg:guest"
        add(subject, role, person(triples, who))
    add(subject, "kg:betweenParty", *(party(triples, p) for p in claim.parties))
    if claim.date:
        add(subject, "schema:startDate", *_dates(claim.date)[:1])
        add(subject, "schema:endDate", *_dates(claim.date)[1:])
    if claim.place is not None:
        add(subject, "schema:location", _place(triples, claim.place))
    if claim.status:
        add(subject, "kg:status", name("code:" + claim.status))
        add(subject, "schema:eventStatus", *_event_status(claim.status))
    if claim.part_of is not None:
        add(meeting(triples, claim.part_of), "schema:subEvent", subject)
    add(subject, "kg:sessionOf", *filter(None, (known(writer, term.iri) for term in claim.session_of)))
    if claim.status is None or claim.status in AHEAD:
        write_agenda(writer, subject, claim.number, claim.agenda, discussed=not claim.status)
    writer.evidence(subject, claim.evidence, claim.rules)


def _event_status(status: str) -> list[str]:
    """A status in the terms of schema.org, which has none for what is denied or only supposed."""
    return [name("schema:" + _STATUSES[status])] if status in _STATUSES else []


def meeting(triples: Triples, number: int) -> str:
    """The term of an article's meeting by its number."""
    return triples.fragment(f"meeting-{number + 1}")


def _place(triples: Triples, where: Term | Body | str) -> str:
    """The place of a meeting: an institution, or a town by its name."""
    if not isinstance(where, str):
        return side(triples, where)
    subject = iri(expand("id:place-" + slug(where)))
    if triples.first_time(subject):
        triples.a(subject, "schema:Place")
        triples.add(subject, "rdfs:label", text(where))
    return subject


def _dates(date: str) -> list[str]:
    """First and last day of a meeting, at the precision that the text gives."""
    datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return [typed(part, datatype[len(part)]) for part in date.split("/")]
