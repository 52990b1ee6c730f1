"""From the numbers of a period to its dates, with the article's day as the only outside knowledge.

What that day fixes ("this year") is fixed here; what hangs on the figure before ("the same period of the previous
year") is left as :class:`Relative`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from datetime import timedelta

from kg.kinds.periods.claim import When, Year
from kg.kinds.periods.phrases import Phrase
from kg.kinds.periods.placing import Placing
from kg.model import FISCAL, Period, Relative, month

_HALF_A_YEAR = timedelta(183)


class Dater:
    """Turns phrases into periods, given an article's day, the last month that its text reports, and its state."""

    def __init__(self, day: str | None, reported: str | None, state: str | None) -> None:
        self._years = Placing(day, reported, state)
        self._day = Day.fromisoformat(day) if day else None
        self._readers: dict[str, Callable[[Phrase], When]] = {
            "days": self._days,
            "months": self._months,
            "part": self._part,
            "through": self._through,
            "ended": self._ended,
            "first-days": self._first_days,
            "since": self._since,
            "year": self._year,
            "years": _between,
            "pair": _pair,
            "decade": _decade,
            "relative": _relative,
        }
        self._readers_of_today: dict[str, Callable[[Phrase, Day], When]] = {
            "past-years": _past_years,
            "past-months": _past_months,
            "months-away": _months_away,
            "weeks-away": _weeks_away,
            "weekday": _weekday,
            "days-away": lambda said, today: _day(today + timedelta(said.numbers["days"])),
        }

    def dated(self, said: Phrase) -> When:
        """The period of a phrase; None where its year cannot be known, or where there is no such day."""
        reads = said.gives["reads"]
        try:
            if reads in self._readers:
                return self._readers[reads](said)
            return self._readers_of_today[reads](said, self._day) if self._day else None
        except (ValueError, OverflowError):  # a day that its month has not, a year beyond the calendar
            return None

    def _days(self, said: Phrase) -> Period | None:
        until = (self._day + _HALF_A_YEAR).isoformat() if self._day else None
        return self._years.placed(_year_of(said), lambda _, year: _days_in(said, year), until, said.ahead)

    def _months(self, said: Phrase) -> Period | None:
        first, last = said.numbers["month"], said.numbers.get("to_month", said.numbers["month"])
        if "start" in said.years:
            return _from_year_to_year(said, first, last)
        year = Year(distance=0) if said.numbers.get("distance") == 0 else _year_of(said)
        ahead = said.ahead or said.numbers.get("distance") == 1
        return self._years.placed(
            year, lambda calendar, number: calendar.named(number, first, last), self._years.until, ahead
        )

    def _part(self, said: Phrase) -> Period | None:
        length, which = said.numbers.get("length", 1), said.numbers["which"]
        first, last = length * (which - 1) + 1, length * said.numbers.get("to", which)
        if not first <= last <= 12:
            return None
        return self._years.placed(
            _year_of(said), lambda calendar, year: calendar.months(year, first, last), self._years.over, said.ahead
        )

    def _through(self, said: Phrase) -> Period | None:
        end = self._part(said)
        return Period(str(said.years["start"].number), end.last) if end else None

    def _ended(self, said: Phrase) -> Period | None:
        """Some months up to one that is named."""
        end, months = self._months(said), said.numbers["count"] * said.numbers.get("length", 1)
        return Period(month(_index(end.first) - months + 1), end.last) if end else None

    def _since(self, said: Phrase) -> Period | None:
        reader = next((self._readers[reads] for slot, reads in _FINENESS if slot in said.numbers), self._year)
        start = reader(said)
        return Period(start.first, None) if isinstance(start, Period) else None

    def _year(self, said: Phrase) -> When:
        year = _year_of(said)
        if year.number is not None and not year.state:
            return _named(year, year.number)
        if year.distance == -1 and self._day is None and not year.fiscal:
            return Relative("previous")
        return self._years.placed(year, lambda calendar, number: calendar.whole(number), self._years.over)

    def _first_days(self, said: Phrase) -> Period | None:
        """The first days of a month, of the latest one in which they were over where none is named."""
        more = timedelta(said.numbers["count"] * said.numbers["length"] - 1)
        named = self._months(said) if "month" in said.numbers else self._begun_before(more)
        return _days_from(Day.fromisoformat(f"{named.first}-01"), more) if named else None

    def _begun_before(self, more: timedelta) -> Period | None:
        began = (self._day - more).isoformat()[:7] if self._day else None
        return Period(began, began) if began else None


# The finest of its slots tells how the begin of an open period is dated.
_FINENESS = (("day", "days"), ("month", "months"))


def _year_of(said: Phrase) -> Year:
    return said.years.get("year", Year())


def _named(year: Year, number: int) -> Period:
    """A year by the name that the text gives it."""
    name = f"{FISCAL * year.fiscal}{number}" + f"-{(number + 1) % 100:02d}" * year.paired
    return Period(name, name)


def _days_in(said: Phrase, year: int) -> Period:
    """A day of a year, or days that end in it. Raises ValueError where there are none such."""
    at = said.numbers
    last = Day(year, at.get("to_month", at["month"]), at.get("to_day", at["day"]))
    first = Day(year - (at["month"] > last.month), at["month"], at["day"])
    if "week" in at:
        first = last - timedelta(6)
    if first > last:
        raise ValueError("the days run backwards")
    return Period(first.isoformat(), last.isoformat())


def _from_year_to_year(said: Phrase, first: int, last: int) -> Period | None:
    start = said.years["start"].number or 0
    end = said.years.get("year", said.years["start"]).number or 0
    period = Period(month(start * 12 + first - 1), month(end * 12 + last - 1))
    return period if period.first <= str(period.last) else None


def _between(said: Phrase) -> Period | None:
    first, last = said.numbers["number"], said.numbers["last"]
    return Period(str(first), str(last)) if first < last else None


def _pair(said: Phrase) -> Period | None:
    """A year and two digits: those of a later year, else a month."""
    first, last = said.numbers["number"], said.numbers["last"]
    if last > first % 100:
        return Period(str(first), str(first - first % 100 + last))
    named = month(first * 12 + last - 1)
    return Period(named, named) if 1 <= last <= 12 else None


def _decade(said: Phrase) -> Period:
    first = said.numbers["number"]
    return Period(str(first), str(first + 9))


def _relative(said: Phrase) -> Relative:
    kind, unit = said.gives["kind"], said.gives.get("unit", "year")
    return Relative(kind, _year_of(said).number, unit, said.numbers.get("steps", 1))


# --- From the article's day ---------------------------------------------------------------------------------------


def _past_years(said: Phrase, today: Day) -> Period:
    return Period(str(today.year - said.numbers["count"]), str(today.year))


def _past_months(said: Phrase, today: Day) -> Period:
    this = _index(today.isoformat())
    return Period(month(this - said.numbers["count"]), month(this - 1))


def _months_away(said: Phrase, today: Day) -> Period:
    """The month or quarter some steps from this one."""
    length = said.numbers["length"]
    first = (_index(today.isoformat()) // length + said.numbers["distance"]) * length
    return Period(month(first), month(first + length - 1))


def _weeks_away(said: Phrase, today: Day) -> Period:
    monday = today - timedelta(today.weekday()) + timedelta(7 * said.numbers["distance"])
    return _days_from(monday, timedelta(6))


def _weekday(said: Phrase, today: Day) -> Period:
    """ "On Tuesday": the last one up to the article's day; the next one where the text looks ahead."""
    away = (said.numbers["weekday"] - today.isoweekday()) % 7
    distance = said.numbers.get("distance")
    if distance == 1 or (distance is None and said.ahead):
        return _day(today + timedelta(away or 7 * (distance == 1)))
    return _day(today - timedelta((-away) % 7 or 7 * (distance == -1)))


def _day(day: Day) -> Period:
    return _days_from(day, timedelta(0))


def _days_from(first: Day, more: timedelta) -> Period:
    return Period(first.isoformat(), (first + more).isoformat())


def _index(date: str) -> int:
    """A month counted from the beginning of the common era."""
    return int(date[:4]) * 12 + int(date[5:7]) - 1
