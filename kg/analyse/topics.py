"""Topics: between whom they come up, which rise and fall, which only one side raises."""

from __future__ import annotations

from statistics import median_low

from kg.analyse.asking import ask, counted, distinct, first_and_last, grouped, listed, occasions
from kg.analyse.states import pairs
from kg.model import Chart, Queryable, Row, Table
from kg.vocabulary import vocabulary


def _label(topic: str) -> str | None:
    """The name of a topic of the vocabulary; None for a point in an article's own words, or another thing."""
    return vocabulary().value(topic, "skos:prefLabel")


def topics(graph: Queryable) -> Table:
    """How often each topic of the vocabulary came up between each pair of sides."""
    sides = grouped(ask(graph, "sides"), "meeting")
    held: dict[tuple[str, str], list[Row]] = {}
    for row in ask(graph, "topics"):
        if label := _label(row["topic"]):
            for one, other in pairs(sides.get((row["meeting"],), [])):
                held.setdefault((label, f"{one} – {other}"), []).append(row)
    rows = []
    for (label, pair), found in held.items():
        first, last = first_and_last(row["date"] for row in found)
        rows.append((label, pair, occasions(found), first, last, distinct(found, "article")))
    rows.sort(key=lambda row: (-row[2], row[0], row[1]))
    meetings: dict[str, set[str]] = {}
    for (label, _), found in held.items():
        meetings.setdefault(label, set()).update(row["meeting"] for row in found)
    common = sorted(meetings, key=lambda label: (-len(meetings[label]), label))
    answer = f"{counted(len(meetings), 'topic')} came up between {counted(len({row[1] for row in rows}), 'pair')}"
    answer += f"; the most frequent are {listed(common[:3])}." if common else "."
    header = ("topic", "pair", "occasions", "first", "last", "articles")
    return Table("Topics", answer, header, tuple(rows), Chart("matrix", ("topic", "pair"), ("occasions",)))


def topics_over_time(graph: Queryable) -> Table:
    """Topics by their meetings in the earlier and in the later half of the dated ones."""
    named = [(label, row) for row in ask(graph, "topics") if row["date"] and (label := _label(row["topic"]))]
    if not named:
        return Table("Topics over time", "No dated meeting with a topic was read.", _OVER_TIME, ())
    days = {str(row["meeting"]): str(row["date"]) for _, row in named}
    middle = median_low(sorted(days.values()))
    groups: dict[str, list[Row]] = {}
    for label, row in named:
        groups.setdefault(label, []).append(row)
    rows = []
    for label, found in groups.items():
        earlier = sum(str(row["date"]) <= middle for row in found)
        later = len(found) - earlier
        rows.append((label, earlier, later, later - earlier, distinct(found, "article")))
    rows.sort(key=lambda row: (-abs(row[3]), -row[3], row[0]))
    rising, falling = [r[0] for r in rows if r[3] > _CHANCE], [r[0] for r in rows if r[3] < -_CHANCE]
    answer = f"Half of {counted(len(days), 'dated meeting')} were held until {middle}, half later. "
    answer += f"Rising by two meetings or more: {listed(rising) or 'none'}; falling: {listed(falling) or 'none'}."
    return Table("Topics over time", answer, _OVER_TIME, tuple(rows), Chart("bars", ("topic",), ("earlier", "later")))


_CHANCE = 1  # a change by one meeting says nothing
_OVER_TIME = ("topic", "earlier", "later", "change", "articles")


def one_sided_topics(graph: Queryable) -> Table:
    """What the officials of one side speak of towards another that never speaks of it."""
    facing = {meeting: set(pairs(rows)) for (meeting,), rows in grouped(ask(graph, "sides"), "meeting").items()}
    raised: dict[tuple[str, str, str], list[Row]] = {}
    for row in ask(graph, "raised"):
        one, other = sorted((row["side"], row["other"]))
        if (label := _label(row["topic"])) and (one, other) in facing.get(row["meeting"], ()):
            raised.setdefault((row["side"], row["other"], label), []).append(row)
    rows = [
        (side, other, label, len({row["statement"] for row in found}), distinct(found, "article"))
        for (side, other, label), found in raised.items()
        if (other, side, label) not in raised
    ]
    rows.sort(key=lambda row: (-row[3], row[:3]))
    answer = f"{counted(len(rows), 'topic')} raised by one side only" if rows else "No topic is raised by one side only"
    if rows:
        answer += (
            f"; most often {rows[0][2]}, by {rows[0][0]} towards {rows[0][1]} ({counted(rows[0][3], 'statement')})"
        )
    header = ("raised by", "towards", "topic", "statements", "articles")
    chart = Chart("bars", ("raised by", "towards", "topic"), ("statements",))
    return Table("One-sided topics", answer + ".", header, tuple(rows), chart)


ANALYSES = {"topics": topics, "topics-over-time": topics_over_time, "one-sided-topics": one_sided_topics}
