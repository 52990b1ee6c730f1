"""What several tests share: where things stand, small graphs, and the command line in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from kg import pipeline
from kg.model import ArticleGraph
from kg.read import read
from kg.read.text import article
from kg.vocabulary import BASE, expand

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "data" / "articles"
SHARED = ROOT / "../shared"
TALKS = ARTICLES / "kazakhstan-eu-talks-2024.txt"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the gold articles (../shared) are not here")


@cache
def graph_of(path: Path) -> ArticleGraph:
    """The graph of an article file."""
    return pipeline.graph_of(read(path))


def graph_of_text(text: str, name: str = "sample") -> ArticleGraph:
    """The graph of a text."""
    return pipeline.graph_of(article(name, text))


def tiny(name: str, digest: str, *facts: str) -> ArticleGraph:
    """A graph made by hand: its name, which is its key too, and hash, and facts as N-Triples without their final stop."""
    iri = f"{BASE}article/{name}"
    own = {
        f'<{iri}> <{expand("schema:identifier")}> "{name}"',
        f'<{iri}> <{expand("dcterms:identifier")}> "{name}"',
        f'<{iri}> <{expand("kg:sha256")}> "{digest}"',
        f'<{iri}> <{expand("nif:isString")}> "text {digest}"',
        f"<{iri}/{digest}> <{expand('dcterms:isVersionOf')}> <{iri}>",
    }
    return ArticleGraph(iri, name, digest, tuple(sorted({*own, *facts})), name)


def fact(subject: str, label: str) -> str:
    """One triple: a thing and its label."""
    return f'<{BASE}id/{subject}> <{expand("rdfs:label")}> "{label}"'


def kg(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def python(code: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A piece of Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def named_graphs(data: bytes | str, format_: str) -> dict[str, Graph]:
    """The named graphs of a document; rdflib's own parsers use what rdflib deprecates."""
    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        dataset.parse(data=data, format=format_)
    found: dict[str, Graph] = {}
    for subject, predicate, object_, graph in dataset.quads():
        found.setdefault(str(graph), Graph()).add((subject, predicate, object_))
    return found


def serving(folder: Path) -> Iterator[str]:
    """The address of ``kg serve`` over a store, in a process of its own."""
    port = str(free_port())
    command = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')", "serve", "--port", port]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--store", str(folder)], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert " at http" in process.stdout.readline()
            address = f"http://127.0.0.1:{port}"
            for _ in range(100):
                try:
                    urllib.request.urlopen(address + "/sparql", timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
