"""Units as RDF."""

from __future__ import annotations

from kg.graph.terms import Triples, iri, name, text
from kg.vocabulary import expand, slug, vocabulary


def unit(triples: Triples, code: str) -> str:
    """The unit of a figure: a currency, percent, or the noun that is counted."""
    if code == "percent":
        subject, label = name("unit:PERCENT"), "percent"
    elif len(code) == 3 and code.isupper():
        term = vocabulary().term(expand("currency:" + code))
        subject, label = iri(term.iri), code
    else:
        subject, label = iri(expand("kg:").removesuffix("ontology#") + "unit/" + slug(code)), code
    if triples.first_time(subject):
        triples.add(subject, "skos:notation", text(label))
    return subject
