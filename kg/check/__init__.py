"""Graph to report: the SHACL shapes and the referee, merged."""

from __future__ import annotations

from collections.abc import Iterable

from kg.check.referee import referee
from kg.check.report import as_json, as_text, as_turtle
from kg.check.shapes import shape_findings
from kg.model import Finding, Queryable

__all__ = ["as_json", "as_text", "as_turtle", "check"]


def check(graph: Queryable, ntriples: Iterable[str], article: str) -> list[Finding]:
    """The findings on one article's graph, in the order of the text.

    A shape that the referee explains (sum, growth, part) is reported once, with the explanation.
    """
    judged = referee(graph, article)
    explained = {(finding.rule, finding.focus) for finding in judged}
    by_shape = shape_findings(graph, " .\n".join([*ntriples, ""]), article)
    findings = [f for f in by_shape if (f.rule, f.focus) not in explained] + judged
    return sorted(findings, key=lambda f: (f.spans[0].begin if f.spans else -1, f.rule, f.focus, f.message))
