"""The network for other tools: GraphML and GEXF (Gephi, yEd), tables, Neo4j's import, Graphviz.

Every attribute has a type that all tools know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.export.known import of_network
from kg.export.tables import as_csv, plain_csv
from kg.model import Evidence, Network

if TYPE_CHECKING:
    import networkx as nx

_META = re.compile(r"\s*<meta\b.*?</meta>", re.DOTALL)


def graphml(network: Network) -> str:
    """The network as GraphML."""
    import networkx as nx  # only GraphML and GEXF need it, and it takes long to load

    return "\n".join(nx.generate_graphml(_plain(network), named_key_ids=True)) + "\n"


def gexf(network: Network) -> str:
    """The network as GEXF 1.2, without the day of writing."""
    import networkx as nx

    text = "\n".join(nx.generate_gexf(_plain(network), version="1.2draft"))
    return _META.sub("", text) + "\n"


NODE_HEADER = ("id", "label", "kind", "mentions", "articles", "findings")
EDGE_HEADER = (
    "source", "source_kind", "relation", "label", "target", "target_kind", "article", "begin", "end", "quote", "findings",
)  # fmt: skip


def node_rows(network: Network) -> list[tuple[str | int, ...]]:
    """The things under ``NODE_HEADER``."""
    return [
        (n.id, n.label, n.kind, len(n.evidence), _joined(sorted({e.article for e in n.evidence})), _joined(n.findings))
        for n in network.nodes
    ]


def edge_rows(network: Network) -> list[tuple[str | int, ...]]:
    """The relations under ``EDGE_HEADER``, one row for each piece of evidence."""
    known = {node.id: node for node in network.nodes}
    rows: list[tuple[str | int, ...]] = []
    for edge in network.edges:
        source, target = known[edge.source], known[edge.target]
        ends = (source.label, source.kind, edge.kind, edge.label, target.label, target.kind)
        rows.extend((*ends, e.article, e.begin, e.end, e.quote, _joined(edge.findings)) for e in edge.evidence)
    return rows


def node_table(network: Network) -> str:
    """The things as CSV."""
    return as_csv(NODE_HEADER, node_rows(network)) + "\n"


def edge_table(network: Network) -> str:
    """The relations as CSV, one row for each piece of evidence."""
    return as_csv(EDGE_HEADER, edge_rows(network)) + "\n"


def neo4j(network: Network) -> dict[str, str]:
    """The files that ``neo4j-admin database import`` reads, by name: nodes and relationships with typed headers."""
    nodes = ("id:ID", "label", "kind", "mentions:int", "articles:string[]", "findings:string[]", ":LABEL")
    edges = (":START_ID", ":END_ID", ":TYPE", "label", "evidence:int", "articles:string[]", "findings:string[]")
    return {
        "nodes.csv": plain_csv(
            nodes,
            [
                (
                    n.id,
                    n.label,
                    n.kind,
                    len(n.evidence),
                    _list(e.article for e in n.evidence),
                    _list(n.findings),
                    n.kind.title(),
                )
                for n in network.nodes
            ],
        )
        + "\n",
        "relationships.csv": plain_csv(
            edges,
            [
                (
                    e.source,
                    e.target,
                    _type(e.kind),
                    e.label,
                    len(e.evidence),
                    _list(q.article for q in e.evidence),
                    _list(e.findings),
                )
                for e in network.edges
            ],
        )
        + "\n",
    }


def dot(network: Network) -> str:
    """The network for Graphviz."""
    nodes = [f"  {_quoted(n.id)} [label={_quoted(n.label)}, kind={_quoted(n.kind)}];" for n in network.nodes]
    edges = [
        f"  {_quoted(e.source)} -> {_quoted(e.target)} [label={_quoted(e.label)}, kind={_quoted(e.kind)}];"
        for e in network.edges
    ]
    return "\n".join(["digraph readout {", *nodes, *edges, "}", ""])


def _quoted(text: str) -> str:
    """A string of DOT; a backslash would start an escape of Graphviz's own."""
    plain = _printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _type(kind: str) -> str:
    """A type of relation as Neo4j writes them: IS_RECEIVED_AT."""
    return kind.upper().replace(" ", "_")


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _list(texts: Iterable[str]) -> str:
    """Distinct texts as an array of Neo4j's import, which a semicolon separates."""
    return ";".join(sorted({text.replace(";", ",") for text in texts}))


def _plain(network: Network) -> nx.MultiDiGraph:
    """A graph whose attributes are texts and numbers only: no lists, nothing empty."""
    import networkx as nx

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


EXPORTS = {
    "graphml": of_network(graphml),
    "gexf": of_network(gexf),
    "csv": of_network(edge_table),
    "csv-nodes": of_network(node_table),
    "dot": of_network(dot),
    "neo4j": of_network(neo4j),
}
