"""The store: replacing, merging, locking, surviving a kill, and writing out what it holds."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic
from support import ARTICLES, ROOT, TALKS, fact, graph_of, kg, named_graphs, python, tiny

from kg import pipeline
from kg.export.jsonld import jsonld
from kg.model import BadInput, StoreInUse
from kg.store import Store, updating
from kg.vocabulary import VOCABULARY_GRAPH, vocabulary

ONE = tiny("one", "a1", fact("x", "said by both"), fact("x", "said by one"))
TWO = tiny("two", "b1", fact("x", "said by both"))
LABELS = "SELECT ?label { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label"


def labels(store: Store) -> list[str]:
    """The labels of the merge, as the default graph has them."""
    return [str(row["label"]) for row in store.select(LABELS)]


# --- Replacing -----------------------------------------------------------------------------------------------


def test_replacing_a_graph_by_itself_changes_nothing() -> None:
    store = Store.memory(ONE, TWO)
    before = store.dump("nquads"), labels(store)
    store.replace([ONE])
    store.replace([ONE, TWO])
    assert (store.dump("nquads"), labels(store)) == before


def test_the_merge_says_once_what_two_articles_say() -> None:
    assert labels(Store.memory(ONE, TWO)) == ["said by both", "said by one"]


def test_a_changed_text_of_one_name_leaves_nothing_of_the_old_one() -> None:
    store = Store.memory(ONE, TWO)
    store.replace([tiny("one", "a2", fact("x", "said anew"))])
    assert store.graphs() == [ONE.iri, TWO.iri]
    assert b"a1" not in store.dump("nquads")
    assert labels(store) == ["said anew", "said by both"]


def test_a_triple_that_another_article_says_stays_in_the_merge() -> None:
    store = Store.memory(ONE, TWO)
    store.replace([tiny("two", "b2", fact("y", "else"))])
    assert labels(store) == ["else", "said by both", "said by one"]
    store.replace([tiny("one", "a2", fact("y", "else"))])
    assert labels(store) == ["else"]


def test_two_changes_of_one_name_in_one_go_both_replace() -> None:
    store = Store.memory(ONE, TWO)
    store.replace([tiny("one", "a2"), tiny("two", "b2")])
    assert [(graph.name, graph.digest) for graph in store.article_graphs()] == [("one", "a2"), ("two", "b2")]
    assert labels(store) == []


def test_rereading_a_changed_file_equals_reading_it_alone(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    text = TALKS.read_text("utf-8")
    file.write_text(text, "utf-8")
    pipeline.build([file], tmp_path / "store")
    file.write_text(text.replace("40.2 billion", "40.3 billion"), "utf-8")
    pipeline.build([file], tmp_path / "store")
    pipeline.build([file], tmp_path / "fresh")
    again, fresh = Store.open(tmp_path / "store"), Store.open(tmp_path / "fresh")
    assert again.dump("nquads") == fresh.dump("nquads")
    assert labels(again) == labels(fresh)


def test_the_merge_holds_what_the_articles_say_and_else_only_of_the_vocabulary(tmp_path: Path) -> None:
    pipeline.build([ARTICLES], tmp_path / "store")
    pipeline.build([TALKS], tmp_path / "store")
    answer = Store.open(tmp_path / "store").query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert answer.triples is not None
    merged = set(answer.triples.splitlines())
    said, every = (
        set(Store.open(tmp_path / "store").dump("ntriples", vocabulary_too=too).decode().splitlines())
        for too in (False, True)
    )
    assert said < merged < every
    assert len(merged - said) < len(said) / 10


def test_article_graphs_come_back_as_they_were_stored() -> None:
    graph = graph_of(TALKS)
    (once,) = Store.memory(graph, vocabulary_too=True).article_graphs()
    (twice,) = Store.memory(once).article_graphs()
    assert once == twice
    assert (once.iri, once.name, once.digest, len(once.triples)) == (
        graph.iri,
        graph.name,
        graph.digest,
        len(graph.triples),
    )


def test_the_vocabulary_is_loaded_once(tmp_path: Path) -> None:
    counts = []
    for _ in range(2):
        pipeline.build([TALKS], tmp_path / "store")
        store = Store.open(tmp_path / "store")
        counts.append(len([quad for quad in store.statements() if quad.graph == VOCABULARY_GRAPH]))
    assert counts[0] == counts[1] == len(set(vocabulary().triples)) + 1
    assert VOCABULARY_GRAPH not in store.graphs()


# --- Who may use it ------------------------------------------------------------------------------------------


def test_a_second_writer_in_another_process_is_told_in_one_line(tmp_path: Path) -> None:
    with updating(tmp_path / "store"):
        refused = kg("build", TALKS, "--store", tmp_path / "store")
    assert refused.returncode == 2
    assert refused.stderr.decode().splitlines() == [
        f"kg: another process is writing to the store {tmp_path / 'store'}; wait for it to end"
    ]


def test_a_second_writer_in_one_process_is_refused(tmp_path: Path) -> None:
    with updating(tmp_path / "store"), pytest.raises(StoreInUse), updating(tmp_path / "store"):
        pass


def test_a_reader_works_while_a_writer_holds_the_store(tmp_path: Path) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    before = Store.open(tmp_path / "store").dump("nquads")
    with updating(tmp_path / "store") as store:
        store.replace([ONE])
        assert Store.open(tmp_path / "store").dump("nquads") == before
        assert kg("check", "--store", tmp_path / "store").returncode == 0


def test_a_reader_keeps_its_state_when_a_writer_finishes(tmp_path: Path) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    reader = Store.open(tmp_path / "store")
    before = Store.open(tmp_path / "store").dump("nquads")
    with updating(tmp_path / "store") as store:
        store.replace([ONE])
    assert reader.dump("nquads") == before
    assert ONE.iri in Store.open(tmp_path / "store").graphs()


def test_a_change_that_fails_is_not_kept(tmp_path: Path) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    before = Store.open(tmp_path / "store").dump("nquads")

    def change() -> None:
        with updating(tmp_path / "store") as store:
            store.replace([ONE])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert Store.open(tmp_path / "store").dump("nquads") == before
    assert [path.name for path in (tmp_path / "store").glob("generation-*")] == ["generation-1"]


# --- Bad places ----------------------------------------------------------------------------------------------


def test_a_file_is_no_store(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(BadInput, match="is a file"), updating(file):
        pass
    with pytest.raises(BadInput, match="there is no store"):
        Store.open(file)
    assert file.read_text() == "mine"


def test_a_path_beneath_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadInput), updating(tmp_path / "file" / "store"):
        pass


def test_a_folder_of_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(BadInput, match="other things"), updating(tmp_path):
        pass
    with pytest.raises(BadInput, match="there is no store"):
        Store.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_missing_store_is_said_with_the_way_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="kg build ARTICLES --store"):
        Store.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"", b"generation-9\n", b"../../elsewhere\n", b"generation-\xd9\xa1\n"]
)
def test_a_damaged_store_is_refused_and_not_touched(tmp_path: Path, content: bytes) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    (tmp_path / "store" / "CURRENT").write_bytes(content)
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.name != "LOCK")
    with pytest.raises(BadInput):
        Store.open(tmp_path / "store")
    with pytest.raises(BadInput), updating(tmp_path / "store"):
        pass
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.name != "LOCK") == before


# --- A build that is killed ----------------------------------------------------------------------------------

# Moments of a change to the store, and the call in whose place the process kills itself.
KILLS = {
    "after the copy": "Store.load_vocabulary",
    "before the load": "Store.replace",
    "in the first mark": "Path.replace READOUT",
    "in the whole mark": "module.write_mark whole",
    "before the switch": "module.replace_file",
    "in the switch": "Path.replace CURRENT",
    "after the switch": "shutil.rmtree",
}
KILLER = """
import os, shutil, signal, sys
from pathlib import Path
from kg import pipeline
from kg.store import generations as module
from kg.store import Store

place, _, word = sys.argv[1].partition(" ")
owner, name = place.split(".")
step = getattr(globals()[owner], name)

def killed(*arguments, **named):
    if word in str((arguments, *(name for name, value in named.items() if value))):
        os.kill(os.getpid(), signal.SIGKILL)
    return step(*arguments, **named)

setattr(globals()[owner], name, killed)
pipeline.build([sys.argv[2]], Path(sys.argv[3]))
"""


@pytest.mark.parametrize("step", KILLS.values(), ids=KILLS)
def test_a_first_build_that_is_killed_can_be_run_again(tmp_path: Path, step: str) -> None:
    killed = python(KILLER, step, TALKS, tmp_path / "store")
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    pipeline.build([TALKS], tmp_path / "store")
    assert Store.open(tmp_path / "store").graphs() == [graph_of(TALKS).iri]


@pytest.mark.parametrize("step", KILLS.values(), ids=KILLS)
def test_a_later_build_that_is_killed_leaves_one_whole_state(tmp_path: Path, step: str) -> None:
    store, other = tmp_path / "store", ARTICLES / "uzbekistan-foreign-trade-2019.txt"
    pipeline.build([TALKS], store)
    before = Store.open(store).dump("nquads")
    killed = python(KILLER, step, other, store)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    left = Store.open(store)
    if step == "shutil.rmtree":
        assert left.graphs() == sorted([graph_of(TALKS).iri, graph_of(other).iri])
    else:
        assert left.dump("nquads") == before
    pipeline.build([other], store)
    assert Store.open(store).graphs() == sorted([graph_of(TALKS).iri, graph_of(other).iri])
    assert len(list(store.glob("generation-*"))) == 1


def copies(folder: Path, count: int) -> Path:
    """Articles that differ in one figure each."""
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    for number in range(count):
        text = f"{texts[number % len(texts)]}\nExports grew by {number}.5 percent.\n"
        (folder / f"copy-{number:02d}.txt").write_text(text, "utf-8")
    return folder


def test_a_build_killed_at_any_moment_leaves_the_earlier_state_whole(tmp_path: Path) -> None:
    store, many = tmp_path / "store", copies(tmp_path / "many", 40)
    pipeline.build([TALKS], store)
    before = kg("export", "--format", "nquads", "--store", store).stdout
    assert before == Store.open(store).dump("nquads")
    chance = random.Random(7)
    for moment in (0.2, *(chance.uniform(0.3, 1.6) for _ in range(5))):
        code = "from kg.cli import main; main()"
        command = [sys.executable, "-c", code, "build", str(many), "--store", str(store)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(moment)
            process.kill()
        left = Store.open(store)
        if process.returncode == 0 or len(left.graphs()) > 1:
            assert len(left.graphs()) == 41
            pipeline.build([TALKS], tmp_path / f"again-{moment}")
            store, before = tmp_path / f"again-{moment}", Store.open(tmp_path / f"again-{moment}").dump("nquads")
        else:
            assert left.dump("nquads") == before
    assert kg("build", many, "--store", store).returncode == 0
    assert len(Store.open(store).graphs()) == 41


# --- Writing out ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def full() -> Store:
    """Two articles and the vocabulary."""
    return Store.memory(graph_of(TALKS), graph_of(ARTICLES / "uzbekistan-foreign-trade-2019.txt"), vocabulary_too=True)


@pytest.mark.parametrize("format_", ["trig", "json-ld"])
def test_named_graphs_parse_back_the_same(full: Store, format_: str) -> None:
    expected = named_graphs(full.dump("nquads"), "nquads")
    assert set(expected) == {*full.graphs(), VOCABULARY_GRAPH}
    data = jsonld(full.statements()) if format_ == "json-ld" else full.dump("trig")
    found = named_graphs(data, format_)
    assert set(found) == set(expected)
    for name, graph in expected.items():
        assert len(found[name]) == len(graph)
        assert isomorphic(found[name], graph)


@pytest.mark.parametrize("format_", ["turtle", "ntriples"])
def test_the_merge_parses_back_the_same(full: Store, format_: str) -> None:
    expected = Graph()
    for graph in named_graphs(full.dump("nquads"), "nquads").values():
        expected += graph
    found = Graph().parse(data=full.dump(format_), format=format_.replace("ntriples", "nt"))
    assert len(found) == len(expected)
    assert isomorphic(found, expected)


def test_the_vocabulary_can_be_left_out(full: Store) -> None:
    assert set(named_graphs(full.dump("nquads", vocabulary_too=False), "nquads")) == set(full.graphs())


# --- Asking --------------------------------------------------------------------------------------------------


def test_answers_are_plain_python_values(full: Store) -> None:
    (row,) = full.select('SELECT (1 AS ?i) (1.25 AS ?d) (1 = 1 AS ?b) ("x" AS ?s) (<http://x.y/z> AS ?n) ?none {}')
    assert {name: str(value) for name, value in row.items()} == {
        "i": "1", "d": "1.25", "b": "True", "s": "x", "n": "http://x.y/z", "none": "None",
    }  # fmt: skip
    assert [type(row[name]).__name__ for name in ("i", "d", "b", "none")] == ["int", "Decimal", "bool", "NoneType"]


def test_ask_and_construct_have_their_own_answers(full: Store) -> None:
    assert full.query("ASK { ?s ?p ?o }").truth is True
    made = full.query("CONSTRUCT { <http://x.y/a> <http://x.y/b> ?n } WHERE { VALUES ?n { 1 2 1 } }").triples
    assert made is not None
    assert len(made.splitlines()) == 2


def test_a_typo_in_a_query_is_bad_input(full: Store) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        full.query("SELEKT * { ?s ?p ?o }")


def test_a_query_reaches_for_no_server(full: Store) -> None:
    with pytest.raises(BadInput):
        full.query("SELECT * { SERVICE <http://localhost:8/sparql> { ?s ?p ?o } }")


# --- What is known beforehand and what articles say --------------------------------------------------------------


def test_the_default_graph_has_the_institutions_of_the_articles_alone(full: Store) -> None:
    everywhere = full.select("SELECT DISTINCT ?x { ?x a kg:Institution }")
    in_articles = full.select(
        "SELECT DISTINCT ?x { GRAPH ?g { ?x a kg:Institution } FILTER (CONTAINS(STR(?g), '/article/')) }"
    )
    assert sorted(row["x"] for row in everywhere) == sorted(row["x"] for row in in_articles) != []


def test_terms_that_articles_use_have_their_labels_and_what_is_above_them(full: Store) -> None:
    labels = full.select("SELECT ?x { ?figure kg:flow ?flow . ?flow skos:prefLabel ?x }")
    assert "exports" in {row["x"] for row in labels}
    unlabelled = full.select(
        "SELECT ?wider { ?term skos:broader ?wider FILTER NOT EXISTS { ?wider skos:prefLabel ?label } }"
    )
    assert unlabelled == []


def test_terms_that_no_article_uses_stay_in_the_graph_of_the_vocabulary(full: Store) -> None:
    assert full.select("SELECT ?x { ?x a kg:AuthorityRecord }") == []
    assert full.select(f"SELECT ?x {{ GRAPH <{VOCABULARY_GRAPH}> {{ ?x a kg:AuthorityRecord }} }}") != []


def test_labels_go_with_the_last_article_that_uses_their_term(tmp_path: Path) -> None:
    other = ARTICLES / "uzbekistan-foreign-trade-2019.txt"
    pipeline.build([TALKS, other], tmp_path / "changed")
    pipeline.remove([str(other)], tmp_path / "changed")
    pipeline.build([TALKS], tmp_path / "fresh")
    merges = [Store.open(tmp_path / name).query("CONSTRUCT WHERE { ?s ?p ?o }") for name in ("changed", "fresh")]
    assert merges[0] == merges[1]
