"""Claims as RDF, each with the spans it was read from."""

from __future__ import annotations

from collections.abc import Callable

from kg.map import entities
from kg.map.entities import framework_iri
from kg.map.terms import Triples, decimal, integer, iri, name, text, typed
from kg.map.text import Spans
from kg.model import Framework, Meeting, Observation, Person, Reading, Registration, Span, Statement, Tenure
from kg.vocabulary import local, slug, vocabulary

_FRAMEWORK_CLASSES = {
    "agreement": "kg:Agreement",
    "commission": "kg:Commission",
    "format": "kg:Format",
    "forum": "kg:Forum",
    "programme": "kg:Programme",
    "route": "kg:Route",
}


class Claims:
    """Writes the claims of one reading."""

    def __init__(self, triples: Triples, spans: Spans, reading: Reading) -> None:
        self.triples, self.spans, self.reading = triples, spans, reading
        self.publisher = entities.body(triples, reading.publisher) if reading.publisher else None
        self._writers: dict[type, Callable[..., None]] = {
            Tenure: self.tenure, Framework: self.framework, Meeting: self.meeting, Statement: self.statement,
            Observation: self.observation, Registration: self.registration,
        }  # fmt: skip
        self.frameworks = {c.iri: framework_iri(c) for c in reading.claims if isinstance(c, Framework)}

    def write(self) -> None:
        """All claims, in the order of the reading."""
        if any(isinstance(c, Observation) for c in self.reading.claims):
            figures = self.triples.fragment("figures")
            self.triples.a(figures, "qb:DataSet")
            self.triples.add(figures, "rdfs:label", text("Figures in the article"))
            self.triples.add(figures, "qb:structure", name("kg:FigureStructure"))
        for claim in self.reading.claims:
            self._writers[type(claim)](claim)

    def tenure(self, claim: Tenure) -> None:
        """A person's holding of a post."""
        post, organisation = entities.post(self.triples, claim)
        parts = [slug(claim.person.name), slug(claim.title), *([local(claim.of.iri)] if claim.of else [])]
        subject = self.triples.fragment("tenure-" + "-".join(parts))
        self.triples.a(subject, "kg:Tenure")
        self.triples.add(subject, "org:member", entities.person(self.triples, claim.person))
        self.triples.add(subject, "kg:post", post)
        self.triples.add(subject, "schema:roleName", text(claim.title))
        if organisation:
            self.triples.add(subject, "org:organization", organisation)
        if claim.new:
            self.triples.add(subject, "kg:newlyAppointed", typed("true", "xsd:boolean"))
        self._evidence(subject, claim.evidence)

    def _evidence(self, subject: str, spans: tuple[Span, ...]) -> None:
        self.triples.add(subject, "prov:wasDerivedFrom", *self.spans.terms(spans))

    def framework(self, claim: Framework) -> None:
        """An agreement, format, commission, forum, programme or route."""
        subject = iri(framework_iri(claim))
        full = max((a for a in claim.aliases if " between " in a), key=len, default=claim.name)
        self.triples.a(subject, _FRAMEWORK_CLASSES.get(claim.kind, "kg:Framework"))
        self.triples.add(subject, "rdfs:label", text(full))
        self.triples.add(subject, "schema:name", text(claim.name))
        self.triples.add(subject, "skos:altLabel", *map(text, (a for a in claim.aliases if a != full)))
        self.triples.add(subject, "kg:party", *(entities.party(self.triples, p) for p in claim.parties))
        self._evidence(subject, claim.evidence)

    def meeting(self, claim: Meeting) -> None:
        """An encounter with its people, parties, time, place and agenda."""
        subject = self._meeting(claim.number)
        add = self.triples.add
        self.triples.a(subject, "kg:Meeting")
        add(subject, "rdfs:label", text(claim.label))
        add(subject, "kg:eventType", name("plover:CONSULT"))
        add(subject, "dcterms:type", entities.meeting_kind(claim))
        for person in claim.participants:
            role = "kg:participant" if claim.host is None else "kg:host" if person == claim.host else "kg:guest"
            add(subject, role, entities.person(self.triples, person))
        add(subject, "kg:betweenParty", *(entities.party(self.triples, p) for p in claim.parties))
        if claim.date:
            add(subject, "schema:startDate", *_dates(claim.date)[:1])
            add(subject, "schema:endDate", *_dates(claim.date)[1:])
        if claim.place is not None:
            add(subject, "schema:location", entities.place(self.triples, claim.place))
        if claim.planned:
            add(subject, "schema:eventStatus", name("schema:EventScheduled"))
        if claim.part_of is not None:
            add(self._meeting(claim.part_of), "schema:subEvent", subject)
        known = (self.frameworks.get(term.iri) for term in claim.session_of)
        add(subject, "kg:sessionOf", *(iri(framework) for framework in known if framework))
        self._agenda(subject, claim)
        self._evidence(subject, claim.evidence)

    def _agenda(self, subject: str, claim: Meeting) -> None:
        for item in claim.agenda:
            known = self.frameworks.get(item.topic.iri)
            topic = iri(known) if known else entities.topic(self.triples, item.topic)
            node = self.triples.fragment(
                f"agenda-{claim.number + 1}-{item.evidence.begin}-{item.evidence.end}-{local(item.topic.iri)}"
            )
            self.triples.add(subject, "kg:discussed", topic)
            self.triples.a(node, "kg:AgendaItem")
            self.triples.add(node, "kg:madeAt", subject)
            self.triples.add(node, "schema:about", topic)
            self.triples.add(node, "rdfs:label", text(item.words))
            self._evidence(node, (item.evidence,))

    def _meeting(self, number: int) -> str:
        return self.triples.fragment(f"meeting-{number + 1}")

    def statement(self, claim: Statement) -> None:
        """A claim in words; without speakers it is the publisher's."""
        subject = self.triples.fragment(f"statement-{claim.evidence.begin}-{claim.evidence.end}")
        self.triples.a(subject, "kg:Statement")
        self.triples.add(subject, "kg:act", iri(claim.act.iri))
        if local(claim.act.iri) in ("is-ready", "agrees"):
            self.triples.add(subject, "kg:eventType", name("plover:AGREE"))
        if claim.meeting is not None:
            self.triples.add(subject, "kg:madeAt", self._meeting(claim.meeting))
        self._attributed(subject, claim.speakers)
        self.triples.add(subject, "kg:addressee", *(entities.person(self.triples, p) for p in claim.addressees))
        self.triples.add(subject, "schema:about", *(self._thing(a) for a in claim.about))
        self._evidence(subject, (claim.evidence,))

    def _thing(self, about: str) -> str:
        """A party, topic, framework or body that a statement is about, described if need be."""
        source = vocabulary()
        if about in self.frameworks:
            return iri(self.frameworks[about])
        term = source.term(about)
        if term.kind == "party":
            return entities.party(self.triples, term)
        body = next((b for b in self.reading.bodies if b.iri == about), None)
        return entities.body(self.triples, body) if body else iri(about)

    def _attributed(self, subject: str, speakers: tuple[Person, ...]) -> None:
        if speakers:
            self.triples.add(subject, "prov:wasAttributedTo", *(entities.person(self.triples, p) for p in speakers))
        elif self.publisher:
            self.triples.add(subject, "prov:wasAttributedTo", self.publisher)

    def observation(self, claim: Observation) -> None:
        """A claim in numbers: one figure with its dimensions, as stated and in whole units."""
        q, add = claim.quantity, self.triples.add
        subject = self.triples.fragment(
            f"observation-{claim.surface.begin}-{claim.surface.end}-{local(claim.flow.iri)}"
        )
        self.triples.a(subject, "kg:Observation")
        add(subject, "qb:dataSet", self.triples.fragment("figures"))
        if claim.reporter is not None:
            add(subject, "sdmx-dimension:refArea", entities.side(self.triples, claim.reporter))
        if claim.counterpart is not None:
            add(subject, "kg:counterpartArea", entities.side(self.triples, claim.counterpart))
        add(subject, "kg:flow", iri(claim.flow.iri))
        add(subject, "kg:measure", iri(claim.measure.iri))
        add(subject, "sdmx-dimension:refPeriod", entities.period(self.triples, claim.period))
        if claim.base is not None:
            add(subject, "sdmx-attribute:basePer", entities.period(self.triples, claim.base))
        if q.bound != "exact":
            add(subject, "kg:approximation", name("code:" + q.bound))
        add(subject, "sdmx-measure:obsValue", decimal(q.value))
        add(subject, "sdmx-attribute:unitMeasure", entities.unit(self.triples, q.unit))
        add(subject, "sdmx-attribute:unitMult", integer(q.multiplier))
        add(subject, "sdmx-attribute:decimals", integer(q.decimals))
        add(subject, "kg:amount", decimal(q.amount))
        add(subject, "kg:tolerance", decimal(q.tolerance))
        add(subject, "kg:surface", self.spans.term(claim.surface))
        self._attributed(subject, ())
        self._evidence(subject, (claim.evidence,))

    def registration(self, claim: Registration) -> None:
        """The publisher's entry in a public register."""
        subject = self.triples.fragment("registration-" + slug(claim.number))
        self.triples.a(subject, "adms:Identifier")
        self.triples.add(subject, "skos:notation", text(claim.number))
        if claim.issued:
            self.triples.add(subject, "dcterms:issued", typed(claim.issued, "xsd:date"))
        if claim.registrar:
            self.triples.add(subject, "dcterms:creator", entities.body(self.triples, claim.registrar))
        self.triples.a(entities.body(self.triples, claim.publisher), "rov:RegisteredOrganization")
        self.triples.add(entities.body(self.triples, claim.publisher), "rov:registration", subject)
        self._evidence(subject, (claim.evidence,))


def _dates(date: str) -> list[str]:
    """First and last day of a meeting, at the precision that the text gives."""
    datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return [typed(part, datatype[len(part)]) for part in date.split("/")]
