"""When and where the text puts an encounter."""

from __future__ import annotations

from collections.abc import Iterator

from kg.discourse.modality import status
from kg.kinds.bodies.claim import Body
from kg.kinds.meetings.scene import Event
from kg.kinds.meetings.told import Setting
from kg.kinds.periods.claim import PERIODS
from kg.model import Period, Span

# How precise a date is, by the length of its first day.
_YEAR, _MONTH, _DAY = map(len, ("2024", "2024-05", "2024-05-01"))


def setting(event: Event, held: bool, coarse: bool) -> Setting:
    """The day and the place of an event in its sentence; a ``coarse`` one may have a month or year."""
    precise = (_YEAR, _MONTH, _DAY) if coarse else (_DAY,)
    dates = [
        (len(period.first), str(period), rule)
        for period, rule in _periods(event, held)
        if len(period.first) in precise and (not held or _is_one(period))
    ]
    _, date, dated = max(dates, key=lambda found: found[0], default=(0, None, ""))
    place, placed = next(_places(event), (None, ""))
    return Setting(date, place, tuple(filter(None, (dated, placed))))


def _periods(event: Event, held: bool) -> Iterator[tuple[Period, str]]:
    """The closed periods that rules tell, with the ids of the rules."""
    document = event.scene.document
    for match in event.view.settings(event.span):
        for mention in document.inside(event.view.span_of(match, "when"), PERIODS):
            value = mention.value
            if isinstance(value, Period) and value.last and _fits(event, mention.span, held):
                stated = value.first[:_YEAR] in document.article.quote(mention.span)
                yield (value if held or stated else _ahead(value, document.date or "")), match.rule.id


def _fits(event: Event, when: Span, held: bool) -> bool:
    """Whether a period may be that of an event: what was held has none of a plan, a plan none that was before it."""
    ahead = status(event.scene.document, when) is not None
    return not ahead if held else ahead or when.begin > event.span.begin


def _ahead(period: Period, today: str) -> Period:
    """ "Will meet in May": the next May, not the last one."""
    if len(period.first) != _MONTH or not period.last or period.last >= today[:_MONTH]:
        return period
    return Period(*(f"{int(month[:_YEAR]) + 1}{month[_YEAR:]}" for month in (period.first, period.last)))


def _is_one(period: Period) -> bool:
    """Whether a period is one month or year, or some days."""
    return period.first == period.last or len(period.first) > _MONTH


def _places(event: Event) -> Iterator[tuple[str | Body, str]]:
    """The towns and institutions that rules tell, with the ids of the rules."""
    for match in event.view.settings(event.span):
        span = event.view.span_of(match, "where")
        if span.end:
            yield event.scene.bodies.get(span, event.scene.document.article.quote(span)), match.rule.id
