"""People as RDF."""

from __future__ import annotations

from kg.discourse.references import REFERENCES
from kg.graph.terms import Triples, iri, text
from kg.kinds.kind import Denotations, Writer
from kg.kinds.people.claim import Person


def person(triples: Triples, who: Person) -> str:
    """A human being under the names that the article uses."""
    subject = iri(who.iri)
    if triples.first_time(subject):
        triples.a(subject, "foaf:Person", "prov:Agent")
        triples.add(subject, "rdfs:label", text(who.name))
        triples.add(subject, "foaf:name", text(who.name))
        triples.add(subject, "skos:altLabel", *map(text, who.aliases))
    return subject


def write(writer: Writer) -> None:
    """The further forms under which an article names its people."""
    for reference in writer.readings[REFERENCES].all:
        for who in reference.people if reference.form != "title" else ():
            form = " ".join(writer.readings.document.article.quote(reference.span).split())
            if form != who.name:
                writer.triples.add(person(writer.triples, who), "skos:altLabel", text(form))


def denote(writer: Writer) -> Denotations:
    """Names and surnames; a title denotes a post."""
    for reference in writer.readings[REFERENCES].all:
        if reference.form != "title":
            yield reference.span, [person(writer.triples, p) for p in reference.people]
