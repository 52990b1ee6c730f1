"""Write what the documentation quotes: the outputs of commands, the reference pages and the pictures.

Run from anywhere, with Readout installed (``make run``)::

    .venv/bin/python tools/make_docs.py              outputs, reference pages and the answers on the gold, where it is
    .venv/bin/python tools/make_docs.py --picture    the pictures too; needs Chromium

A Markdown page carries markers, each an HTML comment on the line before a fenced block:

- ``<!-- run -->``: lines that begin with ``$ `` are commands; what they print is put below them. Commands must end
  with exit code 0, or with another that the marker names: ``<!-- run, exit 1 -->``.
- ``<!-- file: NAME -->``: the block is written to that file before the commands after it run.
- ``<!-- append: PATH -->``: the block is added to that file; the commands after it use a copy of the package.

The commands of a page run one after the other in a new folder that holds a copy of ``data/``.
"""

from __future__ import annotations

import argparse
import inspect
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pyoxigraph as ox
from rules_page import rules_page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
IMAGES = DOCS / "images"
GOLD = ROOT.parent / "shared" / "eval" / "gold"
ANSWERS = DOCS / "explanation" / "answers.md"
ROWS = 5
PORT = 8763
# The article is one of data/articles; its address ends in the hash of its key, which is its path.
PICTURES = {
    "graph": "file://{folder}/graph.html#findings",
    "article": "http://127.0.0.1:{port}/article/a93572cf870daa39#char=2885,2899",
    "figures": "http://127.0.0.1:{port}/figures",
    "sparql": "http://127.0.0.1:{port}/sparql",
}
WIDTH = 100

_BLOCK = re.compile(
    r"(?P<marker>^<!-- (?P<kind>run|file|append)(?P<argument>[^\n]*?) -->\n)(?P<fence>```[^\n]*\n)(?P<body>.*?)(?P<close>^```$)",
    re.MULTILINE | re.DOTALL,
)


# --- Outputs of commands ---------------------------------------------------------------------------------------


def documents() -> list[Path]:
    """The pages that people write, in a fixed order."""
    written = (path for path in DOCS.rglob("*.md") if path not in pages_made())
    return [ROOT / "README.md", *sorted(written)]


def pages_made() -> set[Path]:
    return {ANSWERS, *(DOCS / "reference" / name for name in REFERENCE)}


def rendered(text: str) -> str:
    """A page with every marked block as its commands print it now."""
    if not _BLOCK.search(text):
        return text
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "data", folder / "data")
        if "<!-- append:" in text:
            for part in ("kg", "ontology", "shapes"):
                shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        return _BLOCK.sub(lambda match: _block(match, folder), text)


def _block(match: re.Match[str], folder: Path) -> str:
    body, argument = match["body"], match["argument"].strip(" :,")
    if match["kind"] == "run":
        expected = int(argument.removeprefix("exit ")) if argument else 0
        commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
        body = "".join(f"$ {command}\n{_output(command, folder, expected)}" for command in commands)
    else:
        target = folder / argument
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w" if match["kind"] == "file" else "a", encoding="utf-8") as file:
            file.write(body)
    return match["marker"] + match["fence"] + body + match["close"]


def _output(command: str, folder: Path, expected: int) -> str:
    """What a command prints in a folder, errors included."""
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "COLUMNS": str(WIDTH),
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if (folder / "kg").is_dir():
        environment["PYTHONPATH"] = str(folder)
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if done.returncode != expected:
        raise SystemExit(f"'{command}' ended with {done.returncode}, not {expected}:\n{done.stdout}")
    lines = (line.rstrip() for line in done.stdout.splitlines())
    return "".join(f"{line}\n" for line in lines)


# --- Reference: command line -----------------------------------------------------------------------------------


def help_texts() -> dict[str, str]:
    """The help of ``kg`` and of each of its commands, as printed on a terminal of a fixed width."""
    from click.testing import CliRunner

    from kg.cli import main

    runner = CliRunner(env={"COLUMNS": str(WIDTH)})
    calls = {"kg": ["--help"], **{f"kg {name}": [name, "--help"] for name in main.commands}}
    return {name: runner.invoke(main, arguments, prog_name="kg").output for name, arguments in calls.items()}


def cli_page() -> str:
    parts = [
        "# Command line",
        "",
        "Each text below is what `--help` prints. `-h` does the same.",
        "",
        "| exit code | meaning |",
        "| --- | --- |",
        "| 0 | done; for `kg check`: nothing found |",
        "| 1 | `kg check` found something, or some of the files were refused and the others read |",
        "| 2 | bad input: one line on standard error says what to change |",
        "| 130 | stopped with Ctrl-C |",
    ]
    for name, text in help_texts().items():
        parts += ["", f"## {name}", "", "```text", text.strip("\n"), "```"]
    return "\n".join([*parts, ""])


# --- Reference: vocabulary and shapes --------------------------------------------------------------------------


class Turtle:
    """The triples of a Turtle file by subject, in the order of the file."""

    def __init__(self, path: Path) -> None:
        from kg.vocabulary import expand

        self._expand = expand
        self.subjects: dict[str, dict[str, list[Any]]] = {}
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            values = self.subjects.setdefault(_key(quad.subject), {})
            values.setdefault(quad.predicate.value, []).append(quad.object)

    def values(self, subject: str, name: str) -> list[str]:
        return [_key(value) for value in self.subjects.get(subject, {}).get(self._expand(name), [])]

    def value(self, subject: str, name: str) -> str:
        return next(iter(self.values(subject, name)), "")

    def of_type(self, *names: str) -> list[str]:
        types = {self._expand(name) for name in names}
        return [subject for subject in self.subjects if types & set(self.values(subject, "rdf:type"))]

    def list(self, head: str) -> list[str]:
        found = []
        while head and head != self._expand("rdf:nil"):
            found.append(self.value(head, "rdf:first"))
            head = self.value(head, "rdf:rest")
        return found


def _key(term: Any) -> str:
    return str(term.value) if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _name(iri: str) -> str:
    """A prefixed name in code type; shapes have a prefix that only their files use."""
    from kg.vocabulary import BASE, compact

    short = compact(iri)
    return f"`{short.replace(BASE + 'shape/', 'shape:').replace(BASE, 'readout:')}`"


def _names(iris: Iterable[str]) -> str:
    return ", ".join(_name(iri) for iri in iris)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    names = list(header)
    lines = [f"| {' | '.join(names)} |", f"| {' | '.join('---' for _ in names)} |"]
    return lines + [f"| {' | '.join(map(_cell, row))} |" for row in rows]


def ontology_page() -> str:
    own, codes = Turtle(ROOT / "ontology/kg.ttl"), Turtle(ROOT / "ontology/codes.ttl")
    parts = [
        "# Ontology",
        "",
        "Readout adds few terms of its own; they stand in `ontology/kg.ttl` under `https://w3id.org/readout/ontology#`"
        " (prefix `kg:`). Code lists stand in `ontology/codes.ttl`, topics in `ontology/topics.ttl` (and which of them EuroVoc"
        " has in `ontology/eurovoc.ttl`), states and unions in `ontology/parties.ttl`, heads of state and government in"
        " `ontology/heads.ttl`, bodies in `ontology/bodies.ttl`, frameworks known by name in"
        " `ontology/frameworks.ttl`, currencies in `ontology/currencies.ttl`. The last table"
        " shows the terms in use, beside the standard ones.",
        "",
        "## Classes",
        "",
        *_table(
            ("class", "label", "below", "definition"),
            (
                (
                    _name(c),
                    own.value(c, "rdfs:label"),
                    _names(own.values(c, "rdfs:subClassOf")),
                    own.value(c, "rdfs:comment"),
                )
                for c in own.of_type("owl:Class")
            ),
        ),
        "",
        "## Properties",
        "",
        *_table(
            ("property", "label", "from", "to", "below", "definition"),
            (
                (
                    _name(p),
                    own.value(p, "rdfs:label"),
                    _names(own.values(p, "rdfs:domain")),
                    _names(own.values(p, "rdfs:range")),
                    _names(own.values(p, "rdfs:subPropertyOf")),
                    own.value(p, "rdfs:comment") + _code_list(own, p),
                )
                for p in own.of_type("owl:ObjectProperty", "owl:DatatypeProperty")
            ),
        ),
        "",
        "## The structure of the figures",
        "",
        own.value(own.of_type("qb:DataStructureDefinition")[0], "rdfs:comment"),
        "",
        *_table(("component", "role", "property"), _components(own)),
        "",
        "## Code lists",
        "",
        "The words by which texts name the entries are left out here; they stand in the file.",
    ]
    for scheme in codes.of_type("skos:ConceptScheme"):
        parts += ["", f"### {codes.value(scheme, 'rdfs:label')} ({_name(scheme)})", ""]
        entries = [s for s in codes.subjects if scheme in codes.values(s, "skos:inScheme")]
        if not entries:
            parts.append(f"The entries stand in `ontology/{codes.value(scheme, 'rdfs:label')}.ttl`.")
            continue
        parts += _table(
            ("code", "label", "below", "definition"),
            (
                (
                    _name(e),
                    codes.value(e, "skos:prefLabel"),
                    _names(codes.values(e, "skos:broader")),
                    codes.value(e, "skos:definition"),
                )
                for e in entries
            ),
        )
    parts += [
        "",
        "## What the graphs hold",
        "",
        "Each class in the graphs of `data/articles`, standard or ours, with the properties of its members.",
        "",
    ]
    parts += _table(("class", "its properties"), _standard_terms())
    return "\n".join([*parts, ""])


def _code_list(own: Turtle, subject: str) -> str:
    lists = own.values(subject, "qb:codeList")
    return f" Codes: {_names(lists)}." if lists else ""


def _components(own: Turtle) -> Iterator[tuple[str, str, str]]:
    for component in own.of_type("qb:ComponentSpecification"):
        for role in ("dimension", "measure", "attribute"):
            for prop in own.values(component, f"qb:{role}"):
                needed = " (required)" if own.value(component, "qb:componentRequired") == "true" else ""
                yield _name(component), role + needed, _name(prop)


def _standard_terms() -> list[tuple[str, str]]:
    """The classes of article graphs with the properties that their members have."""
    from kg import pipeline
    from kg.store import Store

    store = Store.memory(*pipeline.graphs([ROOT / "data" / "articles"]))
    rows = store.select("SELECT DISTINCT ?class ?property WHERE { ?thing a ?class ; ?property ?value }")
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(_name(row["class"]), set()).add(_name(row["property"]))
    return [(cls, ", ".join(sorted(found[cls] - {"`rdf:type`"}))) for cls in sorted(found)]


_CONSTRAINTS = (
    ("sh:minCount", "at least {}"),
    ("sh:maxCount", "at most {}"),
    ("sh:datatype", "of type {}"),
    ("sh:class", "a {}"),
    ("sh:nodeKind", "kind {}"),
    ("sh:hasValue", "with the value {}"),
    ("sh:minInclusive", "from {}"),
    ("sh:minExclusive", "above {}"),
    ("sh:pattern", "matching {}"),
    ("sh:lessThanOrEquals", "not above {}"),
)


def shapes_page() -> str:
    parts = [
        "# Shapes",
        "",
        "The SHACL shapes stand in `shapes/`, one file a subject. A finding of a shape carries the shape's name in lower"
        " case as its rule (`span`, `meeting`, `observation`, ...). Where no severity is given it is `sh:Violation`.",
        "",
        "The shapes of `shapes/referee.ttl` are for other engines. `kg check` leaves their rules to the referee, which"
        " explains what it finds and looks for a repair. See [How the referee judges](../explanation/referee.md).",
    ]
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        turtle = Turtle(path)
        shapes = turtle.of_type("sh:NodeShape")
        if not shapes:
            continue
        comment = path.read_text("utf-8").split("\n", 1)[0].lstrip("# ")
        parts += ["", f"## `shapes/{path.name}`", "", comment]
        for shape in shapes:
            parts += _shape(turtle, shape)
    return "\n".join([*parts, ""])


def _shape(turtle: Turtle, shape: str) -> Iterator[str]:
    label = turtle.value(shape, "rdfs:label")
    yield ""
    yield f"### {_name(shape)}" + (f": {label}" if label else "")
    yield ""
    targets = turtle.values(shape, "sh:targetClass")
    yield f"Applies to: {_names(targets)}." if targets else "Used by other shapes."
    yield f"Severity: {_severity(turtle, shape)}."
    if turtle.value(shape, "sh:or"):
        yield f"One of these must hold: {_names(turtle.list(turtle.value(shape, 'sh:or')))}."
        yield f"Message: {turtle.value(shape, 'sh:message')}"
    rows = [
        (
            _name(part),
            _path(turtle, turtle.value(part, "sh:path")),
            _constraints(turtle, part),
            turtle.value(part, "sh:message"),
        )
        for part in turtle.values(shape, "sh:property")
    ]
    rows += [
        (_name(part), "a SPARQL query", "no answer", turtle.value(part, "sh:message"))
        for part in turtle.values(shape, "sh:sparql")
    ]
    yield ""
    yield from _table(("part", "path", "value", "message"), rows)


def _severity(turtle: Turtle, shape: str) -> str:
    return _name(turtle.value(shape, "sh:severity") or turtle._expand("sh:Violation"))


def _path(turtle: Turtle, path: str) -> str:
    for form, joint in (("sh:alternativePath", " or "), ("sh:inversePath", "")):
        head = turtle.value(path, form)
        if head:
            return joint.join(_name(step) for step in turtle.list(head)) or f"^{_name(head)}"
    return _name(path)


def _constraints(turtle: Turtle, part: str) -> str:
    words = []
    for prop, phrase in _CONSTRAINTS:
        words.extend(phrase.format(_name(v) if v.startswith("http") else f"`{v}`") for v in turtle.values(part, prop))
    if turtle.value(part, "sh:in"):
        values = turtle.list(turtle.value(part, "sh:in"))
        words.append("one of " + ", ".join(_name(v) if v.startswith("http") else f"`{v}`" for v in values))
    severity = turtle.value(part, "sh:severity")
    return "; ".join([*words, *([f"severity {_name(severity)}"] if severity else [])])


def questions_page() -> str:
    parts = [
        "# Questions",
        "",
        "Each is a file in `kg/queries/questions/`. Ask with `kg query NAME`.",
        "",
    ]
    rows = []
    for path in sorted((ROOT / "kg/queries/questions").glob("*.rq")):
        text = path.read_text("utf-8")
        select = next(line for line in text.splitlines() if line.startswith("SELECT"))
        rows.append((f"`{path.stem}`", text.split("\n", 1)[0].lstrip("# "), _columns(select)))
    return "\n".join([*parts, *_table(("name", "question", "columns"), rows), ""])


def _columns(select: str) -> str:
    """The columns of a SELECT line; of a bracketed expression only its name."""
    flat = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*AS \?(\w+)\)", r"?\1", select)
    return ", ".join(f"`{name}`" for name in re.findall(r"\?(\w+)", flat))


# --- Reference: Python -----------------------------------------------------------------------------------------


def python_page() -> str:
    import kg
    import kg.analyse
    import kg.checks
    import kg.evaluate
    import kg.model
    import kg.pipeline
    import kg.questions
    import kg.reading
    import kg.store
    import kg.witness

    parts = [
        "# Python",
        "",
        "`import kg` is the public face. The modules below it may be used too; what is not listed here may change.",
        "",
        "## `kg`",
        "",
        *_examples(kg.__doc__ or ""),
    ]
    for name in kg.__all__:
        parts += _entry(name, getattr(kg, name))
    for module, names in (
        (kg.pipeline, None),
        (kg.store, ["Store", "Answer", "updating"]),
        (kg.checks, kg.checks.__all__),
        (kg.analyse, kg.analyse.__all__),
        (kg.questions, None),
        (kg.witness, ["Witness", "Candidate"]),
        (kg.evaluate, ["gold_facts", "evaluate", "mean", "Score"]),
        (kg.reading, None),
        *((import_module(f"{folder}.claim"), None) for folder in _kinds()),
        (kg.model, [name for part in _parts(kg.model) for name in _public(part) if name in kg.model.__all__]),
    ):
        parts += ["", f"## `{module.__name__}`", "", _doc(module)]
        for name in names or _public(module):
            parts += _entry(name, getattr(module, name))
    return "\n".join([*parts, ""])


def _kinds() -> list[str]:
    """The packages of the kinds of fact that have claims."""
    import kg.kinds

    folders = (f"kg.kinds.{module.name}" for module in iter_modules(kg.kinds.__path__) if module.ispkg)
    return [folder for folder in folders if find_spec(f"{folder}.claim")]


def _parts(package: Any) -> list[Any]:
    """The modules of a package, in the order in which the work passes through them."""
    names = ("text", "graph", "report", "coverage", "derived", "table", "errors")
    return [import_module(f"{package.__name__}.{name}") for name in names]


def _public(module: Any) -> list[str]:
    """The classes and functions that a module defines, in the order of its source."""
    found = [
        (inspect.getsourcelines(value)[1], name)
        for name, value in vars(module).items()
        if not name.startswith("_")
        and getattr(value, "__module__", "") == module.__name__
        and (inspect.isclass(value) or inspect.isfunction(value))
    ]
    return [name for _, name in sorted(found)]


def _doc(thing: Any) -> str:
    return _prose(inspect.getdoc(thing) or "")


def _prose(text: str) -> str:
    """A docstring without the roles of reStructuredText."""
    return re.sub(r":\w+:`~?([^`]+)`(?: s\b)?", r"`\1`", text).replace("``", "`")


def _examples(doc: str) -> Iterator[str]:
    """A docstring with its ``>>>`` lines as a block of code, spaced as the formatter of the project wants it."""
    lines = _prose(inspect.cleandoc(doc)).splitlines()
    code = [re.sub(r" +# ", "  # ", line.removeprefix(">>> ")) for line in lines if line.startswith(">>> ")]
    imports = sum(line.startswith(("from ", "import ")) for line in code)
    code[imports:imports] = [""] if imports else []
    yield from (line for line in lines if not line.startswith(">>> "))
    if code:
        yield from ("```python", *code, "```")


class _Plain(str):
    """An annotation that prints as it stands in the source."""

    def __repr__(self) -> str:
        return str(self)


def _annotation(value: Any) -> str:
    return _Plain(getattr(value, "__forward_arg__", value))


def _signature(function: Any) -> str:
    """The signature as in the source, without ``self``."""
    signature = inspect.signature(function)
    empty = inspect.Parameter.empty
    parameters = [
        p if p.annotation is empty else p.replace(annotation=_annotation(p.annotation))
        for p in signature.parameters.values()
        if p.name not in ("self", "cls")
    ]
    result = signature.return_annotation
    return str(signature.replace(parameters=parameters, return_annotation=_annotation(result)))


def _entry(name: str, value: Any) -> Iterator[str]:
    yield from ("", f"### {name}", "")
    if inspect.isfunction(value):
        yield from ("```python", f"{name}{_signature(value)}", "```", "", _doc(value))
    elif inspect.isclass(value):
        yield _doc(value)
        fields = {k: v for k, v in vars(value).get("__annotations__", {}).items() if not k.startswith("_")}
        if fields:
            yield ""
            yield from _table(("field", "type"), ((f"`{k}`", f"`{_annotation(v)}`") for k, v in fields.items()))
        methods = list(_methods(value))
        if methods:
            yield from ("", *methods)
    else:
        yield "A dictionary of plain JSON values; see [Facts](facts.md)."


def _methods(cls: Any) -> Iterator[str]:
    for name, value in vars(cls).items():
        function = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        if name.startswith("_"):
            continue
        if inspect.isfunction(function):
            yield f"- `{name}{_signature(function)}`: {' '.join(_doc(function).split())}"
        elif isinstance(value, property):
            yield f"- `{name}`: {' '.join(_doc(value).split())}"


# --- Reference: analyses ---------------------------------------------------------------------------------------


def _answers(folder: Path) -> Iterator[tuple[str, str, Any]]:
    """Each analysis with what it answers, and its table for the articles of a folder."""
    from kg import pipeline
    from kg.analyse import analyse, names
    from kg.store import Store

    graphs, store = pipeline.graphs([folder]), Store.memory(vocabulary_too=True)
    store.replace(graphs, pipeline.derived_of(graphs))
    store.settle()
    findings = pipeline.check_store(store)[0].findings
    for name, what in names():
        yield name, what, analyse(name, store, lambda: findings)


def analyses_page() -> str:
    parts = [
        "# Analyses",
        "",
        "`kg analyse NAME` answers in a sentence and a table, in which every row names its articles. The answers below are",
        "those for `data/articles`; [Answers on the development gold](../explanation/answers.md) has those for other articles.",
    ]
    for name, what, table in _answers(ROOT / "data" / "articles"):
        drawn = f" Drawn as {table.chart.kind}." if table.chart else ""
        parts += ["", f"## `{name}`", "", f"{what}.{drawn}", "", f"> {table.answer}", ""]
        parts.append("Columns: " + ", ".join(f"`{column}`" for column in table.header) + ".")
    return "\n".join([*parts, ""])


REFERENCE: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "ontology.md": ontology_page,
    "shapes.md": shapes_page,
    "questions.md": questions_page,
    "python.md": python_page,
    "rules.md": lambda: rules_page(ROOT),
    "analyses.md": analyses_page,
}


def answers_page() -> str:
    """The answers for the articles of the development gold, which stand beside the project."""
    parts = [
        "# Answers on the development gold",
        "",
        "What the [analyses](../reference/analyses.md) answer for the 31 articles of the [development gold](evaluation.md), each",
        f"with its first {ROWS} rows. They are news of many houses from 2008 to 2025, in which few pairs meet twice. An answer is as",
        "good as the reading: a name, side or figure misread stands here too.",
    ]
    for name, what, table in _answers(GOLD):
        shown = [header for header in table.header if header != "articles"]
        rows = [[_shown(cell) for cell in row[: len(shown)]] for row in table.rows[:ROWS]]
        more = len(table.rows) - len(rows)
        parts += [
            "",
            f"## {table.title}",
            "",
            f"`kg analyse {name}`: {what[0].lower()}{what[1:]}.",
            "",
            f"> {table.answer}",
            "",
        ]
        parts += _table(shown, rows)
        parts += ["", f"… and {more:,} more."] if more else []
    return "\n".join([*parts, ""])


def _shown(value: Any) -> str:
    """A cell, of which a long list keeps its first entries."""
    if isinstance(value, tuple):
        return ", ".join([*value[:ROWS], *(["…"] if len(value) > ROWS else [])])
    text = "" if value is None else f"{value:,}" if isinstance(value, int | Decimal) else str(value)
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


# --- The pictures ----------------------------------------------------------------------------------------------


def pictures() -> None:
    """Screenshots of ``kg view`` and of the pages of ``kg serve``, all of ``data/articles``."""
    from playwright.sync_api import sync_playwright

    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        raise SystemExit("the pictures need Chromium: install chromium, or leave --picture out")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "data", folder / "data")
        _output("kg build data/articles && kg view -o graph.html", folder, 0)
        command = [str(Path(sys.executable).parent / "kg"), "serve", "--port", str(PORT)]
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            server.stdout.readline()
            for picture, address in PICTURES.items():
                page.goto(address.format(folder=folder, port=PORT))
                page.wait_for_timeout(2000)
                target = IMAGES / f"{picture}.png"
                target.write_bytes(smaller(page.screenshot()))
                print(f"picture: {target.relative_to(ROOT)} ({target.stat().st_size / 1000:.0f} kB)")
            server.terminate()
        chromium.close()


def smaller(png: bytes) -> bytes:
    """A picture with at most 256 colours, which takes a third of the space."""
    chunks: list[tuple[bytes, bytes]] = []
    place = 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        chunks.append((png[place + 4 : place + 8], png[place + 8 : place + 8 + length]))
        place += 12 + length
    width, height, depth, colour, *_ = struct.unpack(">IIBBBBB", chunks[0][1])
    if (depth, colour) not in ((8, 2), (8, 6)):
        return png
    step = 3 if colour == 2 else 4
    lines = _lines(zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT")), width, height, step)
    pixels = [[line[i : i + 3] for i in range(0, width * step, step)] for line in lines]
    counts = Counter(pixel for line in pixels for pixel in line)
    palette = _palette(counts)
    index = {pixel: _nearest(pixel, palette) for pixel in counts}
    rows = b"".join(b"\0" + bytes(index[pixel] for pixel in line) for line in pixels)
    made = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return png[:8] + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in made
    )


def _palette(counts: Counter[bytes]) -> list[bytes]:
    """The most frequent colour of each of the 256 fullest boxes, so that rare hues are not lost to shades of grey."""
    boxes: dict[tuple[int, ...], Counter[bytes]] = {}
    for pixel, count in counts.items():
        boxes.setdefault(tuple(value >> 4 for value in pixel), Counter())[pixel] = count
    fullest = sorted(boxes.values(), key=lambda box: -box.total())[:256]
    return [box.most_common(1)[0][0] for box in fullest]


def _nearest(pixel: bytes, palette: list[bytes]) -> int:
    return min(range(len(palette)), key=lambda k: sum((a - b) ** 2 for a, b in zip(pixel, palette[k], strict=True)))


def _lines(data: bytes, width: int, height: int, step: int) -> Iterator[bytes]:
    """The lines of a picture without the filters of PNG (ISO/IEC 15948, clause 9)."""
    size = width * step
    above = bytes(size)
    for row in range(height):
        start = row * (size + 1)
        kind, line = data[start], bytearray(data[start + 1 : start + 1 + size])
        for i in range(size):
            left = line[i - step] if i >= step else 0
            corner = above[i - step] if i >= step else 0
            line[i] = (line[i] + _predicted(kind, left, above[i], corner)) & 255
        above = bytes(line)
        yield above


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda v: abs(guess - v))
    return (0, left, up, (left + up) // 2)[kind]


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes what the documentation quotes.")
    parser.add_argument("--picture", action="store_true", help="take the pictures too (needs Chromium)")
    arguments = parser.parse_args()
    (DOCS / "reference").mkdir(parents=True, exist_ok=True)
    for name, page in REFERENCE.items():
        _write(DOCS / "reference" / name, page())
    if GOLD.is_dir():
        _write(ANSWERS, answers_page())
    for path in documents():
        _write(path, rendered(path.read_text("utf-8")))
    if arguments.picture:
        pictures()


def _write(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
        print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
