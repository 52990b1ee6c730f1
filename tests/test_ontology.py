"""The ontology as others take it: described, in OWL 2 DL, served under its own addresses."""

from __future__ import annotations

from itertools import chain

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, VANN, BNode, Graph, Literal, URIRef
from support import ROOT

from kg.vocabulary import BASE, NAMESPACES

OWN = Graph().parse(ROOT / "ontology/kg.ttl")
WITH_OTHERS = Graph().parse(ROOT / "ontology/kg.ttl").parse(ROOT / "ontology/declared.ttl")
ONTOLOGY = URIRef(BASE + "ontology")
KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
# What OWL 2 itself knows: the built-in annotation properties, and the datatypes of its map that we use.
BUILT_IN = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionInfo}
DATATYPES = {URIRef(NAMESPACES["xsd"] + name) for name in "boolean decimal integer string".split()} | {RDFS.Literal}
RESERVED = tuple(NAMESPACES[prefix] for prefix in ("rdf", "rdfs", "owl"))
# The axioms that the ontology makes: what may stand as predicate besides properties.
AXIOMS = {RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.disjointWith}
AXIOMS |= {OWL.imports, OWL.versionIRI}


def terms() -> list[URIRef]:
    return sorted({s for s in OWN.subjects() if str(s).startswith(NAMESPACES["kg"])})


def kinds(term: URIRef) -> set[URIRef]:
    return {kind for kind in WITH_OTHERS.objects(term, RDF.type) if kind in KINDS}


@pytest.mark.parametrize(
    "term",
    [
        *(OWL.versionIRI, OWL.versionInfo, DCTERMS.license, DCTERMS.creator, DCTERMS.created, DCTERMS.modified),
        *(VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri),
    ],
)
def test_the_ontology_tells_what_a_publisher_asks(term: URIRef) -> None:
    assert len(list(OWN.objects(ONTOLOGY, term))) == 1


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.rpartition("#")[2])
def test_every_term_says_where_it_is_defined(term: URIRef) -> None:
    assert OWN.value(term, RDFS.isDefinedBy) == ONTOLOGY


def test_every_label_and_comment_has_its_language() -> None:
    said = chain(OWN.objects(None, RDFS.label), OWN.objects(None, RDFS.comment))
    assert {text for text in said if not isinstance(text, Literal) or text.language != "en"} == set()


def test_every_property_is_of_one_kind_and_none_is_of_the_language_itself() -> None:
    """OWL 2 DL: properties are declared, and none is both of things and of values (5.8.1)."""
    used = set(OWN.predicates()) - AXIOMS - BUILT_IN
    used |= {term for axiom in (RDFS.subPropertyOf, OWL.inverseOf) for term in OWN.objects(None, axiom)}
    assert {term: kinds(term) for term in used if len(kinds(term)) != 1} == {}
    assert {term for term in used if str(term).startswith(RESERVED)} == set()


def test_every_class_and_datatype_is_declared() -> None:
    places = (RDFS.subClassOf, OWL.disjointWith, RDFS.domain, RDFS.range)
    used = {term for place in places for term in OWN.objects(None, place)} - DATATYPES
    assert {term for term in used if (term, RDF.type, OWL.Class) not in WITH_OTHERS} == set()


def test_things_have_things_and_values_have_datatypes() -> None:
    for prop in OWN.subjects(RDF.type, OWL.ObjectProperty):
        assert not set(OWN.objects(prop, RDFS.range)) & DATATYPES
    for prop in OWN.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(OWN.objects(prop, RDFS.range)) <= DATATYPES


def test_statements_are_of_the_kind_of_their_property() -> None:
    for subject, prop, value in OWN:
        if OWL.ObjectProperty in kinds(prop):
            assert isinstance(value, URIRef), (subject, prop)
        if OWL.DatatypeProperty in kinds(prop):
            assert isinstance(value, Literal), (subject, prop)
    assert not [node for node in OWN.all_nodes() if isinstance(node, BNode)]


def test_inverses_swap_domain_and_range() -> None:
    pairs = list(OWN.subject_objects(OWL.inverseOf))
    assert len(pairs) >= 5
    for one, other in pairs:
        assert OWN.value(one, RDFS.domain) == OWN.value(other, RDFS.range)
        assert OWN.value(one, RDFS.range) == OWN.value(other, RDFS.domain)
