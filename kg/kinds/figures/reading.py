"""Claims in numbers: the figures of a document, read one after the other with what the text before them has told.

For each figure the candidates of flow, measure, sides, period and sign are weighed in this order; each choice is known
to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.discourse.home import HOME
from kg.kinds.figures.claim import FIGURES, Observation
from kg.kinds.figures.currencies import of_home
from kg.kinds.figures.flows import flows
from kg.kinds.figures.frames import Frame, Told
from kg.kinds.figures.measures import measures, signs
from kg.kinds.figures.periods import base_of, calendar, periods
from kg.kinds.figures.scene import Figure, Scene
from kg.kinds.figures.sides import Pair, pairs
from kg.kinds.figures.weights import Candidate, Choice, ranked, shipped
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS
from kg.language.lexicon import FLOWS, PARTIES
from kg.model import Document, Period, Span, Term
from kg.vocabulary import local, vocabulary

T = TypeVar("T")
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
        )


# Picks one of the candidates of a dimension for a figure; training puts the truth in its place.
Picker = Callable[[Figure, str, Sequence[Candidate[T]]], Choice[T]]


def by_weight(weights: Mapping[str, int]) -> Picker[T]:
    """Picks the likeliest candidate."""
    return lambda figure, dimension, candidates: ranked(candidates, weights)[0]


def read(readings: Readings) -> None:
    """All observations of a document, in the order of the text; the same cell said twice is one."""
    found: dict[tuple[object, ...], Observation] = {}
    for scene, reading in observed(readings, by_weight(shipped())):
        observation = _observation(scene, reading, readings[HOME])
        found.setdefault(_cell(observation), observation)
    readings[FIGURES] = tuple(found.values())


def observed(readings: Readings, pick: Picker[object]) -> Iterator[tuple[Scene, Reading]]:
    """The figures of a document as they are read, with the frame that is carried along."""
    document = readings.document
    meetings, of_sentence = readings[MEETINGS]
    frame = Frame(home=readings[HOME], day=document.date, headline=_headline_flow(document), often=_often(document))
    paragraph = 0
    for sentence in document.sentences:
        if any(f.covers(sentence.span) for f in document.article.furniture):
            continue
        number = of_sentence.get(sentence.first)
        sides = meetings[number].parties if number is not None else ()
        scene = Scene(readings, sentence)
        frame = replace(frame, sides=sides, previous=None, head=None, opening=_opening(scene) or frame.opening)
        frame = replace(frame, same_paragraph=sentence.paragraph == paragraph)
        paragraph = sentence.paragraph
        for figure in scene.figures:
            reading = _read(scene, figure, frame, pick)
            yield scene, reading
            frame = _after(frame, figure, reading.told)
        frame = replace(frame, before=frame.head or frame.before, topic=_topic(scene, frame))


def _read(scene: Scene, figure: Figure, frame: Frame, pick: Picker[object]) -> Reading:
    flow: Choice[str] = pick(figure, "flow", flows(scene, figure, frame))  # type: ignore[arg-type, assignment]
    measure: Choice[str] = pick(figure, "measure", measures(scene, figure, flow.value, frame))  # type: ignore[arg-type, assignment]
    sides: Choice[Pair] = pick(figure, "sides", pairs(scene, figure, flow.value, measure.value, frame))  # type: ignore[arg-type, assignment]
    period: Choice[Period | None] = pick(
        figure, "period", periods(scene, figure, flow.value, measure.value, sides.value.reporter, frame)
    )  # type: ignore[arg-type, assignment]
    sign: Choice[bool] = pick(figure, "sign", signs(scene, figure, flow.value, measure.value, frame))  # type: ignore[arg-type, assignment]
    return Reading(figure, flow, measure, sides, period, sign)


def _after(frame: Frame, figure: Figure, told: Told) -> Frame:
    """The frame for the figure after."""
    head = frame.head or (told if figure.bracket != "quantity" else None)
    trade = told.flow in _TRADE and told.measure != "target" and told.reporter is not None
    both = told if told.reporter and told.counterpart else frame.both
    return replace(frame, previous=told, head=head, lead=frame.lead or (told if trade else None), both=both)


def _topic(scene: Scene, frame: Frame) -> tuple[Term, ...]:
    """The parties that the last sentences name, each once, the latest last; a new paragraph begins anew."""
    known = {term.iri: term for term in frame.topic if frame.same_paragraph}
    for cue in sorted((*scene.parties, *scene.titled), key=lambda cue: cue.first):
        known.pop(cue.value.iri, None)
        known[cue.value.iri] = cue.value
    return tuple(known.values())[-3:] or frame.topic


def _headline_flow(document: Document) -> str:
    """The first flow that the headline names; empty without one."""
    head = document.inside(Span(0, len(document.article.headline)), FLOWS)
    return local(head[0].value.iri) if head else ""


def _often(document: Document) -> tuple[str, ...]:
    """The parties that an article names most, by IRI, the most frequent first."""
    counts = Counter(m.value.iri for m in document.of(PARTIES))
    return tuple(iri for iri, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3])


def _opening(scene: Scene) -> Period | None:
    """The month, quarter or year that a sentence begins with."""
    first = scene.periods[:1]
    opens = first and "opening-when" in scene.told(first[0])
    value = first[0].value if opens else None
    return value if isinstance(value, Period) and value.last and len(value.first) <= 7 else None


def _observation(scene: Scene, reading: Reading, home: Term | None) -> Observation:
    figure, measure = reading.figure, reading.measure.value
    quantity = figure.quantity
    if reading.negative.value:
        quantity = replace(quantity, value=-abs(quantity.value))
    reporter, counterpart = reading.sides.value
    base = base_of(scene, figure, measure, reading.period.value) if measure in ("growth", "change") else None
    flow = vocabulary().term(f"code:{reading.flow.value}")
    return Observation(
        quantity=of_home(scene.document, figure.cue.span, quantity, home),
        flow=flow,
        measure=vocabulary().term(f"code:{measure}"),
        reporter=reporter,
        counterpart=counterpart,
        period=reading.period.value,
        base=calendar(base, reporter),
        surface=figure.cue.span,
        evidence=_evidence(scene, figure),
        rules=scene.rules(figure, (flow, reporter, counterpart, reading.period.value)),
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
    return (quantity.amount, quantity.unit, flow.iri, observation.measure.iri, *sides, observation.period)
