"""Claims in numbers: the figures of a document, read sentence by sentence with a frame that is carried along.

What a sentence does not say itself it takes from the head of the sentence before ("Exports increased by 23.8% and
amounted to ..."), and from the meeting that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.discourse.home import HOME
from kg.kinds.figures.claim import FIGURES, Observation
from kg.kinds.figures.frames import Frame, frame_of, sides_of
from kg.kinds.figures.observing import observe
from kg.kinds.figures.parties import Pair
from kg.kinds.figures.periods import opening_period
from kg.kinds.figures.sides import sentence_pair, speaks_of_both
from kg.kinds.figures.sites import Site, sites
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS
from kg.model import Document, Sentence, Term
from kg.vocabulary import local


def read(readings: Readings) -> None:
    """All observations of a document."""
    meetings, of_sentence = readings[MEETINGS]
    sides_at = {first: meetings[number].parties for first, number in of_sentence.items()}
    readings[FIGURES] = observations(readings.document, readings[HOME], sides_at)


def observations(
    document: Document, home: Term | None, sides_at: Mapping[int, tuple[Term, ...]]
) -> tuple[Observation, ...]:
    """All observations of a document, in the order of the text; the same cell said twice is one.

    ``sides_at`` tells the sides of the meeting that each sentence (by its first token) is about.
    """
    found: dict[tuple[object, ...], Observation] = {}
    frame = Frame()
    met: tuple[Term, ...] = ()
    whole: Pair | None = None
    settled, paragraph = frame, 0
    for sentence in document.sentences:
        if any(f.covers(sentence.span) for f in document.article.furniture):
            continue
        frame = frame if sentence.paragraph == paragraph else settled
        paragraph = sentence.paragraph
        sides = sides_at.get(sentence.first, ())
        if len(sides) == 2 and sides != met:
            frame = frame.between((sides[0], sides[1]), home)
        met = sides
        read = list(_sentence(document, sentence, frame, home))
        for _, observation in read:
            found.setdefault(_cell(observation), observation)
        frame = _next(document, sentence, frame, read, sides, home)
        whole = whole or (None if sides_at else _of_all_trade(read))
        aside = whole or _tells_a_share(read)
        settled = frame.with_sides(whole or settled.sides) if aside else frame
    return tuple(found.values())


def _sentence(
    document: Document, sentence: Sentence, frame: Frame, home: Term | None
) -> Iterator[tuple[Site, Observation]]:
    """The observations of a sentence; the first one outside of brackets sets the frame for those after it."""
    previous: Observation | None = None
    head: Frame | None = None
    if frame.both.reporter and speaks_of_both(document, sentence, frame.both):
        frame = replace(frame, sides=frame.both)
    for site in sites(document, sentence):
        for observation in observe(document, site, head or frame, previous, home):
            yield site, observation
            if previous is None or site.bracket not in ("period", "quantity"):
                previous = observation
            if head is None and not site.bracket:
                head = frame_of(observation)
            elif head and set(sides_of(observation)) == set(head.sides):
                head = replace(head, sides=sides_of(observation))


def _next(
    document: Document,
    sentence: Sentence,
    frame: Frame,
    read: list[tuple[Site, Observation]],
    met: tuple[Term, ...],
    home: Term | None,
) -> Frame:
    """The frame for the sentence after; figures between several pairs, or words at a meeting of two sides, leave the
    sides as they were."""
    if not read:
        frame = replace(frame, period=opening_period(document, sentence) or frame.period)
        return frame if len(met) == 2 else frame.with_sides(sentence_pair(document, sentence, frame.sides, home))
    head = next((frame_of(observation) for site, observation in read if not site.bracket), None)
    if head is None:
        return frame
    told = [sides_of(observation) for _, observation in read]
    if len({frozenset(sides) for sides in told}) > 1:
        return frame.after(replace(head, sides=frame.sides))
    if local(read[-1][1].flow.iri) in ("exports", "imports"):
        head = replace(head, sides=told[-1])
    return frame.after(head)


def _of_all_trade(read: list[tuple[Site, Observation]]) -> Pair | None:
    """The state whose trade with all the world the first figure of trade is about; None where it has a partner."""
    flows = ("turnover", "exports", "imports", "balance")
    first = next((o for _, o in read if local(o.flow.iri) in flows and local(o.measure.iri) != "target"), None)
    return sides_of(first) if first and first.reporter and not first.counterpart else None


def _tells_a_share(read: list[tuple[Site, Observation]]) -> bool:
    """Whether a sentence is about a part ("The share of the CIS was 30%"), which only its paragraph goes on about."""
    return bool(read) and local(read[0][1].measure.iri) == "share"


def _cell(observation: Observation) -> tuple[object, ...]:
    """What makes two observations the same; the order of the sides means nothing for two-way trade."""
    quantity, flow = observation.quantity, observation.flow
    sides: tuple[object, ...] = (observation.reporter, observation.counterpart)
    named = [side.iri for side in (observation.reporter, observation.counterpart) if side is not None]
    if local(flow.iri) == "turnover" and len(named) == 2:
        sides = tuple(sorted(named))
    return (quantity.amount, quantity.unit, flow.iri, observation.measure.iri, *sides, observation.period)
