"""Formats, checks, analyses and exports come from tables in the package and from entry points of other packages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import ROOT, kg

from kg.model import BadInput
from kg.registry import Registry

TOY = """
from kg.checks import Check
from kg.model import Finding, Table
from kg.read.text import article


def read(path, data):
    return article(path.stem, data.decode("utf-8")[::-1])


class Loud(Check):
    def __init__(self):
        self.loud = []

    def article(self, graph, lookup):
        if any("!" in (lookup.one(text, "nif:isString") or "") for text in lookup.of_class("schema:NewsArticle")):
            self.loud.append(graph)
            yield Finding(graph.name, "loud", "info", "The article shouts.", graph.iri)

    def across(self):
        if len(self.loud) > 1:
            yield Finding(self.loud[0].name, "crowd", "info", f"{len(self.loud)} articles shout.", self.loud[0].iri)


def how_many(graph):
    '''How many articles there are.'''
    rows = graph.select("SELECT ?a WHERE { ?a a schema:NewsArticle }")
    return Table("Articles", f"There are {len(rows)}.", ("number",), ((len(rows),),))


def labels(source):
    return "|".join(sorted(node.label for node in source.network().nodes))


def shelves(source):
    return {"one.txt": "1", "two.txt": "2"}
"""
POINTS = """
[kg.readers]
toy = toy_plug_in:read
[kg.checks]
loud = toy_plug_in:Loud
[kg.analyses]
how-many = toy_plug_in:how_many
[kg.exports]
labels = toy_plug_in:labels
shelves = toy_plug_in:shelves
turtle = nowhere:turtle
broken = nowhere:broken
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An installed package that adds one of each, as pip would leave it, and articles in its format."""
    metadata = tmp_path / "site" / "toy_plug_in-1.0.dist-info"
    metadata.mkdir(parents=True)
    (tmp_path / "site" / "toy_plug_in.py").write_text(TOY, "utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-plug-in\nVersion: 1.0\n", "utf-8")
    (metadata / "entry_points.txt").write_text(POINTS, "utf-8")
    (tmp_path / "articles").mkdir()
    for name, end in (("a", "!"), ("b", "! Really!")):
        text = f"Foreign Minister Ana Roe of Spain met President Tarn Vell of Kenya in Madrid{end}\n"
        (tmp_path / "articles" / f"{name}.toy").write_text(text[::-1], "utf-8")
    return tmp_path


def with_toys(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return kg(*arguments, cwd=folder, PYTHONPATH=f"{folder / 'site'}:{ROOT}")


def test_another_package_adds_a_format_a_check_an_analysis_and_an_export(folder: Path) -> None:
    built = with_toys(folder, "build", "articles")
    assert built.stdout.startswith(b"read 2 articles"), built.stderr
    found = with_toys(folder, "check").stdout.decode()
    assert found.count("INFO [loud]") == 2
    assert "INFO [crowd] a: 2 articles shout." in found
    assert b"There are 2." in with_toys(folder, "analyse", "how-many").stdout
    assert b"how-many            How many articles there are\n" in with_toys(folder, "analyse", "--list").stdout
    assert b"|Ana Roe" in b"|" + with_toys(folder, "export", "--format", "labels").stdout


def test_an_export_of_several_files_needs_a_folder(folder: Path) -> None:
    with_toys(folder, "build", "articles")
    assert with_toys(folder, "export", "--format", "shelves").stderr.startswith(
        b"kg: shelves is 2 files; name a folder"
    )
    with_toys(folder, "export", "--format", "shelves", "-o", "out")
    assert (folder / "out" / "two.txt").read_text("utf-8") == "2"


def test_the_command_line_takes_its_choices_from_the_registry(folder: Path) -> None:
    assert "|labels|" in "".join(with_toys(folder, "export", "--help").stdout.decode().split())
    assert "|labels|" not in "".join(kg("export", "--help").stdout.decode().split())
    done = kg("export", "--format", "labels", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith(b"kg: Invalid value for '--format': 'labels' is not one of csv, csv-nodes, dot")


def test_without_the_package_its_files_are_no_articles(folder: Path) -> None:
    done = kg("build", "articles", cwd=folder)
    assert done.returncode == 2
    assert b"holds no article (*.htm, *.html, *.txt)" in done.stderr


def test_the_names_of_the_package_are_taken(folder: Path) -> None:
    with_toys(folder, "build", "articles")
    assert with_toys(folder, "export", "--format", "turtle").stdout.startswith(b"@prefix")


def test_what_cannot_be_loaded_is_named(folder: Path) -> None:
    with_toys(folder, "build", "articles")
    done = with_toys(folder, "export", "--format", "broken")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"kg: the export format broken (nowhere:broken) cannot be loaded: No module named")


def test_one_file_in_the_folder_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = tmp_path / "toy_box"
    box.mkdir()
    (box / "__init__.py").touch()
    (box / "helper.py").write_text("SIZE = 1\n", "utf-8")
    (box / "first.py").write_text("TOYS = {'ball': 1, 'kite': 2}\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert Registry[int]("toy", "box.toys", "toy_box").names() == ["ball", "kite"]
    (box / "second.py").write_text("TOYS = {'drum': 3}\n", "utf-8")
    toys = Registry[int]("toy", "box.toys", "toy_box")
    assert (toys.names(), toys.named("drum"), "doll" in toys) == (["ball", "drum", "kite"], 3, False)
    with pytest.raises(BadInput, match="no toy is called 'doll'; known are ball, drum, kite"):
        toys.named("doll")
