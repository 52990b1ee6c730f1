"""Which year is meant: told by number, by its distance from the article's, or the latest in which something was over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from datetime import timedelta
from operator import ge, le

from kg.kinds.periods.calendars import COMMON, Calendar, calendar_of
from kg.kinds.periods.claim import Year
from kg.model import Period, month

Stretch = Callable[[Calendar, int], Period]


class Placing:
    """Puts stretches of a year into years, given an article's day, else the last month that its text reports.

    ``state`` is the one whose fiscal years are meant where the text does not say whose.
    """

    def __init__(self, day: str | None, reported: str | None, state: str | None) -> None:
        self.day, self.state = day, state
        self.until = day or (_last_day(reported) if reported else None)

    @property
    def over(self) -> str | None:
        """The last day of a month that was over on the article's day, else that of the last one that it reports."""
        if self.day is None or self.day < "0002":
            return self.until
        return (Day.fromisoformat(self.day).replace(day=1) - timedelta(1)).isoformat()

    def placed(self, year: Year, stretch: Stretch, until: str | None, ahead: bool = False) -> Period | None:
        """A stretch of a year; where that is not told, of the latest one in which it was over by a day, or of the next."""
        calendar = self._calendar(year)
        if calendar is None:
            return None
        if year.named:
            number = self._number(year, calendar)
            return stretch(calendar, number) if number is not None else None
        return _first(calendar, stretch, self.until, 1, ge) if ahead else _first(calendar, stretch, until, -1, le)

    def _number(self, year: Year, calendar: Calendar) -> int | None:
        """The number of a year that is named; None where it is told from the article's day, which is not known."""
        if year.number is None:
            return calendar.year_of(self.day) + (year.distance or 0) if self.day else None
        return calendar.ended(year.number) if year.named_by_end else year.number

    def _calendar(self, year: Year) -> Calendar | None:
        """The calendar of a year; None for fiscal years of nobody."""
        if not (year.fiscal or year.state):
            return COMMON
        state = year.state or self.state
        return calendar_of(state, year.fiscal) if state else None


def _first(
    calendar: Calendar, stretch: Stretch, day: str | None, step: int, fits: Callable[[str, str], bool]
) -> Period | None:
    """A stretch of the year of a day, or of the one a step away, as the end of the stretch fits the day."""
    years = (calendar.year_of(day), calendar.year_of(day) + step) if day else ()
    stretches = (stretch(calendar, year) for year in years)
    return next((period for period in stretches if fits(_ends(period), str(day)[: len(_ends(period))])), None)


def _ends(period: Period) -> str:
    return period.last or period.first


def _last_day(reported: str) -> str:
    """The last day of a month."""
    following = month(int(reported[:4]) * 12 + int(reported[5:7]))
    return (Day.fromisoformat(f"{following}-01") - timedelta(1)).isoformat()
