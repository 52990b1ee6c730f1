"""The command line: help, exit codes, one line for every error, and the formats of its answers."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph
from support import ARTICLES, ROOT, SHARED, TALKS, kg, named_graphs, needs_shared

from kg import __version__, pipeline
from kg.cli import main
from kg.export.known import exports
from kg.questions import questions
from kg.store import Store

ENVOYS = ARTICLES / "kazakhstan-eu-france-poland-envoys.txt"
COMMANDS = sorted(main.commands)
FOLDERS = {"neo4j": 2, "parquet": 2, "tables": 10, "tables-parquet": 5}  # exports of several files, and how many


def run(*arguments: str | Path) -> Result:
    """A command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all samples; nobody writes to it."""
    folder = tmp_path_factory.mktemp("built") / "store"
    pipeline.build([ARTICLES], folder)
    return folder


# --- Help and exit codes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example:\n  kg {command}" in "\n".join(line[2:] for line in result.stdout.splitlines())


def test_the_program_helps_and_tells_its_version() -> None:
    assert "Example:" in run("--help").stdout
    assert run("-h").stdout == run("--help").stdout
    assert run("--version").stdout.strip() == f"kg, version {__version__}"


def test_the_program_without_a_command_shows_its_help_in_full() -> None:
    result = run()
    assert "Commands:\n" in result.output
    assert all(command in result.output for command in COMMANDS)


def test_a_build_says_what_it_read(tmp_path: Path) -> None:
    result = run("build", TALKS, "--store", tmp_path / "store")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == [
        "1 built, 0 refused",
        f"1 added, 0 replaced, 0 unchanged, 0 removed in {tmp_path / 'store'}",
    ]
    assert result.stderr == ""


def test_a_long_build_shows_how_far_it_is(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"note-{number}.txt").write_text(f"Trade grew by {number} percent in 2024.\n", "utf-8")
    result = run("build", tmp_path, "--store", tmp_path / "store")
    assert "reading" in result.stderr
    assert "20 built, 0 refused" in result.stdout


def test_a_check_without_findings_ends_with_0() -> None:
    result = run("check", TALKS)
    assert (result.exit_code, result.stdout) == (0, "1 article checked: nothing wrong (engine: compiled)\n")


def test_a_check_with_findings_ends_with_1() -> None:
    result = run("check", ENVOYS)
    assert result.exit_code == 1
    assert "VIOLATION [sum]" in result.stdout


def test_a_check_of_the_store_finds_what_a_check_of_the_files_finds(built: Path) -> None:
    assert (
        run("check", "--store", built, "--format", "json").stdout == run("check", ARTICLES, "--format", "json").stdout
    )


def test_a_check_can_be_a_standard_report(built: Path) -> None:
    result = run("check", "--store", built, "--format", "turtle")
    assert len(Graph().parse(data=result.stdout, format="turtle")) > 10


# --- Bad input: one line, exit code 2, nothing changed -----------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def empty(folder: Path) -> Path:
    return written(folder / "empty.txt", b"")


def blank(folder: Path) -> Path:
    return written(folder / "blank.txt", b" \n\t\n")


def picture(folder: Path) -> Path:
    return written(folder / "picture.png", PNG)


def picture_named_text(folder: Path) -> Path:
    return written(folder / "picture.txt", PNG)


def huge(folder: Path) -> Path:
    path = folder / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


def no_articles(folder: Path) -> Path:
    written(folder / "inner" / "readme.md", b"# nothing")
    return folder / "inner"


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


BAD_ARTICLES = [empty, blank, picture, picture_named_text, huge, no_articles, missing]


def fails(result: Result, *words: str) -> None:
    """One line on standard error, exit code 2, and nothing else."""
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("kg: ")
    assert all(word in line for word in words), line


@pytest.mark.parametrize("command", ["build", "facts", "check"])
@pytest.mark.parametrize("bad", BAD_ARTICLES, ids=lambda bad: bad.__name__)
def test_what_is_no_article_is_said_in_one_line(
    bad: Callable[[Path], Path], command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = bad(tmp_path)
    fails(run(command, path), path.name)
    assert not (tmp_path / "readout-store").exists()


@pytest.mark.parametrize("command", ["check", "facts", "coverage"])
def test_a_bad_file_among_good_ones_is_named_and_the_others_are_read(command: str, tmp_path: Path) -> None:
    alone, result = run(command, TALKS), run(command, TALKS, picture(tmp_path))
    assert (alone.exit_code, result.exit_code) == (0, 1)
    assert result.stdout == alone.stdout
    assert result.stderr == f"kg: {tmp_path / 'picture.png'}: not a text file\n"


def test_a_bad_file_among_good_ones_is_counted_and_the_others_are_built(tmp_path: Path) -> None:
    bad = empty(tmp_path), picture_named_text(tmp_path)
    result = run("build", ARTICLES, *bad, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        f"8 built, 2 refused ({bad[0]}: the file is empty; {bad[1]}: not a text file)"
    )
    assert len(Store.open(tmp_path / "store").graphs()) == 8


@pytest.mark.parametrize("bad", BAD_ARTICLES, ids=lambda bad: bad.__name__)
def test_a_strict_build_is_all_or_nothing(bad: Callable[[Path], Path], tmp_path: Path, built: Path) -> None:
    store = shutil.copytree(built, tmp_path / "store")
    fails(run("build", "--strict", TALKS, bad(tmp_path), "--store", store))
    assert Store.open(store).dump("nquads") == Store.open(built).dump("nquads")


def test_bad_input_is_one_line_in_a_process_of_its_own(tmp_path: Path) -> None:
    done = kg("build", huge(tmp_path), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert b"200 MB" in done.stderr


def test_every_missing_path_is_named() -> None:
    fails(run("check", "no-such-1", "no-such-2"), "no-such-1", "no-such-2")


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("build",),
        ("facts",),
        ("build", ARTICLES, "--workers", "0"),
        ("build", ARTICLES, "--workers", "many"),
        ("build", ARTICLES, "--no-such-option"),
        ("facts", ARTICLES, "--format", "xml"),
        ("check", "--format", "xml"),
        ("query", "who-received-whom", "--format", "xml"),
        ("export", "--format", "xml"),
        ("query",),
        ("query", ""),
        ("query", "no-such-question"),
        ("query", "no-such-file.rq"),
    ],
    ids=lambda arguments: " ".join(map(str, arguments)).replace(str(ARTICLES), "articles"),
)
def test_wrong_arguments_are_said_in_one_line(arguments: tuple[str, ...], built: Path) -> None:
    fails(run(*arguments, *(["--store", built] if arguments[0] in ("query", "export") else [])))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name",
        "SELEKT * WHERE { ?s ?p ?o }",
        "SELECT * WHERE { ?s unknown:prefix ?o }",
        "INSERT DATA { <http://x.y/a> <http://x.y/b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * WHERE { SERVICE <http://localhost:8/sparql> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_cannot_be_answered_is_said_in_one_line(query: str, built: Path) -> None:
    before = Store.open(built).dump("nquads")
    fails(run("query", query, "--store", built))
    assert Store.open(built).dump("nquads") == before


@pytest.mark.parametrize(
    "command", [["check"], ["query", "ASK { ?s ?p ?o }"], ["export"], ["analyse"], ["view"]], ids=lambda c: c[0]
)
def test_a_missing_store_is_said_in_one_line(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    fails(run(*command, "--store", tmp_path / "nowhere"), "kg build")
    fails(run(*command, "--store", tmp_path / "file"), "there is no store")
    fails(run(*command, "--store", tmp_path), "there is no store")


@pytest.mark.parametrize("place", ["file", "file/store", "."])
def test_a_build_into_what_is_no_store_is_said_in_one_line(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    fails(run("build", TALKS, "--store", tmp_path / place))
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("command", [["export", "--format", "csv"], ["view"]], ids=lambda c: c[0])
@pytest.mark.parametrize("place", ["no/such/folder/file", "."])
def test_an_output_that_cannot_be_written_is_said_in_one_line(
    command: list[str], place: str, built: Path, tmp_path: Path
) -> None:
    fails(run(*command, "--store", built, "-o", tmp_path / place), "cannot be written")


def test_a_closed_pipe_is_no_error(built: Path) -> None:
    command = [sys.executable, "-m", "kg", "export", "--format", "nquads", "--store", str(built)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


# --- Facts -------------------------------------------------------------------------------------------------------

FIELDS = {
    "": ["article", "key", "date", "people", "institutions", "frameworks", "meetings", "not_held", "figures"],
    "people": ["name", "aliases", "posts"],
    "posts": ["title", "of", "to"],
    "institutions": ["name", "aliases", "kind", "of"],
    "frameworks": ["name", "aliases", "kind", "parties"],
    "meetings": ["kind", "participants", "parties", "date", "place", "topics", "status"],
    "figures": [
        "surface", "value", "unit", "indicator", "measure", "reporter", "counterpart", "period", "base", "bound",
        "scope", "confidence",
    ],
}  # fmt: skip


def facts_of(*paths: Path) -> list[dict[str, object]]:
    result = run("facts", *paths)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def fields(facts: list[dict[str, object]]) -> dict[str, list[str]]:
    """The field names of every kind of fact, each list of names once."""
    found: dict[str, list[str]] = {}

    def visit(kind: str, value: object) -> None:
        if isinstance(value, dict):
            assert found.setdefault(kind, list(value)) == list(value)
            for name, inner in value.items():
                visit(name, inner)
        elif isinstance(value, list):
            for inner in value:
                visit(kind, inner)

    for fact in facts:
        visit("", fact)
    return found


def test_facts_have_the_fields_of_the_guidelines() -> None:
    assert fields(facts_of(ARTICLES)) == FIELDS


@needs_shared
def test_the_fields_are_those_of_the_example_in_the_guidelines() -> None:
    guidelines = (SHARED / "eval/GUIDELINES.md").read_text("utf-8")
    example = json.loads(guidelines.split("```json")[1].split("```")[0])
    # who writes facts down gives no key, only meetings that took place, and is sure
    ours = {"key", "not_held", "status", "scope", "confidence"}
    assert fields([example]) == {kind: [name for name in names if name not in ours] for kind, names in FIELDS.items()}


def test_facts_come_one_line_an_article_sorted_by_name() -> None:
    assert [fact["article"] for fact in facts_of(ARTICLES)] == sorted(path.stem for path in ARTICLES.glob("*.txt"))


def test_surfaces_are_words_of_the_text() -> None:
    (facts,) = facts_of(TALKS)
    text = TALKS.read_text("utf-8")
    figures = facts["figures"]
    assert isinstance(figures, list)
    assert figures
    assert all(figure["surface"] in text for figure in figures)


def test_facts_as_csv_have_one_row_a_fact() -> None:
    (facts,) = facts_of(TALKS)
    rows = list(csv.DictReader(io.StringIO(run("facts", TALKS, "--format", "csv").stdout)))
    kinds = ("people", "institutions", "frameworks", "meetings", "figures")
    assert list(rows[0]) == ["article", "kind", "fact", "details"]
    assert len(rows) == sum(len(facts[kind]) for kind in kinds)  # type: ignore[arg-type]
    assert {row["article"] for row in rows} == {TALKS.stem}


def test_facts_as_a_table_fit_the_screen() -> None:
    lines = run("facts", TALKS, "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["article", "kind", "fact", "details"]
    assert max(map(len, lines)) < 200


# --- Queries -----------------------------------------------------------------------------------------------------


def test_questions_are_listed_with_their_titles() -> None:
    listed = dict(line.split(None, 1) for line in run("query", "--list").stdout.splitlines())
    assert list(listed) == [name for name, _ in questions()]
    assert "who-received-whom" in listed
    assert len(set(listed.values())) == len(listed)


@pytest.mark.parametrize("name", [name for name, _ in questions()])
def test_every_named_question_is_answered(name: str, built: Path) -> None:
    result = run("query", name, "--store", built)
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) >= 1


@pytest.mark.parametrize("name", [name for name, _ in questions()])
def test_every_named_question_fixes_the_order_of_its_rows(name: str) -> None:
    query = (ROOT / "kg/queries/questions" / f"{name}.rq").read_text("utf-8")
    assert "ORDER BY" in query or "CONSTRUCT" in query or "ASK" in query


def test_a_query_can_stand_in_a_file(tmp_path: Path, built: Path) -> None:
    file = tmp_path / "people.rq"
    file.write_text(PEOPLE, "utf-8")
    by_file, inline = (run("query", text, "--store", built) for text in (file, PEOPLE))
    assert by_file.exit_code == 0
    assert by_file.stdout == inline.stdout


PEOPLE = (
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name } ORDER BY ?name"
)


def test_the_example_of_an_inline_query_works(built: Path) -> None:
    result = run("query", "SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name }", "--store", built)
    assert result.exit_code == 0, result.stderr


def test_answers_are_the_same_in_every_format(built: Path) -> None:
    table, as_csv, as_json = (
        run("query", PEOPLE, "--store", built, "--format", name).stdout for name in ("table", "csv", "json")
    )
    names = [row["name"] for row in json.loads(as_json)]
    assert names == sorted(names)
    assert len(names) > 5
    assert [row["name"] for row in csv.DictReader(io.StringIO(as_csv))] == names
    assert [line.strip() for line in table.splitlines()[2:]] == names


def test_ask_is_answered_by_true_or_false(built: Path) -> None:
    assert run("query", "ASK { ?s ?p ?o }", "--store", built, "--format", "csv").stdout == "answer\ntrue\n"
    no = run("query", "ASK { <http://x.y/a> ?p ?o }", "--store", built, "--format", "json")
    assert json.loads(no.stdout) == [{"answer": False}]


def test_construct_gives_triples(built: Path) -> None:
    query = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 5"
    for format_ in ("table", "turtle"):
        answer = run("query", query, "--store", built, "--format", format_).stdout
        assert len(Graph().parse(data=answer, format="turtle")) == 5
    fails(run("query", query, "--store", built, "--format", "json"), "--format turtle")
    fails(run("query", "ASK { ?s ?p ?o }", "--store", built, "--format", "turtle"), "CONSTRUCT")


def test_numbers_keep_their_digits(built: Path) -> None:
    result = run("query", "SELECT (40200000000.0 AS ?n) (1.46 AS ?m) {}", "--store", built, "--format", "json")
    assert json.loads(result.stdout) == [{"n": 40200000000, "m": 1.46}]


# --- Export, analyse, view -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", [format_ for format_ in exports.names() if format_ not in FOLDERS])
def test_an_export_to_a_file_has_what_the_screen_shows(format_: str, built: Path, tmp_path: Path) -> None:
    shown = run("export", "--format", format_, "--store", built)
    written_ = run("export", "--format", format_, "--store", built, "-o", tmp_path / "file")
    assert (shown.exit_code, written_.exit_code, written_.stdout) == (0, 0, "")
    assert (tmp_path / "file").read_bytes() == shown.stdout_bytes
    assert shown.stdout_bytes.endswith(b"\n")


def test_the_vocabulary_can_be_left_out_of_an_export(built: Path) -> None:
    whole, without = (
        named_graphs(run("export", "--format", "nquads", "--store", built, *options).stdout, "nquads")
        for options in ([], ["--no-vocabulary"])
    )
    assert set(whole) - set(without) == {"https://w3id.org/readout/graph/vocabulary"}
    assert set(without) - {"https://w3id.org/readout/graph/derived"} == {n for n in without if "/article/" in n}
    assert len(without) == 9


@pytest.mark.parametrize("format_", FOLDERS)
def test_an_export_of_several_files_needs_a_folder(format_: str, built: Path, tmp_path: Path) -> None:
    if "parquet" in format_:
        pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    shown = run("export", "--format", format_, "--store", built)
    assert (shown.exit_code, "with -o" in shown.stderr) == (2, True)
    assert run("export", "--format", format_, "--store", built, "-o", tmp_path / "new" / "folder").exit_code == 0
    assert len(list((tmp_path / "new" / "folder").iterdir())) == FOLDERS[format_]
    (tmp_path / "file").write_text("")
    assert run("export", "--format", format_, "--store", built, "-o", tmp_path / "file").exit_code == 2


def test_analyse_prints_four_tables(built: Path) -> None:
    result = run("analyse", "--store", built)
    assert result.exit_code == 0
    for title in ("Who met whom", "Most connected", "Brokers", "Trade per counterpart"):
        assert title in result.stdout


def test_an_analysis_comes_as_table_csv_or_json(built: Path) -> None:
    table, as_csv, as_json = (
        run("analyse", "who-met-whom", "--store", built, "--format", format_).stdout
        for format_ in ("table", "csv", "json")
    )
    assert table.startswith("Who met whom\n")
    rows = list(csv.DictReader(io.StringIO(as_csv)))
    assert [row["one"] for row in rows] == [row["one"] for row in json.loads(as_json)]
    assert isinstance(json.loads(as_json)[0]["articles"], list)


def test_the_analyses_are_listed(built: Path) -> None:
    assert "what-to-look-at" in run("analyse", "--list").stdout
    assert run("analyse", "nothing", "--store", built).exit_code == 2
    assert run("analyse", "--store", built, "--format", "csv").exit_code == 2


def test_an_analysis_is_drawn(built: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")
    assert run("analyse", "timeline", "--store", built, "--plot", tmp_path / "a.svg").exit_code == 0
    assert (tmp_path / "a.svg").read_text("utf-8").startswith("<?xml")
    assert run("analyse", "timeline", "--store", built, "--plot", tmp_path / "a.pdf").exit_code == 2


def test_a_brief_is_one_page_about_one_article(tmp_path: Path) -> None:
    result = run("brief", TALKS, "-o", tmp_path / "brief.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Questions to ask" in (tmp_path / "brief.html").read_text("utf-8")
    assert run("brief", ARTICLES).exit_code == 2


def test_view_writes_one_page(built: Path, tmp_path: Path) -> None:
    result = run("view", "--store", built, "-o", tmp_path / "page.html")
    assert result.exit_code == 0
    assert result.stdout == f"picture: {tmp_path / 'page.html'}\n"
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")
