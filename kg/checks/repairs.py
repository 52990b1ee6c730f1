"""The smallest repair: the one slip of the pen that, undone, closes every identity a figure takes part in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.checks.figures import SCALE_WORDS, Figure
from kg.checks.identities import Identity, identities

_SCALES = [power for power, word in SCALE_WORDS.items() if word]
_SIGNED = ("growth", "change")
_RATES = ("percent", "times", "percentage-points")


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures with what they would be, and the slip in words."""

    changes: tuple[tuple[Figure, Figure], ...]
    words: str

    @property
    def figure(self) -> Figure:
        """The figure that the slip was made in (the first one of an exchange)."""
        return self.changes[0][0]


def repairs(broken: Identity, every: Sequence[Identity], figures: Sequence[Figure]) -> list[Repair]:
    """The repairs that close everything: those that close most, and of these the smallest kind.

    Kinds in order: scale word, sign, decimal point, swapped digits; exports and imports exchanged; unit; period.
    ``every`` are the identities among ``figures``.
    """
    for kinds, judge in ((_IN_PLACE, _closed_in_place), (_ELSEWHERE, _closed_elsewhere)):
        found = [
            (-closed, rank, repair)
            for rank, slips in enumerate(kinds)
            for repair in slips(broken, figures)
            if (closed := judge(repair, broken, every, figures))
        ]
        if found:
            best = min(found, key=lambda each: each[:2])[:2]
            return [repair for closed, rank, repair in found if (closed, rank) == best]
    return []


def _closed_in_place(repair: Repair, broken: Identity, every: Sequence[Identity], figures: Sequence[Figure]) -> int:
    """How many broken identities a change of numbers closes; 0 where one stays or becomes broken."""
    changed = dict(repair.changes)
    if not broken.with_(changed).plausible:
        return 0
    touched = [identity for identity in every if any(figure in changed for figure in identity.figures)]
    open_ = [identity for identity in touched if not identity.holds]
    closed = all(_sound(identity, identity.with_(changed)) for identity in touched)
    return max(len(open_), 1) if closed else 0


def _sound(before: Identity, after: Identity) -> bool:
    """Whether an identity holds after a repair, and strains a hedge no more than before it."""
    return after.holds and (after.plausible or (before.holds and not before.plausible))


def _closed_elsewhere(repair: Repair, broken: Identity, every: Sequence[Identity], figures: Sequence[Figure]) -> int:
    """The same for a change of cell: the figure must fit where it goes to, in an equation."""
    ((old, new),) = repair.changes
    sides = {old.reporter, old.counterpart}
    near = [new if f is old else f for f in figures if {f.reporter, f.counterpart} == sides]
    after = [i for i in identities(near, ()) if new in i.figures]
    fits = any(not i.relation.at_most and i.rule != "cell" for i in after) and all(i.plausible for i in after)
    return sum(old in i.figures and not i.holds for i in every) if fits else 0


def _stated(broken: Identity) -> list[Figure]:
    """The figures that a slip of the pen can be in."""
    return [figure for figure in broken.figures if not figure.inputs]


# --- Slips in place: the figure's cell stays the same ------------------------------------------------------------


def _scale_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """ "million" for "billion" and the like: the neighbouring scale word."""
    for figure in _stated(broken):
        if figure.unit in _RATES or figure.power not in _SCALES:
            continue
        place = _SCALES.index(figure.power)
        for power in _SCALES[max(place - 1, 0) : place + 2]:
            if power != figure.power:
                words = f"reading '{SCALE_WORDS[figure.power]}' as '{SCALE_WORDS[power]}'"
                yield Repair(((figure, replace(figure, power=power)),), words)


def _sign_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """A rise for a fall, a surplus for a deficit."""
    for figure in _stated(broken):
        if (figure.measure in _SIGNED or figure.flow == "balance") and figure.value:
            words = f"reading '{_printed(figure)}' as '{_printed(replace(figure, value=-figure.value))}'"
            yield Repair(((figure, replace(figure, value=-figure.value)),), words)


def _point_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """The decimal point one place off."""
    for figure, shift in itertools.product(_stated(broken), (-1, 1)):
        if figure.decimals >= shift:
            moved = replace(figure, value=figure.value.scaleb(shift), decimals=figure.decimals - shift)
            yield Repair(((figure, moved),), f"reading '{_printed(figure)}' as '{_printed(moved)}'")


def _digit_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """Two neighbouring digits swapped."""
    for figure in _stated(broken):
        printed = _printed(figure)
        places = [k for k, char in enumerate(printed) if char.isdigit()]
        for left, right in itertools.pairwise(places):
            if printed[left] != printed[right]:
                swapped = list(printed)
                swapped[left], swapped[right] = swapped[right], swapped[left]
                text = "".join(swapped)
                yield Repair(((figure, replace(figure, value=Decimal(text))),), f"reading '{printed}' as '{text}'")


def _flow_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """Exports and imports exchanged."""
    opposite = {"exports": "imports", "imports": "exports"}
    pairs = {
        tuple(sorted((one, other), key=lambda f: f.flow)): None
        for one in _stated(broken)
        if one.flow in opposite
        for other in figures
        if other.flow == opposite[one.flow] and other.cell == one.cell._replace(flow=other.flow)
    }
    for one, other in pairs:
        changes = (one, _numbered(one, other)), (other, _numbered(other, one))
        yield Repair(changes, f"exchanging exports ({one}) and imports ({other})")


def _numbered(figure: Figure, other: Figure) -> Figure:
    """A figure with the number of another."""
    return replace(figure, value=other.value, power=other.power, decimals=other.decimals, bound=other.bound)


# --- Slips of the cell --------------------------------------------------------------------------------------------


def _unit_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """One currency for another, percent for times or for percentage points."""
    currencies = dict.fromkeys(
        f.unit for f in figures if f.measure in ("level", "change") and f.flow == broken.claim.flow
    )
    for figure in _stated(broken):
        rates = _RATES if figure.measure == "growth" else ()
        for unit in rates or currencies:
            if unit != figure.unit and figure.measure != "share":
                yield Repair(((figure, replace(figure, unit=unit)),), f"reading '{figure.unit}' as '{unit}'")


def _period_slips(broken: Identity, figures: Sequence[Figure]) -> Iterator[Repair]:
    """The period of another figure."""
    times = {f.period: f for f in figures if f.dated}
    bases = {f.period: f.base for f in figures if f.base}
    for figure in _stated(broken):
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
