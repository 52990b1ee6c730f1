"""A report as text for people, as JSON, and as a standard sh:ValidationReport."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SH

from kg.model import Finding, Report
from kg.vocabulary import BASE, NAMESPACES, expand, slug

_SEVERITIES = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


def as_text(report: Report, articles: int) -> str:
    """The findings in words, with quotes, and a closing line with the count."""
    lines: list[str] = []
    for finding in report.findings:
        lines.append(f"{finding.severity.upper()} [{finding.rule}] {finding.article}: {finding.message}")
        lines.extend(f"    {q.begin}–{q.end}  “{q.quote}”" for q in finding.spans)
        if finding.tolerance:
            lines.append(f"    stated figure stands for {finding.tolerance}; the others give {finding.computed}")
        if finding.repair:
            lines.append(f"    repair: {finding.repair}")
        elif finding.rule in ("sum", "growth", "balance", "part"):
            lines.append("    repair: none; no slip of scale, decimal point or digits explains it")
    counts = {s: sum(f.severity == s for f in report.findings) for s in _SEVERITIES}
    found = ", ".join(f"{n} {s}{'s' * (n != 1)}" for s, n in counts.items() if n) or "nothing wrong"
    lines.append(f"{articles} article{'s' * (articles != 1)} checked: {found}")
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """The findings as one JSON array."""
    return json.dumps([_plain(finding) for finding in report.findings], ensure_ascii=False, indent=2)


def _plain(finding: Finding) -> dict[str, Any]:
    plain = asdict(finding)
    del plain["focus"]
    if finding.repair is None:
        del plain["repair"]
    return plain


def as_turtle(report: Report) -> str:
    """The findings as a sh:ValidationReport in Turtle, with the terms of our ontology for stated, computed and repair."""
    graph = Graph()
    for prefix in ("kg", "sh", "prov", "article", "xsd"):
        graph.bind(prefix, NAMESPACES[prefix])
    whole = URIRef(BASE + "report")
    graph.add((whole, RDF.type, SH.ValidationReport))
    graph.add((whole, SH.conforms, Literal(report.conforms)))
    for number, finding in enumerate(report.findings, 1):
        result = URIRef(f"{BASE}report#result-{number}-{slug(finding.article)}-{finding.rule}")
        graph.add((whole, SH.result, result))
        _result(graph, result, finding)
    return str(graph.serialize(format="turtle"))


def _result(graph: Graph, result: URIRef, finding: Finding) -> None:
    graph.add((result, RDF.type, SH.ValidationResult))
    graph.add((result, SH.focusNode, URIRef(finding.focus)))
    graph.add((result, SH.resultSeverity, _SEVERITIES[finding.severity]))
    graph.add((result, SH.resultMessage, Literal(finding.message)))
    graph.add((result, SH.sourceConstraintComponent, SH.SPARQLConstraintComponent))
    graph.add((result, SH.sourceShape, URIRef(f"{BASE}shape/{finding.rule.capitalize()}")))
    for name in ("stated", "computed", "repair"):
        value = getattr(finding, name)
        if value is not None:
            graph.add((result, URIRef(expand(f"kg:{name}")), Literal(value)))
    if finding.tolerance is not None:
        graph.add((result, URIRef(expand("kg:rounding")), Literal(finding.tolerance)))
    article = finding.focus.split("#")[0]
    for quote in finding.spans:
        graph.add((result, URIRef(expand("prov:wasDerivedFrom")), URIRef(f"{article}#char={quote.begin},{quote.end}")))
