"""Which two sides a figure lies between: the reporter whose flow it is, and the counterpart.

"Exports from A to B" have reporter A and counterpart B, whoever publishes them; an investment has the side that
receives it as reporter.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from kg.kinds.figures.flows import OWN, group
from kg.kinds.figures.frames import Frame, Told
from kg.kinds.figures.scene import Cue, Figure, Scene
from kg.kinds.figures.weights import Candidate
from kg.model import Term

_MOST = 8


class Pair(NamedTuple):
    """Reporter and counterpart; None where the text names none."""

    reporter: Term | None
    counterpart: Term | None


def pairs(scene: Scene, figure: Figure, flow: str, measure: str, frame: Frame) -> list[Candidate[Pair]]:
    """The pairs of all parties that the sentence or its surroundings name, and none."""
    parties = _parties(scene, figure, frame)
    of = group(flow)
    about = f"{of}|{'share' if measure == 'share' else 'of'}"
    terms = {p: _term(scene, frame, p, cues) for p, cues in parties.items()}
    sides = {role: _roles(scene, figure, frame, parties, role, about) for role in "RC"}
    together: dict[frozenset[str], frozenset[str]] = {}
    carried = _carried(frame)
    found = []
    for r, c in product([None, *parties], repeat=2):
        if r is None or r != c:
            told = frozenset(f"pair:{f}" for f in _together(scene, figure, frame, carried, r, c, of))
            value = Pair(terms[r] if r else None, terms[c] if c else None)
            found.append(Candidate(value, (sides["R"][r], sides["C"][c], together.setdefault(told, told))))
    return found


def _roles(
    scene: Scene, figure: Figure, frame: Frame, parties: dict[str, list[Cue[Term]]], role: str, about: str
) -> dict[str | None, frozenset[str]]:
    """What speaks for each party, or for nobody, in a role."""
    here = "here" if scene.parties else "nobody here"
    nobody = frozenset({f"{role}:none|{here}", f"{role}:none|{about.split('|')[0]}|{here}"})
    found: dict[str | None, frozenset[str]] = {None: nobody}
    for party, cues in parties.items():
        found[party] = frozenset(f"{role}:{f}" for f in _as(scene, figure, frame, party, cues, role, about))
    return found


def _parties(scene: Scene, figure: Figure, frame: Frame) -> dict[str, list[Cue[Term]]]:
    """The parties by IRI with their places in the sentence: those nearest to the figure, then those told of before."""
    found: dict[str, list[Cue[Term]]] = {}
    for cue in sorted(scene.parties, key=lambda cue: (scene.gap(figure, cue), cue.first)):
        if cue.value.iri in found or len(found) < _MOST:
            found.setdefault(cue.value.iri, []).append(cue)
    for term in (*(cue.value for cue in scene.titled), *(term for _, term in _surrounding(frame))):
        found.setdefault(term.iri, [])
    return found


def _carried(frame: Frame) -> list[tuple[str, Told]]:
    """The figures told before that are at hand, and the last one with two sides."""
    return [*frame.carried, *([("both", frame.both)] if frame.both else [])]


def _surrounding(frame: Frame) -> Iterator[tuple[str, Term]]:
    for name, told in _carried(frame):
        if told.reporter:
            yield f"{name} reporter", told.reporter
        if told.counterpart:
            yield f"{name} counterpart", told.counterpart
    if frame.home:
        yield "home", frame.home
    if frame.item:
        yield "item", frame.item
    yield from (("met", side) for side in frame.sides)
    yield from ((f"topic {k}", term) for k, term in enumerate(reversed(frame.topic)))


def _term(scene: Scene, frame: Frame, iri: str, cues: list[Cue[Term]]) -> Term:
    titled = (cue.value for cue in scene.titled)
    return next(
        t for t in (*(cue.value for cue in cues), *(t for _, t in _surrounding(frame)), *titled) if t.iri == iri
    )


def _as(
    scene: Scene, figure: Figure, frame: Frame, iri: str, cues: list[Cue[Term]], role: str, about: str
) -> frozenset[str]:
    """What speaks for a party in a role."""
    flow = about.split("|")[0]
    found: set[str] = set()
    for cue in cues:
        found.update(_by_place(scene, figure, cue, role, flow, about))
    sources = {source for source, term in _surrounding(frame) if term.iri == iri}
    sources |= {f"often {frame.often.index(iri)}"} if iri in frame.often else {"seldom"}
    sources |= {"titled" for cue in scene.titled if cue.value.iri == iri}
    where = "here" if cues else "not here" if scene.parties else "nobody here"
    for source in sources:
        found |= {source, f"{source}|{where}", f"{source}|{where}|{about}"}
    return frozenset(found)


def _by_place(scene: Scene, figure: Figure, cue: Cue[Term], role: str, flow: str, about: str) -> Iterator[str]:
    place = scene.place(figure, cue)
    said = scene.says(figure, cue, flow)
    mine, other = {"R": "reporter", "C": "counterpart"}[role], {"C": "reporter", "R": "counterpart"}[role]
    verdict = "mine" if mine in said and other not in said else "both" if mine in said else "other" if said else "open"
    yield from (f"said {verdict}", f"said {verdict}|{place}", f"said {verdict}|{place[0]}|{about}")
    near = cue in scene.neighbours(figure)
    yield f"{place}|{near}|{about}"
    yield f"said {verdict}|{place}|{near}"
    yield f"form={cue.value.form}|{about}"
    yield from (f"{rule}|{flow}" for rule in scene.told(cue))
    yield from (f"tie {rule}|{flow}" for rule in scene.ties(figure, cue))
    if "Region" in cue.value.traits:
        yield f"region|{flow}"
    if figure.unit == "count":
        yield f"count|{place}"


def _together(
    scene: Scene,
    figure: Figure,
    frame: Frame,
    carried: list[tuple[str, Told]],
    reporter: str | None,
    counterpart: str | None,
    of: str,
) -> Iterator[str]:
    for name, told in carried:
        theirs = _iris(told)
        where = "here" if scene.parties else "nobody here"
        if (reporter, counterpart) == theirs:
            yield f"as {name}|{where}|{of}"
            yield f"as {name}|{where}"
            yield f"as {name}"
            yield f"as {name}|bracket={figure.bracket}"
            yield from (f"as {name}|{rule}" for rule in scene.told(figure.cue) & OWN)
            if frame.leaves_bracket(figure.bracket):
                yield f"as {name}|leaves bracket"
        elif (counterpart, reporter) == theirs:
            yield f"as {name} swapped|{where}"
        elif reporter == theirs[0]:
            yield f"reporter as {name}|{where}"
    named = {cue.value.iri for cue in scene.parties}
    yield f"named {sum(side in named for side in (reporter, counterpart) if side)} of {min(len(named), 2)}"
    yield f"sides {(reporter is not None) + (counterpart is not None)}|{of}"
    if scene.both and frame.both:
        yield f"both|{(reporter, counterpart) == _iris(frame.both)}"
    topic = [term.iri for term in frame.topic[-2:]]
    if len(topic) == 2:
        yield f"topic|{ {reporter, counterpart} == set(topic) }|{_here(scene)}"
    met = {side.iri for side in frame.sides}
    if len(met) == 2:
        yield f"met|{ {reporter, counterpart} == met }|{_here(scene)}"
        if scene.both:
            yield f"both met|{ {reporter, counterpart} == met }"
    tied = {rule for cue in scene.parties if cue.value.iri in (reporter, counterpart) for rule in scene.told(cue)}
    if reporter and counterpart and {"between", "between2"} <= tied:
        yield "between"
    if reporter and counterpart and {"hyphen", "hyphen2"} <= tied:
        yield "hyphen"
    told_flows = {rule for cue in scene.flows for rule in scene.told(cue)}
    yield from (f"{rule}|{counterpart is not None}" for rule in told_flows & {"foreign", "mutual"})


def _here(scene: Scene) -> str:
    return "here" if scene.parties else "nobody here"


def _iris(told: Told) -> tuple[str | None, str | None]:
    return (told.reporter.iri if told.reporter else None, told.counterpart.iri if told.counterpart else None)
