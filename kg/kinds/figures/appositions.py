"""A figure that tells the cell before it in other words: "24.6%, or $2.5 billion", "$5 billion (+12%)"."""

from __future__ import annotations

from dataclasses import replace

from kg.kinds.figures.claim import Observation
from kg.kinds.figures.measures import direction_of, signed
from kg.kinds.figures.periods import shift
from kg.kinds.figures.sites import HEDGES, Site, evidence
from kg.model import Document, Period, Quantity, Span
from kg.vocabulary import local, vocabulary

_EQUALS = (
    ["or"],
    ["which", "equals"],
    ["equal", "to"],
    ["equivalent", "to"],
    ["the", "equivalent", "of"],
    ["equivalent", "of"],
    ["i", ".", "e", "."],
)


def is_apposed(document: Document, site: Site) -> bool:
    """Whether a quantity stands in a bracket right behind another, or behind "or", "which equals"."""
    return site.bracket == "quantity" or [w for w in document.words(site.left) if w not in HEDGES] in _EQUALS


def apposed(document: Document, site: Site, previous: Observation) -> Observation:
    """The cell of the figure before: in another currency, or its change, growth, share or level."""
    money, measure = site.quantity.unit.isupper(), local(previous.measure.iri)
    if money and measure == "growth":
        sign = -1 if previous.quantity.value < 0 else 1
        return _beside(document, site, previous, "change", signed(document, site, sign), previous.base)
    if money and measure == "share":
        return _beside(document, site, previous, "level", site.quantity, None)
    if site.quantity.unit in ("percent", "times") and previous.quantity.unit != "percent":
        sign = -1 if direction_of(document, site) == "decrease" else 1
        plain = not direction_of(document, site) and not _is_signed(document, site)
        share = plain and measure == "level"
        beside, base = ("share", None) if share else ("growth", shift(previous.period))
        return _beside(document, site, previous, beside, signed(document, site, sign), base)
    return _again(site, previous)


def _is_signed(document: Document, site: Site) -> bool:
    """ "(+12%)" is a growth, "(12%)" a share."""
    return document.article.quote(site.mention.span)[0] in "+-–−"


def _beside(
    document: Document, site: Site, previous: Observation, measure: str, quantity: Quantity, base: Period | None
) -> Observation:
    """Another measure of the same flow, sides and period."""
    return replace(
        previous,
        quantity=quantity,
        measure=vocabulary().term(f"code:{measure}"),
        base=base,
        surface=site.mention.span,
        evidence=evidence(document, site),
    )


def _again(site: Site, previous: Observation) -> Observation:
    """The same cell in another unit; a bound that it does not repeat still holds."""
    span, quantity = site.mention.span, site.quantity
    if quantity.bound == "exact":
        quantity = replace(quantity, bound=previous.quantity.bound)
    return replace(previous, quantity=quantity, surface=span, evidence=Span(previous.evidence.begin, span.end))
