"""What a figure measures of its flow: level, change, growth, share or target; and whether it is negative."""

from __future__ import annotations

from collections.abc import Iterator

from kg.discourse.modality import status
from kg.kinds.figures.flows import group
from kg.kinds.figures.frames import Frame
from kg.kinds.figures.scene import Figure, Scene
from kg.kinds.figures.weights import Candidate
from kg.vocabulary import local

_RATIO = ("growth", "change", "share", "target", "level")
_SIGNS = "+-−–"
_AMOUNT = ("level", "change", "target")
_FIGURE_RULES = frozenset(
    """figure-against figure-by figure-moved figure-to-level figure-then-direction figure-than figure-of-whole share-figure
    figure-share target-figure apposed apposed-bracket figure-of-flow when-bracket party-bracket""".split()
)


def measures(scene: Scene, figure: Figure, flow: str, frame: Frame) -> list[Candidate[str]]:
    """What a figure may measure, by its unit."""
    ratio = figure.unit in ("percent", "points", "times")
    cues = set(_cues(scene, figure, frame))
    found = []
    for measure in _RATIO if ratio else _AMOUNT:
        features = {f"measure={measure}|{cue}" for cue in cues}
        features |= {f"measure={measure}|{figure.unit}|{cue}" for cue in cues}
        features |= {f"measure={measure}|{figure.unit}", f"measure={measure}|{figure.unit}|{group(flow)}"}
        found.append(Candidate(measure, (frozenset(features),)))
    return found


def _cues(scene: Scene, figure: Figure, frame: Frame) -> Iterator[str]:
    yield from scene.told(figure.cue) & _FIGURE_RULES
    yield f"bracket={figure.bracket}"
    yield f"signed {scene.document.article.quote(figure.cue.span)[0] in _SIGNS}"
    for side in "LR":
        change = scene.nearest(figure, scene.changes, side)
        if change is not None:
            place = scene.place(figure, change)
            yield f"change {place}"
            if scene.gap(figure, change) <= 4:
                yield f"change {place} close"
    for cue in scene.measures:
        yield f"{local(cue.value.iri)} {scene.place(figure, cue)}"
    if frame.previous:
        yield f"previous {frame.previous.measure} {frame.previous.unit}"
        if frame.previous.unit == figure.unit:
            yield f"same unit as {frame.previous.measure}"
            for rule in scene.told(figure.cue) & {"apposed", "apposed-bracket"}:
                yield f"{rule}, same unit as {frame.previous.measure}"
    told = status(scene.document, figure.cue.span)
    if told:
        yield f"status {told}"
    if frame.opening and frame.day and frame.opening.first > frame.day and frame.opening.first[:1].isdigit():
        yield "ahead"


def signs(scene: Scene, figure: Figure, flow: str, measure: str, frame: Frame) -> list[Candidate[bool]]:
    """Whether a figure is negative: a fall, or a deficit."""
    cues = set(_sign_cues(scene, figure, flow, measure, frame))
    return [
        Candidate(
            negative, (frozenset(f"negative={negative}|{measure in ('growth', 'change')}|{cue}" for cue in cues),)
        )
        for negative in (False, True)
    ]


def _sign_cues(scene: Scene, figure: Figure, flow: str, measure: str, frame: Frame) -> Iterator[str]:
    yield f"{measure}"
    yield f"printed {figure.quantity.value < 0}"
    balance = "balance" if flow == "balance" else "flow"
    for rule in scene.told(figure.cue) & {"deficit", "figure-deficit", "surplus"}:
        yield f"{rule} {balance}"
    if flow == "balance":
        balances = (cue for cue in scene.flows if local(cue.value.iri) == flow)
        named = scene.nearest(figure, balances, "L")
        if named is not None:
            yield f"named {' '.join(scene.document.words(named.span))}"
    for side in "LR":
        change = scene.nearest(figure, scene.changes, side)
        if change is not None:
            direction = local(change.value.iri)
            place = scene.place(figure, change)
            yield f"{direction} {place}"
            if scene.gap(figure, change) <= 4:
                yield f"{direction} {place} close"
            if scene.ties(figure, change):
                yield f"{direction} tied"
    if frame.previous:
        same = "same measure" if frame.previous.measure == measure else "other measure"
        apposed = scene.told(figure.cue) & {"apposed", "apposed-bracket"}
        yield f"previous {frame.previous.negative} {same} {bool(apposed)}"
