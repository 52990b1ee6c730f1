"""Facts against gold facts: precision, recall and F1 for each kind of fact.

The measures are those of the project's scorer: people match by the words of their names, posts by side and title,
institutions and frameworks by near-equal names, meetings by their people (or sides and kind), topics by shared content
words, quantities by value and unit, figures by all their dimensions. Each gold fact is paired with at most one found
fact (a maximum matching).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.evaluate.same import KINDS, STRICT, Fact
from kg.model import BadInput


@dataclass(slots=True)
class Score:
    """Counts of one kind of fact, and the facts that were missed or wrong, with their articles."""

    right: int = 0
    missed: list[tuple[str, Fact]] = field(default_factory=list)
    wrong: list[tuple[str, Fact]] = field(default_factory=list)

    @property
    def gold(self) -> int:
        """How many gold facts there are."""
        return self.right + len(self.missed)

    @property
    def precision(self) -> float:
        """The share of the found facts that are right."""
        return self.right / ((self.right + len(self.wrong)) or 1)

    @property
    def recall(self) -> float:
        """The share of the gold facts that were found."""
        return self.right / (self.gold or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1)


def evaluate(golds: Mapping[str, Fact], founds: Mapping[str, Fact], strict: bool = False) -> dict[str, Score]:
    """The scores of each kind over all articles; an article without found facts counts as read with none.

    With `strict`, posts, meetings and figures are scored a second time, by more of their fields.
    """
    kinds = KINDS | STRICT if strict else KINDS
    scores = {kind: Score() for kind in kinds}
    for name, gold in sorted(golds.items()):
        for kind, (take, same) in kinds.items():
            right, missed, wrong = match(take(gold), take(founds.get(name, {})), same)
            scores[kind].right += right
            scores[kind].missed.extend((name, fact) for fact in missed)
            scores[kind].wrong.extend((name, fact) for fact in wrong)
    return scores


def mean(scores: Mapping[str, Score]) -> float:
    """The mean F1 over the kinds; the strict scores do not count."""
    plain = [score.f1 for kind, score in scores.items() if kind not in STRICT]
    return sum(plain) / len(plain)


def gold_facts(folder: Path) -> dict[str, Fact]:
    """The gold facts of a folder with NAME.txt and NAME.json, by name. Raises BadInput where they cannot be read."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise BadInput(f"{folder}: no gold facts (NAME.json beside NAME.txt)")
    golds = {}
    for path in files:
        try:
            golds[path.stem] = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise BadInput(f"{path}: not readable as JSON ({error})") from error
    return golds


def fingerprint(golds: Mapping[str, Fact]) -> str:
    """A short hash of gold facts, so that floors are pinned to the gold they were measured on."""
    return hashlib.sha256(json.dumps(golds, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


def match(
    golds: list[Fact], founds: list[Fact], same: Callable[[Fact, Fact], bool]
) -> tuple[int, list[Fact], list[Fact]]:
    """Pairs each gold fact with at most one found fact: how many are right, which were missed, which are wrong."""
    partner: dict[int, int] = {}

    def seek(g: int, seen: set[int]) -> bool:
        for f, fact in enumerate(founds):
            if f in seen or not same(golds[g], fact):
                continue
            seen.add(f)
            if f not in partner or seek(partner[f], seen):
                partner[f] = g
                return True
        return False

    for g in range(len(golds)):
        seek(g, set())
    matched = set(partner.values())
    missed = [fact for g, fact in enumerate(golds) if g not in matched]
    return len(matched), missed, [fact for f, fact in enumerate(founds) if f not in partner]
