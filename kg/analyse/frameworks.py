"""Agreements and formats: who sits in which, what comes up under them, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.analyse.asking import ask, counted, distinct, first_and_last, grouped, listed
from kg.model import Chart, Queryable, Row, Table
from kg.vocabulary import local, vocabulary

_SEATED = {"commission", "format", "forum", "union"}
_SITTINGS = {"session", "consultations", "summit"}
_TALK = ("talked of", "only named")
_OUTCOMES = ("signed", "agreed on", "in session", *_TALK)


def agreements(graph: Queryable) -> Table:
    """Frameworks with their sides, the topics beside which they come up, and what came of them."""
    spoken = {framework: rows for (framework,), rows in grouped(ask(graph, "framework-acts"), "framework").items()}
    rows = []
    for (framework,), found in grouped(ask(graph, "frameworks"), "framework").items():
        said, kind = spoken.get(framework, []), found[0]["kind"]
        labels = (vocabulary().value(topic, "skos:prefLabel") for topic in distinct(said, "topic"))
        topics = tuple(sorted({label for label in labels if label}))
        acts = tuple(sorted({vocabulary().term(act).label for act in distinct(said, "act")}))
        first, last = first_and_last(row["date"] for row in found)
        parties, articles = distinct(found, "party"), distinct(found, "article")
        rows.append((found[0]["name"], kind, parties, topics, acts, _outcome(kind, said), first, last, articles))
    rows.sort(key=lambda row: (-len(row[-1]), row[0], row[2]))
    counts = Counter(row[5] for row in rows)
    answer = f"{counted(len(rows), 'framework')} named"
    parts = [f"{counts[outcome]} {outcome}" for outcome in _OUTCOMES if counts[outcome]]
    answer += f": {listed(parts)}." if parts else "."
    if without := [row[0] for row in rows if row[5] in _TALK]:
        answer += f" No signing, agreement or session is reported of {listed(without, 3)}."
    header = (
        "framework",
        "kind",
        "sides",
        "topics beside it",
        "what is said",
        "came of it",
        "first",
        "last",
        "articles",
    )
    chart = Chart("spans", ("framework",), ("first", "last"))
    return Table("Agreements and formats", answer, header, tuple(rows), chart)


def _outcome(kind: str, rows: Sequence[Row]) -> str:
    """The most that the articles report of a framework."""
    meetings = {local(row["type"]) for row in rows if row["type"]}
    acts = {local(row["act"]) for row in rows if row["act"]}
    if "signing" in meetings:
        return "signed"
    if "agrees" in acts:
        return "agreed on"
    if kind in _SEATED and meetings & _SITTINGS:
        return "in session"
    return "talked of" if rows else "only named"


ANALYSES = {"agreements": agreements}
