"""The network as GraphML and GEXF (Gephi, yEd) and as a table of edges; every attribute has a type that all tools know."""

from __future__ import annotations

import csv
import io
import re

import networkx as nx

from kg.model import Evidence, Network

_META = re.compile(r"\s*<meta\b.*?</meta>", re.DOTALL)


def graphml(network: Network) -> str:
    """The network as GraphML."""
    return "\n".join(nx.generate_graphml(_plain(network), named_key_ids=True)) + "\n"


def gexf(network: Network) -> str:
    """The network as GEXF 1.2, without the day of writing."""
    text = "\n".join(nx.generate_gexf(_plain(network), version="1.2draft"))
    return _META.sub("", text) + "\n"


def edge_table(network: Network) -> str:
    """The relations as CSV, one row for each piece of evidence."""
    labels = {node.id: node for node in network.nodes}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        (
            "source",
            "source_kind",
            "relation",
            "label",
            "target",
            "target_kind",
            "article",
            "begin",
            "end",
            "quote",
            "findings",
        )
    )
    for edge in network.edges:
        source, target = labels[edge.source], labels[edge.target]
        for e in edge.evidence:
            writer.writerow(
                (
                    source.label,
                    source.kind,
                    edge.kind,
                    edge.label,
                    target.label,
                    target.kind,
                    e.article,
                    e.begin,
                    e.end,
                    e.quote,
                    " | ".join(edge.findings),
                )
            )
    return out.getvalue()


def _plain(network: Network) -> nx.MultiDiGraph:
    """A graph whose attributes are texts and numbers only: no lists, nothing empty."""
    graph = nx.MultiDiGraph()
    for node in network.nodes:
        graph.add_node(
            node.id,
            label=_printable(node.label),
            kind=node.kind,
            evidence=_words(node.evidence),
            findings=_printable(" | ".join(node.findings)),
            mentions=len(node.evidence),
        )
    for number, edge in enumerate(network.edges):
        graph.add_edge(
            edge.source,
            edge.target,
            key=number,
            id=str(number),
            label=_printable(edge.label),
            kind=edge.kind,
            evidence=_words(edge.evidence),
            findings=_printable(" | ".join(edge.findings)),
            weight=len(edge.evidence),
        )
    return graph


def _words(evidence: tuple[Evidence, ...]) -> str:
    return " | ".join(f"{_printable(e.article)} {e.begin}-{e.end}: {_printable(e.quote)}" for e in evidence)


def _printable(text: str) -> str:
    """A quote without characters that XML 1.0 cannot hold."""
    return "".join(c if c.isprintable() or c == " " else " " for c in text)
