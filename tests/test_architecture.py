"""Imports run down only, libraries stay where they belong, and modules and functions stay small."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support import ROOT

from kg.reading import kinds

PACKAGE = ROOT / "kg"
FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {file: ast.parse(file.read_text("utf-8")) for file in FILES}
STAGES = {"read", "witness", "checks", "store", "analyse", "explain", "export", "evaluate"}
FLOORS = {
    "model": 0,
    "registry": 1,
    "vocabulary": 1,
    "languages": 2,
    "graph": 2,
    "language": 3,
    "discourse": 4,
    "kinds": 4,
    "reading": 5,
    "batch": 1,
    "questions": 6,
    **dict.fromkeys(STAGES, 6),
    "pipeline": 7,
    "opened": 7,
    "serve": 7,
    "": 8,
    "cli": 9,
    "__main__": 10,
}
HOMES = {
    "chardet": ("read/",),
    "click": ("cli/",),
    "matplotlib": ("export/charts.py",),
    "jinja2": ("serve/",),
    "networkx": ("analyse/", "export/"),
    "shacl": ("checks/engines/compiled.py",),
    "pyshacl": ("checks/engines/reference.py",),
    "starlette": ("serve/",),
    "uvicorn": ("serve/",),
    "resiliparse": ("read/",),
    "pyarrow": ("export/parquet.py",),
    "pyoxigraph": ("store/", "vocabulary.py"),
    "rdflib": ("__init__.py", "checks/engines/reference.py", "checks/report.py", "checks/standard.py", "opened.py"),
    "spacy": ("witness/spacy_model.py",),
    "urllib.request": ("witness/llm.py",),
}
# Kinds of fact and the discourse ask one another, as the kinds say; circles are forbidden to them as to all.
ROOMS = {"kinds", "discourse"}
# What a kind shows to every other: its claims and how they are written.
OPEN = {"claim", "rdf"}
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 60


def name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def part(module: str) -> str:
    """The part of the package that a module is in: "checks" for kg.checks.report, "" for kg itself."""
    return [*module.split("."), ""][1]


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py").replace("__init__", "")


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports; "from kg import pipeline" is an import of kg.pipeline."""
    for node in ast.walk(TREES[file]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(file)} imports relative to itself"
            module = node.module or ""
            for alias in node.names:
                inner = PACKAGE.parent / module.replace(".", "/") / alias.name
                yield f"{module}.{alias.name}" if inner.is_dir() or inner.with_suffix(".py").is_file() else module


def own(file: Path) -> set[str]:
    """The parts of the package that a file imports, its own part left out."""
    return {part(module) for module in imports(file) if module.split(".")[0] == "kg"} - {part_of(file)}


def test_every_module_stands_on_a_known_floor() -> None:
    assert {part_of(file) for file in FILES} == set(FLOORS)


def test_imports_run_down_only() -> None:
    upward = {
        name(file): found
        for file in FILES
        if (found := {other for other in own(file) - ROOMS if FLOORS[other] >= FLOORS[part_of(file)]})
    }
    assert not upward, f"modules that import what is not below them: {upward}"


def test_no_modules_import_in_a_circle() -> None:
    modules = {
        f"kg.{name(file).removesuffix('.py').removesuffix('/__init__').replace('/', '.')}": file for file in FILES
    }
    graph = {module: {other for other in imports(file) if other in modules} for module, file in modules.items()}
    TopologicalSorter(graph).prepare()


def test_a_kind_asks_only_those_that_it_names() -> None:
    strange = {
        name(file): found
        for file in (PACKAGE / "kinds").glob("*/*.py")
        if (found := {other for other in asked(file) if other not in allowed(file.parent.name)})
    }
    assert not strange, f"modules that ask kinds which their own does not name: {strange}"


def asked(file: Path) -> set[str]:
    """The other kinds whose marking or reading a file imports."""
    parts = [module.split(".") for module in imports(file) if module.startswith(("kg.kinds.", "kg.discourse."))]
    named = {p[2] for p in parts if len(p) > 3 and p[3] not in OPEN} | {p[2] for p in parts if p[1] == "discourse"}
    return named - {file.parent.name, "dateline"}


def allowed(kind: str) -> set[str]:
    """The kinds that come before one in the loops, also at a distance."""
    known, found, new = kinds(), set[str](), {kind}
    while new:
        found |= new
        new = {n for k in new for n in (*known[k].marks_after, *known[k].reads_after)} - found
    return found


def test_stages_never_import_one_another() -> None:
    sideways = {
        name(file): found
        for file in FILES
        if part_of(file) in STAGES and (found := own(file) & (STAGES | {"pipeline"}))
    }
    assert not sideways, f"stages that import stages: {sideways}"


def test_the_model_knows_no_library() -> None:
    roots = {module.split(".")[0] for file in (PACKAGE / "model").glob("*.py") for module in imports(file)}
    assert roots - {"kg"} <= sys.stdlib_module_names


def test_every_library_has_a_home() -> None:
    used = {module.split(".")[0] for file in FILES for module in imports(file)}
    assert used - sys.stdlib_module_names - {"kg"} <= set(HOMES)


@pytest.mark.parametrize("library", HOMES)
def test_a_library_stays_at_home(library: str) -> None:
    users = {name(file) for file in FILES if any(f"{module}.".startswith(f"{library}.") for module in imports(file))}
    assert {user for user in users if not user.startswith(HOMES[library])} == set()


def test_modules_are_short() -> None:
    lengths = {name(file): len(file.read_text("utf-8").splitlines()) for file in FILES}
    long = {module: count for module, count in lengths.items() if count > MOST_LINES}
    assert not long, f"modules over {MOST_LINES} lines: {long}"


def test_functions_are_short() -> None:
    long = {
        f"{name(file)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for file in FILES
        for node in ast.walk(TREES[file])
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    }
    assert not long, f"functions over {MOST_LINES_OF_A_FUNCTION} lines: {long}"
