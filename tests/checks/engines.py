"""The shapes as two engines hear them: that of the package, and pySHACL, the reference."""

from __future__ import annotations

import pyshacl
import shacl
from rdflib import RDF, SH, XSD, Graph, URIRef

from kg.checks.engines import shapes_text
from kg.vocabulary import BASE, folder

Heard = set[tuple[str, str, str]]

SHAPES = Graph().parse(data=shapes_text(), format="turtle")
REFEREED = Graph().parse(folder("shapes") / "referee.ttl").parse(folder("shapes") / "prefixes.ttl")
_ENGINE = shacl.Shapes.from_turtle(shapes_text())
_TEXT = f"^^<{XSD.string}>"  # which one engine writes out and the other does not


def name(node: object) -> str:
    """The name of a shape, or the IRI of anything else."""
    return str(node).strip("<>").removeprefix(f"{BASE}shape/")


def is_refereed(shape: str) -> bool:
    """Whether the referee stands in for a shape or for a query of one."""
    return (URIRef(f"{BASE}shape/{shape}"), None, None) in REFEREED


def heard_by_default(ntriples: str) -> Heard:
    """Shape, focus and value of what the engine of the package reports."""
    report = _ENGINE.validate_text(ntriples, format="ntriples")
    return {(name(r.source_shape), name(r.focus_node), r.value or "") for r in report.results}


def heard_by_pyshacl(ntriples: str, shapes: Graph = SHAPES) -> Heard:
    """The same from the reference engine; all shapes take it two seconds."""
    data = Graph().parse(data=ntriples, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    assert isinstance(report, Graph)
    return {
        (
            name(report.value(result, SH.sourceShape)),
            name(report.value(result, SH.focusNode)),
            value.n3().removesuffix(_TEXT) if (value := report.value(result, SH.value)) is not None else "",
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
