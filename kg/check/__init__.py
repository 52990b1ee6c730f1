"""Graph to report: the SHACL shapes and the referee, merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kg.check.coverage import coverage
from kg.check.dates import date_findings
from kg.check.derivations import published
from kg.check.ledger import ledger_json, ledger_text
from kg.check.lookup import Lookup
from kg.check.posts import Holding, holdings, post_findings, posts_across
from kg.check.referee import Judgement, judge, referee, referee_across
from kg.check.report import as_json, as_text, as_turtle
from kg.check.shapes import shape_findings
from kg.model import Article, ArticleGraph, Coverage, Derived, Finding

__all__ = [
    "as_json",
    "as_text",
    "as_turtle",
    "check",
    "check_all",
    "coverage_of",
    "derive",
    "ledger_json",
    "ledger_text",
]


def check(graph: ArticleGraph) -> list[Finding]:
    """The findings on one article's graph, in the order of the text."""
    return _check(graph, graph.name).findings


def check_all(graphs: Iterable[ArticleGraph]) -> list[Finding]:
    """The findings on each article's graph, then those on what several articles say that contradicts each other.

    An article whose name another has too is called by its key.
    """
    every = list(graphs)
    names = Counter(graph.name for graph in every)
    checked = [_check(graph, graph.name if names[graph.name] == 1 else graph.key) for graph in every]
    single = [finding for each in checked for finding in each.findings]
    figures = referee_across(each.judgement for each in checked)
    return [*single, *figures, *posts_across(holding for each in checked for holding in each.held)]


def derive(graph: ArticleGraph) -> list[Derived]:
    """The figures that follow from those that one article states."""
    lookup = Lookup(graph.triples)
    return published(lookup, judge(lookup, graph.name).derived)


def coverage_of(graph: ArticleGraph, article: Article) -> Coverage:
    """What of an article is in its graph, and what is not and why."""
    return coverage(Lookup(graph.triples), article)


class _Checked(NamedTuple):
    findings: list[Finding]
    judgement: Judgement
    held: list[Holding]


def _check(graph: ArticleGraph, name: str) -> _Checked:
    lookup = Lookup(graph.triples)
    judgement, held = judge(lookup, name), holdings(lookup, name)
    by_shapes = shape_findings(lookup, graph.triples, name)
    found = [*by_shapes, *referee(judgement), *post_findings(held), *date_findings(lookup, name)]
    found.sort(key=lambda f: (f.spans[0].begin if f.spans else -1, f.rule, f.focus, f.message))
    return _Checked(found, judgement, held)
