"""A server that is asked for long, rightly and wrongly, keeps its memory and its files."""

from __future__ import annotations

import http.client
import os
import random
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from support import ARTICLES, ROOT, free_port

from kg import pipeline

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory and file handles are read from /proc")

LIGHT = "SELECT ?name { ?p a foaf:Person ; rdfs:label ?name } ORDER BY ?name"
TRIPLES = "CONSTRUCT { ?p rdfs:label ?name } WHERE { ?p a foaf:Person ; rdfs:label ?name }"
HEAVY = ["SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "SELECT * { ?a ?b ?c . ?d ?e ?f }"]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PATHS = ["/", "/graph", "/graph.json", "/figures", "/analyses", "/analyses/who-met-whom", "/id/emmanuel-macron", "/no"]
Ask = Callable[[int, random.Random], int]


def page(port: int, chance: random.Random) -> int:
    return _status(port, "GET", chance.choice(PATHS), headers={"Accept": "text/html"})


def query(port: int, chance: random.Random) -> int:
    return _status(port, "GET", "/sparql?" + urlencode({"query": chance.choice([LIGHT, TRIPLES])}))


def form(port: int, chance: random.Random) -> int:
    return _status(port, "POST", "/sparql", urlencode({"query": LIGHT}), FORM)


def mistake(port: int, chance: random.Random) -> int:
    wrong = [
        "SELEKT",
        "SELECT * { SERVICE <http://x.y/> {} }",
        "{" * 5000,
        "\ud7ff",
    ]
    return _status(port, "POST", "/sparql", urlencode({"query": chance.choice(wrong)}), FORM)


def foreign(port: int, chance: random.Random) -> int:
    return _status(port, "GET", "/sparql", headers=chance.choice([{"Origin": "https://x.y"}, {"Host": "x.y"}]))


def broken_off(port: int, chance: random.Random) -> int:
    begun = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(begun[: chance.randrange(len(begun))])
    return 0


def heavy(port: int, chance: random.Random) -> int:
    return _status(port, "GET", "/sparql?" + urlencode({"query": chance.choice(HEAVY)}))


def _status(port: int, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


USUAL: list[Ask] = [page, query, query, form, mistake, foreign, broken_off]


@contextmanager
def serving(folder: Path, errors: Path) -> Iterator[tuple[int, int]]:
    """The process and the port of ``kg serve``; what it complains of goes to a file."""
    port = free_port()
    command = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')", "serve", "--store", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with (
        errors.open("wb") as told,
        subprocess.Popen(
            [*command, "--port", str(port)], env=environment, stdout=subprocess.PIPE, stderr=told
        ) as server,
    ):
        try:
            assert server.stdout is not None
            assert b" at http" in server.stdout.readline()
            yield server.pid, port
        finally:
            server.terminate()
            server.wait(30)


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(child) for task in tasks for child in task.read_text().split()]
    return [pid, *(one for child in children for one in family(child))]


def memory(pid: int) -> float:
    """Megabytes of a process and all that it started, what they share counted once."""
    rolls = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in family(pid)]
    return sum(int(roll.split("Pss:")[1].split()[0]) for roll in rolls) / 1024


def handles(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def hammer(port: int, count: int, seed: int) -> Counter[int]:
    """Asks so often, four at a time, and counts the answers by their status."""
    chance = random.Random(seed)
    asks = [(chance.choice(USUAL), random.Random(chance.random())) for _ in range(count)]
    asks += [(heavy, random.Random(number)) for number in range(count // 200)]
    chance.shuffle(asks)
    with ThreadPoolExecutor(4) as pool:
        return Counter(pool.map(lambda ask: ask[0](port, ask[1]), asks))


@pytest.mark.parametrize("count", [200, pytest.param(10_000, marks=pytest.mark.soak)])
def test_memory_and_file_handles_stay_flat(tmp_path: Path, count: int) -> None:
    pipeline.build([ARTICLES], tmp_path / "store")
    with serving(tmp_path / "store", tmp_path / "errors") as (pid, port):
        hammer(port, 200, 0)  # every page, worker and template has been used
        before, files = memory(pid), handles(pid)
        statuses = hammer(port, count, 1)
        after, left = memory(pid), handles(pid)
        assert query(port, random.Random(0)) == 200
    print(
        f"{sum(statuses.values())} requests: {dict(statuses)}; {before:.0f} to {after:.0f} MB, {files} to {left} files"
    )
    assert not statuses.keys() - {0, 200, 400, 403, 404, 413, 503}
    assert after < before * 1.3  # a worker that has just started has not grown yet
    assert left <= files + 4
    complaints = set((tmp_path / "errors").read_text("utf-8").splitlines())
    assert complaints <= {"WARNING:  Invalid HTTP request received."}
