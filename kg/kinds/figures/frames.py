"""What the figures of a sentence share, and what the next sentence may go on about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.kinds.figures.claim import Observation
from kg.kinds.figures.parties import NOBODY, Pair
from kg.model import Period, Term
from kg.vocabulary import local


@dataclass(frozen=True, slots=True)
class Frame:
    """The flow, sides and period that a figure takes over where it names none.

    ``both`` are the last two sides told of together, whom "trade between the two countries" goes back to.
    """

    flow: str = ""
    sides: Pair = NOBODY
    period: Period | None = None
    both: Pair = NOBODY

    def with_sides(self, sides: Pair) -> Frame:
        """The frame with other sides."""
        whole = sides.reporter is not None and sides.counterpart is not None
        return replace(self, sides=sides, both=sides if whole else self.both)

    def after(self, head: Frame) -> Frame:
        """The frame after a sentence with a head of its own; "since 2005" is said of one figure only."""
        period = self.period if _within(head.period, self.period) else head.period or self.period
        flow = head.flow if head.flow != "other" else self.flow
        frame = replace(self, flow=flow, period=period if period and period.last else None)
        return frame.with_sides(head.sides) if head.sides.reporter else frame

    def between(self, sides: tuple[Term, Term], home: Term | None) -> Frame:
        """The frame when talk turns to two sides, seen from the home state where that is one of them."""
        first, second = sides
        swapped = home is not None and first.iri != home.iri
        return self.with_sides(Pair(second, first) if swapped else Pair(first, second))


def _within(part: Period | None, whole: Period | None) -> bool:
    """Whether a period is a true part of another: "in December alone" after a year."""
    if part is None or whole is None or part == whole or part.last is None or whole.last is None:
        return False
    return whole.first <= part.first and part.last[: len(whole.last)] <= whole.last


def sides_of(observation: Observation) -> Pair:
    """The two parties of an observation."""
    reporter, counterpart = observation.reporter, observation.counterpart
    return Pair(
        reporter if isinstance(reporter, Term) else None, counterpart if isinstance(counterpart, Term) else None
    )


def frame_of(observation: Observation) -> Frame:
    """What an observation tells of, as a frame for the ones after it."""
    return Frame(local(observation.flow.iri), sides_of(observation), observation.period)
