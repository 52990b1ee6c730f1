"""The network in files that other tools read."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from support import ARTICLES, graph_of

from kg.analyse import network
from kg.export.networks import edge_table, gexf, graphml
from kg.model import Edge, Evidence, Network, Node
from kg.pipeline import findings_of
from kg.store import Store

ODD = "a\x00b\x0b<&>\"'\u202e\uffff\U0001f91d"
SAID = Evidence(ODD, 1, 5, ODD)
SMALL = Network(
    (Node("id:1", ODD, "person", (SAID,), (ODD,)), Node("id:2", "Two", "party")),
    (
        Edge("id:1", "id:2", "holds a post of", ODD, (SAID, SAID), (ODD,)),
        Edge("id:1", "id:2", "figure", "exports"),
        Edge("id:2", "id:2", "ties", "ties", (SAID,)),
    ),
)


@pytest.fixture(scope="module")
def sample() -> Network:
    graph = graph_of(ARTICLES / "kazakhstan-eu-france-poland-envoys.txt")
    return network(Store.memory(graph, vocabulary_too=True), findings_of(graph))


@pytest.mark.parametrize("write", [graphml, gexf])
def test_odd_characters_leave_xml_well_formed(write: object) -> None:
    assert callable(write)
    ET.fromstring(write(SMALL))


def test_graphml_reads_back_with_labels_and_parallel_edges() -> None:
    twice = Edge("id:2", "id:2", "ties", "ties", (Evidence("a", 1, 5, "said"),))
    graph = nx.parse_graphml(graphml(Network(SMALL.nodes[1:], (twice, twice))), force_multigraph=True)
    assert graph.nodes["id:2"] == {"label": "Two", "kind": "party", "evidence": "", "findings": "", "mentions": 0}
    assert len(graph.edges) == 2


def test_a_whole_network_reads_back(sample: Network) -> None:
    graph = nx.parse_graphml(graphml(sample), force_multigraph=True)
    assert len(graph) == len(sample.nodes)
    assert len(graph.edges) == len(sample.edges)
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {node.kind for node in sample.nodes}
    again = nx.read_gexf(io.BytesIO(gexf(sample).encode()))
    assert len(again) == len(sample.nodes)


def test_files_carry_no_time_stamp(sample: Network) -> None:
    assert "lastmodified" not in gexf(sample)
    assert "creator" not in gexf(sample)


def test_the_table_has_a_row_for_each_piece_of_evidence(sample: Network) -> None:
    rows = list(csv.DictReader(io.StringIO(edge_table(sample))))
    assert len(rows) == sum(len(edge.evidence) for edge in sample.edges)
    text = (ARTICLES / "kazakhstan-eu-france-poland-envoys.txt").read_text("utf-8")
    assert all(text[int(row["begin"]) : int(row["end"])] == row["quote"] for row in rows)


def test_findings_reach_the_edges_they_are_about(sample: Network) -> None:
    rows = list(csv.DictReader(io.StringIO(edge_table(sample))))
    assert {row["relation"] for row in rows if row["findings"]} == {"figure"}
