"""The SHACL shapes, run by a compiled engine; pySHACL is the reference that the tests compare it with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import shacl

from kg.check.lookup import Lookup
from kg.model import Finding
from kg.vocabulary import folder, local

# The referee finds all that these shapes find, and explains it; they are for other engines.
_REFEREED = "referee.ttl"


def shapes_text(refereed: bool = True) -> str:
    """The shapes as one Turtle document, with or without those that the referee stands in for."""
    files = sorted(folder("shapes").glob("*.ttl"))
    return "\n".join(path.read_text("utf-8") for path in files if refereed or path.name != _REFEREED)


@cache
def _compiled() -> shacl.Shapes:
    return shacl.Shapes.from_turtle(shapes_text(refereed=False))


def shape_findings(graph: Lookup, triples: Iterable[str], article: str) -> list[Finding]:
    """What the shapes report on one article's graph, given to look things up in and as N-Triples lines to validate."""
    report = _compiled().validate_text(" .\n".join([*triples, ""]), format="ntriples")
    return [_finding(graph, result, article) for result in report.results]


def _finding(graph: Lookup, result: shacl.Result, article: str) -> Finding:
    shape = local((result.root_shape or result.source_shape or "").strip("<>")).removesuffix("-query")
    by_query = result.component == "SPARQLConstraintComponent"
    focus = (result.value if by_query and result.value else result.focus_node).strip("<>")
    rule = shape.split("-")[0]
    severity = {"Violation": "violation", "Warning": "warning"}.get(result.severity, "info")
    return Finding(
        article=article,
        rule=rule.lower(),
        severity=severity,
        message=result.message or f"breaks {shape}",
        focus=focus,
        spans=graph.evidence(focus),
        shape=rule,
        component=result.component,
    )
