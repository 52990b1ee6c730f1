"""How sure a figure was read right in all its dimensions: a logistic regression over the choices made and what stays open.

The table ``confidence.tsv`` is learned by ``tools/learn_figures.py`` from figures of articles that the weights of the
choices were not learned from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp, log
from pathlib import Path

from kg.kinds.figures.flows import OTHER
from kg.kinds.figures.frames import Scope
from kg.kinds.figures.weights import SCALE, Choice, table

# Where words near a figure stay unexplained, or many farther off, what it is of is not sure, however sure its other
# dimensions are.
_UNEXPLAINED, _MANY = 70, 3

# Odds beyond these tell no more.
_LEAST, _MOST = -2.0, 5.0


def confidence(features: Mapping[str, float], scope: Scope) -> int:
    """The probability that a figure with these features is right, in hundredths."""
    learned = round(100 * probability(features, shipped()))
    return min(learned, _UNEXPLAINED) if scope.near or scope.far >= _MANY else learned


def probability(features: Mapping[str, float], weights: Mapping[str, int]) -> float:
    """The logistic function of the weighted sum of features."""
    return 1 / (1 + exp(-sum(weights.get(name, 0) * value for name, value in sorted(features.items())) / SCALE))


def features(
    choices: Mapping[str, Choice[object]], scope: Scope, unit: str, named: bool, rivalled: bool
) -> dict[str, float]:
    """What speaks for a figure: the odds of each choice, the words around it that nothing explains, whether its
    sentence names a flow, and whether another figure of the article is in its cell."""
    return dict(_features(choices, scope, unit, named, rivalled))


def _features(
    choices: Mapping[str, Choice[object]], scope: Scope, unit: str, named: bool, rivalled: bool
) -> Iterator[tuple[str, float]]:
    yield "always", 1
    odds = {dimension: _odds(choice.probability) for dimension, choice in choices.items()}
    yield from ((f"odds {dimension}", value) for dimension, value in odds.items())
    yield "least odds", min(odds.values())
    yield f"flow {'other' if choices['flow'].value == OTHER else 'named' if named else 'inherited'}", 1
    yield f"measure {choices['measure'].value}", 1
    yield f"unit {unit}", 1
    yield f"near {min(scope.near, 2)}", 1
    yield f"far {min(scope.far, 2)}", 1
    yield f"scope {'none' if not scope.words else 'inherited' if scope.inherited else 'own'}", 1
    yield f"period {choices['period'].value is not None}", 1
    yield f"rivalled {rivalled}", 1


def _odds(probability: float) -> float:
    """The logarithm of the odds, within bounds."""
    return min(max(log(probability / max(1 - probability, 1e-9)), _LEAST), _MOST)


@cache
def shipped() -> dict[str, int]:
    """The weights that ship with the package, in thousandths."""
    return table(Path(__file__).with_name("confidence.tsv"))
