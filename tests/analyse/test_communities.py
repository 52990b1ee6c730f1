"""Communities are as good as those of networkx, and the same every time."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.analyse.communities import communities


def weighted(graph: nx.Graph) -> nx.Graph:
    nx.set_edge_attributes(graph, 1, "meetings")
    return graph


def test_cliques_that_one_tie_joins_are_communities() -> None:
    found = communities(weighted(nx.connected_caveman_graph(6, 5)), "meetings", 1)
    assert sorted(map(sorted, found)) == [list(range(start, start + 5)) for start in range(0, 30, 5)]


def test_weight_decides() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 9), ("b", "c", 1), ("c", "d", 9)], weight="meetings")
    assert sorted(map(sorted, communities(graph, "meetings", 1))) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "graph", [nx.karate_club_graph(), nx.les_miserables_graph(), nx.barabasi_albert_graph(300, 2, seed=1)], ids=str
)
def test_modularity_is_that_of_networkx_or_close(graph: nx.Graph) -> None:
    weighted(graph)
    found = communities(graph, "meetings", 1)
    assert sorted(node for community in found for node in community) == sorted(graph)
    theirs = nx.community.louvain_communities(graph, weight="meetings", seed=1)
    reached = nx.community.modularity(graph, found, weight="meetings")
    assert reached > 0.94 * nx.community.modularity(graph, theirs, weight="meetings")
    assert found == communities(graph, "meetings", 1)


def test_nobody_forms_no_community() -> None:
    assert communities(nx.Graph(), "meetings", 1) == []
