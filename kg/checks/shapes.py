"""The SHACL shapes over an article's graph, run by any engine."""

from __future__ import annotations

from collections.abc import Iterable

from kg.checks.engine import Engine, Result
from kg.checks.known import Check
from kg.checks.lookup import Lookup
from kg.model import ArticleGraph, Finding
from kg.vocabulary import local


class Shapes(Check):
    """What the shapes report."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def article(self, graph: ArticleGraph, lookup: Lookup) -> list[Finding]:
        """The results of the shapes on one article's graph."""
        return shape_findings(lookup, graph.triples, graph.name, self._engine)


def shape_findings(graph: Lookup, triples: Iterable[str], article: str, engine: Engine) -> list[Finding]:
    """What the shapes report on one article's graph, given to look things up in and as N-Triples lines to validate."""
    return [_finding(graph, result, article) for result in engine.results(" .\n".join([*triples, ""]))]


def _finding(graph: Lookup, result: Result, article: str) -> Finding:
    by_query = result.component == "SPARQLConstraintComponent"
    focus = (by_query and result.value) or result.focus
    rule = local(result.shape).split("-")[0]
    return Finding(
        article=article,
        rule=rule.lower(),
        severity=result.severity.lower(),
        message=result.message or f"breaks {local(result.shape)}",
        focus=focus,
        spans=graph.evidence(focus),
        shape=rule,
        component=result.component,
    )
