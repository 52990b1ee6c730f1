"""Every shape speaks when it should, alone, and both engines hear the same."""

from __future__ import annotations

import pyshacl
import pytest
import shacl
from rdflib import RDF, RDFS, SH, XSD, Graph
from rdflib.collection import Collection
from spoiled import CASES, NAMES, SPOILED, Spoil, all_of, good, instead, ntriples, term, without

from kg.check.shapes import shapes_text

Heard = set[tuple[str, str, str]]
SHAPES = Graph().parse(data=shapes_text(), format="turtle")
ENGINE = shacl.Shapes.from_turtle(shapes_text())
TEXT = f"^^<{XSD.string}>"  # which one engine writes out and the other does not
CONSTRAINTS = {SH.path, SH["property"], SH.sparql, SH["or"]}


def name(node: object) -> str:
    return str(node).strip("<>").removeprefix("https://w3id.org/readout/shape/")


def heard_by_default(graph: Graph) -> Heard:
    """Shape, focus and value of what the engine of the package reports."""
    report = ENGINE.validate_text(ntriples(graph), format="ntriples")
    return {(name(r.source_shape), name(r.focus_node), r.value or "") for r in report.results}


def heard_by_pyshacl(graph: Graph) -> Heard:
    """The same from the reference engine."""
    data = Graph().parse(data=ntriples(graph), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=SHAPES, advanced=True)
    assert isinstance(report, Graph)
    return {
        (
            name(report.value(result, SH.sourceShape)),
            name(report.value(result, SH.focusNode)),
            value.n3().removesuffix(TEXT) if (value := report.value(result, SH.value)) is not None else "",
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def spoiled(spoil: Spoil) -> Graph:
    graph = good()
    spoil(graph)
    return graph


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
    assert heard_by_default(good()) == set()


def test_the_engines_agree_on_the_good_graph() -> None:
    assert heard_by_pyshacl(good()) == set()


@pytest.mark.parametrize(("shape", "spoil"), CASES, ids=NAMES)
def test_a_spoiled_graph_makes_one_shape_speak(shape: str, spoil: Spoil) -> None:
    assert {heard for heard, _, _ in heard_by_default(spoiled(spoil))} == {shape.removesuffix("-query")}


@pytest.mark.parametrize(("shape", "spoil"), CASES, ids=NAMES)
def test_both_engines_hear_the_same(shape: str, spoil: Spoil) -> None:
    assert heard_by_default(spoiled(spoil)) == heard_by_pyshacl(spoiled(spoil))


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
