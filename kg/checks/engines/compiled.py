"""The SHACL engine ``shacl``, compiled from Rust: milliseconds an article, but no wheel for every machine."""

from __future__ import annotations

import shacl

from kg.checks.engine import Result
from kg.model import COMPILED
from kg.vocabulary import local


class Compiled:
    """The shapes of a Turtle document, compiled once."""

    name = COMPILED

    def __init__(self, shapes: str) -> None:
        self._shapes = shacl.Shapes.from_turtle(shapes)

    def results(self, ntriples: str) -> list[Result]:
        """What the shapes find in a graph."""
        report = self._shapes.validate_text(ntriples, format="ntriples")
        return [
            Result(
                (result.source_shape or "").strip("<>"),
                result.component,
                result.focus_node.strip("<>"),
                result.value_plain,
                local(result.severity_iri),
                result.message or "",
            )
            for result in report.results
        ]

    def report(self, ntriples: str) -> str:
        """The engine's own sh:ValidationReport on a graph, in Turtle."""
        return str(self._shapes.validate_text(ntriples, format="ntriples").turtle)
