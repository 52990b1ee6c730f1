"""The evaluation gives the project's scorer's numbers, and the reader keeps its floors on the gold it was measured on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import pipeline
from kg.evaluate import evaluate, fingerprint, gold_facts, mean
from kg.model import BadInput

SHARED = Path(__file__).parents[1] / ".." / "shared" / "eval"
SETS = {"gold": SHARED / "gold", "own": Path(__file__).parents[1] / "data" / "evaluation"}
needs_gold = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the gold articles beside the project are not here"
)

# F1 on a set with this fingerprint, rounded down to hundredths; a floor is raised with the reader, never lowered silently.
FLOORS = {
    "gold": (
        "6a3768275d80",
        {
            "people": 0.98,
            "posts": 0.9,
            "institutions": 0.92,
            "frameworks": 0.87,
            "meetings": 0.84,
            "topics": 0.75,
            "quantities": 0.99,
            "figures": 0.88,
        },
    ),
    "own": (
        "6f28ade16aae",
        {
            "people": 0.95,
            "posts": 0.83,
            "institutions": 0.83,
            "frameworks": 0.77,
            "meetings": 0.75,
            "topics": 0.56,
            "quantities": 0.97,
            "figures": 0.71,
        },
    ),
}

GOLD_FACTS = {
    "article": "a",
    "people": [{"name": "Ana Roe", "posts": [{"title": "Minister of Trade", "of": "Spain", "to": None}]}],
    "institutions": [{"name": "Ministry of Trade", "aliases": ["MoT"]}],
    "meetings": [{"kind": "visit", "participants": [], "parties": ["Spain", "Kenya"], "topics": ["trade", "energy"]}],
    "figures": [
        {
            "value": 5,
            "unit": "percent",
            "indicator": "exports",
            "measure": "growth",
            "reporter": "Spain",
            "counterpart": None,
            "period": "2023",
        }
    ],
}


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, object]]:
    return {path.stem: pipeline.facts_of(path) for path in sorted((SHARED / "gold").glob("*.txt"))}


def test_facts_equal_to_the_gold_score_one() -> None:
    scores = evaluate({"a": GOLD_FACTS}, {"a": GOLD_FACTS})
    assert mean({k: s for k, s in scores.items() if s.gold}) == 1.0


def test_an_unread_article_misses_everything() -> None:
    scores = evaluate({"a": GOLD_FACTS}, {})
    assert scores["people"].recall == 0.0
    assert [fact["name"] for _, fact in scores["topics"].missed] == ["trade", "energy"]


def test_a_wrong_sign_is_a_right_quantity_and_a_wrong_figure() -> None:
    wrong = json.loads(json.dumps(GOLD_FACTS))
    wrong["figures"][0]["value"] = -5
    scores = evaluate({"a": GOLD_FACTS}, {"a": wrong})
    assert (scores["quantities"].f1, scores["figures"].f1) == (1.0, 0.0)


def test_a_folder_without_gold_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no gold"):
        gold_facts(tmp_path)


@needs_gold
def test_the_numbers_are_those_of_the_scorer(tmp_path: Path, found: dict[str, dict[str, object]]) -> None:
    lines = tmp_path / "facts.jsonl"
    lines.write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in found.values()), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / "gold"), str(lines)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scores = evaluate(gold_facts(SHARED / "gold"), found)
    for kind, score in scores.items():
        row = next(line.split() for line in printed.splitlines() if line.startswith(kind))
        assert row[1:] == [str(score.gold), f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"]


@pytest.mark.parametrize("name", FLOORS)
def test_the_reader_keeps_its_floors(name: str) -> None:
    folder = SETS[name]
    if not folder.is_dir():
        pytest.skip(f"the articles of {name} are not here")
    golds = gold_facts(folder)
    known, floors = FLOORS[name]
    if fingerprint(golds) != known:
        pytest.skip(f"the floors were measured on other gold ({known}, here {fingerprint(golds)})")
    read = {path.stem: pipeline.facts_of(path) for path in sorted(folder.glob("*.txt"))}
    scores = evaluate(golds, read)
    assert {kind: scores[kind].f1 for kind, floor in floors.items() if scores[kind].f1 < floor} == {}
