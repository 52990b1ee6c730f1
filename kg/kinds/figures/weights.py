"""How readings are weighed: each is a set of features, each feature has a weight in the table ``weights.tsv``.

The table is learned by ``tools/learn_figures.py`` as a conditional log-linear model: the probability of a candidate
is proportional to the exponential of the sum of its weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

# Weights are whole thousandths, so that sums do not depend on their order.
SCALE = 1000


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T_co]):
    """One way to read something, and what speaks for it; candidates may share parts of their features."""

    value: T_co
    parts: tuple[frozenset[str], ...]

    @property
    def features(self) -> frozenset[str]:
        """All that speaks for it or against it."""
        return frozenset().union(*self.parts)


@dataclass(frozen=True, slots=True)
class Choice(Generic[T_co]):
    """A candidate with its share of the probability."""

    candidate: Candidate[T_co]
    probability: float

    @property
    def value(self) -> T_co:
        """What was chosen."""
        return self.candidate.value


@cache
def shipped() -> dict[str, int]:
    """The weights that ship with the package."""
    return table(Path(__file__).with_name("weights.tsv"))


def table(path: Path) -> dict[str, int]:
    """The weights in a file: a feature and its weight a line."""
    lines = path.read_text("utf-8").splitlines()
    return {name: int(weight) for name, weight in (line.split("\t") for line in lines if line and line[0] != "#")}


def score(features: Iterable[str], weights: Mapping[str, int]) -> int:
    """The sum of the weights of features."""
    return sum(weights[feature] for feature in features if feature in weights)


def ranked(candidates: Sequence[Candidate[T]], weights: Mapping[str, int]) -> list[Choice[T]]:
    """The candidates with their probabilities, the likeliest first; of equals the first given."""
    known = {id(part): score(part, weights) for candidate in candidates for part in candidate.parts}
    scores = [sum(known[id(part)] for part in candidate.parts) for candidate in candidates]
    best = max(scores)
    shares = [exp((value - best) / SCALE) for value in scores]
    whole = sum(shares)
    order = sorted(range(len(candidates)), key=lambda k: (-scores[k], k))
    return [Choice(candidates[k], shares[k] / whole) for k in order]
