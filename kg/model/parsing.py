"""Numbers and days that come from outside, checked here and nowhere else.

Python calls more characters digits than its numbers take: footnote marks ("¹") and circled figures ("①") are none.
"""

from __future__ import annotations

from calendar import monthrange
from decimal import Decimal

# No figure of an article is longer; arithmetic on what is would round.
LONGEST_NUMBER = 24
FIRST_YEAR, LAST_YEAR = 1900, 2099


def is_number(digits: str) -> bool:
    """Whether a text is decimal digits alone, and not more than a figure can have."""
    return digits.isdecimal() and len(digits) <= LONGEST_NUMBER


def whole(digits: str | None) -> int | None:
    """The number that digits write; None where they write none."""
    return int(digits) if digits and is_number(digits) else None


def decimal(head: str, tail: str = "") -> Decimal | None:
    """The number with these digits before and behind its point; None where they write none."""
    if not is_number(head + tail) or not head:
        return None
    return Decimal(f"{head}.{tail}" if tail else head)


def day(year: str | int, month: str | int, number: str | int) -> str | None:
    """A day in ISO 8601; None where the calendar has none, or its year is not one that articles are written in."""
    y, m, d = (whole(str(part)) or 0 for part in (year, month, number))
    if not FIRST_YEAR <= y <= LAST_YEAR or not 1 <= m <= 12 or not 1 <= d <= monthrange(y, m)[1]:
        return None
    return f"{y}-{m:02d}-{d:02d}"
