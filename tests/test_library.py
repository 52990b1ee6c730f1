"""The package as a library: three lines to a graph, facts and a report."""

from __future__ import annotations

from pathlib import Path
from pkgutil import iter_modules

import pytest
from rdflib import Dataset, URIRef
from support import ARTICLES, TALKS, graph_of, python

import kg
from kg import BadInput, Report, build, check, facts
from kg.store import Store

ENVOYS = ARTICLES / "kazakhstan-eu-france-poland-envoys.txt"


def test_an_article_becomes_a_dataset_with_one_named_graph() -> None:
    dataset = build(TALKS)
    assert isinstance(dataset, Dataset)
    assert {graph for _, _, _, graph in dataset.quads()} == {URIRef(graph_of(TALKS).iri)}
    assert len(dataset.graph(URIRef(graph_of(TALKS).iri))) == len(graph_of(TALKS).triples)


def test_the_vocabulary_comes_along_when_asked_for() -> None:
    graphs = {str(graph) for _, _, _, graph in build(TALKS, vocabulary=True).quads()}
    assert graphs == {graph_of(TALKS).iri, "https://w3id.org/readout/graph/vocabulary"}


def test_a_build_can_fill_a_store(tmp_path: Path) -> None:
    build(ARTICLES, store=tmp_path / "store")
    assert len(Store.open(tmp_path / "store").graphs()) == 8


def test_facts_are_plain_data() -> None:
    (found,) = facts(TALKS)
    assert found["article"] == TALKS.stem
    assert {"name", "aliases", "posts"} == set(found["people"][0])


def test_a_check_gives_a_report() -> None:
    report = check(str(TALKS), ENVOYS)
    assert isinstance(report, Report)
    assert not report.conforms
    assert {finding.article for finding in report.findings} == {ENVOYS.stem}


@pytest.mark.parametrize("call", [build, facts, check])
def test_what_is_no_article_raises_bad_input(call: object, tmp_path: Path) -> None:
    assert callable(call)
    with pytest.raises(BadInput, match="no such file"):
        call(tmp_path / "missing")
    with pytest.raises(BadInput, match="name at least one"):
        call()


def test_every_public_name_is_there_and_documented() -> None:
    for name in kg.__all__:
        assert getattr(kg, name).__doc__ or name == "Facts", name


def test_importing_the_package_loads_no_slow_library() -> None:
    done = python("import sys, kg; print(sorted({'rdflib', 'networkx', 'click', 'pyshacl'} & set(sys.modules)))")
    assert done.stdout == b"[]\n"


def test_help_loads_no_library_but_that_of_the_command_line() -> None:
    slow = (
        "{'networkx', 'pyoxigraph', 'pyshacl', 'rdflib', 'resiliparse', 'shacl', 'starlette', 'jinja2', 'kg.pipeline'}"
    )
    done = python(
        f"import sys\nfrom kg.cli import main\nmain(['--help'], standalone_mode=False)\nprint(sorted({slow} & set(sys.modules)))"
    )
    assert done.stdout.splitlines()[-1] == b"[]"


def test_no_public_name_is_also_a_part_of_the_package() -> None:
    assert set(kg.__all__) & {module.name for module in iter_modules(kg.__path__)} == set()


def test_three_lines_are_enough() -> None:
    code = "from kg import build, facts, check\nimport sys\nprint(len(build(sys.argv[1])), facts(sys.argv[1])[0]['article'], check(sys.argv[1]).conforms)"
    done = python(code, TALKS)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().split()[1:] == [TALKS.stem, "True"]
