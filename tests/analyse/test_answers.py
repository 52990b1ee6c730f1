"""The network and the analyses."""

from __future__ import annotations

import networkx as nx
import pytest
from support import ARTICLES, graph_of, graph_of_text

from kg.analyse import Table, analyses, network
from kg.analyse.answers import bridges, most_connected, who_met_whom
from kg.model import Edge, Finding, Network, Node
from kg.store import Store

EMPTY = Store.memory()


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.memory(*(graph_of(path) for path in sorted(ARTICLES.glob("*.txt"))), vocabulary_too=True)


def met(*pairs: tuple[str, str]) -> nx.Graph:
    graph = nx.Graph()
    for one, other in pairs:
        graph.add_edge(one, other, meetings=1, articles=("a",))
    return graph


def test_every_edge_joins_two_nodes_and_has_evidence(store: Store) -> None:
    drawn = network(store)
    known = {node.id for node in drawn.nodes}
    assert len(known) == len(drawn.nodes)
    assert {"person", "party", "institution", "meeting", "framework", "topic"} == {node.kind for node in drawn.nodes}
    assert all({edge.source, edge.target} <= known and edge.evidence for edge in drawn.edges)


def test_a_label_is_words_for_people(store: Store) -> None:
    assert all(node.label and not node.label.startswith("http") for node in network(store).nodes)


def test_findings_mark_what_they_are_about(store: Store) -> None:
    person = next(node for node in network(store).nodes if node.kind == "person")
    finding = Finding("a", "person", "violation", "wrong", person.id, repair="mend it")
    marked = {node.id: node.findings for node in network(store, [finding]).nodes}
    assert marked.pop(person.id) == ("wrong; repair: mend it",)
    assert not any(marked.values())


def test_the_analyses_answer_in_sentences(store: Store) -> None:
    tables = analyses(store, network(store))
    assert [table.title for table in tables] == ["Who met whom", "Most connected", "Bridges", "Trade per counterpart"]
    for table in tables:
        assert table.answer.endswith(".")
        assert all(len(row) == len(table.header) for row in table.rows)


def test_an_empty_store_is_answered_too() -> None:
    drawn = network(EMPTY)
    assert drawn == Network((), ())
    assert [table.rows for table in analyses(EMPTY, drawn)] == [(), (), (), ()]


def test_who_met_most_often_comes_first() -> None:
    graph = met(("Bo", "Ada"), ("Cy", "Bo"))
    graph.edges["Cy", "Bo"]["meetings"] = 3
    assert [row[:3] for row in who_met_whom(graph).rows] == [("Bo", "Cy", "3"), ("Ada", "Bo", "1")]


def test_guests_of_one_host_did_not_meet_each_other() -> None:
    text = "Foreign Minister of France Jean Dupont received Ambassador of Poland Jan Nowak and Ambassador of Italy Mario Rossi.\n"
    store = Store.memory(graph_of_text(text))
    pairs = {row[:2] for row in analyses(store, network(store))[0].rows}
    assert ("Jan Nowak", "Mario Rossi") not in pairs


def test_bridges_are_the_meetings_that_hold_groups_together() -> None:
    table = bridges(met(("A", "B"), ("B", "C"), ("A", "C"), ("C", "D"), ("X", "Y")))
    assert table.rows == (("C", "D"), ("X", "Y"))
    assert table.answer == "Those who met form 2 groups; held together by C."


def test_the_most_connected_are_counted_without_loops_and_doubles() -> None:
    nodes = tuple(Node(f"id:{letter}", letter, "person") for letter in "abc")
    pairs = [("a", "b"), ("b", "a"), ("a", "c"), ("a", "a")]
    edges = tuple(Edge(f"id:{one}", f"id:{other}", "met", "met") for one, other in pairs)
    table = most_connected(Network(nodes, edges))
    assert table.rows == (("a", "person", "2", "1.000"), ("b", "person", "1", "0.000"), ("c", "person", "1", "0.000"))
    assert isinstance(table, Table)


def test_the_same_store_gives_the_same_analyses(store: Store) -> None:
    assert analyses(store, network(store)) == analyses(store, network(store))
