"""The smallest repair: the one slip of the pen that, undone, closes every identity a figure takes part in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.check.figures import SCALE_WORDS, Figure
from kg.check.identities import Identity, identities

_SCALES = [power for power, word in SCALE_WORDS.items() if word]
_SIGNED = ("growth", "change")


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures with what they would be, and the slip in words."""

    changes: tuple[tuple[Figure, Figure], ...]
    words: str

    @property
    def figure(self) -> Figure:
        """The figure that the slip was made in (the first one of an exchange)."""
        return self.changes[0][0]


def repairs(broken: Identity, every: Sequence[Identity]) -> list[Repair]:
    """The repairs that close everything: those that close most, and of these the smallest kind.

    Kinds in order: scale word, sign, decimal point, swapped digits; exports and imports exchanged; unit; period.
    """
    for kinds, judge in ((_IN_PLACE, _closed_in_place), (_ELSEWHERE, _closed_elsewhere)):
        found = [
            (-closed, rank, repair)
            for rank, slips in enumerate(kinds)
            for repair in slips(broken, every)
            if (closed := judge(repair, broken, every))
        ]
        if found:
            best = min(found, key=lambda each: each[:2])[:2]
            return [repair for closed, rank, repair in found if (closed, rank) == best]
    return []


def _closed_in_place(repair: Repair, broken: Identity, every: Sequence[Identity]) -> int:
    """How many broken identities a change of numbers closes; 0 where one stays or becomes broken."""
    changed = dict(repair.changes)
    if not broken.with_(changed).holds:
        return 0
    touched = [identity for identity in every if any(figure in changed for figure in identity.figures)]
    if not all(identity.with_(changed).holds for identity in touched):
        return 0
    return 1 + sum(not identity.holds for identity in touched)


def _closed_elsewhere(repair: Repair, broken: Identity, every: Sequence[Identity]) -> int:
    """The same for a change of cell: the figure must fit where it goes to, in an identity that it fully determines."""
    changed = dict(repair.changes)
    ((old, new),) = repair.changes
    sides = {old.reporter, old.counterpart}
    near = dict.fromkeys(f for i in every for f in i.figures if {f.reporter, f.counterpart} == sides)
    after = [i for i in identities([changed.get(f, f) for f in near], ()) if new in i.figures]
    fits = any(not i.relation.at_most for i in after) and all(i.holds for i in after)
    before = [i for i in every if old in i.figures and not i.holds]
    return len(before) if fits and broken in before else 0


# --- Slips in place: the figure's cell stays the same ------------------------------------------------------------


def _scale_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """ "million" for "billion" and the like: the neighbouring scale word."""
    for figure in broken.figures:
        if figure.unit in ("percent", "times") or figure.power not in _SCALES:
            continue
        place = _SCALES.index(figure.power)
        for power in _SCALES[max(place - 1, 0) : place + 2]:
            if power != figure.power:
                words = f"reading '{SCALE_WORDS[figure.power]}' as '{SCALE_WORDS[power]}'"
                yield Repair(((figure, replace(figure, power=power)),), words)


def _sign_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """A rise for a fall, a surplus for a deficit."""
    for figure in broken.figures:
        if (figure.measure in _SIGNED or figure.flow == "balance") and figure.value:
            words = f"reading '{_printed(figure)}' as '{_printed(replace(figure, value=-figure.value))}'"
            yield Repair(((figure, replace(figure, value=-figure.value)),), words)


def _point_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """The decimal point one place off."""
    for figure, shift in itertools.product(broken.figures, (-1, 1)):
        if figure.decimals >= shift:
            moved = replace(figure, value=figure.value.scaleb(shift), decimals=figure.decimals - shift)
            yield Repair(((figure, moved),), f"reading '{_printed(figure)}' as '{_printed(moved)}'")


def _digit_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """Two neighbouring digits swapped."""
    for figure in broken.figures:
        printed = _printed(figure)
        places = [k for k, char in enumerate(printed) if char.isdigit()]
        for left, right in itertools.pairwise(places):
            if printed[left] != printed[right]:
                swapped = list(printed)
                swapped[left], swapped[right] = swapped[right], swapped[left]
                text = "".join(swapped)
                yield Repair(((figure, replace(figure, value=Decimal(text))),), f"reading '{printed}' as '{text}'")


def _flow_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """Exports and imports exchanged."""
    figures = dict.fromkeys(f for identity in every for f in identity.figures)
    for one, other in itertools.product(figures, figures):
        opposite = one.flow == "exports" and one.cell._replace(flow="imports") == other.cell
        if opposite and (one in broken.figures or other in broken.figures):
            yield Repair(
                ((one, _numbered(one, other)), (other, _numbered(other, one))), "exchanging exports and imports"
            )


def _numbered(figure: Figure, other: Figure) -> Figure:
    """A figure with the number of another."""
    return replace(figure, value=other.value, power=other.power, decimals=other.decimals, bound=other.bound)


# --- Slips of the cell --------------------------------------------------------------------------------------------


def _unit_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """One currency for another, percent for times."""
    currencies = dict.fromkeys(f.unit for i in every for f in i.figures if f.measure in ("level", "change"))
    for figure in broken.figures:
        rates = ("percent", "times") if figure.measure == "growth" else ()
        for unit in rates or currencies:
            if unit != figure.unit and figure.measure != "share":
                yield Repair(((figure, replace(figure, unit=unit)),), f"reading '{figure.unit}' as '{unit}'")


def _period_slips(broken: Identity, every: Sequence[Identity]) -> Iterator[Repair]:
    """The period of another figure."""
    times = {f.period: f for i in every for f in i.figures if f.dated}
    bases = {f.period: f.base for i in every for f in i.figures if f.base}
    for figure in broken.figures:
        for period, like in times.items() if figure.dated else ():
            if period != figure.period and (figure.base is None or period in bases):
                moved = replace(
                    figure, period=period, period_name=like.period_name, start=like.start, end=like.end,
                    base=figure.base and bases[period],
                )  # fmt: skip
                yield Repair(((figure, moved),), f"reading '{figure.period_name}' as '{like.period_name}'")


_IN_PLACE = (_scale_slips, _sign_slips, _point_slips, _digit_slips, _flow_slips)
_ELSEWHERE = (_unit_slips, _period_slips)


def _printed(figure: Figure) -> str:
    return f"{figure.value:.{figure.decimals}f}"
