"""What figures must satisfy together: sums, growth rates, parts of a whole.

An identity states what its first figure must be, computed from the others by interval arithmetic; it is broken
when no reading of the printed digits saves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.check.figures import Figure
from kg.check.intervals import Interval

Cell = tuple[str, str, str | None, str | None, str, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """``claim`` must agree with (or, for a part, not exceed) what ``compute`` makes of ``others``."""

    rule: str
    claim: Figure
    others: tuple[Figure, ...]
    compute: Callable[[Sequence[Interval]], Interval]
    formula: str
    at_most: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures that take part."""
        return (self.claim, *self.others)

    @property
    def computed(self) -> Interval:
        """What the other figures make of the claim."""
        return self.compute([figure.interval for figure in self.others])

    @property
    def holds(self) -> bool:
        """Whether some reading of the rounding satisfies the identity."""
        if self.at_most:
            return not self.computed.below(self.claim.interval)
        return self.claim.interval.meets(self.computed)

    @property
    def hedged(self) -> bool:
        """Whether one of the figures is bounded by the text only."""
        return any(figure.hedged for figure in self.figures)

    def with_(self, figure: Figure, other: Figure) -> Identity:
        """The identity with one figure in place of another."""
        claim = other if self.claim == figure else self.claim
        return replace(self, claim=claim, others=tuple(other if f == figure else f for f in self.others))


def identities(figures: Sequence[Figure], memberships: Sequence[tuple[str, str]]) -> Iterator[Identity]:
    """All identities among the figures of a graph."""
    cells: dict[Cell, list[Figure]] = {}
    for figure in figures:
        cells.setdefault(_cell(figure), []).append(figure)
    for figure in figures:
        yield from _sums(figure, cells)
        yield from _growth(figure, cells, figures)
    yield from _parts(figures, memberships, cells)


def _cell(figure: Figure) -> Cell:
    return (figure.flow, figure.measure, figure.reporter, figure.counterpart, figure.period, figure.unit)


def _at(cells: dict[Cell, list[Figure]], figure: Figure, **changes: str | None) -> list[Figure]:
    return cells.get(_cell(replace(figure, **changes)), [])  # type: ignore[arg-type]


def _sums(figure: Figure, cells: dict[Cell, list[Figure]]) -> Iterator[Identity]:
    """Turnover = exports + imports; balance = exports - imports."""
    if figure.measure != "level" or figure.flow not in ("turnover", "balance"):
        return
    for exports, imports in product(_at(cells, figure, flow="exports"), _at(cells, figure, flow="imports")):
        if figure.flow == "turnover":
            yield Identity("sum", figure, (exports, imports), lambda v: v[0] + v[1], "exports + imports")
        else:
            yield Identity("balance", figure, (exports, imports), lambda v: v[0] - v[1], "exports - imports")


def _growth(figure: Figure, cells: dict[Cell, list[Figure]], figures: Sequence[Figure]) -> Iterator[Identity]:
    """Growth in percent between two levels of one flow and pair."""
    if figure.measure != "growth" or figure.unit != "percent" or figure.base is None:
        return
    units = sorted({f.unit for f in figures if f.measure == "level"})
    for unit in units:
        now = _at(cells, figure, measure="level", unit=unit)
        before = _at(cells, figure, measure="level", unit=unit, period=figure.base)
        for new, old in product(now, before):
            if old.amount > 0:
                yield Identity(
                    "growth", figure, (new, old), lambda v: v[0].over(v[1]).scaled(100, -100), "new / old - 1"
                )


def _parts(
    figures: Sequence[Figure], memberships: Sequence[tuple[str, str]], cells: dict[Cell, list[Figure]]
) -> Iterator[Identity]:
    """A member's part is not above its union's whole."""
    unions: dict[str, list[str]] = {}
    for member, union in memberships:
        unions.setdefault(member, []).append(union)
    for figure in figures:
        if figure.measure != "level" or figure.flow in ("balance", "other"):
            continue
        for union in unions.get(figure.counterpart or "", []):
            for whole in _at(cells, figure, counterpart=union):
                yield Identity(
                    "part",
                    figure,
                    (whole,),
                    lambda v: v[0],
                    f"at most the part of {whole.counterpart_name}",
                    at_most=True,
                )
