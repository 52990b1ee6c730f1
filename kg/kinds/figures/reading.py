"""Claims in numbers: the figures of a document, read one after the other with what the text before them has told.

For each figure the candidates of flow, measure, sides, period and sign are weighed in this order; each choice is known
to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol, TypeVar

from kg.discourse.home import HOME
from kg.discourse.modality import status
from kg.kinds.figures.claim import FIGURES, Observation
from kg.kinds.figures.confidence import confidence, features
from kg.kinds.figures.context import both, headline_flow, item, last, main, mentioned, often, opening, topic
from kg.kinds.figures.currencies import of_home
from kg.kinds.figures.flows import flows
from kg.kinds.figures.frames import Frame, Scope, Told
from kg.kinds.figures.measures import measures, signs
from kg.kinds.figures.periods import base_of, calendar, periods
from kg.kinds.figures.scene import Figure, Scene
from kg.kinds.figures.scopes import Ground
from kg.kinds.figures.sides import Pair, pairs
from kg.kinds.figures.weights import Candidate, Choice, ranked, shipped
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS
from kg.model import Period, Span, Term
from kg.vocabulary import local, vocabulary

T = TypeVar("T")
# An amount that is planned, expected or only supposed is a goal, no level.
GOALS = ("planned", "expected", "hypothetical")
_TRADE = ("turnover", "exports", "imports", "balance")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure was read as, choice by choice."""

    figure: Figure
    flow: Choice[str]
    measure: Choice[str]
    sides: Choice[Pair]
    period: Choice[Period | None]
    negative: Choice[bool]
    scope: Scope

    @property
    def told(self) -> Told:
        """The reading as the figures after it see it."""
        return Told(
            self.flow.value,
            self.measure.value,
            *self.sides.value,
            self.period.value,
            self.negative.value,
            self.figure.unit,
            self.scope,
        )

    @property
    def place(self) -> tuple[object, ...]:
        """What the figure is of; another figure there says the same or contradicts it."""
        told = self.told
        sides = [side and side.iri for side in (told.reporter, told.counterpart)]
        return (told.flow, told.measure, *sides, told.period, told.scope.words, self.figure.quantity.unit)

    def features(self, scene: Scene, rivalled: bool) -> dict[str, float]:
        """What tells how sure the reading is."""
        choices: dict[str, Choice[object]] = {
            "flow": self.flow,
            "measure": self.measure,
            "sides": self.sides,
            "period": self.period,
            "sign": self.negative,
        }
        return features(choices, self.scope, self.figure.unit, bool(scene.flows), rivalled)


class Picker(Protocol):
    """Picks one of the candidates of a dimension for a figure; learning puts the truth in its place."""

    def __call__(self, figure: Figure, dimension: str, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """The choice."""
        ...


class ByWeight:
    """Picks the likeliest candidate."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights = weights

    def __call__(self, figure: Figure, dimension: str, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """The choice."""
        return ranked(candidates, self._weights)[0]


def read(readings: Readings) -> None:
    """All observations of a document, in the order of the text; the same cell said twice is one."""
    found: dict[tuple[object, ...], Observation] = {}
    for scene, reading, told in weighed(list(observed(readings, ByWeight(shipped())))):
        for observation in _observations(scene, reading, readings[HOME]):
            found.setdefault(_cell(observation), replace(observation, confidence=confidence(told, reading.scope)))
    readings[FIGURES] = tuple(found.values())


def weighed(read: Sequence[tuple[Scene, Reading]]) -> Iterator[tuple[Scene, Reading, dict[str, float]]]:
    """The figures of a document, each with what tells how sure its reading is."""
    filled: dict[tuple[object, ...], set[Decimal]] = {}
    for _, reading in read:
        filled.setdefault(reading.place, set()).add(reading.figure.quantity.amount)
    for scene, reading in read:
        yield scene, reading, reading.features(scene, rivalled=len(filled[reading.place]) > 1)


def observed(readings: Readings, pick: Picker) -> Iterator[tuple[Scene, Reading]]:
    """The figures of a document as they are read, with the frame that is carried along."""
    document = readings.document
    meetings, of_sentence = readings[MEETINGS]
    frame = Frame(
        home=readings[HOME],
        day=document.date,
        headline=headline_flow(document),
        often=often(document),
        main=main(document),
        headed=last(document, Span(0, len(document.article.headline))),
    )
    paragraph = 0
    for sentence in document.sentences:
        if any(f.covers(sentence.span) for f in document.article.furniture):
            continue
        number = of_sentence.get(sentence.first)
        sides = meetings[number].parties if number is not None else ()
        scene = Scene(readings, sentence)
        frame = replace(
            frame, sides=sides, previous=None, head=None, bracket="", opening=opening(scene) or frame.opening
        )
        frame = replace(frame, same_paragraph=sentence.paragraph == paragraph)
        if not frame.same_paragraph:
            frame = replace(frame, item=item(scene))
        paragraph = sentence.paragraph
        ground = Ground(scene)
        for figure in scene.figures:
            reading = _read(scene, ground, figure, frame, pick)
            yield scene, reading
            frame = _after(frame, figure, reading.told)
        frame = replace(
            frame,
            before=frame.head or frame.before,
            topic=topic(scene, frame),
            both=both(scene, frame),
            mentioned=mentioned(scene) or frame.mentioned,
        )


def _read(scene: Scene, ground: Ground, figure: Figure, frame: Frame, pick: Picker) -> Reading:
    flow = pick(figure, "flow", flows(scene, figure, frame))
    measure = pick(figure, "measure", measures(scene, figure, flow.value, frame))
    sides = pick(figure, "sides", pairs(scene, figure, flow.value, measure.value, frame))
    when = periods(scene, figure, flow.value, measure.value, sides.value.reporter, frame)
    period = pick(figure, "period", when)
    sign = pick(figure, "sign", signs(scene, figure, flow.value, measure.value, frame))
    return Reading(figure, flow, measure, sides, period, sign, ground.scope(figure, flow.value, frame))


def _after(frame: Frame, figure: Figure, told: Told) -> Frame:
    """The frame for the figure after."""
    head = frame.head or (told if figure.bracket != "quantity" else None)
    trade = told.flow in _TRADE and told.measure != "target" and told.reporter is not None
    both = told if told.reporter and told.counterpart else frame.both
    return replace(
        frame, previous=told, bracket=figure.bracket, head=head, lead=frame.lead or (told if trade else None), both=both
    )


def _observations(scene: Scene, reading: Reading, home: Term | None) -> Iterator[Observation]:
    """What a figure observes: nothing where the text denies it, two flows for a share "of trade and investment"."""
    told = status(scene.document, reading.figure.cue.span)
    if told == "denied":
        return
    observation = _observation(scene, reading, home)
    if told in GOALS and reading.measure.value == "level":
        observation = replace(observation, measure=vocabulary().term("code:target"))
    yield observation
    for flow in scene.also(reading.figure):
        yield replace(observation, flow=vocabulary().term(flow.iri))


def _observation(scene: Scene, reading: Reading, home: Term | None) -> Observation:
    figure, measure = reading.figure, reading.measure.value
    quantity = figure.quantity
    if reading.negative.value:
        quantity = replace(quantity, value=-abs(quantity.value))
    reporter, counterpart = reading.sides.value
    base = base_of(scene, figure, measure, reading.period.value) if measure in ("growth", "change") else None
    flow = vocabulary().term(f"code:{reading.flow.value}")
    return Observation(
        quantity=of_home(scene, figure.cue.span, quantity, home),
        flow=flow,
        measure=vocabulary().term(f"code:{measure}"),
        reporter=reporter,
        counterpart=counterpart,
        period=reading.period.value,
        base=calendar(base, reporter),
        surface=figure.cue.span,
        evidence=_evidence(scene, figure),
        rules=scene.rules(figure, (flow, reporter, counterpart, reading.period.value)),
        scope=reading.scope.words,
    )


def _evidence(scene: Scene, figure: Figure) -> Span:
    """From the first cue between the figure before and a figure to its end."""
    cues = [*scene.flows, *scene.periods, *scene.changes, *scene.parties]
    begin = min((cue.span.begin for cue in cues if scene.place(figure, cue) == "L0"), default=figure.cue.span.begin)
    return Span(begin, figure.cue.span.end)


def _cell(observation: Observation) -> tuple[object, ...]:
    """What makes two observations the same; the order of the sides means nothing for two-way trade."""
    quantity, flow = observation.quantity, observation.flow
    sides: tuple[object, ...] = (observation.reporter, observation.counterpart)
    named = [side.iri for side in (observation.reporter, observation.counterpart) if side is not None]
    if local(flow.iri) == "turnover" and len(named) == 2:
        sides = tuple(sorted(named))
    return (
        quantity.amount,
        quantity.unit,
        flow.iri,
        observation.measure.iri,
        *sides,
        observation.period,
        observation.scope,
    )
