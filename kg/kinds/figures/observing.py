"""One figure and what it observes: flow, measure, the two sides it lies between, and its period.

What a quantity does not say itself it takes from the words since the quantity before, then from the head of its
sentence, then from the frame that the sentences before have set.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.figures.appositions import apposed, is_apposed
from kg.kinds.figures.claim import Observation
from kg.kinds.figures.currencies import of_home
from kg.kinds.figures.flows import flows
from kg.kinds.figures.frames import Frame
from kg.kinds.figures.measures import measure_and_sign, signed
from kg.kinds.figures.pairs import pair_of, seen_from_home
from kg.kinds.figures.parties import Pair
from kg.kinds.figures.periods import periods
from kg.kinds.figures.sites import Site, evidence
from kg.model import Document, Period, Term
from kg.vocabulary import local, vocabulary

# Money given is of no period unless its sentence says so: "the bank announced a loan of $5 million".
_GIVEN = ("aid", "debt", "investment")


def observe(
    document: Document, site: Site, frame: Frame, previous: Observation | None, home: Term | None
) -> Iterator[Observation]:
    """What a quantity observes, given the frame and the observation before it in its sentence."""
    if previous is not None and is_apposed(document, site):
        yield apposed(document, site, previous)
        return
    listed = previous is not None and site.bracket == "other" and site.quantity.unit == "percent"
    context = local(previous.flow.iri) if listed and previous else frame.flow
    measure, sign = measure_and_sign(document, site, previous)
    for flow in flows(document, site, context, listed):
        goes_on = flow not in _GIVEN or flow == (local(previous.flow.iri) if previous else frame.flow)
        inherited = (frame.period, previous) if goes_on else (None, None)
        period, base = periods(document, site, measure, *inherited)
        ahead = measure == "level" and flow != "other" and _lies_ahead(period, document.date)
        measured = "target" if ahead else "level" if flow in ("aid", "debt") and measure == "target" else measure
        pair = pair_of(document, site, flow, measured, frame.sides, previous is None)
        sides = seen_from_home(pair, home) if flow == "other" else pair
        yield Observation(
            quantity=of_home(document, site.mention.span, signed(document, site, sign, flow), home),
            flow=vocabulary().term(f"code:{flow}"),
            measure=vocabulary().term(f"code:{measured}"),
            reporter=sides.reporter,
            counterpart=sides.counterpart,
            period=_calendar(period, sides),
            base=_calendar(base, sides) if measured in ("growth", "change") else None,
            surface=site.mention.span,
            evidence=evidence(document, site),
        )


def _lies_ahead(period: Period | None, today: str | None) -> bool:
    """Whether a period begins after the article's day: an amount for it is a goal."""
    return period is not None and today is not None and period.first[:1].isdigit() and period.first > today


def _calendar(period: Period | None, sides: Pair) -> Period | None:
    """A fiscal year in months where the reporter's is known ("FY 2022-23" of India is April 2022 to March 2023)."""
    if period is None or not period.first.startswith("FY") or sides.reporter is None:
        return period
    start = vocabulary().value(sides.reporter.iri, "kg:fiscalYearStart")
    if start is None or "-" not in period.first:
        return period
    month, year = int(start), int(period.first[2:6])
    return Period(f"{year}-{month:02d}", f"{year + 1}-{month - 1:02d}")
