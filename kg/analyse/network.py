"""The graph as a network of things and relations, each with its evidence and what the checks found on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from kg.model import Edge, Evidence, Finding, Network, Node, Queryable, Row
from kg.vocabulary import folder


@cache
def _query(name: str) -> str:
    return (folder("queries") / "network" / f"{name}.rq").read_text("utf-8")


def network(graph: Queryable, findings: Sequence[Finding] = ()) -> Network:
    """People, parties, institutions, frameworks, meetings and topics, with their relations and figures."""
    wrong: dict[str, list[str]] = {}
    for finding in findings:
        wrong.setdefault(finding.focus, []).append(_said(finding))
    nodes = tuple(
        Node(
            str(rows[0]["node"]),
            str(rows[0]["label"]),
            str(rows[0]["kind"]),
            _evidence(rows),
            tuple(wrong.get(str(rows[0]["node"]), ())),
        )
        for rows in _grouped(graph.select(_query("nodes")), ("node",))
    )
    known = {node.id for node in nodes}
    edges = tuple(
        Edge(
            str(rows[0]["source"]),
            str(rows[0]["target"]),
            str(rows[0]["kind"]),
            str(rows[0]["label"]),
            _evidence(rows),
            _wrong(rows, wrong),
        )
        for rows in _grouped(graph.select(_query("edges")), ("source", "target", "kind", "label"))
        if rows[0]["source"] in known and rows[0]["target"] in known
    )
    return Network(nodes, edges)


def _said(finding: Finding) -> str:
    return finding.message + (f"; repair: {finding.repair}" if finding.repair else "")


def _wrong(rows: Iterable[Row], wrong: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(message for row in rows for message in wrong.get(str(row["claim"]), ())))


def _grouped(rows: Iterable[Row], keys: tuple[str, ...]) -> list[list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(str(row[k]) for k in keys), []).append(row)
    return list(groups.values())


def _evidence(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    found = (
        Evidence(str(r["article"]), int(r["begin"]), int(r["end"]), str(r["quote"]))
        for r in rows
        if r["article"] is not None
    )
    return tuple(dict.fromkeys(found))
