"""Whichever SHACL engine runs the shapes, the findings are the same, and the report names it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from engines import is_refereed
from spoiled import CASES, NAMES, Spoil, good, ntriples
from support import ARTICLES, ROOT, SHARED, TALKS, graph_of, kg, needs_shared

from kg.checks.engines import engine_named
from kg.checks.lookup import Lookup
from kg.checks.shapes import shape_findings
from kg.model import AUTO, COMPILED, PYSHACL, BadInput, Finding

SPOILS = {case: spoil for (shape, spoil), case in zip(CASES, NAMES, strict=True) if not is_refereed(shape)}
GOLD = sorted((SHARED / "eval" / "gold").glob("*.txt"))
OWN = sorted(ARTICLES.glob("*.txt"))
MANY = [*OWN, *sorted((ROOT / "data" / "evaluation").glob("*.txt")), *sorted((SHARED / "eval").glob("gold*/*.txt"))]
WITHOUT_COMPILED = "import sys; sys.modules['shacl'] = None; from kg.cli import main; main(sys.argv[1:])"


def found(triples: Sequence[str], engine: str) -> list[Finding]:
    return sorted(shape_findings(Lookup(triples), triples, "sample", engine_named(engine)), key=repr)


def with_holes(triples: Sequence[str]) -> list[str]:
    """A graph that lacks every seventh triple, so that many shapes speak."""
    return [triple for number, triple in enumerate(triples) if number % 7]


def without_compiled(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command line on a machine for which the compiled engine has no wheel."""
    command = [sys.executable, "-c", WITHOUT_COMPILED, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_both_engines_find_the_same_in_a_spoiled_graph(spoil: Spoil) -> None:
    graph = good()
    spoil(graph)
    triples = [line.removesuffix(" .") for line in ntriples(graph).splitlines()]
    assert found(triples, COMPILED) == found(triples, PYSHACL) != []


@pytest.mark.parametrize("path", OWN[::3], ids=lambda path: path.stem)
def test_both_engines_find_the_same_in_an_article(path: Path) -> None:
    triples = graph_of(path).triples
    assert found(triples, COMPILED) == found(triples, PYSHACL)


@needs_shared
@pytest.mark.parametrize("path", GOLD[::5], ids=lambda path: path.stem)
def test_both_engines_find_the_same_in_an_article_with_holes(path: Path) -> None:
    triples = with_holes(graph_of(path).triples)
    assert found(triples, COMPILED) == found(triples, PYSHACL) != []


@pytest.mark.soak
def test_both_engines_find_the_same_in_all_articles_whole_and_with_holes() -> None:
    findings = 0
    for path in MANY:
        whole = graph_of(path).triples
        for triples in (whole, with_holes(whole)):
            findings += len(found(triples, COMPILED))
            assert found(triples, COMPILED) == found(triples, PYSHACL), path
    print(f"{2 * len(MANY)} graphs, {findings} findings, the same by both engines")


def test_auto_takes_the_compiled_engine() -> None:
    assert engine_named(AUTO).name == COMPILED


def test_auto_falls_back_where_the_compiled_engine_cannot_be_imported() -> None:
    done = without_compiled("check", TALKS)
    assert (done.returncode, done.stdout) == (0, "1 article checked: nothing wrong (engine: pyshacl)\n"), done.stderr


def test_an_unknown_engine_is_bad_input() -> None:
    with pytest.raises(BadInput, match="no engine is called 'jena'; known are auto, compiled, pyshacl"):
        engine_named("jena")


def test_the_compiled_engine_is_not_replaced_in_silence() -> None:
    done = without_compiled("check", TALKS, "--engine", COMPILED)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kg: the compiled engine is not installed")


@pytest.mark.parametrize("engine", [COMPILED, PYSHACL])
def test_the_report_names_the_engine_that_was_asked_for(engine: str) -> None:
    assert f"(engine: {engine})" in kg("check", TALKS, "--engine", engine).stdout.decode()
