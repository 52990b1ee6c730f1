"""The endpoint under load: ten clients that ask the named questions for a minute, while one of them asks what never ends.

usage: python benchmarks/endpoint.py [SECONDS] [CLIENTS]

Prints requests per second, the median and the 95th percentile of the time to an answer, and the errors.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

from kg import pipeline
from kg.questions import questions, sparql

PORT = 8764
ENDPOINT = f"http://127.0.0.1:{PORT}/sparql"
ARTICLES = Path(__file__).parents[1] / "data" / "articles"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def ask(query: str) -> tuple[float, int]:
    """The time to the whole answer, and its status."""
    begin = time.perf_counter()
    try:
        with urllib.request.urlopen(f"{ENDPOINT}?{urlencode({'query': query})}", timeout=60) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        status = error.code
    return time.perf_counter() - begin, status


def run(seconds: float, clients: int, endless: bool) -> None:
    queries = [sparql(name) for name, _ in questions()]
    done: list[tuple[float, int]] = []
    end = time.perf_counter() + seconds

    def client(number: int) -> None:
        turn = number
        while time.perf_counter() < end:
            done.append(ask(queries[turn % len(queries)]))
            turn += 1

    def stubborn() -> None:
        while time.perf_counter() < end:
            ask(ENDLESS)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    threads += [threading.Thread(target=stubborn)] * endless
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(taken for taken, _ in done)
    errors = sum(status != 200 for _, status in done)
    middle, high = times[len(times) // 2], times[int(0.95 * len(times))]
    print(
        f"{'with an endless query: ' if endless else ''}{len(times) / seconds:.0f} answers/s, median {1000 * middle:.0f} ms,"
        f" p95 {1000 * high:.0f} ms, {errors} errors of {len(times)}"
    )


def main(seconds: float, clients: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        pipeline.build([ARTICLES], folder)
        command = [sys.executable, "-m", "kg", "serve", "--store", str(folder), "--port", str(PORT)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
            while True:
                try:
                    ask("ASK {}")
                    break
                except OSError:
                    time.sleep(0.2)
            run(seconds, clients, endless=False)
            run(seconds, clients, endless=True)
            server.terminate()


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] or ["60", "10"])))
