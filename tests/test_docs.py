"""The documentation is true: outputs are real, reference pages are complete, links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import struct
import sys
import tomllib
import zlib
from functools import cache
from pathlib import Path
from types import ModuleType

import click
import pytest
from support import ARTICLES, ROOT, needs_shared

from kg import __version__, pipeline
from kg.cli import main
from kg.questions import questions
from kg.store import Store
from kg.vocabulary import compact

DOCS = ROOT / "docs"
MOST_BYTES_OF_A_PICTURE = 250_000


def _tool() -> ModuleType:
    sys.path.insert(0, str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "tools" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


make_docs = _tool()
WRITTEN = make_docs.documents()
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])


def text(path: Path) -> str:
    return path.read_text("utf-8")


def page(name: str) -> str:
    return text(DOCS / "reference" / name)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def sample_store() -> Store:
    graphs, store = pipeline.graphs([ARTICLES]), Store.memory(vocabulary_too=True)
    store.replace(graphs, pipeline.derived_of(graphs))
    store.settle()
    return store


# --- What commands print ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_every_quoted_output_is_what_the_command_prints(path: Path) -> None:
    assert make_docs.rendered(text(path)) == text(path), "run tools/make_docs.py"


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_every_shown_command_has_a_marker(path: Path) -> None:
    shown = re.findall(r"^(.*)\n```console$", text(path), re.MULTILINE)
    assert all(line.startswith("<!-- run") for line in shown)


@pytest.mark.parametrize("path", [ROOT / "README.md", DOCS / "tutorial.md"], ids=name)
def test_the_first_pages_quote_commands(path: Path) -> None:
    assert len(re.findall(r"^\$ kg ", text(path), re.MULTILINE)) >= 5


# --- Reference -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reference", make_docs.REFERENCE)
def test_every_reference_page_is_as_the_tool_writes_it(reference: str) -> None:
    assert page(reference) == make_docs.REFERENCE[reference](), "run tools/make_docs.py"


@needs_shared
def test_the_answers_on_the_gold_are_as_the_tool_writes_them() -> None:
    assert text(make_docs.ANSWERS) == make_docs.answers_page(), "run tools/make_docs.py"


@pytest.mark.parametrize("command", ["kg", *(f"kg {command}" for command in main.commands)])
def test_the_help_of_every_command_is_quoted(command: str) -> None:
    assert f"## {command}\n\n```text\n{make_docs.help_texts()[command].strip()}\n```" in page("cli.md")


@pytest.mark.parametrize("command", main.commands.values(), ids=lambda command: command.name)
def test_every_command_has_help_with_an_example_and_every_option_a_place(command: click.Command) -> None:
    section = page("cli.md").split(f"## kg {command.name}\n")[1].split("\n## ")[0]
    assert command.help
    assert "Example:" in command.help
    options = [o for p in command.params if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)]
    assert all(option in section for option in options)


def test_every_class_and_property_is_documented_with_a_definition() -> None:
    own = make_docs.Turtle(ROOT / "ontology/kg.ttl")
    terms = own.of_type("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "qb:DataStructureDefinition")
    defined = [term for term in terms if own.value(term, "rdfs:label") and own.value(term, "rdfs:comment")]
    assert defined == terms
    rows = [term for term in terms if not compact(term).endswith("Structure")]
    assert [term for term in rows if f"| `{compact(term)}` |" not in page("ontology.md")] == []


def test_every_code_is_documented() -> None:
    codes = make_docs.Turtle(ROOT / "ontology/codes.ttl")
    entries = codes.of_type("skos:Concept")
    assert entries
    assert [code for code in entries if f"| `{compact(code)}` |" not in page("ontology.md")] == []


def test_every_shape_is_documented_with_its_message() -> None:
    for path in (ROOT / "shapes").glob("*.ttl"):
        turtle = make_docs.Turtle(path)
        for shape in turtle.of_type("sh:NodeShape"):
            assert f"### {make_docs._name(shape)}" in page("shapes.md")
        messages = [m for subject in turtle.subjects for m in turtle.values(subject, "sh:message")]
        assert [m for m in messages if m not in page("shapes.md")] == []


def test_every_public_name_is_documented() -> None:
    import kg

    assert [public for public in kg.__all__ if f"### {public}\n" not in page("python.md")] == []


def test_every_field_of_the_facts_is_documented() -> None:
    def fields(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(fields, value.values()))
        return set().union(*map(fields, value)) if isinstance(value, list) else set()

    found = set().union(*(fields(pipeline.facts_of(path)) for path in sorted(ARTICLES.glob("*.txt"))))
    assert {field for field in found if f"`{field}`" not in page("facts.md")} == set()


# --- Questions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "title"), questions())
def test_every_question_has_a_title_and_an_order_over_all_columns(question: str, title: str) -> None:
    query = text(ROOT / "kg/queries/questions" / f"{question}.rq")
    assert "?" in title
    columns = sample_store().query(query).variables
    order = query.rsplit("ORDER BY", 1)[1]
    assert [column for column in columns if not re.search(rf"\?{column}\b", order)] == []


@pytest.mark.parametrize("question", [question for question, _ in questions() if "not-match" not in question])
def test_every_question_has_an_answer_in_the_sample_articles(question: str) -> None:
    assert sample_store().query(text(ROOT / "kg/queries/questions" / f"{question}.rq")).rows


def test_all_quotes_match() -> None:
    assert not sample_store().query(text(ROOT / "kg/queries/questions/quotes-that-do-not-match.rq")).rows


# --- Links, paths, pictures ------------------------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text(path), flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_internal_links_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"```.*?```", "", text(path), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", prose):
        if link.startswith(("http://", "https://")):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_files_and_names_in_code_type_exist(path: Path) -> None:
    prose = re.sub(r"```.*?```", "", text(path), flags=re.DOTALL)
    paths = re.findall(r"`((?:kg|ontology|shapes|tests|tools|web|data|docs)/[\w./-]*)`", prose)
    built = ("web/node_modules",)
    assert [p for p in paths if not (ROOT / p).exists() and not p.startswith(built)] == []
    for constant in re.findall(r"`(_[A-Z_]+)`", prose):
        assert f"\n{constant} = " in text(ROOT / "kg/kinds/quantities/marking.py")


def test_every_page_is_reached_from_the_overview() -> None:
    overview = text(DOCS / "README.md")
    pages = [p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.md") if p != DOCS / "README.md"]
    assert [p for p in pages if f"({p})" not in overview] == []


@pytest.mark.parametrize("picture", make_docs.PICTURES)
def test_every_picture_is_small_and_shown(picture: str) -> None:
    path = make_docs.IMAGES / f"{picture}.png"
    data = path.read_bytes()
    assert len(data) < MOST_BYTES_OF_A_PICTURE
    assert struct.unpack(">II", data[16:24]) == (1400, 900)
    assert f"({name(path)})" in text(ROOT / "README.md")


def test_a_picture_of_few_colours_keeps_them_when_it_is_made_smaller() -> None:
    rows = [b"\x10\x20\x30" + b"\xf0\xe0\xd0", b"\xf0\xe0\xd0" * 2]
    header = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    small = make_docs.smaller(png)
    palette = small.split(b"PLTE")[1][:6]
    length = struct.unpack(">I", small[small.index(b"IDAT") - 4 :][:4])[0]
    pixels = zlib.decompress(small[small.index(b"IDAT") + 4 :][:length])
    drawn = [b"".join(palette[3 * k : 3 * k + 3] for k in pixels[start + 1 : start + 3]) for start in (0, 3)]
    assert drawn == rows


# --- What else must not go out of date -------------------------------------------------------------------------


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    names = [re.split(r"[<>=~\[]", requirement)[0] for requirement in project["dependencies"]]
    explained = text(DOCS / "explanation/dependencies.md")
    assert [n for n in names if f"| `{n}` |" not in explained] == []


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{__version__}]" in text(ROOT / "CHANGELOG.md")


def test_the_readme_names_the_targets_of_make() -> None:
    targets = re.findall(r"^(run|test):", text(ROOT / "Makefile"), re.MULTILINE)
    assert sorted(targets) == ["run", "test"]
    assert [t for t in targets if f"make {t}" not in text(ROOT / "README.md")] == []


def test_every_folder_of_the_package_stands_in_the_readme() -> None:
    folders = [p for p in (ROOT / "kg").iterdir() if p.is_dir() and any(p.glob("*.*")) and p.name != "__pycache__"]
    assert [p.name for p in folders if f"`kg/{p.name}/`" not in text(ROOT / "README.md")] == []
