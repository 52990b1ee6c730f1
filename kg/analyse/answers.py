"""The analyses by name; each asks the graph and answers with a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import networkx as nx

from kg.analyse.frameworks import agreements
from kg.analyse.leads import what_to_look_at
from kg.analyse.network import network
from kg.analyse.people import brokers, circles, core, who_met_whom
from kg.analyse.states import between_states
from kg.analyse.time import posts_over_time, timeline
from kg.analyse.topics import one_sided_topics, topics, topics_over_time
from kg.analyse.trade import balance, dependence, levels, trade_network
from kg.model import BadInput, Chart, Finding, Network, Queryable, Table

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


_PLAIN: dict[str, Callable[[Queryable], Table]] = {
    "who-met-whom": who_met_whom,
    "most-connected": most_connected,
    "brokers": brokers,
    "circles": circles,
    "core": core,
    "between-states": between_states,
    "trade": levels,
    "trade-network": trade_network,
    "dependence": dependence,
    "balance": balance,
    "agreements": agreements,
    "topics": topics,
    "topics-over-time": topics_over_time,
    "one-sided-topics": one_sided_topics,
    "posts-over-time": posts_over_time,
    "timeline": timeline,
}
_CHECKED = {"what-to-look-at": what_to_look_at}
_FIRST = ("who-met-whom", "most-connected", "brokers", "trade")


def names() -> list[tuple[str, str]]:
    """The analyses with what each answers, in their order."""
    every = {**_PLAIN, **_CHECKED}
    return [(name, (function.__doc__ or "").split("\n")[0].rstrip(".")) for name, function in every.items()]


def analyse(name: str, graph: Queryable, findings: Callable[[], Sequence[Finding]]) -> Table:
    """The analysis of a name; ``findings`` is called only where the analysis looks at them.

    Raises BadInput for a name that there is not.
    """
    if name in _PLAIN:
        return _PLAIN[name](graph)
    if name in _CHECKED:
        return _CHECKED[name](graph, findings())
    raise BadInput(f"there is no analysis called {name}; kg analyse --list shows them")


def analyses(graph: Queryable) -> list[Table]:
    """The first few analyses; the same graph gives the same tables."""
    return [_PLAIN[name](graph) for name in _FIRST]
