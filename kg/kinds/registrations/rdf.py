"""The publisher and its registrations as RDF."""

from __future__ import annotations

from kg.graph.terms import text, typed
from kg.kinds.bodies.rdf import body
from kg.kinds.kind import Writer
from kg.kinds.registrations.claim import REGISTRATIONS, Registration
from kg.vocabulary import slug


def write(writer: Writer) -> None:
    """The publisher of the article, and its entries in public registers."""
    by = publisher(writer)
    if by:
        writer.triples.add(f"<{writer.triples.article}>", "schema:publisher", by)
    for claim in writer.readings[REGISTRATIONS].entries:
        _registration(writer, claim)


def publisher(writer: Writer) -> str | None:
    """The term of the article's publisher."""
    known = writer.readings[REGISTRATIONS].publisher
    return body(writer.triples, known) if known else None


def attribute(writer: Writer, subject: str) -> None:
    """Says that a claim is the publisher's."""
    by = publisher(writer)
    if by:
        writer.triples.add(subject, "prov:wasAttributedTo", by)


def _registration(writer: Writer, claim: Registration) -> None:
    triples = writer.triples
    subject = triples.fragment("registration-" + slug(claim.number))
    triples.a(subject, "adms:Identifier")
    triples.add(subject, "skos:notation", text(claim.number))
    if claim.issued:
        triples.add(subject, "dcterms:issued", typed(claim.issued, "xsd:date"))
    if claim.registrar:
        triples.add(subject, "dcterms:creator", body(triples, claim.registrar))
    owner = body(triples, claim.publisher)
    triples.a(owner, "rov:RegisteredOrganization")
    triples.add(owner, "rov:registration", subject)
    writer.evidence(subject, (claim.evidence,), claim.rules)
