"""The calendars by which years are told: from January, from another month, and the Solar Hijri year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

from kg.model import Period, month
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Calendar:
    """Years of twelve common months that begin with the month ``start``; they are named by their first day's year."""

    start: int = 1

    def year_of(self, day: str) -> int:
        """The year in which a day lies."""
        return int(day[:4]) - (int(day[5:7]) < self.start)

    def months(self, year: int, first: int, last: int) -> Period:
        """Months of a year, counted from its beginning."""
        begin = year * 12 + self.start - 2
        return Period(month(begin + first), month(begin + last))

    def named(self, year: int, first: int, last: int) -> Period:
        """Months by their numbers in the common calendar, of which the last lies in a year."""
        place, end = ((number - self.start) % 12 + 1 for number in (first, last))
        return self.months(year, place - 12 * (place > end), end)

    def whole(self, year: int) -> Period:
        """All of a year."""
        return Period(f"{year:04d}", f"{year:04d}") if self.start == 1 else self.months(year, 1, 12)

    def ended(self, year: int) -> int:
        """The year that is named by the year of its last day."""
        return year - (self.start > 1)


class SolarHijri(Calendar):
    """The calendar of Iran and Afghanistan: from the March equinox, six months of 31 days, five of 30, one of 29 or 30.

    Leap years by the cycle of 33 years with eight leap years, which agrees with the equinox in 1178 to 1633
    (K. M. Borkowski, "The Persian calendar for 3000 years", 1996).
    """

    def year_of(self, day: str) -> int:
        """The year in which a day lies."""
        year = int(day[:4]) - 621
        return year - (day < self._day(year, 0))

    def months(self, year: int, first: int, last: int) -> Period:
        """Months of a year, counted from its beginning, in days of the Gregorian calendar."""
        return Period(self._day(year, _days(first - 1)), self._before(year, last))

    def whole(self, year: int) -> Period:
        """All of a year, in days of the Gregorian calendar."""
        return self.months(year, 1, 12)

    def _before(self, year: int, last: int) -> str:
        """The last day of a month."""
        return self._day(year + 1, -1) if last >= 12 else self._day(year, _days(last) - 1)

    def _day(self, year: int, days: int) -> str:
        """The day some days after new year."""
        since = year - 1400
        return Day.fromordinal(_NEW_YEAR_1400 + 365 * since + _leaps(year) - _leaps(1400) + days).isoformat()


_NEW_YEAR_1400 = Day(2021, 3, 21).toordinal()


def _leaps(year: int) -> int:
    """The leap years before a year, but for a constant."""
    return (8 * year + 21) // 33


def _days(months: int) -> int:
    """The days of the first months of a Solar Hijri year."""
    return 30 * months + min(months, 6)


COMMON = Calendar()
_KNOWN = {"persian": SolarHijri()}


def calendar_of(state: str, fiscal: bool) -> Calendar:
    """The calendar of a state's years, or of its fiscal years."""
    own = _KNOWN.get(vocabulary().value(state, "kg:calendar") or "")
    start = vocabulary().value(state, "kg:fiscalYearStart") if fiscal else None
    return own or Calendar(int(start or 1))
