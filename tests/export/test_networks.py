"""The network in files that other tools read."""

from __future__ import annotations

import csv
import io
import sys
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from support import ARTICLES, graph_of

from kg.analyse import network
from kg.export.networks import dot, edge_table, gexf, graphml, neo4j, node_table
from kg.export.parquet import parquet
from kg.model import Edge, Evidence, Network, Node, ReadoutError
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


def test_the_table_of_nodes_reads_back(sample: Network) -> None:
    rows = list(csv.DictReader(io.StringIO(node_table(sample))))
    assert [(row["id"], row["label"], int(row["mentions"])) for row in rows] == [
        (node.id, node.label, len(node.evidence)) for node in sample.nodes
    ]


@pytest.mark.parametrize("network", [SMALL, None], ids=["odd", "sample"])
def test_graphviz_files_read_back(network: Network | None, sample: Network) -> None:
    pydot = pytest.importorskip("pydot", reason="pydot, the reader of DOT, is not installed")
    drawn = network or sample
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning)  # pydot uses what pyparsing deprecates
        (graph,) = pydot.graph_from_dot_data(dot(drawn))
    nodes = [node for node in graph.get_nodes() if node.get_name().startswith('"')]
    assert [node.get_name().strip('"') for node in nodes] == [node.id for node in drawn.nodes]
    assert len(graph.get_edges()) == len(drawn.edges)


@pytest.mark.parametrize("network", [SMALL, None], ids=["odd", "sample"])
def test_the_import_of_neo4j_has_typed_headers_and_ends_that_exist(network: Network | None, sample: Network) -> None:
    drawn = network or sample
    nodes, edges = (list(csv.DictReader(io.StringIO(text))) for text in neo4j(drawn).values())
    known = {row["id:ID"] for row in nodes}
    assert len(known) == len(drawn.nodes)
    assert all(row[":START_ID"] in known and row[":END_ID"] in known for row in edges)
    assert all(row[":TYPE"].replace("_", "").isalpha() and row[":TYPE"].isupper() for row in edges)
    assert all(row[":LABEL"].isalpha() and row["mentions:int"].isdigit() for row in nodes)


def test_parquet_reads_back_in_another_engine(sample: Network, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    duckdb = pytest.importorskip("duckdb", reason="duckdb, the reader of Parquet, is not installed")
    for name, data in parquet(sample).items():
        (tmp_path / name).write_bytes(data)
    database = duckdb.connect()
    nodes = database.execute("SELECT id, label, mentions FROM read_parquet(?)", [str(tmp_path / "nodes.parquet")])
    assert nodes.fetchall() == [(node.id, node.label, len(node.evidence)) for node in sample.nodes]
    quotes = database.execute('SELECT quote, "end" - "begin" FROM read_parquet(?)', [str(tmp_path / "edges.parquet")])
    assert all(len(quote) == length for quote, length in quotes.fetchall())
    assert parquet(sample) == parquet(sample)


def test_missing_pyarrow_says_how_to_install_it(sample: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReadoutError, match=r"readout-kg\[parquet\]"):
        parquet(sample)


def test_no_label_becomes_a_formula_where_the_files_for_neo4j_are_opened_as_tables() -> None:
    drawn = Network((Node("n1", "=cmd|' /C calc'!A0", "person", (), ()),), ())
    (node,) = csv.DictReader(io.StringIO(neo4j(drawn)["nodes.csv"]))
    assert node["label"].startswith("'=cmd")
