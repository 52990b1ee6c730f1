"""The period that a figure is of, and the base period that a change is measured from."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Document, Mention, Observation, Period, Relative, Sentence, Span
from kg.model.parsing import of_year
from kg.relate.figures.flows import GOODS
from kg.relate.figures.sites import Site, position

_NAMED_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow".split())
_RECORDS = frozenset("largest biggest highest lowest best worst first record consecutive partner partners time".split())
_BASE_CUES = frozenset("than compared comparison against over versus relative from".split())


def periods(
    document: Document, site: Site, measure: str, context: Period | None, previous: Observation | None
) -> tuple[Period | None, Period | None]:
    """Period and base period of a quantity; the year before is the base of a growth that names none."""
    current = _current(document, site, measure, context, previous)
    mentions = (*reversed(document.inside(site.left, "period")), *document.inside(site.right, "period"))
    bases = (_resolved(m, current) for m in mentions if _is_base(document, m))
    base = next((period for period in bases if period), None)
    return current, shift(current) if measure == "growth" and base is None else base


def opening_period(document: Document, sentence: Sentence) -> Period | None:
    """The month, quarter or year that a sentence begins with ("In 2022, ..."); None for a day or none."""
    first = document.inside(sentence.span, "period")[:1]
    value = first[0].value if first else None
    if not isinstance(value, Period) or not value.last or len(value.first) > 7:
        return None
    return value if len(document.words(Span(sentence.span.begin, first[0].span.begin))) <= 1 else None


def shift(period: Period | None, years: int = -1) -> Period | None:
    """The same stretch of another year; None for open periods and fiscal years that cannot be moved."""
    if period is None or period.last is None or not period.first[:4].isdigit():
        return None
    first, last = (of_year(day, int(day[:4]) + years) for day in (period.first, period.last))
    return Period(first, last)


def _current(
    document: Document, site: Site, measure: str, context: Period | None, previous: Observation | None
) -> Period | None:
    """The period of a quantity: named beside it, before it, behind it, or that of the figure before."""
    before = document.inside(site.before, "period")
    inherited = previous.period if previous else context
    if measure == "target":
        inherited = None
    if site.bracket == "period" and before:
        return _resolved(before[-1], inherited)
    ahead = document.inside(site.ahead, "period") if previous is None else []
    stated = (
        _stated(document, _beside(document, site))
        or _earlier(document, site, measure, inherited)
        or _stated(document, (m for m in reversed(before) if not _owns_another(document, m, site)))
        or _stated(document, (m for m in ahead if not _is_of_another(document, m, site)))
    )
    if stated:
        return stated
    counts = site.quantity.unit.islower() and site.quantity.unit not in ("percent", "times", *GOODS)
    return _of_count(document, site, context, previous) if counts else inherited


def _beside(document: Document, site: Site) -> list[Mention]:
    """The period right behind a quantity, if there is one."""
    following = document.inside(site.right, "period")[:1]
    return [m for m in following if len(document.words(Span(site.right.begin, m.span.begin))) <= 2]


def _earlier(document: Document, site: Site, measure: str, reference: Period | None) -> Period | None:
    """The period of a level that is of the year before: "from $97 billion a year earlier"."""
    following = document.inside(site.right, "period")[:1] if measure == "level" else []
    touching = (m for m in following if len(document.words(Span(site.right.begin, m.span.begin))) <= 1)
    return next((_resolved(m, reference) for m in touching if _is_year_before(m)), None)


def _is_year_before(mention: Mention) -> bool:
    return isinstance(mention.value, Relative) and mention.value.kind in ("same", "previous")


def _stated(document: Document, mentions: Iterable[Mention]) -> Period | None:
    """The first mention that dates itself and is no base."""
    return next(
        (m.value for m in mentions if isinstance(m.value, Period) and not _tells_news(document, m, m.value)), None
    )


def _tells_news(document: Document, mention: Mention, period: Period) -> bool:
    """Whether a period is a base, or the day on which something was said ("on Wednesday")."""
    named_day = len(period.first) == 10 and document.words(mention.span)[-1] in _NAMED_DAYS
    return (
        named_day
        or _since_when(document, mention, period)
        or _in_dateline(document, mention, period)
        or _is_base(document, mention)
    )


def _since_when(document: Document, mention: Mention, period: Period) -> bool:
    """Whether "since 2009" says how long something has been so, not what a figure adds up: "the largest partner since"."""
    i = position(document, mention.span.begin)
    before = {token.fold for token in document.tokens[max(0, i - 8) : i]}
    return period.last is None and bool(before & _RECORDS)


def _in_dateline(document: Document, mention: Mention, period: Period) -> bool:
    """Whether a day stands at the head of a line behind a place alone: "BERLIN, Aug 22 (Reuters) - "."""
    head = document.article.text[: mention.span.begin].rpartition("\n")[2].split()
    return len(period.first) == 10 and 0 < len(head) < 6 and not any(word[0].islower() for word in head)


def _of_count(document: Document, site: Site, context: Period | None, previous: Observation | None) -> Period | None:
    """A count of things goes on about the period of a count before it, or one that its sentence refers to."""
    if previous and previous.flow.iri.endswith("/other"):
        return previous.period
    mentions = document.inside(site.sentence, "period")
    days = (m.value for m in mentions if isinstance(m.value, Period) and len(m.value.first) == 10)
    day = next(days, None)
    if day and document.inside(site.sentence, "meeting-kinds"):
        return day
    return context if any(isinstance(m.value, Relative) for m in mentions) else None


def _owns_another(document: Document, mention: Mention, site: Site) -> bool:
    """Whether a period before a quantity is that of another one only: "after August's 7.0% gain"."""
    text, end = document.article.text, mention.span.end
    near = len(document.words(Span(end, site.mention.span.begin))) <= 2
    return text[end : end + 2] in ("'s", "’s") and not near


def _is_of_another(document: Document, mention: Mention, site: Site) -> bool:
    """Whether a period stands right behind a later quantity and so is only that one's ("from $97 billion in 2021")."""
    near = document.inside(Span(site.mention.span.end, mention.span.begin), "quantity")
    if document.article.text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
        return True
    if near and _comes_from(document, near[-1]):
        return True
    if near and document.words(Span(site.mention.span.end, near[0].span.begin))[-1:] == ["to"]:
        return False
    return bool(near) and len(document.words(Span(near[-1].span.end, mention.span.begin))) <= 1


def _comes_from(document: Document, quantity: Mention) -> bool:
    """Whether a quantity is what a change starts from: "to RM122 billion from RM97 billion in 2021"."""
    return document.words(Span(max(0, quantity.span.begin - 6), quantity.span.begin))[-1:] == ["from"]


def _resolved(mention: Mention, reference: Period | None) -> Period | None:
    """The period of a mention; a relative one is dated by the reference."""
    value = mention.value
    if isinstance(value, Period):
        return value
    if not isinstance(value, Relative) or reference is None:
        return None
    if value.kind == "above":
        return reference
    return shift(reference) if value.year is None else shift(reference, value.year - int(reference.first[:4]))


def _is_base(document: Document, mention: Mention) -> bool:
    """Whether a period is what a change is measured from ("than in 2022", "compared to the same period")."""
    if isinstance(mention.value, Relative):
        return mention.value.kind != "above"
    i = position(document, mention.span.begin)
    before = [token.fold for token in document.tokens[max(0, i - 4) : i]]
    if before[-1:] == ["from"] or before[-2:] == ["from", "the"]:
        return bool({"than", "up", "down"} & set(before))
    return bool(_BASE_CUES & set(before[-3:]))
