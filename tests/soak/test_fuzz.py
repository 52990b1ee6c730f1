"""Whatever a file holds, it is read or refused in one line, and soon; ``make soak`` tries many more than ``make test``."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

import pytest
from mutations import seeds, spoiled

from kg.checks import coverage_of
from kg.export.facts import facts
from kg.model import BadInput
from kg.pipeline import findings_of, graph_of
from kg.read import read
from kg.read.text import article
from kg.store import Store

SLOWEST = 5.0


def tried(file: Path) -> str:
    """What becomes of a file: read, or the line by which it is refused."""
    try:
        found = read(file)
    except BadInput as error:
        return str(error)
    graph = graph_of(found)
    findings_of(graph)
    json.dumps(facts(Store.single(graph)))
    coverage_of(graph, found)
    return "read"


def fuzz(folder: Path, first: int, count: int) -> list[float]:
    """Tries inputs by their numbers; every traceback names the number that makes the input again."""
    texts, times = seeds(), []
    graph_of(article("warm", texts[0]))  # the vocabulary is loaded once
    for number in range(first, first + count):
        file = folder / f"input{('.txt', '.html')[number % 2]}"
        file.write_bytes(spoiled(Random(number), texts))
        start = time.process_time()
        try:
            told = tried(file)
        except Exception as error:
            raise AssertionError(f"input {number} is neither read nor refused: {error!r}") from error
        assert told == "read" or "\n" not in told, f"input {number}: {told}"
        times.append(time.process_time() - start)
        assert times[-1] < SLOWEST, f"input {number} takes {times[-1]:.1f} s"
    return times


def test_spoiled_articles_are_read_or_refused_in_one_line(tmp_path: Path) -> None:
    fuzz(tmp_path, 0, 200)


@pytest.mark.soak
def test_twenty_thousand_spoiled_articles_are_read_or_refused_in_one_line(tmp_path: Path) -> None:
    times = sorted(fuzz(tmp_path, 1000, 20_000))
    print(f"median {times[10_000] * 1e3:.0f} ms, 99 % within {times[19_800] * 1e3:.0f} ms, longest {times[-1]:.2f} s")
