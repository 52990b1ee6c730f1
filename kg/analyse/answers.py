"""The first analyses: who met whom, who is most connected, which ties bridge the network, trade per counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import networkx as nx

from kg.model import Network, Queryable
from kg.vocabulary import folder


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: its question, a sentence for people, and rows under a header."""

    title: str
    answer: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def _query(name: str) -> str:
    return (folder("queries") / "analyse" / f"{name}.rq").read_text("utf-8")


def analyses(graph: Queryable, network: Network) -> list[Table]:
    """All analyses of a store; the same graph gives the same tables."""
    met = _met(graph)
    return [who_met_whom(met), most_connected(network), bridges(met), trade(graph)]


def _met(graph: Queryable) -> nx.Graph:
    """People as nodes; an edge for each host and guest, or for each two participants of a meeting without a host."""
    meetings: dict[str, list[tuple[str, str, str]]] = {}
    for row in graph.select(_query("participants")):
        meetings.setdefault(str(row["meeting"]), []).append((str(row["role"]), str(row["name"]), str(row["article"])))
    met = nx.Graph()
    for people in meetings.values():
        for one, other in _pairs(people):
            known = met.get_edge_data(one, other, {"meetings": 0, "articles": ()})
            articles = tuple(sorted({*known["articles"], people[0][2]}))
            met.add_edge(one, other, meetings=known["meetings"] + 1, articles=articles)
    return met


def _pairs(people: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Guests of one reception are not thereby linked with each other."""
    hosts = sorted({name for role, name, _ in people if role == "host"})
    others = sorted({name for role, name, _ in people if role != "host"})
    yield from ((host, guest) for host in hosts for guest in others) if hosts else combinations(others, 2)


def who_met_whom(met: nx.Graph) -> Table:
    """Pairs of people who met, most often first."""
    rows = [(min(a, b), max(a, b), str(d["meetings"]), ", ".join(d["articles"])) for a, b, d in met.edges(data=True)]
    rows.sort(key=lambda r: (-int(r[2]), r))
    answer = f"{len(met)} people met in {len(rows)} pairs." if rows else "No meeting of named people was read."
    return Table("Who met whom", answer, ("one", "other", "meetings", "articles"), tuple(rows))


def most_connected(network: Network, limit: int = 10) -> Table:
    """Things with the most relations, with their betweenness (Brandes 2001) in the whole network."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(node.id for node in network.nodes))
    graph.add_edges_from(sorted((edge.source, edge.target) for edge in network.edges if edge.source != edge.target))
    between = nx.betweenness_centrality(graph, k=min(len(graph), 500) or None, seed=1) if len(graph) > 2 else {}
    best = sorted(network.nodes, key=lambda n: (-graph.degree(n.id), n.label))[:limit]
    rows = tuple((n.label, n.kind, str(graph.degree(n.id)), f"{between.get(n.id, 0):.3f}") for n in best)
    answer = f"{rows[0][0]} has the most relations ({rows[0][2]})." if rows else "The network is empty."
    return Table("Most connected", answer, ("thing", "kind", "related to", "betweenness"), rows)


def bridges(met: nx.Graph) -> Table:
    """Meetings between two people whose loss would split the network of those who met (Tarjan 1974)."""
    pairs = sorted((min(a, b), max(a, b)) for a, b in nx.bridges(met))
    groups = nx.number_connected_components(met) if len(met) else 0
    brokers = sorted(nx.articulation_points(met))
    answer = f"Those who met form {groups} group{'s' * (groups != 1)}; held together by {', '.join(brokers) or 'nobody alone'}."
    return Table("Bridges", answer, ("one", "other"), tuple(pairs))


def trade(graph: Queryable) -> Table:
    """The stated levels of trade and investment, by pair and period."""
    rows = tuple(
        (
            str(r["reporter"]),
            str(r["counterpart"] or "the world"),
            str(r["flow"]),
            str(r["period"]),
            str(r["words"]),
            str(r["articles"]),
        )
        for r in graph.select(_query("trade"))
    )
    pairs = {row[:2] for row in rows}
    answer = f"{len(rows)} levels are stated for {len(pairs)} pairs, as the articles print them."
    return Table(
        "Trade per counterpart", answer, ("reporter", "counterpart", "flow", "period", "stated", "articles"), rows
    )
