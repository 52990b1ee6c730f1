"""The SHACL shapes, run by a compiled engine; pySHACL is the reference that the tests compare it with."""

from __future__ import annotations

from functools import cache

import shacl

from kg.model import Finding, Queryable, Quote
from kg.vocabulary import folder, local

_SPANS = """
PREFIX kg: <https://w3id.org/readout/ontology#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT DISTINCT ?begin ?end ?quote WHERE {
    { <%s> prov:wasDerivedFrom ?span } UNION { BIND (<%s> AS ?span) }
    ?span nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?quote .
} ORDER BY ?begin ?end
"""


def shapes_text() -> str:
    """All shapes as one Turtle document."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder("shapes").glob("*.ttl")))


@cache
def _compiled() -> shacl.Shapes:
    return shacl.Shapes.from_turtle(shapes_text())


def shape_findings(graph: Queryable, ntriples: str, article: str) -> list[Finding]:
    """What the shapes report on one article's graph, given as a store to ask and as N-Triples to validate."""
    report = _compiled().validate_text(ntriples, format="ntriples")
    return [_finding(graph, result, article) for result in report.results]


def _finding(graph: Queryable, result: shacl.Result, article: str) -> Finding:
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
        spans=_spans(graph, focus),
        shape=rule,
        component=result.component,
    )


def _spans(graph: Queryable, focus: str) -> tuple[Quote, ...]:
    if not focus.startswith("http") or any(c in focus for c in '<>"{}|^`\\ '):
        return ()
    return tuple(Quote(row["begin"], row["end"], row["quote"]) for row in graph.select(_SPANS % (focus, focus)))
