"""Which cells of the table of figures a relation ties together.

A group names the cells of its roles; :mod:`kg.checks.identities` takes those that are all filled,
:mod:`kg.checks.derivations` those where one is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.checks import relations
from kg.checks.figures import Cell, Figure, cell
from kg.checks.relations import Relation

_MONOTONE = ("turnover", "exports", "imports")
_VAGUE = ("other", "production")
_SIGNED = ("balance", "gdp", "debt")

Row = tuple[str, str, str | None, str | None, str, str]


class Group(NamedTuple):
    """A relation and the cell of each of its roles."""

    relation: Relation
    cells: tuple[Cell, ...]


class Table:
    """Figures by their cells, and cells by their rows.

    Flows that mean anything, targets and empty levels are left out. So are muddled cells: nobody states one thing in three
    ways, so what stands there was not told apart.
    """

    def __init__(self, figures: Sequence[Figure], memberships: Sequence[tuple[str, str]] = ()) -> None:
        self.at: dict[Cell, list[Figure]] = {}
        self.rows: dict[Row, list[Cell]] = {}
        self.unions: dict[str | None, list[str]] = {}
        self.states = {state for figure in figures for state in figure.states}
        for figure in figures:
            if figure.flow not in _VAGUE and figure.measure != "target" and not _nothing(figure):
                self.at.setdefault(figure.cell, []).append(figure)
        self.at = {place: same for place, same in self.at.items() if not is_muddled(same)}
        for place in self.at:
            self.rows.setdefault(place[:6], []).append(place)
        for member, union in memberships:
            self.unions.setdefault(member, []).append(union)

    def of(self, measure: str) -> list[Cell]:
        """The filled cells of a measure."""
        return [place for place in self.at if place.measure == measure]

    def row(self, flow: str, measure: str, like: Cell, when: str | None = None) -> list[Cell]:
        """The filled cells, one a unit, of another flow, measure or time between the sides of a cell."""
        place = cell(flow, measure, like.reporter, like.counterpart, like.scope, when or like.when, "")
        return self.rows.get(place[:6], [])

    def units(self, flow: str, like: Cell, *times: str) -> list[str]:
        """The units in which a level is known at any of some times."""
        return list(dict.fromkeys(c.unit for when in times for c in self.row(flow, "level", like, when)))


def is_muddled(same: Sequence[Figure]) -> bool:
    """Whether an article puts three figures into one cell of which no two can be the same."""
    threes = (three for three in combinations(same, 3) if len({figure.article for figure in three}) == 1)
    return any(not any(a.interval.meets(b.interval) for a, b in combinations(three, 2)) for three in threes)


def _nothing(figure: Figure) -> bool:
    return figure.measure == "level" and figure.flow != "balance" and figure.amount <= 0


def level(flow: str, like: Cell, unit: str, when: str | None = None) -> Cell:
    """The cell of a level between the sides of another cell."""
    return cell(flow, "level", like.reporter, like.counterpart, like.scope, when or like.when, unit)


def groups(table: Table) -> Iterator[Group]:
    """All groups that figures of a table belong to."""
    for found in (_trade, _growth, _points, _change, _blend, _share, _shares, _part, _parts, _shorter, _mirror):
        yield from found(table)


def _trade(table: Table) -> Iterator[Group]:
    """Turnover = exports + imports; balance = exports - imports."""
    levels = (c for c in table.of("level") if c.flow in ("exports", "imports"))
    for place in dict.fromkeys(c._replace(flow="") for c in levels):
        exports, imports = place._replace(flow="exports"), place._replace(flow="imports")
        yield Group(relations.SUM, (level("turnover", place, place.unit), exports, imports))
        yield Group(relations.BALANCE, (place._replace(flow="balance"), exports, imports))


def _growth(table: Table) -> Iterator[Group]:
    """A growth in percent or times between two levels of one flow and pair."""
    for claim in table.of("growth"):
        relation = {"percent": relations.GROWTH, "times": relations.TIMES}.get(claim.unit)
        if relation is None or claim.base is None or claim.flow == "balance":
            continue
        for unit in table.units(claim.flow, claim, claim.when, claim.base):
            new, old = level(claim.flow, claim, unit), level(claim.flow, claim, unit, claim.base)
            yield Group(relation, (claim, new, old))


def _points(table: Table) -> Iterator[Group]:
    """A growth in percentage points between two shares of one counterpart."""
    for claim in table.of("growth"):
        if claim.unit == "percentage-points" and claim.base is not None:
            for one, other in _orders(claim):
                new = Cell(claim.flow, "share", one, other, claim.scope, claim.when, "percent")
                yield Group(relations.POINTS, (claim, new, new._replace(when=claim.base)))


def _change(table: Table) -> Iterator[Group]:
    """An absolute change between two levels, or one that a growth in percent implies."""
    for claim in table.of("change"):
        growths = [c for c in table.row(claim.flow, "growth", claim) if c.base and c.unit == "percent"]
        new = level(claim.flow, claim, claim.unit)
        bases = {c.base for c in growths} | {figure.base for figure in table.at[claim]}
        for base in sorted(filter(None, bases)):
            yield Group(relations.CHANGE, (claim, new, level(claim.flow, claim, claim.unit, base)))
        for growth in growths:
            yield Group(relations.CHANGE_BY_GROWTH, (claim, new, growth))


def _blend(table: Table) -> Iterator[Group]:
    """The growth of turnover lies between those of exports and imports, where their weights put it."""
    for claim in table.of("growth"):
        if claim.flow != "turnover" or claim.unit != "percent":
            continue
        for one, other in _orders(claim):
            exports = claim._replace(flow="exports", reporter=one, counterpart=other)
            imports = exports._replace(flow="imports")
            if exports not in table.at or imports not in table.at:
                continue
            units = [u for u in table.units("exports", exports, claim.when) if level("imports", exports, u) in table.at]
            for unit in units:
                weights = level("exports", exports, unit), level("imports", exports, unit)
                yield Group(relations.BLEND, (claim, exports, imports, *weights))
            if not units:
                yield Group(relations.BETWEEN, (claim, exports, imports))


def _orders(place: Cell) -> list[tuple[str | None, str | None]]:
    """The sides of a cell, for two-way trade in both orders."""
    sides = place.reporter, place.counterpart
    return [sides, sides[::-1]] if place.flow == "turnover" and None not in sides else [sides]


def _share(table: Table) -> Iterator[Group]:
    """A counterpart's share in the whole of a flow, or that of a part of the flow.

    Where the turnover of a pair is told, a share of exports may mean that in the pair's trade; it is let be.
    """
    for claim in table.of("share"):
        ambiguous = claim.flow in ("exports", "imports") and table.row("turnover", "level", claim)
        if claim.unit != "percent" or ambiguous or (claim.counterpart is None) == (not claim.scope):
            continue
        world = claim._replace(counterpart=None, scope="")
        units = [*table.units(claim.flow, claim, claim.when), *table.units(claim.flow, world, claim.when)]
        for unit in dict.fromkeys(units):
            yield Group(relations.SHARE, (claim, level(claim.flow, claim, unit), level(claim.flow, world, unit)))


def _shares(table: Table) -> Iterator[Group]:
    """Shares of several states in one whole add up to at most 100 percent."""
    for several in _states(table, "share"):
        if several[0].unit == "percent":
            yield Group(relations.shares(len(several)), tuple(several))


def _part(table: Table) -> Iterator[Group]:
    """The level with a member is at most that with its union; with anyone, at most that with the world."""
    for part in (view for place in table.of("level") for view in _views(place)):
        if part.flow in _SIGNED or part.counterpart is None:
            continue
        for whole in (*table.unions.get(part.counterpart, ()), None):
            yield Group(relations.PART, (cell(*part), cell(*part._replace(counterpart=whole))))


def _views(place: Cell) -> tuple[Cell, ...]:
    """A cell as each side sees it: two-way trade is the trade of either."""
    both = place.flow == "turnover" and place.measure == "level" and place.counterpart is not None
    turned = place._replace(reporter=place.counterpart, counterpart=place.reporter)
    return (place, turned) if both and place.reporter else (place,)


def _parts(table: Table) -> Iterator[Group]:
    """The levels with several states add up to at most that with the world, or with the union they are members of."""
    for several in _states(table, "level"):
        if several[0].flow in _SIGNED:
            continue
        for whole in (None, *sorted({u for part in several for u in table.unions.get(part.counterpart, ())})):
            inside = [p for p in several if whole is None or whole in table.unions.get(p.counterpart, ())]
            if len(inside) > 1:
                first, *rest = (cell(*part) for part in inside)
                total = cell(*inside[0]._replace(counterpart=whole))
                yield Group(relations.parts(len(inside)), (first, total, *rest))


def _states(table: Table, measure: str) -> Iterator[list[Cell]]:
    """Cells that differ in nothing but the state that is the counterpart, two or more."""
    found: dict[Cell, list[Cell]] = {}
    for view in (view for place in table.of(measure) for view in _views(place)):
        if view.counterpart in table.states:
            found.setdefault(view._replace(counterpart=None), []).append(view)
    yield from (several for several in found.values() if len(several) > 1)


def _shorter(table: Table) -> Iterator[Group]:
    """What flowed in a period is at most what flowed in a longer one that holds it."""
    found: dict[Cell, list[Cell]] = {}
    for place in table.of("level"):
        if place.flow in _MONOTONE and table.at[place][0].start:
            found.setdefault(place._replace(when=""), []).append(place)
    for several in found.values():
        for one, other in combinations(several, 2):
            for short, long in ((one, other), (other, one)):
                if _within(table.at[short][0], table.at[long][0]):
                    yield Group(relations.SHORTER, (short, long))


def _within(short: Figure, long: Figure) -> bool:
    """Whether a period lies in another; one without end holds whatever begins later.

    A period over more than two calendar years holds nothing: its figure may be one of a year ("annual trade has varied").
    """
    if not short.start or not long.start or long.start > short.start or short.period == long.period:
        return False
    if long.end is None:
        return True
    years = int(long.end[:4]) - int(long.start[:4])
    return years <= 1 and short.end is not None and short.end <= long.end


def _mirror(table: Table) -> Iterator[Group]:
    """Exports of one side are the imports of the other."""
    for exports in table.of("level"):
        if exports.flow == "exports" and exports.counterpart is not None:
            imports = exports._replace(flow="imports", reporter=exports.counterpart, counterpart=exports.reporter)
            yield Group(relations.MIRROR, (exports, imports))
