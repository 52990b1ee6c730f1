"""Every shape speaks when it should, alone, and both engines hear the same."""

from __future__ import annotations

import pytest
from engines import REFEREED, SHAPES, heard_by_default, heard_by_pyshacl, is_refereed, name
from rdflib import RDF, RDFS, SH, URIRef
from rdflib.collection import Collection
from spoiled import CASES, NAMES, SPOILED, Spoil, all_of, good, instead, ntriples, term, without

from kg.vocabulary import BASE

REFEREED_SPOILS = {case: spoil for (shape, spoil), case in zip(CASES, NAMES, strict=True) if is_refereed(shape)}
CONSTRAINTS = {SH.path, SH["property"], SH.sparql, SH["or"]}


def spoiled(spoil: Spoil) -> str:
    graph = good()
    spoil(graph)
    return ntriples(graph)


def shapes() -> set[str]:
    """All shapes and constraints of the files that can report something themselves.

    Operands of sh:or speak through the shape that lists them; a node shape without sh:or speaks through its
    property shapes and queries.
    """
    lists = [Collection(SHAPES, head) for head in SHAPES.objects(None, SH["or"])]
    silent = {operand for operands in lists for operand in operands}
    silent |= {inner for operand in silent for inner in SHAPES.objects(operand, SH["property"])}
    speaking = {
        *SHAPES.objects(None, SH["property"]),
        *SHAPES.objects(None, SH.sparql),
        *(shape for shape in SHAPES.subjects(RDF.type, SH.NodeShape) if (shape, SH["or"], None) in SHAPES),
    }
    return {name(shape) for shape in speaking - silent}


def test_the_table_covers_every_shape_of_the_files() -> None:
    assert set(SPOILED) == shapes()


def test_every_node_shape_has_a_target_and_something_to_say() -> None:
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape):
        assert set(SHAPES.predicates(shape)) & CONSTRAINTS, shape
    named = {shape for shape in SHAPES.subjects(RDF.type, SH.NodeShape) if (shape, SH.targetClass, None) in SHAPES}
    assert {name(s) for s in SHAPES.subjects(RDF.type, SH.NodeShape)} - {name(s) for s in named} == {
        "TwoPeople",
        "TwoParties",
        "Visit",
    }


def test_every_shape_has_a_label_and_every_constraint_a_message() -> None:
    for shape in SHAPES.subjects(SH.targetClass, None):
        assert (shape, RDFS.label, None) in SHAPES
    assert shapes() <= {name(shape) for shape in SHAPES.subjects(SH.message, None)}


def test_no_shape_speaks_on_the_good_graph() -> None:
    assert heard_by_default(ntriples(good())) == set()


def test_the_engines_agree_on_the_good_graph() -> None:
    assert heard_by_pyshacl(ntriples(good())) == set()


@pytest.mark.parametrize(("shape", "spoil"), CASES, ids=NAMES)
def test_a_spoiled_graph_makes_one_shape_speak(shape: str, spoil: Spoil) -> None:
    is_query = (URIRef(f"{BASE}shape/{shape}"), SH.select, None) in SHAPES
    speaker = shape.split("-")[0] if is_query else shape
    assert {heard for heard, _, _ in heard_by_default(spoiled(spoil))} == {speaker}


@pytest.mark.parametrize("spoil", REFEREED_SPOILS.values(), ids=REFEREED_SPOILS)
def test_both_engines_hear_the_same_of_what_the_referee_stands_in_for(spoil: Spoil) -> None:
    assert heard_by_default(spoiled(spoil)) == heard_by_pyshacl(spoiled(spoil), REFEREED)


@pytest.mark.parametrize(
    "enough",
    [
        without(":meeting", "kg:betweenParty"),
        without(":meeting", "kg:host", "kg:guest"),
        all_of(
            without(":meeting", "kg:betweenParty", "kg:guest"), instead(":meeting", "dcterms:type", term("code:visit"))
        ),
    ],
    ids=["two people", "two sides", "a visit"],
)
def test_a_meeting_needs_two_people_or_two_sides_or_to_be_a_visit(enough: Spoil) -> None:
    assert heard_by_default(spoiled(enough)) == set()
