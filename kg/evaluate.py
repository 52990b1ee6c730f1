"""Facts against gold facts: precision, recall and F1 for each kind of fact.

The measures are those of the project's scorer: people match by the words of their names, posts by side and title,
institutions and frameworks by near-equal names, meetings by their people (or sides and kind), topics by near-equal
words, quantities by value and unit, figures by all their dimensions. Each gold fact is paired with at most one
found fact (a maximum matching).
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from kg.model import BadInput

Fact = dict[str, Any]

# Spellings of sides that the gold treats as one.
_SIDES = {
    "eu": "european union", "usa": "united states", "us": "united states", "united states of america": "united states",
    "uk": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom", "turkey": "turkiye",
    "republic of turkiye": "turkiye", "russian federation": "russia", "republic of korea": "south korea", "korea": "south korea",
    "prc": "china", "people's republic of china": "china", "czechia": "czech republic", "kyrgyz republic": "kyrgyzstan",
    "uae": "united arab emirates", "viet nam": "vietnam", "african countries": "africa", "european countries": "europe",
    "central asian countries": "central asia",
}  # fmt: skip


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


def evaluate(golds: Mapping[str, Fact], founds: Mapping[str, Fact]) -> dict[str, Score]:
    """The scores of each kind over all articles; an article without found facts counts as read with none."""
    scores = {kind: Score() for kind in KINDS}
    for name, gold in sorted(golds.items()):
        for kind, (take, same) in KINDS.items():
            right, missed, wrong = match(take(gold), take(founds.get(name, {})), same)
            scores[kind].right += right
            scores[kind].missed.extend((name, fact) for fact in missed)
            scores[kind].wrong.extend((name, fact) for fact in wrong)
    return scores


def mean(scores: Mapping[str, Score]) -> float:
    """The mean F1 over the kinds."""
    return sum(score.f1 for score in scores.values()) / len(scores)


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


# --- When two facts are the same --------------------------------------------------------------------------------


def fold(text: str | None) -> str:
    """Lower case, without accents, punctuation or doubled spaces."""
    if not text:
        return ""
    plain = unicodedata.normalize("NFKD", str(text).replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", " ", plain).strip()


def side(text: str | None) -> str:
    """A side in one spelling."""
    name = re.sub(r"^(the )?(republic|kingdom|state|sultanate) of ", "", fold(text))
    name = re.sub(r"^the ", "", name)
    return _SIDES.get(name, name)


def alike(left: str, right: str, least: float) -> bool:
    """Whether two texts have the same words, or nearly the same letters."""
    a, b = fold(left), fold(right)
    if not a or not b:
        return False
    return a == b or set(a.split()) == set(b.split()) or SequenceMatcher(None, a, b).ratio() >= least


def _same_name(gold: Fact, found: Fact) -> bool:
    forms = [gold["name"], *gold.get("aliases", [])]
    return alike(found["name"], gold["name"], 0.8) or any(fold(found["name"]) == fold(form) for form in forms)


def _same_topic(gold: Fact, found: Fact) -> bool:
    return alike(gold["name"], found["name"], 0.75)


def _same_person(gold: Fact, found: Fact) -> bool:
    return set(fold(gold["name"]).split()) == set(fold(found["name"]).split())


def _same_post(gold: Fact, found: Fact) -> bool:
    if not _same_person(gold, found) or side(gold.get("of")) != side(found.get("of")):
        return False
    small = {"of", "the", "for", "and", "to"}
    a, b = set(fold(gold["title"]).split()) - small, set(fold(found["title"]).split()) - small
    return bool(a and b) and len(a & b) / len(a | b) >= 0.6


def _same_meeting(gold: Fact, found: Fact) -> bool:
    a, b = ({fold(p) for p in fact.get("participants", [])} for fact in (gold, found))
    if a and b:
        return len(a & b) / len(a | b) >= 0.5
    a, b = ({side(p) for p in fact.get("parties", [])} for fact in (gold, found))
    return bool(a and b) and len(a & b) / len(a | b) >= 0.5 and fold(gold.get("kind")) == fold(found.get("kind"))


def _same_quantity(gold: Fact, found: Fact) -> bool:
    try:
        a, b = float(gold["value"]), float(found["value"])
    except (TypeError, ValueError, KeyError):
        return False
    return abs(abs(a) - abs(b)) <= 1e-6 * max(abs(a), abs(b), 1e-9) and fold(gold["unit"]) == fold(found.get("unit"))


def _same_figure(gold: Fact, found: Fact) -> bool:
    if not _same_quantity(gold, found) or float(gold["value"]) * float(found["value"]) < 0:
        return False
    if any(fold(gold[name]) != fold(found.get(name)) for name in ("indicator", "measure")):
        return False
    a, b = ((side(fact.get("reporter")), side(fact.get("counterpart"))) for fact in (gold, found))
    if gold["indicator"] == "turnover" and gold["measure"] != "share":
        a, b = tuple(sorted(a)), tuple(sorted(b))  # type: ignore[assignment]
    return a == b and (gold.get("period") or "") == (found.get("period") or "")


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


def _listed(kind: str) -> Callable[[Fact], list[Fact]]:
    return lambda facts: list(facts.get(kind, []))


def _posts(facts: Fact) -> list[Fact]:
    return [{"name": p["name"], **post} for p in facts.get("people", []) for post in p.get("posts", [])]


def _topics(facts: Fact) -> list[Fact]:
    found: Iterable[str] = {fold(t): t for m in facts.get("meetings", []) for t in m.get("topics", [])}.values()
    return [{"name": topic} for topic in found]


KINDS: dict[str, tuple[Callable[[Fact], list[Fact]], Callable[[Fact, Fact], bool]]] = {
    "people": (_listed("people"), _same_person),
    "posts": (_posts, _same_post),
    "institutions": (_listed("institutions"), _same_name),
    "frameworks": (_listed("frameworks"), _same_name),
    "meetings": (_listed("meetings"), _same_meeting),
    "topics": (_topics, _same_topic),
    "quantities": (_listed("figures"), _same_quantity),
    "figures": (_listed("figures"), _same_figure),
}
