"""The SHACL shapes, run by a compiled engine; pySHACL is the reference that the tests compare it with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import shacl

from kg.check.lookup import Lookup
from kg.model import Finding
from kg.vocabulary import BASE, folder, local

# The referee finds all that these find, and explains it; they stand in the files for other engines.
REFEREED = ("Sum", "Balance", "Growth", "Part")


def shapes_text() -> str:
    """All shapes as one Turtle document."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder("shapes").glob("*.ttl")))


@cache
def _compiled() -> shacl.Shapes:
    off = [f"<{BASE}shape/{name}> <http://www.w3.org/ns/shacl#deactivated> true ." for name in REFEREED]
    return shacl.Shapes.from_turtle("\n".join([shapes_text(), *off]))


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
