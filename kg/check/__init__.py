"""Graph to report: the SHACL shapes and the referee, merged."""

from __future__ import annotations

from kg.check.lookup import Lookup
from kg.check.referee import referee
from kg.check.report import as_json, as_text, as_turtle
from kg.check.shapes import shape_findings
from kg.model import ArticleGraph, Finding

__all__ = ["as_json", "as_text", "as_turtle", "check"]


def check(graph: ArticleGraph) -> list[Finding]:
    """The findings on one article's graph, in the order of the text."""
    lookup = Lookup(graph.triples)
    found = [*shape_findings(lookup, graph.triples, graph.name), *referee(lookup, graph.name)]
    return sorted(found, key=lambda f: (f.spans[0].begin if f.spans else -1, f.rule, f.focus, f.message))
