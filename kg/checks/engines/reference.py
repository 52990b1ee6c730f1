"""The SHACL engine pySHACL: pure Python, so it runs everywhere, some sixty times slower than the compiled one."""

from __future__ import annotations

import logging

import pyshacl
from rdflib import RDF, SH, Graph, Node

from kg.checks.engine import Result
from kg.model import PYSHACL
from kg.vocabulary import local

# A literal that is not of its type is a finding; rdflib would also log it with a traceback.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


class PySHACL:
    """The shapes of a Turtle document, parsed once."""

    name = PYSHACL

    def __init__(self, shapes: str) -> None:
        self._shapes = Graph().parse(data=shapes, format="turtle")

    def results(self, ntriples: str) -> list[Result]:
        """What the shapes find in a graph."""
        report = self._validate(ntriples)
        return [_result(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)]

    def report(self, ntriples: str) -> str:
        """The engine's own sh:ValidationReport on a graph, in Turtle."""
        return str(self._validate(ntriples).serialize(format="turtle"))

    def _validate(self, ntriples: str) -> Graph:
        data = Graph().parse(data=ntriples, format="nt")
        _, report, _ = pyshacl.validate(data, shacl_graph=self._shapes, inplace=True)
        assert isinstance(report, Graph)
        return report


def _result(report: Graph, node: Node) -> Result:
    def text(name: str) -> str | None:
        value = report.value(node, SH[name])
        return None if value is None else str(value)

    return Result(
        shape=text("sourceShape") or "",
        component=local(text("sourceConstraintComponent") or ""),
        focus=text("focusNode") or "",
        value=text("value"),
        severity=local(text("resultSeverity") or ""),
        message=text("resultMessage") or "",
    )
