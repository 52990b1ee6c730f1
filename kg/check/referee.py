"""The referee: recomputes what the figures of articles state together, and proposes the smallest repair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.check.figures import Figure, figures, interval_in_words, memberships, number_in_words
from kg.check.identities import Identity, identities
from kg.check.intervals import Interval
from kg.check.lookup import Lookup
from kg.check.repairs import Repair, repairs
from kg.model import Finding


def referee(graph: Lookup, article: str) -> list[Finding]:
    """The findings on the figures of one article's graph."""
    every = list(identities(figures(graph, article), memberships(graph)))
    return findings(every)


def findings(every: Sequence[Identity]) -> list[Finding]:
    """What is broken among identities, each with its repair."""
    return [_finding(broken, every) for broken in every if not broken.holds]


def _finding(broken: Identity, every: Sequence[Identity]) -> Finding:
    claim = broken.claim
    found = repairs(broken, every)
    return Finding(
        article=claim.article,
        rule=broken.rule,
        severity=broken.severity,
        message=_message(broken),
        focus=claim.iri,
        spans=tuple(figure.span for figure in broken.figures),
        stated=str(claim),
        computed=interval_in_words(broken.computed, _finest(broken)),
        tolerance=interval_in_words(claim.interval, claim),
        repair=_repair(broken, found),
        needed=() if found else tuple(_needed(broken)),
        question=_question(broken, found),
        shape=broken.rule.capitalize(),
    )


def _message(broken: Identity) -> str:
    claim = broken.claim
    head = f"{claim.title}: stated {claim}"
    parts = ", ".join(map(str, broken.others))
    if broken.rule == "part":
        return f"{head}, more than the whole of {broken.others[0].counterpart_name} ({parts})"
    if broken.relation.at_most:
        return f"{head}, but it can be {broken.formula}: {_middle(broken)} (from {parts})"
    return f"{head}, but {broken.formula} gives {_middle(broken)} (from {parts})"


def _middle(broken: Identity) -> str:
    interval, figure = broken.computed, _finest(broken)
    if interval.low is None or interval.high is None:
        return interval_in_words(interval, figure)
    return number_in_words((interval.low + interval.high) / 2, figure)


def _finest(broken: Identity) -> Figure:
    """The claim at its own scale, with as many decimals as the finest figure of its unit prints."""
    claim = broken.claim
    alike = [f.decimals + claim.power - f.power for f in broken.figures if f.unit == claim.unit]
    return replace(claim, decimals=claim.decimals if claim.unit == "percent" else max(alike))


def _repair(broken: Identity, found: list[Repair]) -> str | None:
    if not found:
        return None
    words = [f"{r.words} at {r.figure.surface.begin}–{r.figure.surface.end} {_closing(broken, r)}" for r in found]
    if len(words) == 1:
        return words[0]
    return "equally good, none chosen: " + "; or ".join(words)


def _closing(broken: Identity, repair: Repair) -> str:
    """What a repair achieves: "makes exports + imports = 3.530 billion USD and closes the sum exactly"."""
    mended = broken.with_(dict(repair.changes))
    if not mended.holds:  # the figure has gone to another cell
        return "puts it where it fits"
    if broken.relation.at_most:
        return f"brings it to {mended.claim}"
    return f"makes {broken.formula} = {_middle(mended)} and closes the {broken.rule} exactly"


def _needed(broken: Identity) -> Iterable[str]:
    """What each figure would have to be if it alone were wrong."""
    for role, figure in enumerate(broken.figures):
        required = broken.required(role)
        if required is not None and required != Interval(None, None):
            bound = "at most " if broken.relation.at_most else ""
            yield f"{figure.title}: {bound}{interval_in_words(required, _precise(figure, broken))}, not {figure}"


def _precise(figure: Figure, broken: Identity) -> Figure:
    """A figure with as many decimals as the finest of its unit in an identity."""
    alike = [f.decimals + figure.power - f.power for f in broken.figures if f.unit == figure.unit]
    return replace(figure, decimals=max(alike))


def _question(broken: Identity, found: list[Repair]) -> str:
    """What to ask those who published the figures."""
    quotes = ", ".join(f"“{figure.surface.quote}”" for figure in broken.figures)
    if len(found) == 1:
        (old, new), *_ = found[0].changes
        return f"Is “{old.surface.quote}” ({old.title}) meant to be {new}? The figures {quotes} do not fit together."
    return f"Which of the figures {quotes} is right ({broken.claim.title})?"
