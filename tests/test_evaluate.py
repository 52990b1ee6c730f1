"""The evaluation gives the project's scorer's numbers, and the reader keeps its floors on the gold it was measured on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import pipeline
from kg.evaluate import KINDS, evaluate, fingerprint, gold_facts, mean
from kg.model import BadInput

SHARED = Path(__file__).parents[1] / ".." / "shared" / "eval"
needs_gold = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the gold articles beside the project are not here"
)

# F1 on the development gold with this fingerprint; a floor is raised with the reader, never lowered silently.
GOLD = "unset"
FLOORS = {
    "people": 0.0,
    "posts": 0.0,
    "institutions": 0.0,
    "frameworks": 0.0,
    "meetings": 0.0,
    "topics": 0.0,
    "quantities": 0.0,
    "figures": 0.0,
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


@needs_gold
@pytest.mark.parametrize("kind", list(KINDS))
def test_the_reader_keeps_its_floor(kind: str, found: dict[str, dict[str, object]]) -> None:
    golds = gold_facts(SHARED / "gold")
    if fingerprint(golds) != GOLD:
        pytest.skip(f"the floors were measured on other gold ({GOLD}, here {fingerprint(golds)})")
    assert evaluate(golds, found)[kind].f1 >= FLOORS[kind]
