"""Contacts between states: how often, how high, under which formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.analyse.asking import ask, counted, distinct, first_and_last, grouped, listed, occasions
from kg.model import Chart, Queryable, Row, Table
from kg.vocabulary import local, vocabulary

_LEVELS = (
    ("head of state or government", {"head-of-state", "head-of-government"}),
    ("minister", {"vice-president", "minister", "foreign-minister", "secretary-of-state", "commissioner"}),
    ("deputy minister", {"deputy-minister", "secretary"}),
    ("ambassador", {"head-of-mission"}),
)


def pairs(meeting: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """The pairs of sides that a meeting brings together: with the host's side each other, otherwise all."""
    sides = distinct(meeting, "name")
    hosts = {str(row["name"]) for row in meeting if row["hosts"]}
    for one, other in combinations(sides, 2):
        if not hosts or (one in hosts) != (other in hosts):
            yield one, other


def between_states(graph: Queryable) -> Table:
    """Pairs of sides that met: on how many occasions, when, at which level, and which formats both sit in."""
    meetings = grouped(ask(graph, "sides"), "meeting")
    levels = {meeting: _level(rows) for (meeting,), rows in grouped(ask(graph, "levels"), "meeting").items()}
    shared = _shared(graph)
    contacts: dict[tuple[str, str], list[Row]] = {}
    for rows in meetings.values():
        for pair in pairs(rows):
            contacts.setdefault(pair, []).append(rows[0])
    table = []
    for (one, other), held in contacts.items():
        first, last = first_and_last(row["date"] for row in held)
        level = min((levels[row["meeting"]] for row in held if row["meeting"] in levels), default=len(_LEVELS))
        named = _LEVELS[level][0] if level < len(_LEVELS) else None
        formats = shared.get((one, other), ())
        table.append((one, other, occasions(held), first, last, named, formats, distinct(held, "article")))
    table.sort(key=lambda row: (-row[2], row[:2]))
    answer = "No meeting between states was read."
    if table:
        top = [f"{row[0]} – {row[1]}" for row in table if row[2] == table[0][2]]
        answer = f"{counted(len(table), 'pair')} met; most often {listed(top, 3)} ({counted(table[0][2], 'occasion')})."
    header = ("one", "other", "occasions", "first", "last", "highest level", "formats shared", "articles")
    return Table("Between states", answer, header, tuple(table), Chart("network", ("one", "other"), ("occasions",)))


def _level(rows: Sequence[Row]) -> int:
    """The highest level of officials among some roles, as an index of ``_LEVELS``."""
    roles = {local(str(row["role"])) for row in rows}
    roles |= {trait for row in rows for trait in vocabulary().term(str(row["role"])).traits}
    return next((index for index, (_, level) in enumerate(_LEVELS) if roles & level), len(_LEVELS))


def _shared(graph: Queryable) -> dict[tuple[str, str], tuple[str, ...]]:
    """The names of the frameworks that two sides both sit in."""
    found: dict[tuple[str, str], set[str]] = {}
    for rows in grouped(ask(graph, "frameworks"), "framework").values():
        for pair in combinations(distinct(rows, "party"), 2):
            found.setdefault(pair, set()).add(str(rows[0]["name"]))
    return {pair: tuple(sorted(names)) for pair, names in found.items()}


ANALYSES = {"between-states": between_states}
