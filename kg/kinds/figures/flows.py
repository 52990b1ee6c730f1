"""Which flow a figure observes: exports, imports, turnover, investment; else "other", the count of things."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.figures.frames import Frame
from kg.kinds.figures.scene import Cue, Figure, Scene
from kg.kinds.figures.weights import Candidate
from kg.model import Term
from kg.vocabulary import local

OTHER = "other"
# What rules tell of the figure itself that bears on whom and what it goes on about.
OWN = {"which-is", "apposed", "apposed-bracket", "figure-against", "figure-to-level", "figure-moved", "figure-by"}
_GROUPS = {"investment": "received", "aid": "received", "debt": "received", "gdp": "economy", "production": "economy"}


def group(flow: str) -> str:
    """The class of a flow for which the same words speak."""
    return _GROUPS.get(flow, flow)


def flows(scene: Scene, figure: Figure, frame: Frame) -> list[Candidate[str]]:
    """The flows that a figure may observe: those that its sentence names, those told of before, and "other"."""
    named: dict[str, set[str]] = {OTHER: set()}
    nearest = {side: scene.nearest(figure, scene.flows, side) for side in "LR"}
    for cue in scene.flows:
        named.setdefault(local(cue.value.iri), set()).update(_by_place(scene, figure, cue, nearest))
    for source, told in frame.carried:
        named.setdefault(told.flow, set()).add(source)
    if frame.headline:
        named.setdefault(frame.headline, set()).add("headline")
    around = {f"unit={figure.unit}", f"bracket={figure.bracket}"}
    around.add("named" if scene.flows else "unnamed")
    if nearest["L"] is not None:
        around.add("named-left")
    own = scene.told(figure.cue) & OWN
    if frame.previous and frame.leaves_bracket(figure.bracket):
        own = own | {"leaves bracket"}
    return [Candidate(flow, (frozenset(_features(flow, found, around, own, figure)),)) for flow, found in named.items()]


def _by_place(scene: Scene, figure: Figure, cue: Cue[Term], nearest: dict[str, Cue[Term] | None]) -> Iterator[str]:
    place = scene.place(figure, cue)
    yield place
    yield f"{place} {scene.mark(figure, place)}"
    yield from (f"{place} near" for side in "LR" if nearest[side] == cue)
    if scene.gap(figure, cue) <= 3:
        yield f"{place} close"
    yield from (f"tie {rule}" for rule in scene.ties(figure, cue))
    yield from (f"told {rule}" for rule in scene.told(cue) & {"foreign", "mutual"})
    if cue.last - cue.first == 1 and cue.value.form != "label":
        yield "hidden"


def _features(flow: str, found: set[str], around: set[str], own: set[str], figure: Figure) -> Iterator[str]:
    kind = OTHER if flow == OTHER else "some"
    for feature in found:
        yield f"flow:{kind}|{feature}"
        yield f"flow:{kind}|{feature}|{figure.unit}"
        yield from (f"flow:{kind}|{feature}|{rule}" for rule in own)
    for feature in around:
        yield f"flow={group(flow)}|{feature}"
    yield f"flow={flow}|{figure.unit}"
    if not found:
        yield f"flow:{kind}|no reason|{figure.unit}"
    if "previous" in found and figure.bracket:
        yield f"flow:previous in bracket={figure.bracket}"
