"""The referee: recomputes what the figures of articles state together, and proposes the smallest repair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.checks.across import across
from kg.checks.derivations import derivations
from kg.checks.figures import Figure, interval_in_words, memberships, number_in_words
from kg.checks.figures import figures as read_figures
from kg.checks.identities import LIKELY, Identity, contested, identities
from kg.checks.intervals import EVERYTHING
from kg.checks.known import Check
from kg.checks.lookup import Lookup
from kg.checks.misplaced import misplaced
from kg.checks.repairs import Repair, repairs
from kg.model import REFEREE, ArticleGraph, Finding, Quote


@dataclass(frozen=True, slots=True)
class Judgement:
    """The figures of one article, what ties them, which are in doubt, and what follows from the others."""

    figures: list[Figure]
    memberships: list[tuple[str, str]]
    identities: list[Identity]
    contested: set[Figure]
    derived: list[Figure]


class Figures(Check):
    """What figures say that cannot be, in one article and together."""

    def __init__(self) -> None:
        self._judgements: list[Judgement] = []

    def article(self, graph: ArticleGraph, lookup: Lookup) -> list[Finding]:
        """The findings of the referee on one article."""
        self._judgements.append(judge(lookup, graph.name))
        return referee(self._judgements[-1])

    def across(self) -> list[Finding]:
        """The findings on figures of several articles."""
        return referee_across(self._judgements)


def judge(graph: Lookup, article: str) -> Judgement:
    """Recomputes the figures of one article."""
    read, members = read_figures(graph, article), memberships(graph)
    every = list(identities(read, members))
    doubtful = contested(read, every)
    return Judgement(read, members, every, doubtful, derivations(graph, read, members, doubtful))


def referee(judgement: Judgement) -> list[Finding]:
    """The findings on the figures of one article."""
    moved = misplaced(judgement.figures, judgement.identities, judgement.derived)
    return [
        *findings(judgement.identities, judgement.figures),
        *(_misplaced(figure, missing) for figure, missing in moved),
    ]


def referee_across(judgements: Iterable[Judgement]) -> list[Finding]:
    """The findings on figures of several articles that only together are wrong."""
    known = list(judgements)
    calm = [f for one in known for f in (*one.figures, *one.derived) if f not in one.contested]
    members = sorted({pair for one in known for pair in one.memberships})
    return findings(across(calm, members), calm)


def findings(every: Sequence[Identity], figures: Sequence[Figure]) -> list[Finding]:
    """What is broken among the identities of figures, each with its repair."""
    return [_finding(broken, every, figures) for broken in every if not broken.holds]


def _finding(broken: Identity, every: Sequence[Identity], figures: Sequence[Figure]) -> Finding:
    claim = broken.claim
    found = repairs(broken, every, figures)
    shape = _shape(broken)
    return Finding(
        article=claim.article,
        rule=broken.rule,
        severity=_severity(broken, found),
        message=_message(broken),
        focus=claim.stated[0].iri,
        spans=tuple(_quote(stated, claim) for figure in broken.figures for stated in figure.stated),
        stated=str(claim),
        computed=interval_in_words(broken.computed, _finest(broken)),
        tolerance=interval_in_words(claim.interval, claim),
        repair=_repair(broken, found),
        needed=() if found else tuple(_needed(broken)),
        question=_question(broken, found),
        shape=shape,
        component="SPARQLConstraintComponent" if shape else REFEREE,
    )


def _severity(broken: Identity, found: Sequence[Repair]) -> str:
    """How bad a breach is; a scale word that closes an equation to the last digit is no accident of reading."""
    scale = len(found) == 1 and all(old.power != new.power for old, new in found[0].changes)
    likely = all(figure.confidence >= LIKELY for figure in broken.figures)
    told = broken.doubtful and scale and likely and not broken.relation.at_most and not broken.hedged
    return broken.relation.mildest if told else broken.severity


def _shape(broken: Identity) -> str:
    """The shape that finds the same, if one does; shapes see one article, and what is exact, sure and of whole flows."""
    single = len({figure.article for figure in broken.figures}) == 1
    plain = not (broken.hedged or broken.doubtful or any(figure.scope for figure in broken.figures))
    return broken.rule.capitalize() if single and plain else ""


def _quote(figure: Figure, claim: Figure) -> Quote:
    """The words of a figure, with their article where that is another than the claim's."""
    if figure.article == claim.article:
        return figure.span
    return replace(figure.span, article=figure.article, source=figure.iri.split("#")[0])


def _misplaced(figure: Figure, missing: Figure) -> Finding:
    words = {figure.period_name: missing.period_name, figure.unit: missing.unit}
    slip = next(f"reading '{old}' as '{new}'" for old, new in words.items() if old != new)
    return Finding(
        article=figure.article,
        rule="misplaced",
        severity="info",
        message=f"{figure.title}: stated {figure}, which is what {missing.formula} gives for {missing.title}",
        focus=figure.iri,
        spans=tuple(each.span for each in (figure, *missing.inputs)),
        stated=str(figure),
        computed=interval_in_words(missing.interval, missing),
        tolerance=interval_in_words(figure.interval, figure),
        repair=f"{slip} at {figure.surface.begin}–{figure.surface.end} closes the gap exactly",
        question=f"Is “{figure.surface.quote}” ({figure.title}) meant for {missing.title} in {missing.unit}?",
        component=REFEREE,
    )


def _message(broken: Identity) -> str:
    claim = broken.claim
    head = f"{claim.title}: {'derived' if claim.inputs else 'stated'} {claim}"
    parts = ", ".join(_named(figure, claim) for figure in broken.others)
    if broken.rule == "rate":
        return f"{claim.title}: {_rate(*broken.figures[:2])}, but {_rate(*broken.figures[2:])}"
    if broken.rule == "part":
        return f"{head}, more than the whole of {broken.others[0].counterpart_name} ({parts})"
    if broken.relation.at_most:
        return f"{head}, but it can be {broken.formula}: {_middle(broken)} (from {parts})"
    return f"{head}, but {broken.formula} gives {_middle(broken)} (from {parts})"


def _rate(amount: Figure, price: Figure) -> str:
    """The rate that an amount in two currencies implies: "1.5 billion EUR for 1.62 billion USD is 0.892 to 0.9598"."""
    interval = amount.interval.over(price.interval)
    ends = ("∞" if end is None else f"{float(end):.4g}" for end in (interval.low or 0, interval.high))
    return f"{amount} for {price} is {' to '.join(ends)}"


def _named(figure: Figure, claim: Figure) -> str:
    """A figure, with its article where that is another than the claim's."""
    return str(figure) if figure.article == claim.article else f"{figure} in {figure.article}"


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
        if required is not None and required != EVERYTHING and not figure.inputs:
            bound = "at most " if broken.relation.at_most else ""
            yield f"{figure.title}: {bound}{interval_in_words(required, _precise(figure, broken))}, not {figure}"


def _precise(figure: Figure, broken: Identity) -> Figure:
    """A figure with as many decimals as the finest of its unit in an identity."""
    alike = [f.decimals + figure.power - f.power for f in broken.figures if f.unit == figure.unit]
    return replace(figure, decimals=max(alike))


def _question(broken: Identity, found: list[Repair]) -> str:
    """What to ask those who published the figures."""
    quotes = ", ".join(f"“{stated.surface.quote}”" for figure in broken.figures for stated in figure.stated)
    if len(found) == 1:
        (old, new), *_ = found[0].changes
        return f"Is “{old.surface.quote}” ({old.title}) meant to be {new}? The figures {quotes} do not fit together."
    return f"Which of the figures {quotes} is right ({broken.claim.title})?"


CHECKS = {"figures": Figures}
