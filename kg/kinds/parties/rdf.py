"""States, unions and regions as RDF."""

from __future__ import annotations

from kg.graph.terms import Triples, iri, text
from kg.kinds.kind import Denotations, Writer
from kg.language.lexicon import PARTIES
from kg.model import Term
from kg.vocabulary import expand, local, vocabulary

# What a side is besides an org:Organization, in the terms of others.
_STANDARD = {"State": "schema:Country", "Union": "org:FormalOrganization", "Region": "schema:Place"}


def party(triples: Triples, term: Term) -> str:
    """A state, union or region."""
    subject = iri(term.iri)
    if triples.first_time(subject):
        types = [local(t) for t in vocabulary().values(term.iri, "rdf:type") if local(t) in _STANDARD]
        triples.a(subject, "org:Organization", *(f"kg:{t}" for t in types), *(_STANDARD[t] for t in types))
        triples.add(subject, "rdfs:label", text(term.label))
        triples.add(subject, "schema:sameAs", *map(iri, vocabulary().values(term.iri, "schema:sameAs")))
    return subject


def finish(writer: Writer) -> None:
    """Which of the parties that an article names are members of which others."""
    triples = writer.triples
    parties = {m.value.iri: m.value for m in writer.readings.document.of(PARTIES)}
    described = {i: p for i, p in parties.items() if iri(i) in triples.described}
    for union in described.values():
        if "Union" not in union.traits:
            continue
        for member in vocabulary().members(union.iri):
            if member in described:
                subject = iri(expand(f"id:membership-{local(member)}-{local(union.iri)}"))
                triples.a(subject, "org:Membership")
                triples.add(subject, "org:member", iri(member))
                triples.add(subject, "org:organization", iri(union.iri))


def denote(writer: Writer) -> Denotations:
    """The names of parties; adjectives and demonyms do not name."""
    for mention in writer.readings.document.of(PARTIES):
        if mention.value.form not in ("adjective", "demonym"):
            yield mention.span, [party(writer.triples, mention.value)]
