"""Graph to report: the SHACL shapes and all checks, merged."""

from __future__ import annotations

from collections.abc import Iterable

from kg.checks.coverage import coverage
from kg.checks.derivations import published
from kg.checks.engines import engine_named
from kg.checks.known import Check, checks
from kg.checks.ledger import ledger_json, ledger_text
from kg.checks.lookup import Lookup
from kg.checks.referee import judge
from kg.checks.report import as_json, as_text, as_turtle
from kg.checks.shapes import Shapes
from kg.model import AUTO, Article, ArticleGraph, Coverage, Derived, Finding

__all__ = [
    "Check",
    "as_json",
    "as_text",
    "as_turtle",
    "check",
    "check_all",
    "coverage_of",
    "derive",
    "engine_named",
    "ledger_json",
    "ledger_text",
]


def check(graph: ArticleGraph, engine: str = AUTO) -> list[Finding]:
    """The findings on one article's graph, in the order of the text, with the SHACL engine of a name.

    Raises ReadoutError where that engine is not installed or a check of another package cannot be loaded.
    """
    return _findings(graph, _checks(engine))


def check_all(graphs: Iterable[ArticleGraph], engine: str = AUTO) -> list[Finding]:
    """The findings on each article's graph, then those on what several articles say that contradicts each other.

    Raises what check raises.
    """
    every = _checks(engine)
    single = [finding for graph in graphs for finding in _findings(graph, every)]
    return [*single, *(finding for each in every for finding in each.across())]


def derive(graph: ArticleGraph) -> list[Derived]:
    """The figures that follow from those that one article states."""
    lookup = Lookup(graph.triples)
    return published(lookup, judge(lookup, graph.name).derived)


def coverage_of(graph: ArticleGraph, article: Article) -> Coverage:
    """What of an article is in its graph, and what is not and why."""
    return coverage(Lookup(graph.triples), article)


def _checks(engine: str) -> list[Check]:
    return [Shapes(engine_named(engine)), *(checks.named(name)() for name in checks.names())]


def _findings(graph: ArticleGraph, every: Iterable[Check]) -> list[Finding]:
    lookup = Lookup(graph.triples)
    found = [finding for each in every for finding in each.article(graph, lookup)]
    return sorted(found, key=lambda f: (f.spans[0].begin if f.spans else -1, f.rule, f.focus, f.message, f.component))
