"""Graph to report: the SHACL shapes and the referee, merged."""

from __future__ import annotations

from collections.abc import Iterable

from kg.check.lookup import Lookup
from kg.check.referee import Judgement, judge, referee, referee_across
from kg.check.report import as_json, as_text, as_turtle
from kg.check.shapes import shape_findings
from kg.model import ArticleGraph, Finding

__all__ = ["as_json", "as_text", "as_turtle", "check", "check_all"]


def check(graph: ArticleGraph) -> list[Finding]:
    """The findings on one article's graph, in the order of the text."""
    return _check(graph)[0]


def check_all(graphs: Iterable[ArticleGraph]) -> list[Finding]:
    """The findings on each article's graph, then those on figures of several articles that contradict each other."""
    checked = [_check(graph) for graph in graphs]
    single = [finding for found, _ in checked for finding in found]
    return [*single, *referee_across(judgement for _, judgement in checked)]


def _check(graph: ArticleGraph) -> tuple[list[Finding], Judgement]:
    lookup = Lookup(graph.triples)
    judgement = judge(lookup, graph.name)
    found = [*shape_findings(lookup, graph.triples, graph.name), *referee(judgement)]
    return sorted(found, key=lambda f: (f.spans[0].begin if f.spans else -1, f.rule, f.focus, f.message)), judgement
