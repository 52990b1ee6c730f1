"""Figures that fit, to the last digit, where another period or unit stands: worth a look, no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kg.checks.figures import Cell, Figure
from kg.checks.identities import Identity

# How wide an interval may be, against its low end, for a fit to be no accident: neighbouring years resemble each other
# more than currencies do.
_SHARP_IN_TIME, _SHARP_IN_UNIT = Fraction(1, 50), Fraction(1, 20)


def misplaced(
    figures: Sequence[Figure], every: Sequence[Identity], derived: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Stated figures, each with a derived one that it equals but for its period or its unit.

    "Turnover in 2022 was 41.4" beside exports of 31 and imports of 10.4 in 2023: the cell of 2023 is empty, and the
    figure of 2022, which no other figure confirms, is what belongs there. A guess that builds on a figure for which
    more speaks to be misplaced itself is dropped.
    """
    confirmed = {f for i in every if i.holds and not i.relation.at_most and not i.hedged for f in i.figures}
    found: dict[tuple[Figure, Cell], list[Figure]] = {}
    for missing in derived:
        for figure in figures:
            if figure not in confirmed and not _compared(figure, missing) and _fits(figure, missing):
                found.setdefault((figure, missing.cell), []).append(missing)
    for (figure, _), several in found.items():
        stronger = [f for (f, _), others in found.items() if len(others) > len(several)]
        if not any(f in each.inputs for f in stronger for each in several):
            yield figure, several[0]


def _compared(figure: Figure, missing: Figure) -> bool:
    """Whether the figure is an input itself, or stands in one sentence and cell with an input: a comparison."""
    return any((figure.sentence, figure.cell) == (each.sentence, each.cell) for each in missing.inputs)


def _fits(figure: Figure, missing: Figure) -> bool:
    """Whether the cells differ in one of period and unit only, and the numbers agree sharply."""
    one, other = figure.cell, missing.cell
    if one[:5] != other[:5] or (one.when == other.when) == (one.unit == other.unit):
        return False
    if one.when != other.when and not (figure.dated and missing.dated):
        return False
    widest = _SHARP_IN_UNIT if one.when == other.when else _SHARP_IN_TIME
    return figure.plausible.meets(missing.interval) and _sharp(figure, widest) and _sharp(missing, widest)


def _sharp(figure: Figure, widest: Fraction) -> bool:
    low, high = figure.plausible.low, figure.plausible.high
    return low is not None and high is not None and low > 0 and (high - low) / low <= widest
