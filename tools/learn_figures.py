"""Learn how readings of figures are weighed, from articles with their facts.

usage: learn_figures.py [--folds N] GOLD_DIR...

Writes ``kg/kinds/figures/weights.tsv`` and ``confidence.tsv`` beside it, or with ``--folds`` prints how well each fold is
read by weights that were learned from the others (articles are dealt out by name), and how sure it was. How sure a
reading is, is always learned from articles that the weights had not seen. A conditional log-linear model, fitted by stochastic gradient
ascent with an L2 penalty; whole thousandths are kept.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp
from pathlib import Path
from typing import Any

from kg import reading
from kg.evaluate import gold_facts, match
from kg.evaluate.same import _same_figure, _same_quantity, side
from kg.export.facts import facts
from kg.kinds.figures import reading as figures
from kg.kinds.figures.confidence import probability
from kg.kinds.figures.scene import Figure
from kg.kinds.figures.sides import Pair
from kg.kinds.figures.weights import SCALE, Candidate, Choice, ranked
from kg.kinds.kind import Readings
from kg.kinds.quantities.claim import QUANTITIES
from kg.read.text import article, read
from kg.store import Store

WORDINGS = Path(__file__).resolve().parents[1] / "data/wordings"
WEIGHTS = Path(__file__).resolve().parents[1] / "kg/kinds/figures/weights.tsv"
CONFIDENCE = Path(__file__).resolve().parents[1] / "kg/kinds/figures/confidence.tsv"
Decision = tuple[list[list[str]], list[int]]
Judged = tuple[dict[str, float], bool]
Text = tuple[str, Readings, Mapping[str, Any]]
EPOCHS, RATE, PENALTY, LEAST, FOLDS = 15, 0.1, 0.03, 3, 4


class Oracle:
    """Picks what the gold says, and notes each decision; where the gold has no figure, what the weights say."""

    def __init__(self, golds: Sequence[Mapping[str, Any]], weights: Mapping[str, int]) -> None:
        self.golds, self.weights = list(golds), weights
        self.decisions: list[Decision] = []
        self.current: dict[Any, Mapping[str, Any] | None] = {}

    def gold(self, figure: Figure) -> Mapping[str, Any] | None:
        key = figure.cue.span
        if key not in self.current:
            quantity = figure.quantity
            fact = {"value": float(quantity.amount), "unit": quantity.unit}
            known = next((g for g in self.golds if _same_quantity(g, fact)), None)
            if known is not None:
                self.golds.remove(known)
            self.current[key] = known
        return self.current[key]

    def pick(self, figure: Figure, dimension: str, candidates: Sequence[Candidate[Any]]) -> Choice[Any]:
        gold = self.gold(figure)
        if gold is None:
            return ranked(candidates, self.weights)[0]
        right = [k for k, candidate in enumerate(candidates) if is_right(dimension, candidate.value, gold)]
        if right and len(right) < len(candidates):
            self.decisions.append(([sorted(c.features) for c in candidates], right))
        if not right:
            return ranked(candidates, self.weights)[0]
        best = max(right, key=lambda k: sum(self.weights.get(f, 0) for f in candidates[k].features))
        return Choice(candidates[best], 1.0)


def is_right(dimension: str, value: Any, gold: Mapping[str, Any]) -> bool:
    if dimension == "flow":
        return bool(value == gold["indicator"])
    if dimension == "measure":
        return bool(value == gold["measure"])
    if dimension == "sign":
        return bool(value == (float(gold["value"]) < 0))
    if dimension == "period":
        return str(value or "") == (gold.get("period") or "")
    a = [side(gold.get("reporter")), side(gold.get("counterpart"))]
    b = [side(party.label if party else None) for party in value]
    if gold["measure"] == "share" and gold["indicator"] != "other" and str(gold.get("counterpart") or "")[:1].islower():
        return a[0] == b[0] and value.counterpart is None
    return a == b


def articles(folders: Iterable[Path]) -> list[Text]:
    found = []
    for folder in folders:
        for name, gold in sorted(gold_facts(folder).items()):
            text = folder / f"{name}.txt"
            if text.is_file():
                found.append((name, reading.read(reading.mark(read(text))), gold))
    return found


def wordings() -> list[Text]:
    """The short texts of ``data/wordings`` with their figures."""
    found = []
    files = sorted(WORDINGS.glob("*.toml"))
    entries = [entry for file in files for entry in tomllib.loads(file.read_text("utf-8"))["wording"]]
    for number, entry in enumerate(entries):
        text = article(f"wording-{number}", entry["text"])
        readings = reading.read(reading.mark(replace(text, date=entry.get("date", text.date))))
        document = readings.document
        known = {document.article.quote(m.span): m.value for m in document.of(QUANTITIES)}
        golds = []
        for surface, indicator, measure, reporter, counterpart, period in entry["figures"]:
            quantity = known.get(surface, known.get(surface.removeprefix("-")))
            if quantity is not None:
                value = float(abs(quantity.amount)) * (-1 if surface.startswith("-") else 1)
                golds.append(
                    {
                        "value": value,
                        "unit": quantity.unit,
                        "indicator": indicator,
                        "measure": measure,
                        "reporter": reporter or None,
                        "counterpart": counterpart or None,
                        "period": period or None,
                    }
                )
        found.append((f"wording-{number}", readings, {"figures": golds}))
    return found


def decisions(texts: Sequence[Text], weights: Mapping[str, int]) -> list[Decision]:
    found: list[Decision] = []
    for _, readings, gold in texts:
        oracle = Oracle(gold["figures"], weights)
        for _ in figures.observed(readings, oracle.pick):
            pass
        found.extend(oracle.decisions)
    return found


def fit(data: list[Decision], start: Mapping[str, int]) -> dict[str, int]:
    seen = Counter(f for features, _ in data for f in frozenset().union(*features))
    data = [([[f for f in fs if seen[f] >= LEAST] for fs in features], right) for features, right in data]
    weights: dict[str, float] = defaultdict(float, {name: w / SCALE for name, w in start.items()})
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    shuffled = random.Random(1)
    order = list(range(len(data)))
    for _ in range(EPOCHS):
        shuffled.shuffle(order)
        for number in order:
            features, right = data[number]
            scores = [sum(weights[f] for f in fs) for fs in features]
            top = max(scores)
            shares = [exp(s - top) for s in scores]
            whole, good = sum(shares), sum(shares[k] for k in right)
            step: dict[str, float] = defaultdict(float)
            for k, fs in enumerate(features):
                push = (shares[k] / good if k in right else 0.0) - shares[k] / whole
                if abs(push) > 1e-6:
                    for f in fs:
                        step[f] += push
            for f, push in step.items():
                push -= PENALTY * weights[f]
                squares[f] += push * push
                weights[f] += RATE * push / squares[f] ** 0.5
    return {f: round(w * SCALE) for f, w in sorted(weights.items()) if round(w * SCALE)}


def learn(texts: Sequence[Text]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for _ in range(2):
        weights = fit(decisions(texts, weights), {})
    return weights


def score(texts: Sequence[Text], weights: Mapping[str, int]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for _, readings, gold in texts:
        figures.shipped = lambda: dict(weights)  # type: ignore[assignment]
        figures.read(readings)
        found = facts(Store.single(reading.write(readings)))
        right, missed, wrong = match(gold["figures"], found["figures"], _same_figure)
        counts["right"] += right
        counts["missed"] += len(missed)
        counts["wrong"] += len(wrong)
        for g in missed:
            like = next((w for w in wrong if _same_quantity(g, w)), None)
            if like is None:
                counts["not read"] += 1
                continue
            counts["flow"] += g["indicator"] != like["indicator"]
            counts["measure"] += g["measure"] != like["measure"]
            counts["period"] += (g.get("period") or "") != (like.get("period") or "")
            counts["sign"] += (float(g["value"]) < 0) != (like["value"] < 0)
            counts["sides"] += sorted([side(g.get("reporter")), side(g.get("counterpart"))]) != sorted(
                [side(like.get("reporter")), side(like.get("counterpart"))]
            )
    return counts


def judged(texts: Sequence[Text], weights: Mapping[str, int]) -> list[Judged]:
    """What speaks for each figure as it is read, and whether it is right in all its dimensions."""
    found: list[Judged] = []
    for _, readings, gold in texts:
        oracle = Oracle(gold["figures"], weights)
        for _, read_, features in figures.weighed(list(figures.observed(readings, figures.ByWeight(weights)))):
            known = oracle.gold(read_.figure)
            found.append((features, known is not None and _all_right(read_, known)))
    return found


def _all_right(reading: figures.Reading, gold: Mapping[str, Any]) -> bool:
    one, other = reading.sides.value
    sides = [reading.sides.value, Pair(other, one)] if gold["indicator"] == "turnover" else [(one, other)]
    values = {
        "flow": reading.flow.value,
        "measure": reading.measure.value,
        "period": reading.period.value,
        "sign": reading.negative.value,
    }
    told = all(is_right(dimension, value, gold) for dimension, value in values.items())
    return told and any(is_right("sides", Pair(*pair), gold) for pair in sides)


def fit_confidence(data: Sequence[Judged]) -> dict[str, int]:
    """A logistic regression by gradient ascent with an L2 penalty; whole thousandths are kept."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    shuffled, order = random.Random(1), list(range(len(data)))
    for _ in range(EPOCHS):
        shuffled.shuffle(order)
        for number in order:
            features, right = data[number]
            push = right - 1 / (1 + exp(-sum(weights[f] * x for f, x in features.items())))
            for f, x in features.items():
                step = push * x - PENALTY / 10 * weights[f]
                squares[f] += step * step
                weights[f] += RATE * step / squares[f] ** 0.5
    return {f: round(w * SCALE) for f, w in sorted(weights.items()) if round(w * SCALE)}


def print_bins(pairs: Sequence[tuple[float, bool]]) -> None:
    """Predicted against observed in ten bins."""
    for tenth in range(10):
        bin_ = [(p, right) for p, right in pairs if tenth <= p * 10 < tenth + 1 or (tenth == 9 and p == 1)]
        if bin_:
            mean, rate = (sum(x[k] for x in bin_) / len(bin_) for k in (0, 1))
            print(f"  {tenth / 10:.1f}: {len(bin_):4} figures, predicted {mean:.2f}, right {rate:.2f}")


def f1(c: Counter[str]) -> float:
    return 2 * c["right"] / (2 * c["right"] + c["missed"] + c["wrong"])


def held_out(texts: Sequence[Text], short: Sequence[Text], folds: int) -> Iterator[tuple[list[Text], dict[str, int]]]:
    """The texts of each fold with weights that were learned from the others, and from short ones that none holds."""
    for fold in range(folds):
        rest = [t for k, t in enumerate(texts) if k % folds != fold]
        yield [t for k, t in enumerate(texts) if k % folds == fold], learn([*rest, *short])


def cross_validate(texts: Sequence[Text], short: Sequence[Text], folds: int) -> None:
    whole: Counter[str] = Counter()
    parts: list[list[Judged]] = []
    for held, weights in held_out(texts, short, folds):
        parts.append(judged(held, weights))
        counts = score(held, weights)
        print(f"fold {len(parts)}: F1 {f1(counts):.3f}", dict(counts), flush=True)
        whole += counts
    print(f"all: F1 {f1(whole):.3f}", dict(whole))
    pairs: list[tuple[float, bool]] = []
    for part in parts:
        sure = fit_confidence([figure for other in parts if other is not part for figure in other])
        pairs.extend((probability(features, sure), right) for features, right in part)
    print_bins(pairs)


def write(path: Path, weights: Mapping[str, int]) -> None:
    lines = [f"{name}\t{weight}" for name, weight in sorted(weights.items())]
    heading = "# Written by tools/learn_figures.py: feature, weight in thousandths.\n"
    path.write_text(heading + "\n".join([*lines, ""]), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    texts, short = articles(options.folders), wordings()
    if options.folds:
        cross_validate(texts, short, options.folds)
        return
    parts = held_out(texts, short, FOLDS)
    write(CONFIDENCE, fit_confidence([figure for held, weights in parts for figure in judged(held, weights)]))
    weights = learn([*texts, *short])
    write(WEIGHTS, weights)
    print(f"{len(weights)} weights; on the articles themselves F1 {f1(score(texts, weights)):.3f}")


if __name__ == "__main__":
    sys.exit(main())
