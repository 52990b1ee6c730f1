"""The graph as a network of things and relations, each with its evidence and what the checks found on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.graph.asking import shipped
from kg.model import Edge, Evidence, Finding, Network, Node, Queryable, Row


def network(graph: Queryable, findings: Sequence[Finding] = ()) -> Network:
    """People, parties, institutions, frameworks, meetings and topics, with their relations and figures.

    Spans are looked up here and not in the queries: joined there, they cost time that grows with the square of the
    articles.
    """
    spans = {row["span"]: row for row in graph.select(shipped("network/spans"))}
    wrong: dict[str, list[str]] = {}
    for finding in findings:
        wrong.setdefault(finding.focus, []).append(_said(finding))
    nodes = []
    for rows in _grouped(graph.select(shipped("network/nodes")), ("node",)):
        first = rows[0]
        said = tuple(wrong.get(first["node"], ()))
        nodes.append(Node(first["node"], first["label"], first["kind"], _evidence(rows, spans), said))
    known = {node.id for node in nodes}
    edges = []
    for rows in _grouped(graph.select(shipped("network/edges")), ("source", "target", "kind", "label")):
        first = rows[0]
        if first["source"] in known and first["target"] in known:
            source, target, kind, label = (first[k] for k in ("source", "target", "kind", "label"))
            edges.append(Edge(source, target, kind, label, _evidence(rows, spans), _wrong(rows, wrong)))
    return Network(tuple(nodes), tuple(edges))


def _said(finding: Finding) -> str:
    return finding.message + (f"; repair: {finding.repair}" if finding.repair else "")


def _wrong(rows: Iterable[Row], wrong: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(message for row in rows for message in wrong.get(str(row["claim"]), ())))


def _grouped(rows: Iterable[Row], keys: tuple[str, ...]) -> list[list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(str(row[k]) for k in keys), []).append(row)
    return list(groups.values())


def _evidence(rows: Iterable[Row], spans: Mapping[str, Row]) -> tuple[Evidence, ...]:
    found = (spans[row["span"]] for row in rows if row["span"] in spans)
    quotes = {Evidence(str(r["article"]), int(r["begin"]), int(r["end"]), str(r["quote"])) for r in found}
    return tuple(sorted(quotes, key=lambda e: (e.article, e.begin, e.end)))
