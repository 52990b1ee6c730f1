"""Slips of the pen planted in figures that are right: how many the referee finds, and how many it explains.

usage: python benchmarks/mutations.py GOLD_DIR [SEED]

Every identity that holds within an article gets one slip of each kind that applies to it, in a figure drawn by the
seed. Slips are planted in the figures as read from the graph (not in the text), so that the reader's errors do not
count. A slip counts if it exceeds the rounding: plain arithmetic on the ends of the printed intervals, written anew
here, cannot save one of the identities that the figure takes part in. A change of cell (period, currency) counts where
an equation confirmed the figure before. Several repairs that are equally good are named together and none is chosen.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from kg.checks.derivations import derivations
from kg.checks.figures import Figure, figures, memberships
from kg.checks.identities import Identity, contested, identities
from kg.checks.lookup import Lookup
from kg.checks.misplaced import misplaced
from kg.checks.repairs import repairs
from kg.pipeline import graphs

SEED = 2026
POWERS = (3, 6, 9, 12)
Slip = dict[Figure, Figure]
Members = list[tuple[str, str]]


@dataclass(frozen=True)
class Outcome:
    """What became of one slip."""

    kind: str
    rule: str
    counts: bool
    caught: bool
    alone: bool
    listed: bool
    misled: bool


# --- The slips ----------------------------------------------------------------------------------------------------


def scale(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    if figure.measure not in ("level", "change") or figure.power not in POWERS:
        return None
    place = POWERS.index(figure.power)
    near = [POWERS[k] for k in (place - 1, place + 1) if 0 <= k < len(POWERS)]
    return {figure: replace(figure, power=chance.choice(near))}


def point(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    shift = chance.choice([s for s in (-1, 1) if figure.decimals >= s])
    return {figure: replace(figure, value=figure.value.scaleb(shift), decimals=figure.decimals - shift)}


def digit(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    printed = f"{figure.value:.{figure.decimals}f}"
    places = [k for k, char in enumerate(printed) if char.isdigit()]
    pairs = [(a, b) for a, b in itertools.pairwise(places) if printed[a] != printed[b]]
    if not pairs:
        return None
    left, right = chance.choice(pairs)
    swapped = list(printed)
    swapped[left], swapped[right] = swapped[right], swapped[left]
    return {figure: replace(figure, value=Decimal("".join(swapped)))}


def sign(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    signed = figure.measure in ("growth", "change") or figure.flow == "balance"
    return {figure: replace(figure, value=-figure.value)} if signed and figure.value else None


def swap(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    other = next((f for f in every if f.flow == "imports" and figure.cell._replace(flow="imports") == f.cell), None)
    if figure.flow != "exports" or other is None:
        return None
    number = ("value", "power", "decimals", "bound")
    return {
        figure: replace(figure, **{name: getattr(other, name) for name in number}),
        other: replace(other, **{name: getattr(figure, name) for name in number}),
    }


def period(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    rows = [f for f in every if f.cell[:5] == figure.cell[:5] and f.dated and f.period != figure.period]
    if not rows or not figure.dated:
        return None
    other = chance.choice(rows)
    moved = replace(figure, period=other.period, period_name=other.period_name, start=other.start, end=other.end)
    return {figure: replace(moved, base=figure.base and other.base)}


def currency(figure: Figure, every: Sequence[Figure], chance: random.Random) -> Slip | None:
    return (
        {figure: replace(figure, unit="EUR" if figure.unit == "USD" else "USD")} if figure.measure == "level" else None
    )


KINDS: dict[str, Callable[[Figure, Sequence[Figure], random.Random], Slip | None]] = {
    "scale": scale, "point": point, "digit": digit, "sign": sign, "swap": swap, "period": period, "currency": currency,
}  # fmt: skip

# --- Whether a slip exceeds the rounding, by arithmetic of its own --------------------------------------------------


def blended(gx: float, gm: float, x: float, m: float) -> float:
    return 100 * ((x + m) / (x / (1 + gx / 100) + m / (1 + gm / 100)) - 1)


PLAIN: dict[str, Callable[..., float]] = {
    "exports + imports": lambda x, m: x + m,
    "exports - imports": lambda x, m: x - m,
    "new / old - 1": lambda new, old: 100 * (new / old - 1),
    "new / old": lambda new, old: new / old,
    "new - old": lambda new, old: new - old,
    "new share - old share": lambda new, old: new - old,
    "new - new / (1 + growth)": lambda new, g: new - new / (1 + g / 100),
    "the growth of exports and imports by their weights": blended,
    "part / whole": lambda part, whole: 100 * part / whole,
    "the other statement": lambda other: other,
    "the other side's figure": lambda other: other,
    "the amount at the other rate": lambda price, amount, other: price * amount / other,
    "at most the whole": lambda whole: whole,
    "at most that of the longer period": lambda longer: longer,
    "at most the later total": lambda later: later,
    "the whole - the other parts": lambda whole, *parts: whole - sum(parts),
    "100 - the other shares": lambda *shares: 100 - sum(shares),
}


def ends(figure: Figure) -> tuple[float, float]:
    """The interval of a printed number, by plain arithmetic; without a limit it reaches very far."""
    half = 10.0 ** (figure.power - figure.decimals) / 2
    low, high = float(figure.amount) - half, float(figure.amount) + half
    if figure.bound == "more-than":
        return low, 1e9 * abs(high)
    return (0.0, high) if figure.bound == "less-than" else (low, high)


def impossible(identity: Identity) -> bool:
    """Whether no corner of the rounding saves an identity."""
    if identity.formula not in PLAIN:  # "a growth between": the corners of the weight are the growths themselves
        results = [end for figure in identity.others for end in ends(figure)]
    else:
        corners = itertools.product(*(ends(figure) for figure in identity.others))
        results = [PLAIN[identity.formula](*corner) for corner in corners]
    low, high = ends(identity.claim)
    slack = 1e-9 * max(map(abs, (*results, low, high)))
    if identity.relation.at_most:
        return low > max(results) + slack
    return low > max(results) + slack or high < min(results) - slack


def counts(kind: str, slip: Slip, every: Sequence[Identity]) -> bool:
    touched = [i for i in every if i.holds and any(figure in slip for figure in i.figures)]
    if kind in ("period", "currency"):
        return any(not i.relation.at_most for i in touched)
    return any(impossible(identity.with_(slip)) for identity in touched)


# --- What the referee makes of it -------------------------------------------------------------------------------


def judged(
    lookup: Lookup, found: Sequence[Figure], members: Members
) -> tuple[list[Identity], list[tuple[Figure, Figure]]]:
    """The identities of figures, and those that stand where others belong."""
    every = list(identities(found, members))
    return every, list(misplaced(found, every, derivations(lookup, found, members, contested(found, every))))


def key(identity: Identity) -> tuple[object, ...]:
    return (identity.rule, *sorted(figure.iri for figure in identity.figures))


def outcome(kind: str, planted: Identity, slip: Slip, lookup: Lookup, found: list[Figure], members: Members) -> Outcome:
    before, _ = judged(lookup, found, members)
    known = {key(identity) for identity in before if not identity.holds}
    changed = [slip.get(figure, figure) for figure in found]
    after, moved = judged(lookup, changed, members)
    broken = [identity for identity in after if not identity.holds and key(identity) not in known]
    proposed = [repairs(identity, after, changed) for identity in broken]
    undone = {new: old for old, new in slip.items()}
    right = [[all(_same(new, undone.get(old)) for old, new in r.changes) for r in several] for several in proposed]
    replaced = [figure in undone and undone[figure].cell == missing.cell for figure, missing in moved]
    return Outcome(
        kind=kind,
        rule=planted.rule,
        counts=counts(kind, slip, before),
        caught=bool(broken or moved),
        alone=any(hits == [True] for hits in right) or (not any(proposed) and replaced == [True]),
        listed=any(any(hits) for hits in right) or any(replaced),
        misled=[False] in right or (not any(proposed) and replaced == [False]),
    )


def _same(one: Figure, other: Figure | None) -> bool:
    return other is not None and (one.amount, one.decimals - one.power, one.cell) == (
        other.amount,
        other.decimals - other.power,
        other.cell,
    )


def outcomes(folder: Path, seed: int = SEED) -> Iterator[Outcome]:
    """The outcome of every slip, article by article."""
    chance = random.Random(seed)
    for graph in graphs([folder]):
        lookup = Lookup(graph.triples)
        found, members = figures(lookup, graph.name), memberships(lookup)
        for identity in [i for i in identities(found, members) if i.holds]:
            for kind, make in KINDS.items():
                slips = [slip for figure in identity.figures if (slip := make(figure, found, chance))]
                if slips:
                    yield outcome(kind, identity, chance.choice(slips), lookup, found, members)


def table(every: Sequence[Outcome]) -> str:
    """A line a kind: slips, those that exceed the rounding, of these caught, and of the caught explained."""
    lines = [
        "| slip | planted | exceed the rounding | caught | right repair named alone | right repair among those named | a wrong one named alone |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in (*KINDS, "all"):
        mine = [o for o in every if kind in (o.kind, "all")]
        counted = [o for o in mine if o.counts]
        caught = [o for o in counted if o.caught]
        cells = (len(mine), len(counted), part(len(caught), len(counted)))
        named = [
            part(sum(some), len(caught)) for some in zip(*((o.alone, o.listed, o.misled) for o in caught), strict=True)
        ]
        lines.append(f"| {' | '.join(map(str, (kind, *cells, *named)))} |")
    return "\n".join(lines)


def part(some: int, whole: int) -> str:
    return f"{some} ({100 * some / whole:.1f} %)" if whole else "0"


if __name__ == "__main__":
    results = list(outcomes(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SEED))
    print(table(results))
    missed = Counter((o.kind, o.rule) for o in results if o.counts and not o.caught)
    print("\nmissed:", ", ".join(f"{kind} in {rule} ({n})" for (kind, rule), n in missed.most_common()) or "none")
