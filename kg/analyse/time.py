"""What happened when: posts with first and last evidence, and a timeline by month."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations, starmap

from kg.analyse.asking import ask, counted, distinct, first_and_last, grouped, listed
from kg.model import Chart, Queryable, Row, Table

_LIKENESS = 0.75  # of Ratcliff and Obershelp; two transliterations of one name come to 0.85 and more
_MONTH = len("2000-01")
_Held = tuple[str, str, str | None, str | None, bool, tuple[str, ...]]


def posts_over_time(graph: Queryable) -> Table:
    """Who held which post, with the first and last article that says so, other holders, and new appointments."""
    held: list[_Held] = []
    for rows in grouped(ask(graph, "posts"), "post", "person").values():
        first, last = first_and_last(row["date"] for row in rows)
        new = any(row["new"] for row in rows)
        articles = distinct(rows, "article")
        held.append((min(distinct(rows, "title")), min(distinct(rows, "name")), first, last, new, articles))
    held.sort(key=lambda one: (one[0], one[2] or "9999", one[1]))
    rows_ = tuple((*one[:4], "; ".join(_notes(one, held)) or None, one[5]) for one in held)
    posts: dict[str, set[str]] = {}
    for post, person, *_ in held:
        posts.setdefault(post, set()).add(person)
    several = sorted(
        post for post, people in posts.items() if not all(starmap(_alike, combinations(sorted(people), 2)))
    )
    answer = f"{counted(len(posts), 'post')} with {counted(len({one[1] for one in held}), 'holder')}"
    answer += f"; more than one holder: {listed(several)}." if several else "; none has more than one holder."
    header = ("post", "holder", "first", "last", "note", "articles")
    chart = Chart("spans", ("holder", "post"), ("first", "last"))
    return Table("Posts over time", answer, header, rows_, chart)


def _notes(one: _Held, held: list[_Held]) -> list[str]:
    """What is worth a look: new appointments, other holders before, after or at the same time."""
    post, person, first, last, new, _ = one
    notes = [f"newly appointed as of {first}" if first else "newly appointed"] if new else []
    for _, other, begin, end, *_ in (h for h in held if h[0] == post and h[1] != person):
        if _alike(person, other):
            notes.append(f"perhaps the same as {other}")
        elif None in (first, last, begin, end):
            notes.append(f"also held by {other}")
        elif str(end) < str(first):
            notes.append(f"after {other}, last seen {end}")
        elif str(begin) > str(last):
            notes.append(f"before {other}, first seen {begin}")
        else:
            notes.append(f"at the same time as {other}")
    return notes


def spellings(graph: Queryable) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Pairs of names that may be one person, since they are alike and held one post; with the post and the articles."""
    found = []
    for rows in grouped(ask(graph, "posts"), "post").values():
        for one, other in combinations(distinct(rows, "name"), 2):
            if _alike(one, other):
                articles = distinct((row for row in rows if row["name"] in (one, other)), "article")
                found.append((one, other, min(distinct(rows, "title")), articles))
    return sorted(found)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _LIKENESS


def timeline(graph: Queryable) -> Table:
    """Meetings, statements and figures of each month."""
    months: dict[str, list[Row]] = {}
    for row in ask(graph, "events"):
        months.setdefault(_month(row["date"]), []).append(row)
    rows = []
    for month, found in sorted(months.items()):
        kinds = [row["kind"] for row in found]
        counts = (kinds.count("meetings"), kinds.count("statements"), kinds.count("figures"))
        rows.append((month, *counts, distinct(found, "article")))
    dated = [row for row in rows if len(row[0]) == _MONTH]
    answer = "Nothing is dated."
    if dated:
        busiest = max(dated, key=lambda row: (row[1], row[2], row[0]))
        answer = f"From {dated[0][0]} to {dated[-1][0]}; most meetings in {busiest[0]} ({busiest[1]})."
    header = ("month", "meetings", "statements", "figures", "articles")
    chart = Chart("bars", ("month",), ("meetings", "statements", "figures"))
    return Table("Timeline", answer, header, tuple(rows), chart)


def _month(date: str | None) -> str:
    if date and len(date) < _MONTH:
        return f"{date}, month not stated"
    return date[:_MONTH] if date else "not dated"


ANALYSES = {"posts-over-time": posts_over_time, "timeline": timeline}
