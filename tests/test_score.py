"""The facts of the first article, scored against gold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import SHARED, kg, needs_shared

FLOORS = {
    "people": 0.97,
    "posts": 0.97,
    "institutions": 0.9,
    "frameworks": 0.9,
    "meetings": 0.9,
    "topics": 0.9,
    "quantities": 0.97,
    "figures": 0.97,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """F1 for each kind of fact."""
    folder = tmp_path_factory.mktemp("score")
    (folder / "gold").mkdir()
    for suffix in ("json", "txt"):
        shutil.copy(SHARED / f"eval/gold/seed.{suffix}", folder / "gold")
    (folder / "facts.jsonl").write_bytes(kg("facts", folder / "gold/seed.txt").stdout)
    return scored(folder / "gold", folder / "facts.jsonl")


def scored(gold: Path, facts: Path) -> dict[str, float]:
    command = [sys.executable, str(SHARED / "eval/score.py"), str(gold), str(facts)]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split()[0]: float(line.split()[-1]) for line in table[1:-1]}


@needs_shared
def test_every_kind_of_fact_is_scored(scores: dict[str, float]) -> None:
    assert set(scores) == set(FLOORS)


@needs_shared
@pytest.mark.parametrize("kind", FLOORS)
def test_the_first_article_is_read_as_well_as_ever(scores: dict[str, float], kind: str) -> None:
    assert scores[kind] >= FLOORS[kind]
