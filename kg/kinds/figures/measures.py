"""What a figure measures of its flow: level, change, growth, share or target; and whether it is negative."""

from __future__ import annotations

from dataclasses import replace

from kg.kinds.figures.claim import Observation
from kg.kinds.figures.sites import HEDGES, RATIOS, Site
from kg.kinds.quantities.claim import QUANTITIES
from kg.language.lexicon import APPROXIMATIONS, CHANGES, MEASURES
from kg.model import Document, Mention, Quantity, Span, Term
from kg.vocabulary import local

_COMPARATIVES = (["more"], ["less"], ["higher"], ["lower"])


def measure_and_sign(document: Document, site: Site, previous: Observation | None) -> tuple[str, int]:
    """The measure of a quantity, and -1 for a fall, else 1."""
    direction = direction_of(document, site)
    sign = -1 if direction == "decrease" else 1
    if site.quantity.unit in RATIOS:
        measure, sign = _ratio(document, site, direction, previous)
        points = site.quantity.unit == "percentage-points" and measure == "growth"
        return ("change" if points else measure), sign
    before = [word for word in document.words(site.left) if word not in HEDGES][-2:]
    if before == ["which", "is"] and _more_follows(document, site):
        return "change", sign
    if _differs(document, site, before) or (_after_apposition(document, site) and before[-1:] == ["is"]):
        return "change", sign
    if direction and (before[-1:] == ["by"] or before in (["increase", "of"], ["decrease", "of"])):
        return "change", sign
    return ("target" if names_measure(document, site.left, "target") else "level"), 1


def _ratio(document: Document, site: Site, direction: str, previous: Observation | None) -> tuple[str, int]:
    """The measure of percent and times: growth or share."""
    growth = ("growth", -1 if direction == "decrease" else 1)
    share_before = names_measure(document, site.left, "share")
    if direction and not share_before:
        return growth
    if share_before or names_measure(document, site.right, "share") or site.bracket == "other":
        return "share", 1
    if previous and previous.quantity.unit == site.quantity.unit:
        return local(previous.measure.iri), -1 if previous.quantity.value < 0 else 1
    of = document.words(Span(site.right.begin, site.right.begin + 4))[:1] == ["of"]
    return ("share", 1) if of else growth


def names_measure(document: Document, span: Span, measure: str) -> bool:
    """Whether a span names a measure ("share", "target")."""
    return any(local(m.value.iri) == measure for m in document.inside(span, MEASURES))


def direction_of(document: Document, site: Site) -> str:
    """The direction word that governs a quantity: before it, or right after it ("8.5 percent less"); else empty."""
    near = Span(site.right.begin, min(site.right.end, site.right.begin + 28))
    after = document.inside(near, CHANGES)[:1]
    if after and len(document.words(Span(site.right.begin, after[0].span.begin))) <= 1:
        return local(after[0].value.iri)
    shared = _after_apposition(document, site)
    if shared:
        return shared
    before = [m for m in document.inside(site.left, CHANGES) if not _is_bound(document, m, site)]
    return local(before[-1].value.iri) if before else ""


def _after_apposition(document: Document, site: Site) -> str:
    """ "3.1 percent, or roughly $180 million, less than in 2023": the direction behind the other wording."""
    other = document.inside(site.ahead, QUANTITIES)[:1]
    if not other or "or" not in document.words(Span(site.mention.span.end, other[0].span.begin))[:2]:
        return ""
    behind = Span(other[0].span.end, min(other[0].span.end + 14, site.ahead.end))
    following = document.inside(behind, CHANGES)[:1]
    return local(following[0].value.iri) if following else ""


def signed(document: Document, site: Site, sign: int, flow: str = "") -> Quantity:
    """The quantity of a site; a fall, and a deficit, are negative."""
    quantity = site.quantity
    deficit = flow == "balance" and any("deficit" in word for word in document.words(site.left))
    return replace(quantity, value=-abs(quantity.value)) if sign < 0 or deficit else quantity


def _differs(document: Document, site: Site, before: list[str]) -> bool:
    """ "US$5.73 billion lower than in 2023", "up US$0.56 billion compared to August": a difference."""
    ahead = document.words(Span(site.ahead.begin, min(site.ahead.end, site.ahead.begin + 40)))
    compared = before[-1:] in (["up"], ["down"]) and ahead[:1] in (["compared"], ["from"], ["on"])
    return compared or (ahead[:1] in _COMPARATIVES and ahead[1:2] == ["than"])


def _more_follows(document: Document, site: Site) -> bool:
    """ "which is $12 billion, or 23.9 percent more": a difference, not a level."""
    return bool(document.inside(Span(site.mention.span.end, site.mention.span.end + 40), CHANGES))


def _is_bound(document: Document, mention: Mention[Term], site: Site) -> bool:
    """ "more than 30%": "more" bounds the number and tells of no change."""
    return any(m.span.covers(mention.span) for m in document.inside(site.left, APPROXIMATIONS))
