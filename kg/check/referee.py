"""The referee: recomputes what the figures of an article state together, and proposes the smallest repair."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kg.check.figures import Figure, figures, in_words, memberships
from kg.check.identities import Identity, identities
from kg.check.intervals import Interval
from kg.check.repairs import Repair, repairs
from kg.model import Finding, Queryable

_FLOWS = {"turnover": "trade turnover", "balance": "trade balance", "gdp": "GDP"}


def referee(graph: Queryable, article: str) -> list[Finding]:
    """The findings on the figures of one article's graph, in the order of the text."""
    every = list(identities(figures(graph), memberships(graph)))
    return [_finding(broken, every, article) for broken in every if not broken.holds]


def _finding(broken: Identity, every: list[Identity], article: str) -> Finding:
    claim = broken.claim
    found = repairs(broken, every)
    return Finding(
        article=article,
        rule=broken.rule,
        severity="warning" if broken.hedged else "violation",
        message=_message(broken),
        focus=claim.iri,
        spans=tuple(figure.span for figure in broken.figures),
        stated=str(claim),
        computed=_interval(broken.computed, _finest(broken)),
        tolerance=_interval(claim.interval, claim),
        repair=_repair(broken, found),
        shape=broken.rule.capitalize(),
    )


def _message(broken: Identity) -> str:
    claim = broken.claim
    flow = _FLOWS.get(claim.flow, claim.flow)
    head = f"{flow} with {claim.counterpart_name}, {claim.period_name}: stated {claim}"
    parts = ", ".join(str(figure) for figure in broken.others)
    if broken.at_most:
        return f"{head}, more than the whole of {broken.others[0].counterpart_name} ({parts})"
    return f"{head}, but {broken.formula} gives {_middle(broken)} (from {parts})"


def _middle(broken: Identity) -> str:
    interval = broken.computed
    figure = _finest(broken)
    if interval.low is None or interval.high is None:
        return _interval(interval, figure)
    return _number((interval.low + interval.high) / 2, figure)


def _finest(broken: Identity) -> Figure:
    """The claim at its own scale, with as many decimals as the finest figure prints."""
    claim = broken.claim
    if broken.rule == "growth":
        return claim
    return replace(
        claim, decimals=max(f.decimals + claim.power - f.power for f in broken.figures if f.power <= claim.power)
    )


def _number(value: Fraction, like: Figure) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return in_words(exact, like.power, like.decimals + (like.unit == "percent"), like.unit)


def _interval(interval: Interval, like: Figure) -> str:
    """An interval in words: "3.5295 to 3.5305 billion USD"; one side may be open."""
    low = "-∞" if interval.low is None else _bare(interval.low, like)
    high = "∞" if interval.high is None else _bare(interval.high, like)
    unit = _number(Fraction(0), like).split(" ", 1)[1]
    return f"{low} to {high} {unit}"


def _bare(value: Fraction, like: Figure) -> str:
    exact = (Decimal(value.numerator) / Decimal(value.denominator)).scaleb(-like.power)
    return f"{exact:.{like.decimals + 1}f}"


def _repair(broken: Identity, found: list[Repair]) -> str | None:
    if not found:
        return None
    words = [f"{r.words} at {r.figure.surface.begin}–{r.figure.surface.end} {_closing(broken, r)}" for r in found]
    if len(words) == 1:
        return words[0]
    return "equally good, none chosen: " + "; or ".join(words)


def _closing(broken: Identity, repair: Repair) -> str:
    """What a repair achieves: "makes exports + imports = 3.530 billion USD, which closes the sum exactly"."""
    mended = broken.with_(repair.figure, repair.repaired)
    if broken.at_most:
        return f"brings it to {mended.claim}"
    return f"makes {broken.formula} = {_middle(mended)} and closes the {broken.rule} exactly"
