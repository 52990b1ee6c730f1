"""The shapes alone: a standard report from Python, and the recipe of the documentation with pySHACL's own command."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, Literal
from spoiled import CASES, good, ntriples
from support import ARTICLES, ROOT, SHARED, graph_of, needs_shared

import kg
from kg.checks.engines import engine_named
from kg.checks.standard import validation_report
from kg.model import COMPILED, PYSHACL, ArticleGraph

BIN = Path(sys.executable).parent
# What engines need not share: the words of messages and the nodes that results are.
TOLD = (SH.focusNode, SH.value, SH.resultPath, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity)


def spoiled_graph() -> ArticleGraph:
    """One with a violation of a path and one of a query."""
    graph = good()
    spoils = dict(CASES)
    for shape in ("Observation-flow", "Hash-query"):
        spoils[shape](graph)
    return ArticleGraph("", "sample", "", tuple(line.removesuffix(" .") for line in ntriples(graph).splitlines()))


def told(report: Graph) -> list[tuple[str, ...]]:
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted(tuple(str(report.value(result, term)) for term in TOLD) for result in results)


def test_both_engines_give_the_same_standard_report() -> None:
    reports = [validation_report([spoiled_graph()], engine) for engine in (COMPILED, PYSHACL)]
    assert told(reports[0]) == told(reports[1])
    assert {str(SH.SPARQLConstraintComponent)} < {row[4] for row in told(reports[0])}
    for report in reports:
        (head,) = report.subjects(RDF.type, SH.ValidationReport)
        assert len(list(report.objects(head, SH.result))) == len(told(report))
        assert (head, SH.conforms, Literal(False)) in report


@pytest.mark.parametrize("engine", [COMPILED, PYSHACL])
def test_a_store_that_was_opened_validates_itself(engine: str, tmp_path: Path) -> None:
    kg.build(ARTICLES / "uzbekistan-foreign-trade-2019.txt", store=tmp_path / "store")
    report = kg.open(tmp_path / "store").validate(engine=engine)
    assert list(report.objects(None, SH.conforms)) == [Literal(True)]


def test_the_recipe_of_the_documentation_runs_with_the_command_of_pyshacl(tmp_path: Path) -> None:
    text = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    (recipe,) = (block for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) if "pyshacl -s" in block)
    kg.build(*sorted(ARTICLES.glob("*.txt"))[:3], store=tmp_path / "readout-store")
    (tmp_path / "shapes").symlink_to(ROOT / "shapes")
    command = recipe.replace(".venv/bin/", f"{BIN}/").replace(f"{BIN}/kg", f"{BIN}/python -m kg")
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["sh", "-ec", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Conforms: True" in done.stdout


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "eval" / "gold").glob("*.txt")), ids=lambda path: path.stem)
def test_both_engines_say_the_same_of_every_article_of_the_gold(path: Path) -> None:
    lines = graph_of(path).ntriples
    compiled, reference = (sorted(engine_named(engine).results(lines), key=repr) for engine in (COMPILED, PYSHACL))
    assert [r[:5] for r in compiled] == [r[:5] for r in reference]
