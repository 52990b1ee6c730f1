"""Periods: dates, months, quarters, halves, years, and stretches that only the context dates.

Patterns run over folded tokens. What the article's own date fixes ("this year") is fixed here; what hangs on
the figure before ("the same period of the previous year") is left as :class:`Relative`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.annotate.folded import Folded
from kg.model import Mention, Period, Relative, Sentence, Span, Token

MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NUMBER = {name: i + 1 for i, name in enumerate(MONTHS)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_COUNT = {
    word: i + 1
    for i, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_M = r"(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")(?: \.)?"
_Y = r"(?:19|20)\d\d"
_D = r"[0-3]?\d(?: (?:st|nd|rd|th))?"
_TO = r"(?:-|–|—|to|through|until|till|and)"
_N = r"(?:\d\d?|" + "|".join(_COUNT) + r")"
_YEAR = rf"(?P<year>{_Y}|this year|the current year|the year|last year|current year)"
_OF = r"(?: \[)?(?: of| in| ,| for)?(?: the)?"

_PATTERNS: list[tuple[str, str]] = [
    ("iso", rf"(?P<y>{_Y}) - (?P<m>[01]\d) - (?P<d>[0-3]\d)\b"),
    (
        "days",
        rf"(?P<m>{_M}) (?P<d>{_D}) (?:-|–|—|to|and) (?P<e>{_D})(?!\d)(?: ,)?(?: (?P<y>{_Y}))?\b(?! (?:million|billion|percent))",
    ),
    ("days", rf"(?P<d>{_D}) (?:-|–|—|to|and) (?P<e>{_D}) (?P<m>{_M})(?: ,)?(?: (?P<y>{_Y}))?\b"),
    (
        "months",
        rf"(?P<m>{_M})(?:(?: of)? (?P<x>{_Y}))? {_TO} (?P<n>{_M})(?: of| ,)?(?: (?P<y>{_Y}|this year|last year|the current year))?\b",
    ),
    ("day", rf"(?P<m>{_M}) (?P<d>{_D})(?!\d)(?: ,)?(?: (?P<y>{_Y}))?\b(?! (?:million|billion|percent|%))"),
    ("day", rf"(?P<d>{_D})(?: of)? (?P<m>{_M})(?: ,)?(?: (?P<y>{_Y}))?\b"),
    ("part", rf"(?P<o>first|second|third|fourth|1 st|2 nd|3 rd|4 th|[1-4]) (?P<p>half|quarter){_OF}(?: {_YEAR})?\b"),
    ("part", rf"(?P<p>q|h) (?P<o>[1-4])(?: of)?(?: (?P<year>{_Y}))?\b"),
    ("part", rf"(?P<year>{_Y}) (?P<p>q|h) (?P<o>[1-4])\b"),
    ("part", rf"(?P<o>[1-4]) (?P<p>q|h)(?: of)? (?P<year>{_Y})\b"),
    ("leading", rf"(?:the )?(?:first (?P<n>{_N})|(?P<k>{_N})) months?{_OF} {_YEAR}\b"),
    ("leading", rf"(?:the )?first (?P<n>{_N}) months\b(?: of the year)?"),
    ("month", rf"(?P<m>{_M})(?: of| ,)? (?P<y>{_Y}|this year|last year)\b"),
    ("fiscal", rf"(?:fiscal year|fy|financial year)(?: of)? ?(?P<y>{_Y})(?: (?:-|–|/) (?P<z>\d\d(?:\d\d)?))?\b"),
    ("fiscal", rf"(?P<y>{_Y}) (?:-|–|/) (?P<z>\d\d(?:\d\d)?) (?:fiscal|financial) year\b"),
    ("years", rf"(?:between |from )?(?P<y>{_Y}) (?:-|–|—|to|and|through|until) (?P<z>{_Y})\b"),
    ("since", rf"since (?:the beginning of |early |the start of )?(?:(?P<m>{_M}) )?(?P<y>{_Y})\b"),
    (
        "same",
        r"(?:the )?(?:same|corresponding|similar|analogous|like) (?:period|time|months?|quarter|half|timeframe)(?: in| of| for| from| a)*(?: the)?"
        rf" (?:(?:last|previous|prior|preceding|past) year|year (?:earlier|ago|before)|(?P<y>{_Y}))\b",
    ),
    ("same", r"(?:the )?(?:same|corresponding|similar|analogous) period (?:last year|a year (?:ago|earlier|before))\b"),
    ("same", r"a year (?:earlier|ago|before)\b"),
    ("previous", r"(?:the )?(?:previous|prior|preceding) year(?: 's)?\b"),
    (
        "yoy",
        r"year (?:- )?(?:on|over) (?:- )?year\b|y - o - y\b|\byoy\b|in annual terms\b|on an annual basis\b|year - to - year\b|compared to the same period\b",
    ),
    ("above", r"(?:the |this )?(?:above|same|said|reporting|reported|given|specified|mentioned) period(?: of time)?\b"),
    ("span", rf"(?:the )?(?:past|last) (?:(?P<decade>decade)|(?P<n>{_N}) years)\b"),
    ("relative", r"(?:last|this|the current|current|next|the past) year\b|\bso far this year\b"),
    ("relative", r"(?:last|this|next) month\b"),
    ("today", r"\btoday\b|\bnow\b|\bcurrently\b|\bas of today\b|\bto date\b"),
    ("year", rf"(?P<y>{_Y})\b"),
]
_GRAMMAR = [(name, re.compile(rf"\b(?:{pattern})")) for name, pattern in _PATTERNS]
_CUE = re.compile(
    rf"\b(?:{_Y}|{_M}|years?|months?|period|half|quarter|q|h|decade|today|now|currently|to date|y|yoy|time|annual)\b"
)
_BEFORE_YEAR = frozenset(
    """in of since by for from to until till during year end the ( , - – — through and than with fiscal early late
    mid beginning throughout before after against""".split()
)


def month_end(year: int, month: int) -> int:
    """The last day of a month (Gregorian calendar)."""
    return (
        29
        if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0)
        else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def _ym(year: int, month: int) -> str:
    return f"{year}-{month:02d}"


def _months(year: int, first: int, last: int) -> Period:
    return Period(_ym(year, first), _ym(year, last))


class _Dater:
    """Turns matches into periods, with the article's date as the only outside knowledge."""

    def __init__(self, date: str | None) -> None:
        self.date = date
        self.today = int(date[:4]) if date else None

    def year(self, words: str | None) -> int | None:
        """The year that words such as "2023" or "last year" name, or the article's."""
        if words and words.isdigit():
            return int(words)
        if self.today is None:
            return None
        return self.today - 1 if words and "last" in words else self.today

    def read(self, name: str, match: re.Match[str]) -> Period | Relative | None:
        """The period of a match, None where its year cannot be known."""
        reader: Callable[[dict[str, str | None]], Period | Relative | None] = getattr(self, "_" + name)
        return reader(match.groupdict() | {"all": match.group()})

    def _near(self, words: str | None, month: int, day: int = 1) -> int | None:
        """The year of a month: as said, else the article's, else (a month still to come) the year before."""
        if words:
            return self.year(words)
        if self.date is None:
            return None
        return int(self.date[:4])

    def _iso(self, g: dict[str, str | None]) -> Period | None:
        day = f"{g['y']}-{g['m']}-{g['d']}"
        return Period(day, day)

    def _day(self, g: dict[str, str | None]) -> Period | None:
        return self._days(g | {"e": g["d"]})

    def _days(self, g: dict[str, str | None]) -> Period | None:
        month = _month(g["m"])
        first, last = (int((g[k] or "0").split()[0]) for k in ("d", "e"))
        year = self._near(g["y"], month, first)
        if year is None or not 1 <= first <= last <= month_end(year, month):
            return None
        return Period(f"{_ym(year, month)}-{first:02d}", f"{_ym(year, month)}-{last:02d}")

    def _months(self, g: dict[str, str | None]) -> Period | None:
        first, last = _month(g["m"]), _month(g["n"])
        year = self.year(g["y"])
        if year is None:
            return None
        start = int(g["x"]) if g["x"] else year - (first > last)
        return Period(_ym(start, first), _ym(year, last))

    def _month(self, g: dict[str, str | None]) -> Period | None:
        year = self.year(g["y"])
        return _months(year, _month(g["m"]), _month(g["m"])) if year else None

    def _part(self, g: dict[str, str | None]) -> Period | None:
        year = self.year(g["year"])
        length = 6 if (g["p"] or "").startswith("h") else 3
        number = _ORDINAL[(g["o"] or "").split()[0]]
        return _months(year, length * (number - 1) + 1, length * number) if year and length * number <= 12 else None

    def _leading(self, g: dict[str, str | None]) -> Period | None:
        year = self.year(g.get("year"))
        words = g.get("n") or g.get("k") or ""
        count = int(words) if words.isdigit() else _COUNT[words]
        return _months(year, 1, count) if year and count <= 12 else None

    def _fiscal(self, g: dict[str, str | None]) -> Period:
        name = f"FY{g['y']}" + (f"-{(g['z'] or '')[-2:]}" if g["z"] else "")
        return Period(name, name)

    def _years(self, g: dict[str, str | None]) -> Period | None:
        return Period(str(g["y"]), str(g["z"])) if str(g["y"]) < str(g["z"]) else None

    def _since(self, g: dict[str, str | None]) -> Period:
        return Period(_ym(int(str(g["y"])), _month(g["m"])) if g["m"] else str(g["y"]), None)

    def _same(self, g: dict[str, str | None]) -> Relative:
        return Relative("same", int(str(g["y"])) if g.get("y") else None)

    def _previous(self, g: dict[str, str | None]) -> Relative:
        return Relative("previous")

    def _yoy(self, g: dict[str, str | None]) -> Relative:
        return Relative("year-on-year")

    def _above(self, g: dict[str, str | None]) -> Relative:
        return Relative("above")

    def _span(self, g: dict[str, str | None]) -> Period | None:
        words = g["n"] or "10"
        count = int(words) if words.isdigit() else _COUNT[words]
        return Period(str(self.today - count), str(self.today)) if self.today else None

    def _relative(self, g: dict[str, str | None]) -> Period | Relative | None:
        words = str(g["all"])
        if self.date is None or self.today is None:
            return Relative("previous") if words.startswith("last year") else None
        step = -1 if words.startswith(("last", "the past")) else 1 if words.startswith("next") else 0
        if "month" in words:
            serial = self.today * 12 + int(self.date[5:7]) - 1 + step
            return _months(serial // 12, serial % 12 + 1, serial % 12 + 1)
        return Period(str(self.today + step), str(self.today + step))

    def _today(self, g: dict[str, str | None]) -> Period | None:
        return Period(self.date, self.date) if self.date else None

    def _year(self, g: dict[str, str | None]) -> Period:
        return Period(str(g["y"]), str(g["y"]))


def _month(name: str | None) -> int:
    return _MONTH_NUMBER[str(name).split()[0]]


def periods(date: str | None, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Mention]:
    """The mentions of periods, the longest reading first; values are Period, Relative or None (year unknown)."""
    dater = _Dater(date)
    found: list[Mention] = []
    for sentence in sentences:
        folded = Folded(tokens[sentence.first : sentence.last], sentence.first)
        if _CUE.search(folded.line):
            found.extend(_join(folded, sorted(_in_sentence(dater, folded), key=lambda m: m.span)))
    return found


_DATELINE = re.compile(rf"\b(?:(?P<m>{_M}) (?P<d>{_D})|(?P<e>{_D}) (?P<n>{_M}))\b(?! , (?:19|20))")


def inferred_date(tokens: Sequence[Token], mentions: Sequence[Mention]) -> str | None:
    """The day of an article whose dateline has no year, where the text makes the year plain.

    A figure for the first months of a year is news of that year: "July 13" above "in the five months of 2023" is
    13 July 2023. A whole year tells nothing.
    """
    match = _DATELINE.search(Folded(tokens[:30]).line)
    if match is None:
        return None
    month, day = _month(match.group("m") or match.group("n")), int((match.group("d") or match.group("e")).split()[0])
    stated = [m.value for m in mentions if isinstance(m.value, Period) and m.value.last]
    months = [p.last for p in stated if p.last and len(p.last) == 7]
    years = [p.last[:4] for p in stated if p.last and p.last[:4].isdigit()]
    latest = max(months, default="")
    if (
        not latest
        or max(years) > latest[:4]
        or int(latest[5:]) > month
        or not 1 <= day <= month_end(int(latest[:4]), month)
    ):
        return None
    return f"{latest[:4]}-{month:02d}-{day:02d}"


def _in_sentence(dater: _Dater, folded: Folded) -> Iterator[Mention]:
    taken: list[Span] = []
    for name, pattern in _GRAMMAR:
        for match, span in folded.find(pattern):
            if any(span.begin < t.end and t.begin < span.end for t in taken) or not _plausible(name, folded, match):
                continue
            taken.append(span)
            yield Mention(span, "period", dater.read(name, match))


def _plausible(name: str, folded: Folded, match: re.Match[str]) -> bool:
    """Guards against "may" the verb and against a number that only looks like a year."""
    first, last = folded.range(match)
    token = folded.tokens[first - folded.first]
    if name in ("day", "month", "months", "days") and "may" in match.group().split():
        return "May" in [t.text for t in folded.tokens[first - folded.first : last - folded.first]]
    if name == "today" and match.group() == "now":
        return False
    if name != "year":
        return True
    before = folded.tokens[first - folded.first - 1] if first > folded.first else None
    return before is None or before.fold in _BEFORE_YEAR or (before.end < token.begin and before.fold in ("year", "'s"))


def _join(folded: Folded, mentions: list[Mention]) -> list[Mention]:
    """ "from 2005 through the first nine months of 2024": two periods joined into one stretch."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before and isinstance(before.value, Period) and isinstance(mention.value, Period) and mention.value.last:
            between = [t.fold for t in folded.tokens if before.span.end <= t.begin < mention.span.begin]
            if (
                between in (["through"], ["until"], ["to"], ["through", "the"], ["to", "the"])
                and before.value.first < mention.value.first
            ):
                joined[-1] = Mention(
                    Span(before.span.begin, mention.span.end), "period", Period(before.value.first, mention.value.last)
                )
                continue
        joined.append(mention)
    return joined
