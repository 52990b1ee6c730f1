"""From the words of a period to its dates, with the article's date as the only outside knowledge.

What that date fixes ("this year") is fixed here; what hangs on the figure before ("the same period of the
previous year") is left as :class:`Relative`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Day
from datetime import timedelta

from kg.kinds.periods.phrases import COUNTS, MONTHS, ORDINALS, WEEKDAYS
from kg.model import Period, Relative
from kg.model.parsing import day, whole

_AHEAD = re.compile(r"\b(?:will|is to|are to|scheduled|upcoming|planned|expected|due to)\b")

Words = dict[str, str | None]


def month_number(name: str | None) -> int:
    """The number of a month by its name or abbreviation ("sept ." is 9)."""
    return MONTHS[str(name).split()[0]]


class Dater:
    """Turns matches into periods."""

    def __init__(self, date: str | None) -> None:
        self.date = date
        self.today = int(date[:4]) if date else None
        self._readers: dict[str, Callable[[Words], Period | Relative | None]] = {
            "iso": self._iso,
            "days": self._days,
            "months": self._months,
            "day": lambda said: self._days(said | {"e": said["d"]}),
            "part": self._part,
            "leading": self._leading,
            "month": self._month,
            "bare": self._bare,
            "fiscal": self._fiscal,
            "years": self._years,
            "since": self._since,
            "same": lambda said: Relative("same", whole(said.get("y"))),
            "previous": lambda said: Relative("previous"),
            "yoy": lambda said: Relative("year-on-year"),
            "above": lambda said: Relative("above"),
            "span": self._span,
            "relative": self._relative,
            "weekday": self._weekday,
            "near": lambda said: self._shifted(1 if said["w"] == "tomorrow" else -1),
            "today": lambda said: Period(self.date, self.date) if self.date else None,
            "year": lambda said: Period(str(said["y"]), str(said["y"])),
        }

    def read(self, name: str, match: re.Match[str]) -> Period | Relative | None:
        """The period of a match of the named pattern, None where its year cannot be known."""
        return self._readers[name](match.groupdict() | {"all": match.group(), "sentence": match.string})

    def _year(self, words: str | None) -> int | None:
        """The year that words such as "2023" or "last year" name, or the article's."""
        year = whole(words)
        if year:
            return year
        if self.today is None:
            return None
        return self.today - 1 if words and "last" in words else self.today

    def _year_of(self, month: int, ahead: int) -> int | None:
        """The article's year for a month without one, or the year before where that is more than ``ahead`` months off."""
        if self.date is None or self.today is None:
            return None
        return self.today - (month - int(self.date[5:7]) > ahead)

    def _iso(self, said: Words) -> Period | None:
        date = day(*(str(said[part]) for part in "ymd"))
        return Period(date, date) if date else None

    def _days(self, said: Words) -> Period | None:
        month = month_number(said["m"])
        first, last = (int((said[k] or "0").split()[0]) for k in ("d", "e"))
        year = self._year(said["y"]) if said["y"] else self._year_of(month, 6)
        start, end = (day(year, month, number) if year else None for number in (first, last))
        return Period(start, end) if start and end and first <= last else None

    def _months(self, said: Words) -> Period | None:
        first, last = month_number(said["m"]), month_number(said["n"])
        year = self._year(said["y"]) if said["y"] else self._year_of(last, 0)
        if year is None:
            return None
        start = whole(said["x"]) or year - (first > last)
        return Period(_month(start, first), _month(year, last))

    def _month(self, said: Words) -> Period | None:
        year, month = self._year(said["y"]), month_number(said["m"])
        return _months(year, month, month) if year else None

    def _bare(self, said: Words) -> Period | None:
        """ "In September": the last one, or this year's where the article's own month is named."""
        month = month_number(said["m"])
        year = self._year_of(month, 0)
        return _months(year, month, month) if year else None

    def _part(self, said: Words) -> Period | None:
        year = self._year(said["year"])
        length = 6 if (said["p"] or "").startswith("h") else 3
        number = ORDINALS[(said["o"] or "").split()[0]]
        return _months(year, length * (number - 1) + 1, length * number) if year and length * number <= 12 else None

    def _leading(self, said: Words) -> Period | None:
        year = self._year(said.get("year"))
        count = _count(said.get("n") or said.get("k") or "")
        return _months(year, 1, count) if year and 1 <= count <= 12 else None

    def _fiscal(self, said: Words) -> Period:
        name = f"FY{said['y']}" + (f"-{said['z'][-2:]}" if said["z"] else "")
        return Period(name, name)

    def _years(self, said: Words) -> Period | None:
        first, last = str(said["y"]), str(said["z"])
        return Period(first, last) if first < last else None

    def _since(self, said: Words) -> Period:
        year = str(said["y"])
        return Period(_month(int(year), month_number(said["m"])) if said["m"] else year, None)

    def _span(self, said: Words) -> Period | None:
        years = _count(said["n"] or "10")
        return Period(str(self.today - years), str(self.today)) if self.today else None

    def _relative(self, said: Words) -> Period | Relative | None:
        words = str(said["all"])
        if self.date is None or self.today is None:
            return Relative("previous") if words.startswith("last year") else None
        step = -1 if words.startswith(("last", "the past")) else 1 if words.startswith("next") else 0
        if "month" in words:
            year, month = divmod(self.today * 12 + int(self.date[5:7]) - 1 + step, 12)
            return _months(year, month + 1, month + 1)
        return Period(str(self.today + step), str(self.today + step))

    def _weekday(self, said: Words) -> Period | None:
        """ "On Tuesday": the last one up to the article's day; the next one where the sentence looks ahead."""
        if self.date is None:
            return None
        wanted, today = WEEKDAYS[str(said["w"])], Day.fromisoformat(self.date).weekday()
        ahead = said["which"] == "next" or (said["which"] is None and _AHEAD.search(str(said["sentence"])) is not None)
        if ahead:
            return self._shifted((wanted - today) % 7 or 7 * (said["which"] == "next"))
        return self._shifted(-((today - wanted) % 7) or -7 * (said["which"] == "last"))

    def _shifted(self, days: int) -> Period | None:
        """The day some days after the article's."""
        if self.date is None:
            return None
        date = (Day.fromisoformat(self.date) + timedelta(days)).isoformat()
        return Period(date, date)


def _month(year: int, month: int) -> str:
    return f"{year}-{month:02d}"


def _months(year: int, first: int, last: int) -> Period:
    return Period(_month(year, first), _month(year, last))


def _count(words: str) -> int:
    return whole(words) or COUNTS.get(words, 0)
