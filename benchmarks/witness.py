"""What a second witness gives and costs: quality on gold, start-up, time an article.

usage: python benchmarks/witness.py GOLD_DIR [WITNESS]

Start-up is the shortest of five runs of ``kg facts`` on one short text in a process of its own; time an article is the
shortest of five readings of the whole folder, text to graph, divided by its articles. Ratios of one run compare,
absolute times do not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kg import pipeline
from kg.evaluate import Score, evaluate, gold_facts, mean
from kg.read import read
from kg.witness import NONE

RUNS = 5
SHOWN = ("people", "posts", "institutions", "meetings")


def shortest(work: Callable[[], object]) -> float:
    """The shortest time of several runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def start_up(witness: str) -> float:
    """Milliseconds from the shell to the facts of one short text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text("Foreign Minister Ana Roe met the guests.\n", "utf-8")
        command = [sys.executable, "-m", "kg", "facts", str(path), "--witness", witness]
        return shortest(lambda: subprocess.run(command, check=True, capture_output=True))


def per_article(texts: list[Path], witness: str) -> float:
    """Milliseconds an article, text to graph."""
    articles = [read(path) for path in texts]
    return shortest(lambda: [pipeline.graph_of(article, witness) for article in articles]) / len(articles)


def scores(gold: Path, witness: str) -> dict[str, Score]:
    """The scores of a reading on gold facts."""
    golds = gold_facts(gold)
    return evaluate(golds, {name: pipeline.facts_of(gold / f"{name}.txt", witness) for name in golds})


def rows(gold: Path, witness: str) -> Iterator[tuple[str, str]]:
    """The lines of the table for one witness."""
    found = scores(gold, witness)
    for kind in SHOWN:
        score = found[kind]
        yield f"{kind}: precision, recall, F1", f"{score.precision:.3f}  {score.recall:.3f}  {score.f1:.3f}"
    yield "mean F1 of all kinds", f"{mean(found):.4f}"
    yield "start-up", f"{start_up(witness):.0f} ms"
    yield "time an article", f"{per_article(sorted(gold.glob('*.txt')), witness):.1f} ms"


def main(gold: Path, witness: str) -> None:
    for name in dict.fromkeys((NONE, witness)):
        print(f"witness {name}")
        for label, figure in rows(gold, name):
            print(f"  {label:<36}{figure}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "spacy")
