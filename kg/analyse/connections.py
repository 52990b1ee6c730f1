"""What has the most relations in the network."""

from __future__ import annotations

import networkx as nx

from kg.analyse.network import network
from kg.model import Chart, Network, Queryable, Table

_MOST = 500  # nodes that betweenness starts from


def most_connected(graph: Queryable) -> Table:
    """People, sides, institutions, frameworks and topics with the most relations, with their betweenness."""
    return connected(network(graph))


def connected(drawn: Network, limit: int = 10) -> Table:
    """Lasting things of a network with the most relations, with their betweenness; meetings only tie them."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(node.id for node in drawn.nodes))
    graph.add_edges_from(sorted((edge.source, edge.target) for edge in drawn.edges if edge.source != edge.target))
    between = nx.betweenness_centrality(graph, k=min(len(graph), _MOST), seed=1) if len(graph) > 2 else {}
    lasting = [node for node in drawn.nodes if node.kind != "meeting"]
    best = sorted(lasting, key=lambda n: (-graph.degree(n.id), n.label))[:limit]
    rows = tuple(
        (n.label, n.kind, graph.degree(n.id), f"{between.get(n.id, 0):.3f}", tuple(sorted({e.article for e in n.evidence})))
        for n in best
    )  # fmt: skip
    answer = f"{rows[0][0]} has the most relations ({rows[0][2]})." if rows else "The network is empty."
    header = ("thing", "kind", "related to", "betweenness", "articles")
    return Table("Most connected", answer, header, rows, Chart("bars", ("thing",), ("related to",)))


ANALYSES = {"most-connected": most_connected}
