"""The phrases that name periods, as patterns over folded tokens (words and marks joined by single blanks)."""

from __future__ import annotations

import re

_NAMES = "january february march april may june july august september october november december".split()
_WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()

MONTHS = {form: number for number, name in enumerate(_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
COUNTS = {word: number for number, word in enumerate(_NUMBERS, 1)}
WEEKDAYS = {name: number for number, name in enumerate(_WEEK)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_M = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?: \.)?"
_Y = r"(?:19|20)[0-9][0-9]"
_D = r"[0-3]?\d(?: (?:st|nd|rd|th))?"
_TO = r"(?:-|–|—|to|through|until|till|and)"
_N = r"(?:[0-9][0-9]?|" + "|".join(COUNTS) + r")"
_YEAR = rf"(?P<year>{_Y}|this year|the current year|the year|last year|current year)"
_OF = r"(?: \[)?(?: of| in| ,| for)?(?: the)?"

_PATTERNS: list[tuple[str, str]] = [
    ("iso", rf"(?P<y>{_Y}) - (?P<m>[01]\d) - (?P<d>[0-3]\d)\b"),
    ("iso", rf"(?P<d>[0-3]\d) - (?P<m>[01]\d) - (?P<y>{_Y})\b"),
    ("iso", rf"(?P<d>1[3-9]|2\d|3[01]) / (?P<m>[01]\d) / (?P<y>{_Y})\b"),
    ("iso", rf"(?P<d>[0-3]\d)\.(?P<m>[01]\d)\.(?P<y>{_Y})\b"),
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
    ("leading", rf"(?:over|in|for|during) the (?P<n>{_N}) months\b(?: of the year)?"),
    ("since", rf"since (?:the beginning of |early |the start of )?(?:(?P<m>{_M}) )?(?P<y>{_Y})\b"),
    ("month", rf"(?P<m>{_M})(?: of| ,)? (?P<y>{_Y}|this year|last year)\b"),
    ("bare", rf"(?:(?<=\bin )|(?<=\bfor )|(?<=\bduring )|(?<=\bthroughout ))(?P<m>{_M})\b(?! (?:\d|{_M}))"),
    ("bare", rf"(?P<m>{_M})(?= 's )"),
    (
        "fiscal",
        rf"(?:fiscal year|fy|financial year)(?: of)? ?(?P<y>{_Y})(?: (?:-|–|/) (?P<z>[0-9][0-9](?:[0-9][0-9])?))?\b",
    ),
    ("fiscal", rf"(?P<y>{_Y}) (?:-|–|/) (?P<z>[0-9][0-9](?:[0-9][0-9])?) (?:fiscal|financial) year\b"),
    ("years", rf"(?:between |from )?(?P<y>{_Y}) (?:-|–|—|to|and|through|until) (?P<z>{_Y})\b"),
    (
        "same",
        r"(?:the )?(?:same|corresponding|similar|analogous|like) (?:period|time|months?|quarter|half|timeframe)(?: in| of| for| from| a)*(?: the)?"
        rf" (?:(?:last|previous|prior|preceding|past) year|year (?:earlier|ago|before)|(?P<y>{_Y}))\b",
    ),
    ("same", r"(?:the )?(?:same|corresponding|similar|analogous) period (?:last year|a year (?:ago|earlier|before))\b"),
    ("same", r"(?:a|the|one) year (?:earlier|ago|before)\b"),
    ("previous", r"(?:the )?(?:previous|prior|preceding) year(?: 's)?\b"),
    (
        "yoy",
        r"year (?:- )?(?:on|over) (?:- )?year\b|y - o - y\b|\byoy\b|in annual terms\b|on an annual basis\b|year - to - year\b|compared to the same period\b",
    ),
    ("above", r"(?:the |this )?(?:above|same|said|reporting|reported|given|specified|mentioned) period(?: of time)?\b"),
    ("span", rf"(?:the )?(?:past|last) (?:(?P<decade>decade)|(?P<n>{_N}) years)\b"),
    ("relative", r"(?:last|this|the current|current|next|the past) year\b|\bso far this year\b"),
    ("relative", r"(?:last|this|next) month\b"),
    ("weekday", rf"(?:(?P<which>last|next|this) )?(?P<w>{'|'.join(_WEEK)})\b(?! (?:, |\( )?(?:{_M}|\d))"),
    ("near", r"(?P<w>yesterday|tomorrow)\b"),
    ("today", r"\btoday\b|\bnow\b|\bcurrently\b|\bas of today\b|\bto date\b"),
    ("year", rf"(?P<y>{_Y})\b"),
]

# Earlier patterns take the words from later ones.
GRAMMAR = [(name, re.compile(rf"\b(?:{pattern})")) for name, pattern in _PATTERNS]
CUE = re.compile(
    rf"\b(?:{_Y}|{_M}|years?|months?|period|half|quarter|q|h|decade|today|now|currently|to date|y|yoy|time|annual|yesterday|tomorrow|\w+day)\b"
)
DATELINE = re.compile(rf"\b(?:(?P<m>{_M}) (?P<d>{_D})|(?P<e>{_D}) (?P<n>{_M}))\b(?! , (?:19|20))")
