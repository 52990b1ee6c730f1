"""Figures of several articles against each other: what one article says, another may prove wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.checks.figures import Cell, Figure
from kg.checks.identities import Identity, identities
from kg.checks.intervals import Interval


def across(figures: Iterable[Figure], memberships: Sequence[tuple[str, str]]) -> list[Identity]:
    """The identities that tie figures of two articles or more.

    ``figures`` are those that no identity of their own article contests, stated or derived. First each cell must say
    the same everywhere; what is contested there is not asked further.
    """
    distinct = _distinct(figures)
    cells = [i for i in _mixed(distinct, memberships) if i.rule == "cell"]
    contested = {figure for identity in cells if not identity.holds for figure in identity.figures}
    calm = [figure for figure in distinct if figure not in contested]
    return [*cells, *(i for i in _mixed(calm, memberships) if i.rule != "cell")]


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """One figure for all that say the same of a cell: the earliest."""
    found: dict[tuple[Cell, Interval], Figure] = {}
    for figure in sorted(figures, key=lambda f: (f.published or "9999", f.article)):
        if figure.dated and not (figure.inputs and figure.hedged):
            found.setdefault((figure.cell, figure.interval), figure)
    return list(found.values())


def _mixed(figures: Sequence[Figure], memberships: Sequence[tuple[str, str]]) -> Iterator[Identity]:
    for identity in identities(figures, memberships):
        if len({figure.article for figure in identity.figures}) > 1:
            yield identity
