"""The graphs closed by a reasoner over the vocabularies that they use: nothing clashes, and nothing turns out to be
of a type that its graph and its classes do not tell."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from owlrl import DeductiveClosure, RDFS_OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from support import ARTICLES, ROOT, SHARED, graph_of, needs_shared

from kg.pipeline import derived_of
from kg.vocabulary import BASE, NAMESPACES

KG, NIF, PROV = (Namespace(NAMESPACES[prefix]) for prefix in ("kg", "nif", "prov"))
ORG, QB, FOAF, SCHEMA = (Namespace(NAMESPACES[prefix]) for prefix in ("org", "qb", "foaf", "schema"))
SCHEMAS = Graph().parse(ROOT / "ontology/kg.ttl").parse(Path(__file__).with_name("standards.ttl"))
ARTICLE_CLASSES = (NIF.Phrase, NIF.Sentence, NIF.Title)
GOLD = sorted((SHARED / "eval" / "gold").glob("*.txt"))[::6]


@cache
def stated(paths: tuple[Path, ...]) -> Graph:
    """The graphs of articles and what follows from their figures, merged."""
    graphs = [graph_of(path) for path in paths]
    lines = [line for graph in graphs for line in graph.triples]
    return Graph().parse(data=" .\n".join([*lines, *derived_of(graphs), ""]), format="nt")


@cache
def closed(paths: tuple[Path, ...]) -> Graph:
    """The same with the schemas, closed under the rules of OWL 2 RL."""
    graph = Graph()
    graph += stated(paths)
    graph += SCHEMAS
    DeductiveClosure(RDFS_OWLRL_Semantics).expand(graph)
    return graph


def above(class_: URIRef) -> set[URIRef]:
    """A class and all above it."""
    wider = {*SCHEMAS.transitive_objects(class_, RDFS.subClassOf)}
    return wider | {same for each in wider for same in SCHEMAS.objects(each, OWL.equivalentClass)}


def unexpected(paths: tuple[Path, ...]) -> Counter[str]:
    """Types that a thing turns out to have beyond those stated of it and their superclasses, by what it is."""
    graph, found = stated(paths), Counter[str]()
    for thing in {s for s in graph.subjects() if str(s).startswith(BASE)}:
        own = set(graph.objects(thing, RDF.type))
        if not own:
            continue  # a term of the vocabulary, which is described there
        expected = {wider for class_ in own for wider in above(class_)}
        if own & set(ARTICLE_CLASSES):
            expected |= {PROV.Entity, NIF.Sentence}  # words that claims are derived from; a headline is a sentence
        for extra in set(closed(paths).objects(thing, RDF.type)) - expected - {OWL.Thing, RDFS.Resource}:
            found[f"{sorted(own)[0]} is {extra}"] += 1
    return found


def clashes(paths: tuple[Path, ...]) -> set[tuple[str, str, str]]:
    graph = closed(paths)
    return {
        (str(thing), str(one), str(other))
        for one, other in graph.subject_objects(OWL.disjointWith)
        for thing in set(graph.subjects(RDF.type, one)) & set(graph.subjects(RDF.type, other))
    }


SAMPLES = [pytest.param(tuple(sorted(ARTICLES.glob("*.txt"))), id="samples")]
SAMPLES += [pytest.param(tuple(GOLD), id="gold", marks=needs_shared)]


@pytest.mark.parametrize("paths", SAMPLES)
def test_nothing_is_of_two_types_that_exclude_each_other(paths: tuple[Path, ...]) -> None:
    assert clashes(paths) == set()


@pytest.mark.parametrize("paths", SAMPLES)
def test_nothing_turns_out_to_be_what_nobody_says(paths: tuple[Path, ...]) -> None:
    assert unexpected(paths) == Counter()


def test_the_reasoner_concludes_what_the_graphs_leave_out() -> None:
    phrases = set(closed(SAMPLES[0].values[0]).subjects(RDF.type, NIF.Phrase))
    assert phrases & set(closed(SAMPLES[0].values[0]).subjects(RDF.type, PROV.Entity))
    assert not phrases & set(stated(SAMPLES[0].values[0]).subjects(RDF.type, PROV.Entity))


def test_the_reasoner_hears_a_meeting_that_is_an_activity() -> None:
    graph = closed(SAMPLES[0].values[0])
    meeting = next(iter(graph.subjects(RDF.type, KG.Meeting)))
    graph.add((meeting, RDF.type, PROV.Activity))
    try:
        assert {thing for thing, *_ in clashes(SAMPLES[0].values[0])} == {str(meeting)}
    finally:
        graph.remove((meeting, RDF.type, PROV.Activity))


@pytest.mark.parametrize(
    ("ours", "standard"),
    [
        (KG.Observation, QB.Observation),
        (KG.Meeting, SCHEMA.Event),
        (KG.Meeting, PROV.Entity),
        (KG.State, SCHEMA.Country),
        (KG.State, ORG.Organization),
        (KG.Institution, ORG.Organization),
        (KG.DiplomaticMission, ORG.Organization),
        (KG.Tenure, PROV.Entity),
        (KG.Statement, PROV.Entity),
    ],
)
def test_standard_types_are_written_where_no_reasoner_is_at_hand(ours: URIRef, standard: URIRef) -> None:
    graph = stated(SAMPLES[0].values[0])
    things = set(graph.subjects(RDF.type, ours))
    assert things
    assert {thing for thing in things if (thing, RDF.type, standard) not in graph} == set()


def test_people_have_the_name_that_consumers_look_for() -> None:
    graph = stated(SAMPLES[0].values[0])
    for person in graph.subjects(RDF.type, FOAF.Person):
        assert graph.value(person, FOAF.name) == graph.value(person, RDFS.label)


def test_offsets_are_non_negative_integers() -> None:
    """The range that NIF gives them; an xsd:integer that is not negative is in it by its value."""
    graph = stated(SAMPLES[0].values[0])
    for term in (NIF.beginIndex, NIF.endIndex):
        for value in graph.objects(None, term):
            assert isinstance(value, Literal)
            assert value.datatype == XSD.integer
            assert value.toPython() >= 0
