"""The period that a figure is of, and the base period that a change is measured from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.kinds.figures.flows import OWN, group
from kg.kinds.figures.frames import Frame
from kg.kinds.figures.scene import Cue, Figure, Scene
from kg.kinds.figures.weights import Candidate
from kg.kinds.periods.claim import When, tags
from kg.model import Period, Relative, Term
from kg.vocabulary import vocabulary

_BASES = ("base-when", "against-when")


def resolved(when: When, reference: Period | None) -> Period | None:
    """The period that words mean; what is relative is dated by the reference."""
    if not isinstance(when, Relative):
        return when
    return when.dated(reference) if reference else None


def periods(
    scene: Scene, figure: Figure, flow: str, measure: str, reporter: Term | None, frame: Frame
) -> list[Candidate[Period | None]]:
    """The periods that a figure may be of: those that its sentence names, those told of before, and none."""
    reference = _reference(scene, figure, frame)
    found: dict[Period | None, set[str]] = {None: {"none"}}
    for cue in scene.periods:
        period = calendar(resolved(cue.value, reference), reporter)
        if period is not None:
            found.setdefault(period, set()).update(_by_place(scene, figure, cue))
    for source, period in _surrounding(scene, frame):
        if period is not None:
            found.setdefault(period, set()).add(source)
    about: tuple[str, ...] = (measure, figure.unit, group(flow), f"bracket={figure.bracket}")
    named = "named" if scene.periods else "unnamed"
    own = scene.told(figure.cue) & OWN
    if frame.leaves_bracket(figure.bracket):
        own = own | {"leaves bracket"}
    about += tuple(sorted(own))
    return [Candidate(period, (frozenset(_features(features, about, named)),)) for period, features in found.items()]


def calendar(period: Period | None, reporter: Term | None) -> Period | None:
    """A fiscal year in months where the reporter's is known ("FY 2022-23" of India is April 2022 to March 2023)."""
    if period is None or not period.first.startswith("FY") or reporter is None:
        return period
    start = vocabulary().value(reporter.iri, "kg:fiscalYearStart")
    if start is None or "-" not in period.first:
        return period
    month, year = int(start), int(period.first[2:6])
    return Period(f"{year}-{month:02d}", f"{year + 1}-{month - 1:02d}")


def _reference(scene: Scene, figure: Figure, frame: Frame) -> Period | None:
    """What "the same period of last year" is reckoned from: the last dated period before the figure, else one told of before."""
    dated = [
        c.value for c in scene.periods if isinstance(c.value, Period) and c.value.last and c.first < figure.cue.first
    ]
    told = [t.period for t in (frame.previous, frame.before, frame.lead) if t and t.period and t.period.last]
    return next(iter([*dated[-1:], *told]), frame.opening or frame.mentioned or frame.main)


def _surrounding(scene: Scene, frame: Frame) -> Iterator[tuple[str, Period | None]]:
    yield from _and_a_year_before((name, told.period) for name, told in frame.carried)
    yield "opening", frame.opening
    yield from _and_a_year_before(
        (("mentioned", frame.mentioned), ("main", frame.main), ("headline", frame.headed)),
    )


def _and_a_year_before(named: Iterable[tuple[str, Period | None]]) -> Iterator[tuple[str, Period | None]]:
    for name, period in named:
        yield name, period
        yield f"{name}, a year before", period.shifted(-1) if period else None


def _by_place(scene: Scene, figure: Figure, cue: Cue[When]) -> Iterator[str]:
    place = scene.place(figure, cue)
    yield place
    for side in "LR":
        if scene.nearest(figure, scene.periods, side) == cue:
            yield f"{place} near"
    if scene.gap(figure, cue) <= 2:
        yield f"{place} close"
    yield from (f"tie {rule}" for rule in scene.ties(figure, cue))
    yield from (f"told {rule}" for rule in scene.told(cue))
    yield from (
        f"told {rule} {place}" for rule in scene.told(cue) & {"base-when", "opening-when", "owned-when", "against-when"}
    )
    yield from (f"is {tag}" for tag in tags(cue.value))
    if "figure-against" in scene.told(figure.cue):
        yield f"against {place}"
    ties = {rule for other in scene.figures if other != figure for rule in scene.ties(other, cue)}
    if ties:
        yield f"tied to another {place}"


def _features(features: set[str], about: tuple[str, ...], named: str) -> Iterator[str]:
    for feature in features:
        yield f"period:{feature}|{named}"
        yield from (f"period:{feature}|{named}|{word}" for word in about)


def base_of(scene: Scene, figure: Figure, measure: str, period: Period | None) -> Period | None:
    """The base that a sentence names for a change; the year before is that of a growth that names none."""
    near = sorted((c for c in scene.periods if is_base(scene, c)), key=lambda cue: scene.gap(figure, cue))
    named = (resolved(cue.value, period) for cue in near if scene.place(figure, cue) in ("L0", "R0"))
    base = next((b for b in named if b and b != period and (period is None or b.first < period.first)), None)
    return period.shifted(-1) if period and measure == "growth" and base is None else base


def is_base(scene: Scene, cue: Cue[When]) -> bool:
    """Whether a comparison is made with a period."""
    if isinstance(cue.value, Relative):
        return cue.value.kind != "above"
    return bool(scene.told(cue) & set(_BASES))
