"""Institutions as RDF."""

from __future__ import annotations

from kg.graph.terms import Triples, iri, name, text
from kg.kinds.bodies.claim import BODIES, Body
from kg.kinds.frameworks.claim import Framework, framework_iri
from kg.kinds.kind import Denotations, Writer
from kg.kinds.parties.rdf import party
from kg.kinds.posts.claim import POST_PHRASES
from kg.model import Term

Side = Term | Body | Framework


def body(triples: Triples, what: Body) -> str:
    """An institution, company, organisation or agency."""
    subject = iri(what.iri)
    if triples.first_time(f"institution {subject}"):
        triples.a(
            subject,
            "kg:Institution",
            "org:Organization",
            "prov:Agent",
            *(["schema:NewsMediaOrganization"] if what.kind == "media" else []),
        )
        triples.add(subject, "rdfs:label", text(what.name))
        triples.add(subject, "skos:altLabel", *map(text, what.aliases))
        triples.add(subject, "dcterms:type", institution_kind(what.kind))
        if what.of is not None:
            triples.add(subject, "org:subOrganizationOf", party(triples, what.of))
    return subject


def institution_kind(kind: str) -> str:
    """The code of a kind of institution, as GUIDELINES name it."""
    return name("code:" + {"party": "political-party", "other": "other-institution"}.get(kind, kind))


def side(triples: Triples, what: Side) -> str:
    """A party, an institution or a framework (which its own claim describes)."""
    if isinstance(what, Framework):
        return iri(framework_iri(what))
    return body(triples, what) if isinstance(what, Body) else party(triples, what)


def finish(writer: Writer) -> None:
    """The institutions inside titles, which the title's own span hides."""
    for mention, what in writer.readings[BODIES]:
        if writer.readings.document.covered(mention.span, POST_PHRASES):
            writer.triples.add(writer.spans.term(mention.span), "itsrdf:taIdentRef", body(writer.triples, what))


def denote(writer: Writer) -> Denotations:
    """The names of institutions."""
    for mention, what in writer.readings[BODIES]:
        yield mention.span, [body(writer.triples, what)]
