"""Stretches of time as dates of reduced precision, and those that hang on another one."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

FISCAL = "FY"
_MONTHS = {"month": 1, "quarter": 3}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: ISO 8601 dates of reduced precision, both included.

    ``last`` is None where the period is still open ("since 2005"). A fiscal year whose months are not known goes by the
    name of its years: FY2022-23.
    """

    first: str
    last: str | None

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}/.."
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def fiscal(self) -> bool:
        """Whether it goes by the name of fiscal years."""
        return self.first.startswith(FISCAL)

    @property
    def daily(self) -> bool:
        """Whether it is told to the day."""
        return len(self.first) == 10

    def shifted(self, years: int) -> Period | None:
        """The same stretch of another year; None for open periods."""
        if self.last is None:
            return None
        if self.fiscal:
            return Period(*(_fiscal(name, years) for name in (self.first, self.last)))
        return Period(_in_year(self.first, years), _in_year(self.last, years))

    def before(self, unit: str, steps: int = 1) -> Period | None:
        """The month, quarter or week that lies some steps before this one; None where this is none of the unit."""
        if self.last is None:
            return None
        if unit == "week":
            return _week_before(self.first, self.last, steps)
        first, last = _month(self.first), _month(self.last)
        length = _MONTHS.get(unit)
        if first is None or last is None or last - first + 1 != length:
            return None
        return Period(month(first - steps * length), month(last - steps * length))


def month(number: int) -> str:
    """The ISO 8601 name of a month counted from the beginning of the common era: ``year * 12 + month - 1``."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _month(date: str) -> int | None:
    return int(date[:4]) * 12 + int(date[5:]) - 1 if len(date) == 7 and date[:4].isdigit() else None


def _in_year(date: str, years: int) -> str:
    """The date of another year; 29 February becomes the last day that its February has."""
    year = int(date[:4]) + years
    if len(date) == 10:
        return f"{year:04d}{date[4:8]}{min(int(date[8:]), monthrange(year, int(date[5:7]))[1]):02d}"
    return f"{year:04d}{date[4:]}"


def _fiscal(name: str, years: int) -> str:
    """The name of the fiscal year some years on: FY2023 or FY2022-23."""
    first, dash, last = name.removeprefix(FISCAL).partition("-")
    return f"{FISCAL}{int(first) + years}" + (f"-{(int(last) + years) % 100:02d}" if dash else "")


def _week_before(first: str, last: str, steps: int) -> Period | None:
    if len(first) != 10 or len(last) != 10 or Day.fromisoformat(last) - Day.fromisoformat(first) != timedelta(6):
        return None
    return Period(*((Day.fromisoformat(day) - timedelta(7 * steps)).isoformat() for day in (first, last)))


@dataclass(frozen=True, slots=True)
class Relative:
    """A stretch of time that only the context dates.

    ``kind``: ``same`` (the same months of an earlier year), ``previous`` (the ``unit`` before: year, quarter, month or
    week), ``year-on-year``, ``quarter-on-quarter`` and ``month-on-month`` (name only the base of a growth), ``above``
    (the period just spoken of). ``year`` is given for "the same period of 2022"; ``steps`` counts the units back
    ("two years earlier").
    """

    kind: str
    year: int | None = None
    unit: str = "year"
    steps: int = 1

    def dated(self, reference: Period) -> Period | None:
        """The stretch of time that is meant where another one is spoken of; None where that cannot be told."""
        if self.kind == "above":
            return reference
        if self.unit != "year":
            return reference.before(self.unit, self.steps)
        start = reference.first.removeprefix(FISCAL)[:4]
        return reference.shifted(self.year - int(start) if self.year else -self.steps)
