"""Figures that follow from stated ones: a missing one of three, a level before growth, a part of a whole."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from kg.checks.figures import Cell, Figure, interval_in_words
from kg.checks.groups import Group, Table, groups
from kg.checks.intervals import Interval
from kg.checks.lookup import Lookup
from kg.checks.relations import MIRROR
from kg.model import Derived
from kg.vocabulary import local

_CENT = 100  # bounds are written with two decimals, rounded away from the interval


def derivations(
    graph: Lookup, figures: Sequence[Figure], memberships: Sequence[tuple[str, str]], doubtful: Collection[Figure]
) -> list[Figure]:
    """The levels that an article does not state but that follow, in one step, from figures that it does.

    Only from figures that are not doubtful. What hedged figures give is hedged ("about").
    """
    table = Table([figure for figure in figures if figure not in doubtful], memberships)
    stated = {figure.cell for figure in figures}
    found: dict[tuple[Cell, Interval], Figure] = {}
    for group in groups(table):
        for derived in _derived(graph, table, group):
            if derived.cell not in stated and derived.given is not None:
                found.setdefault((derived.cell, derived.given), derived)
    return list(found.values())


def published(graph: Lookup, figures: Sequence[Figure]) -> list[Derived]:
    """Derived figures as they go to the store: those that are dated and follow from exact figures only."""
    return [_published(graph, figure) for figure in figures if figure.dated and not figure.hedged]


def _published(graph: Lookup, figure: Figure) -> Derived:
    interval = figure.interval
    assert interval.low is not None, "a derived figure has bounds"
    assert interval.high is not None, "a derived figure has bounds"
    unit = next(f.iri for f in figure.inputs if f.unit == figure.unit)
    return Derived(
        iri=figure.iri,
        label=f"{figure.title}: {interval_in_words(interval, figure)}",
        flow=figure.flow,
        reporter=figure.reporter,
        counterpart=figure.counterpart,
        period=figure.period,
        unit=graph.one(unit, "sdmx-attribute:unitMeasure") or "",
        low=Decimal(math.floor(interval.low * _CENT)) / _CENT,
        high=Decimal(math.ceil(interval.high * _CENT)) / _CENT,
        formula=figure.formula,
        inputs=tuple(f.iri for f in figure.inputs),
    )


def _derived(graph: Lookup, table: Table, group: Group) -> Iterator[Figure]:
    empty = [role for role, place in enumerate(group.cells) if place not in table.at]
    if len(empty) != 1:
        return
    (role,) = empty
    formula, place = group.relation.formulas[role], group.cells[role]
    if formula is None or place.measure != "level" or group.relation.at_most or group.relation is MIRROR:
        return
    others = [table.at[other] for other in group.cells if other != place]
    for inputs in product(*others):
        intervals = [figure.plausible for figure in inputs]
        intervals.insert(role, Interval(None, None))
        value = formula.compute(intervals)
        if value.low is not None and value.high is not None:
            yield _figure(graph, place, value, formula.words, inputs)


def _figure(graph: Lookup, place: Cell, value: Interval, formula: str, inputs: tuple[Figure, ...]) -> Figure:
    """A figure like the finest level that it follows from, in the cell that was empty."""
    like = max((f for f in inputs if f.unit == place.unit), key=lambda f: f.decimals - f.power)
    period = place.when.split("@")[0]
    sides = place.reporter, place.counterpart
    if set(sides) == {like.reporter, like.counterpart}:
        sides = like.reporter, like.counterpart
    key = "-".join([place.flow, local(place.reporter or ""), local(place.counterpart or "world"), local(period)])
    return replace(
        like,
        iri=f"{like.iri.split('#')[0]}#derived-{key}-{place.unit}-from-"
        + "-".join(str(f.surface.begin) for f in inputs),
        flow=place.flow,
        measure="level",
        reporter=sides[0],
        counterpart=sides[1],
        counterpart_name=graph.one(sides[1], "rdfs:label") or "the world",
        period=period,
        period_name=graph.one(period, "rdfs:label") or local(period),
        start=graph.one(period, "dcat:startDate"),
        end=graph.one(period, "dcat:endDate"),
        base=None,
        scope=place.scope,
        confidence=min(figure.confidence for figure in inputs),
        bound="about" if any(figure.hedged for figure in inputs) else "exact",
        years=frozenset(),
        converts=None,
        given=value,
        formula=formula,
        inputs=inputs,
    )
