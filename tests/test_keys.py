"""Articles are known by their keys: what building, changing and removing leaves in a store, and what it says."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from support import tiny

from kg import pipeline
from kg.cli import main
from kg.model import BadInput
from kg.read import key_of
from kg.store import Changes, Store, changes
from kg.vocabulary import HISTORY_GRAPH

ONE, TWO, THREE = (
    f"Exports of Norway to Peru amounted to ${n} billion in 2023.\n".encode() for n in ("1.1", "2.2", "3.3")
)
TEXTS = "SELECT ?text WHERE { ?a schema:identifier ?name ; nif:isString ?text } ORDER BY ?text"
VERSIONS = Path(pipeline.__file__).parent / "queries/questions/versions.rq"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--store", "store"], prog_name="kg")


def write(name: str, text: bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return path


def counts(result: Result) -> tuple[int, ...]:
    """How many articles a build has added, replaced, left unchanged and removed."""
    assert result.exit_code == 0, result.output
    line = next(line for line in result.stdout.splitlines() if " added, " in line)
    return tuple(int(part.split()[0]) for part in line.removesuffix(" in store").split(", "))


def texts(store: str = "store") -> list[str]:
    return [str(row["text"]) for row in Store.open(Path(store)).select(TEXTS)]


def is_a_fresh_build_of(*paths: str | Path) -> None:
    """The store exports, and answers over the merge, what a build of these files alone does."""
    shutil.rmtree("fresh", ignore_errors=True)
    pipeline.build(paths, Path("fresh"))
    store, fresh = Store.open(Path("store")), Store.open(Path("fresh"))
    assert store.dump("nquads") == fresh.dump("nquads")
    merge = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert store.query(merge) == fresh.query(merge)


# --- Building, changing, removing ----------------------------------------------------------------------------


def test_each_step_leaves_what_a_fresh_build_of_the_files_gives() -> None:
    one, two = write("a/x.txt", ONE), write("b/x.txt", TWO)
    assert counts(run("build", one)) == (1, 0, 0, 0)
    assert counts(run("build", two)) == (1, 0, 0, 0)
    assert texts() == [ONE.decode(), TWO.decode()]
    is_a_fresh_build_of(one, two)
    write("a/x.txt", THREE)
    assert counts(run("build", one)) == (0, 1, 0, 0)
    assert texts() == [TWO.decode(), THREE.decode()]
    is_a_fresh_build_of("a", "b")
    assert counts(run("build", one, two)) == (0, 0, 2, 0)
    is_a_fresh_build_of(".")
    assert run("remove", "b/x.txt").stdout == "removed b/x.txt\n"
    assert texts() == [THREE.decode()]
    is_a_fresh_build_of(one)


def test_two_folders_with_files_of_one_name_lose_nothing() -> None:
    write("jan/readout.txt", ONE), write("feb/readout.txt", TWO)
    assert counts(run("build", "jan")) == (1, 0, 0, 0)
    assert counts(run("build", "feb")) == (1, 0, 0, 0)
    assert texts() == [ONE.decode(), TWO.decode()]
    is_a_fresh_build_of("jan", "feb")


def test_facts_tell_the_key_beside_the_name() -> None:
    write("jan/readout.txt", ONE)
    (found,) = pipeline.facts_of_each(["jan"])
    assert (found["article"], found["key"]) == ("readout", "jan/readout.txt")


def test_prune_takes_out_what_is_gone_from_the_folder_and_nothing_else() -> None:
    one, two, other = write("a/one.txt", ONE), write("a/in/two.txt", TWO), write("b/three.txt", THREE)
    run("build", "a", "b")
    two.unlink()
    assert counts(run("build", "a")) == (0, 0, 1, 0)
    assert counts(run("build", "--prune", "a")) == (0, 0, 1, 1)
    is_a_fresh_build_of(one, other)


def test_prune_takes_out_the_last_article_of_a_folder_too() -> None:
    one, two = write("a/one.txt", ONE), write("b/two.txt", TWO)
    run("build", "a", "b")
    one.unlink()
    assert run("build", "a").exit_code == 2
    assert counts(run("build", "--prune", "a")) == (0, 0, 0, 1)
    is_a_fresh_build_of(two)


def test_prune_of_the_working_folder_leaves_what_lies_elsewhere(tmp_path: Path) -> None:
    inside, outside = write("corpus/one.txt", ONE), write("elsewhere/two.txt", TWO)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("corpus")
        pipeline.build(["one.txt", tmp_path / outside], tmp_path / "store")
        inside = (tmp_path / inside).rename("moved.txt")
        built = pipeline.build(["."], tmp_path / "store", prune=True)
    assert built.changes == Changes(("moved.txt",), (), (), ("one.txt",), {})
    assert texts() == [ONE.decode(), TWO.decode()]


def test_a_file_that_cannot_be_read_any_more_keeps_its_article_when_pruned() -> None:
    write("a/one.txt", ONE), write("a/two.txt", TWO)
    run("build", "a")
    write("a/two.txt", b"")
    result = run("build", "--prune", "a")
    assert result.exit_code == 1
    assert "1 built, 1 refused (a/two.txt: the file is empty)" in result.stdout
    assert texts() == [ONE.decode(), TWO.decode()]


def test_prune_needs_a_folder() -> None:
    result = run("build", "--prune", write("one.txt", ONE))
    assert (result.exit_code, result.stderr) == (2, "kg: --prune takes out what is gone from a folder; name a folder\n")


def test_a_name_stands_for_the_path() -> None:
    run("build", write("tmp1/page.txt", ONE), "--name", "ministry/visit")
    assert counts(run("build", write("tmp2/page.txt", TWO), "--name", "ministry/visit")) == (0, 1, 0, 0)
    assert [head.key for head in Store.open(Path("store")).heads()] == ["ministry/visit"]


@pytest.mark.parametrize(("name", "said"), [("x", "--name names one article, and here are 2"), ("", "--name is empty")])
def test_a_name_is_for_one_article(name: str, said: str) -> None:
    write("a/one.txt", ONE), write("a/two.txt", TWO)
    result = run("build", "a", "--name", name)
    assert (result.exit_code, result.stderr) == (2, f"kg: {said}\n")


def test_an_address_that_a_text_claims_replaces_no_other_article() -> None:
    claim = b"# source: https://ministry.example/visit\n"
    write("a.txt", claim + ONE), write("b.txt", claim + TWO)
    assert counts(run("build", "a.txt")) == counts(run("build", "b.txt")) == (1, 0, 0, 0)
    assert len({head.iri for head in Store.open(Path("store")).heads()}) == 2


def test_a_second_file_with_one_text_is_left_out_and_named_whatever_the_order() -> None:
    first, second = write("a.txt", ONE), write("b.txt", ONE)
    result = run("build", second, first)
    assert result.stderr == "kg: b.txt: left out, the same text as a.txt\n"
    assert counts(run("build", second)) == (0, 0, 0, 0)
    is_a_fresh_build_of(first, second)
    shutil.rmtree("store")
    run("build", second)
    assert counts(run("build", first)) == (1, 0, 0, 1)
    is_a_fresh_build_of(first, second)


def test_findings_of_two_articles_of_one_name_are_told_apart() -> None:
    write("jan/x.txt", b"Trade turnover between France and Poland in 2023 amounted to $4.2 billion.\n")
    write("feb/x.txt", b"In 2023, exports from France to Poland amounted to $1 billion, imports to $1 billion.\n")
    run("build", "jan", "feb")
    (finding,) = pipeline.check_store(Store.open(Path("store")))[0].findings
    assert finding.article == "jan/x.txt"
    assert {quote.article for quote in finding.spans} == {"", "feb/x.txt"}


# --- Removing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["key", "path", "iri", "name"])
def test_an_article_is_removed_by_its_key_path_iri_or_name(way: str, tmp_path: Path) -> None:
    pipeline.build([write("a/one.txt", ONE), write("a/two.txt", TWO)], Path("store"))
    head = Store.open(Path("store")).heads()[0]
    named = {"key": head.key, "path": tmp_path / "a/../a/one.txt", "iri": head.iri, "name": head.name}[way]
    assert run("remove", named).stdout == "removed a/one.txt\n"
    is_a_fresh_build_of("a/two.txt")


def test_a_removal_of_what_is_not_there_or_not_plain_removes_nothing() -> None:
    write("a/x.txt", ONE), write("b/x.txt", TWO)
    run("build", "a", "b")
    for named, said in (("c/x.txt", "the store has no such article"), ("x", "name one of a/x.txt, b/x.txt")):
        result = run("remove", "a/x.txt", named)
        assert result.exit_code == 2
        assert said in result.stderr
    assert len(texts()) == 2
    with pytest.raises(BadInput, match="there is no store"):
        pipeline.remove(["x"], Path("nowhere"))
    assert not Path("nowhere").exists()


# --- Versions ------------------------------------------------------------------------------------------------


def versions() -> list[tuple[str, str]]:
    rows = Store.open(Path("store")).select(VERSIONS.read_text("utf-8"))
    return [(row["key"], row["standing"]) for row in rows]


def test_the_iri_of_an_article_outlives_a_change_of_its_text() -> None:
    before = graph_of_file(write("a/x.txt", ONE))
    after = graph_of_file(write("a/x.txt", TWO))
    assert before[0] == after[0]
    assert before[1] != after[1]
    assert before[1].startswith(before[0] + "/")


def graph_of_file(path: Path) -> tuple[str, str]:
    (graph,) = pipeline.graphs([path])
    return graph.iri, graph.version


def test_earlier_texts_are_kept_apart_and_only_the_present_one_is_asked() -> None:
    for text in (ONE, TWO, THREE):
        run("build", write("a/x.txt", text))
    assert versions() == [("a/x.txt", "present"), ("a/x.txt", "earlier"), ("a/x.txt", "earlier")]
    assert texts() == [THREE.decode()]
    store = Store.open(Path("store"))
    kept = store.select(f"SELECT ?text WHERE {{ GRAPH <{HISTORY_GRAPH}> {{ ?v nif:isString ?text }} }} ORDER BY ?text")
    assert [row["text"] for row in kept] == [ONE.decode(), TWO.decode()]
    chain = f"SELECT * WHERE {{ GRAPH <{HISTORY_GRAPH}> {{ ?c prov:wasRevisionOf ?b . ?b prov:wasRevisionOf ?a }} }}"
    assert len(store.select(chain)) == 1


def test_a_text_that_comes_back_is_no_earlier_version_any_more() -> None:
    for text in (ONE, TWO, ONE):
        run("build", write("a/x.txt", text))
    assert versions() == [("a/x.txt", "present"), ("a/x.txt", "earlier")]
    is_a_fresh_build_of("a")


def test_a_removed_article_leaves_no_version() -> None:
    for text in (ONE, TWO):
        run("build", write("a/x.txt", text))
    run("build", write("b/y.txt", THREE))
    run("remove", "a/x.txt")
    assert versions() == [("b/y.txt", "present")]
    assert not Store.open(Path("store")).query(f"ASK {{ GRAPH <{HISTORY_GRAPH}> {{ ?s ?p ?o }} }}").truth


# --- Keys ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["a/x.txt", "./a/x.txt", "a/../a/x.txt", "a//x.txt"])
def test_one_file_has_one_key_however_it_is_named(named: str, tmp_path: Path) -> None:
    assert key_of(Path(named)) == key_of(tmp_path / named) == "a/x.txt"


def test_a_file_outside_of_the_working_folder_is_known_by_its_whole_path(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("inner")
        assert key_of(Path("../x.txt")) == (tmp_path / "x.txt").as_posix()


def test_a_file_name_that_is_not_utf_8_can_be_a_key() -> None:
    write("a/x.txt", ONE).rename(Path("a/caf\udce9.txt"))
    assert counts(run("build", "a")) == (1, 0, 0, 0)
    assert [head.key for head in Store.open(Path("store")).heads()] == ["a/caf\\xe9.txt"]


# --- Any sequence --------------------------------------------------------------------------------------------

KEYS = st.sampled_from("abcd")
STEPS = st.lists(st.tuples(st.dictionaries(KEYS, st.sampled_from("123456")), st.sets(KEYS)), max_size=6)


@given(STEPS)
def test_any_sequence_of_builds_and_removals_equals_a_fresh_build(
    steps: list[tuple[Mapping[str, str], set[str]]],
) -> None:
    store, files = Store.memory(), {}
    for read, gone in steps:
        own = {key: f"{key}{digest}" for key, digest in read.items()}  # so that no two files have one text
        held = {head.key: head.digest for head in store.heads()}
        change = changes(held, own, gone - own.keys())
        store.remove(head.iri for head in store.heads() if head.key in change.removed)
        store.replace([tiny(key, digest) for key, digest in own.items()])
        files = {key: digest for key, digest in files.items() if key not in gone} | own
        assert store.dump("nquads") == Store.memory(*(tiny(*file) for file in files.items())).dump("nquads")


@given(st.dictionaries(KEYS, st.sampled_from("12")), st.dictionaries(KEYS, st.sampled_from("12")))
def test_the_changes_lead_from_what_is_held_to_each_text_once(held: dict[str, str], read: dict[str, str]) -> None:
    held = {first: text for text, first in {t: k for k, t in sorted(held.items(), reverse=True)}.items()}
    change = changes(held, read)
    after = {**held, **read}
    left = (held.keys() - set(change.removed)) | set(change.added)
    assert {after[key] for key in left} == set(after.values())
    assert len(left) == len(set(after.values()))
    assert set(change.same) <= read.keys() - left
