"""A report as text for people, as JSON, and as a standard sh:ValidationReport."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kg.model import Finding, Quote, Report
from kg.vocabulary import BASE, NAMESPACES, expand, slug

_SEVERITIES = {"violation": "Violation", "warning": "Warning", "info": "Info"}


def as_text(report: Report, articles: int) -> str:
    """The findings in words, with quotes, questions to those who published them, and a closing line with count and engine."""
    lines = [line for finding in report.findings for line in _paragraph(finding)]
    questions = list(dict.fromkeys(f"    {f.article}: {f.question}" for f in report.findings if f.question))
    if questions:
        lines.extend(["questions to ask the ministry:", *questions])
    counts = {s: sum(f.severity == s for f in report.findings) for s in _SEVERITIES}
    found = ", ".join(f"{n} {s}{'s' * (n != 1)}" for s, n in counts.items() if n) or "nothing wrong"
    lines.append(f"{articles} article{'s' * (articles != 1)} checked: {found} (engine: {report.engine})")
    return "\n".join(lines)


def _paragraph(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity.upper()} [{finding.rule}] {finding.article}: {finding.message}"
    yield from (f"    {_where(q)}  “{q.quote}”" for q in finding.spans)
    if finding.tolerance:
        yield f"    stated figure stands for {finding.tolerance}; the others give {finding.computed}"
    if finding.repair:
        yield f"    repair: {finding.repair}"
    elif finding.stated:
        yield "    repair: none; no slip of scale, sign, decimal point, digits, flow, unit or period explains it"
        yield from (f"    would be right with {needed}" for needed in finding.needed)


def _where(quote: Quote) -> str:
    return f"{quote.begin}–{quote.end}" + (f" in {quote.article}" if quote.article else "")


def as_json(report: Report) -> str:
    """The findings as one JSON array."""
    return json.dumps([_plain(finding) for finding in report.findings], ensure_ascii=False, indent=2)


def _plain(finding: Finding) -> dict[str, Any]:
    plain = asdict(finding)
    for span in plain["spans"]:
        del span["source"]
        if not span["article"]:
            del span["article"]
    for internal in ("focus", "shape", "component", "needed", "question"):
        del plain[internal]
    if finding.repair is None:
        del plain["repair"]
    return plain


def as_turtle(report: Report) -> str:
    """The findings as a sh:ValidationReport in Turtle, with the terms of our ontology for stated, computed and repair."""
    from rdflib import RDF, Graph, Literal, URIRef  # only this format needs it, and it takes long to load

    def term(name: str) -> URIRef:
        return URIRef(expand(name))

    graph = Graph()
    for prefix in ("kg", "sh", "prov", "article", "xsd"):
        graph.bind(prefix, NAMESPACES[prefix])
    whole = URIRef(BASE + "report")
    graph.add((whole, RDF.type, term("sh:ValidationReport")))
    graph.add((whole, term("sh:conforms"), Literal(report.conforms)))
    graph.add((whole, term("kg:engine"), Literal(report.engine)))
    for number, finding in enumerate(report.findings, 1):
        result = URIRef(f"{BASE}report#result-{number}-{slug(finding.article)}-{finding.rule}")
        graph.add((whole, term("sh:result"), result))
        graph.add((result, RDF.type, term("sh:ValidationResult")))
        for name, value in _links(finding):
            graph.add((result, term(name), URIRef(value)))
        for name, text in _literals(finding):
            graph.add((result, term(name), Literal(text)))
    return str(graph.serialize(format="turtle"))


def _links(finding: Finding) -> Iterator[tuple[str, str]]:
    """The properties of a result whose values are IRIs."""
    yield "sh:focusNode", finding.focus
    yield "sh:resultSeverity", expand("sh:" + _SEVERITIES[finding.severity])
    component = finding.component if ":" in finding.component else "sh:" + finding.component
    yield "sh:sourceConstraintComponent", expand(component)
    if finding.shape:
        yield "sh:sourceShape", f"{BASE}shape/{finding.shape}"
    article = finding.focus.split("#")[0]
    for quote in finding.spans:
        yield "prov:wasDerivedFrom", f"{quote.source or article}#char={quote.begin},{quote.end}"


def _literals(finding: Finding) -> Iterator[tuple[str, str]]:
    """The properties of a result whose values are texts."""
    yield "sh:resultMessage", finding.message
    texts = {
        "stated": finding.stated,
        "computed": finding.computed,
        "rounding": finding.tolerance,
        "repair": finding.repair,
        "question": finding.question,
    }
    yield from ((f"kg:{name}", text) for name, text in texts.items() if text is not None)
    yield from (("kg:required", needed) for needed in finding.needed)
