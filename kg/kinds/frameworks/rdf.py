"""Frameworks as RDF."""

from __future__ import annotations

from kg.graph.terms import iri, text
from kg.kinds.frameworks.claim import FRAMEWORK_IRIS, FRAMEWORKS, Framework, framework_iri
from kg.kinds.kind import Denotations, Writer
from kg.kinds.parties.rdf import party

_CLASSES = {
    "agreement": "kg:Agreement",
    "commission": "kg:Commission",
    "format": "kg:Format",
    "forum": "kg:Forum",
    "programme": "kg:Programme",
    "route": "kg:Route",
}


def write(writer: Writer) -> None:
    """Agreements, formats, commissions, forums, programmes and routes."""
    for claim in writer.readings[FRAMEWORKS]:
        _framework(writer, claim)


def _framework(writer: Writer, claim: Framework) -> None:
    subject, add = iri(framework_iri(claim)), writer.triples.add
    full = max((a for a in claim.aliases if " between " in a), key=len, default=claim.name)
    writer.triples.a(subject, _CLASSES.get(claim.kind, "kg:Framework"))
    add(subject, "rdfs:label", text(full))
    add(subject, "schema:name", text(claim.name))
    add(subject, "skos:altLabel", *map(text, (a for a in claim.aliases if a != full)))
    add(subject, "kg:party", *(party(writer.triples, p) for p in claim.parties))
    writer.evidence(subject, claim.evidence)


def known(writer: Writer, marked: str) -> str | None:
    """The term of the article's framework that was marked under an IRI."""
    found = writer.readings[FRAMEWORK_IRIS].get(marked)
    return iri(found) if found else None


def denote(writer: Writer) -> Denotations:
    """The names of frameworks."""
    for claim in writer.readings[FRAMEWORKS]:
        for span in claim.evidence:
            yield span, [iri(framework_iri(claim))]
