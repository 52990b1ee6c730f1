"""Slips of the pen planted in the gold articles: how many the referee finds and explains."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from support import ROOT, SHARED, needs_shared

from kg import pipeline
from kg.checks import check_all

GOLD = SHARED / "eval/gold"


@cache
def mutations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutations", ROOT / "benchmarks/mutations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutations"] = module
    spec.loader.exec_module(module)
    return module


@cache
def outcomes() -> list[Any]:
    return [outcome for outcome in mutations().outcomes(GOLD) if outcome.counts]


@needs_shared
def test_at_least_95_percent_of_the_slips_are_caught() -> None:
    caught = [outcome for outcome in outcomes() if outcome.caught]
    assert len(outcomes()) > 200
    assert len(caught) >= 0.95 * len(outcomes())


@needs_shared
@pytest.mark.parametrize("kind", ["scale", "point", "digit", "sign", "swap"])
def test_every_slip_in_the_number_itself_is_caught(kind: str) -> None:
    assert all(outcome.caught for outcome in outcomes() if outcome.kind == kind)


@needs_shared
def test_the_right_repair_is_named_for_at_least_84_percent() -> None:
    caught = [outcome for outcome in outcomes() if outcome.caught]
    assert sum(outcome.listed for outcome in caught) >= 0.95 * len(caught)
    assert sum(outcome.alone for outcome in caught) >= 0.84 * len(caught)


@needs_shared
def test_a_wrong_repair_is_hardly_ever_named_alone() -> None:
    assert sum(outcome.misled for outcome in outcomes()) <= 0.1 * len(outcomes())


@needs_shared
def test_the_untouched_articles_give_these_findings_and_nothing_else() -> None:
    found = check_all(pipeline.graphs([GOLD]))
    assert [(f.article.split("_")[0], f.rule, f.severity, f.stated) for f in found] == [
        # doubts about the reading: "$12 billion more" was read as a level, "in 2022 exceeded $50 billion" for another cell
        ("13", "sum", "info", "12 billion USD"),
        ("36", "cell", "info", "36.7 billion USD"),
        # 122.03 after 97.55 is growth by 25.1 percent: a true slip, of figures that are read with doubt
        ("57", "growth", "info", "17.9 percent"),
        # false: two posts of one person were read, of which one is another's
        ("66", "post", "warning", None),
        ("seed", "sum", "violation", "3.530 billion USD"),
        ("seed", "sum", "violation", "1.23 billion USD"),
        # growth of one trade in two articles, perhaps in two currencies
        ("36", "cell", "warning", "11 percent"),
        ("36", "cell", "info", "12 percent"),
        # 2023 in two articles
        ("seed", "cell", "info", "41.4 billion USD"),
        # 2022 as the growth of 2023 has it, and as the sum of exports and imports in another article
        ("seed", "sum", "info", "3.85 to 3.95 billion USD by new / (1 + growth)"),
    ]
