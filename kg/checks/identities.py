"""What figures must satisfy together, and whether they do.

An identity states what its first figure must be, computed from the others by interval arithmetic; it is broken
when no reading of the printed digits saves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product

from kg.checks.figures import Cell, Figure
from kg.checks.groups import Table, groups, is_muddled
from kg.checks.intervals import Interval
from kg.checks.rates import conversions
from kg.checks.relations import CELL, RATE, SINCE, Relation

# Below this confidence a figure accuses nobody: it is likelier that it was misread than that its source is wrong.
SURE = Decimal("0.75")
# Above this it is likelier right than wrong.
LIKELY = Decimal("0.5")


@dataclass(frozen=True, eq=False)
class Identity:
    """Figures that a relation ties, one a role; the first must agree with what the others make of it, or not exceed it."""

    relation: Relation
    figures: tuple[Figure, ...]

    @property
    def rule(self) -> str:
        """The name of the law."""
        return self.relation.rule

    @property
    def claim(self) -> Figure:
        """The figure that the others must give."""
        return self.figures[0]

    @property
    def others(self) -> tuple[Figure, ...]:
        """The figures that are computed with."""
        return self.figures[1:]

    @property
    def formula(self) -> str:
        """How the claim is computed, in words."""
        formula = self.relation.formulas[0]
        return formula.words if formula else ""

    @property
    def computed(self) -> Interval:
        """What the other figures make of the claim."""
        required = self.required(0)
        assert required is not None, "every relation has a formula for its claim"
        return required

    def required(self, role: int) -> Interval | None:
        """What the figure of a role would have to be for the others to be right; None where no formula tells."""
        formula = self.relation.formulas[role]
        return formula.compute([figure.interval for figure in self.figures]) if formula else None

    @cached_property
    def holds(self) -> bool:
        """Whether some reading of the rounding satisfies the identity."""
        if self.relation.at_most:
            return not self.computed.below(self.claim.interval)
        return self.claim.interval.meets(self.computed)

    @property
    def plausible(self) -> bool:
        """Whether it holds even if hedged figures are meant narrowly."""
        narrow = [replace(figure, given=figure.plausible) if figure.hedged else figure for figure in self.figures]
        return Identity(self.relation, tuple(narrow)).holds

    @property
    def severity(self) -> str:
        """How bad it is if broken: no more than a doubt where a figure may have been misread, a warning where the text
        hedges one, the law itself is soft, or only the sign of a figure is at issue, which a word tells and no digit."""
        if self.doubtful:
            return "info"
        return "warning" if self.hedged or self.turned else self.relation.mildest

    @property
    def turned(self) -> bool:
        """Whether it would hold with the sign of one figure turned."""
        signed = [f for f in self.figures if f.measure in ("growth", "change") or f.flow == "balance"]
        return any(self.with_({figure: replace(figure, value=-figure.value)}).holds for figure in signed)

    @property
    def doubtful(self) -> bool:
        """Whether one of the figures may well have been misread."""
        return any(figure.confidence < SURE for figure in self.figures)

    @property
    def hedged(self) -> bool:
        """Whether the text bounds one of the figures."""
        return any(figure.hedged for figure in self.figures)

    def with_(self, changed: Mapping[Figure, Figure]) -> Identity:
        """The identity with some figures in place of others."""
        return Identity(self.relation, tuple(changed.get(figure, figure) for figure in self.figures))


def identities(figures: Sequence[Figure], memberships: Sequence[tuple[str, str]]) -> Iterator[Identity]:
    """All identities among figures, of one article or of several."""
    table = Table(figures, memberships)
    for group in groups(table):
        filled = [table.at.get(place, ()) for place in group.cells]
        for chosen in product(*filled):
            yield Identity(group.relation, chosen)
    for same in table.at.values():
        for one, other in combinations(same, 2):
            if _comparable(one) and _comparable(other) and one.sentence != other.sentence:
                yield Identity(CELL, (other, one))
    yield from _totals(table)
    yield from (Identity(RATE, (*later, *earlier)) for later, earlier in conversions(figures))


def contested(figures: Sequence[Figure], every: Sequence[Identity]) -> set[Figure]:
    """The figures that nothing should be built on: those in a broken identity, in a muddled cell, and rivals in a sentence.

    Where one sentence puts two numbers into one cell, one of them was read wrongly.
    """
    wrong = {figure for identity in every if not identity.holds for figure in identity.figures}
    cells: dict[Cell, list[Figure]] = {}
    for figure in figures:
        cells.setdefault(figure.cell, []).append(figure)
    for same in cells.values():
        muddled = is_muddled(same)
        wrong.update(figure for figure in same if muddled or any(_rivals(figure, other) for other in same))
    return wrong


def _rivals(one: Figure, other: Figure) -> bool:
    return one.sentence == other.sentence and not one.interval.meets(other.interval)


def _comparable(figure: Figure) -> bool:
    """Whether a figure surely belongs to its cell: the period is told, and its sentence names no other year instead.

    Two figures of one sentence are not asked: they are the ends of a range, or a comparison.
    """
    return figure.dated and (not figure.years or (figure.start or "")[:4] in figure.years)


def _totals(table: Table) -> Iterator[Identity]:
    """What has been invested or given since some day does not shrink from one report to a later one."""
    sums = [f for c, same in table.at.items() if c.flow in ("investment", "aid") and c.measure == "level" for f in same]
    for one, other in product(sums, sums):
        same_start = (
            one.start and one.start == other.start and one.cell[:5] == other.cell[:5] and one.unit == other.unit
        )
        if same_start and (ends := (_known_until(one), _known_until(other))) and all(ends) and ends[0] < ends[1]:
            yield Identity(SINCE, (one, other))


def _known_until(figure: Figure) -> str:
    """The last day that a total can cover: the end of its period, or the day it was published."""
    return figure.end or figure.published or ""
