"""Agreements and formats: who sits in which, what comes up under them, and whether anything came of it."""

from __future__ import annotations

from kg.analyse.asking import ask, counted, distinct, first_and_last, grouped, listed
from kg.model import Chart, Queryable, Table
from kg.vocabulary import local, vocabulary

_RESULT = "agrees"


def agreements(graph: Queryable) -> Table:
    """Frameworks with their sides, the topics beside which they come up, and what is said of them."""
    acts = {framework: rows for (framework,), rows in grouped(ask(graph, "framework-acts"), "framework").items()}
    rows = []
    for (framework,), found in grouped(ask(graph, "frameworks"), "framework").items():
        said = acts.get(framework, [])
        labels = (vocabulary().value(topic, "skos:prefLabel") for topic in distinct(said, "topic"))
        done = tuple(sorted({vocabulary().term(act).label for act in distinct(said, "act")}))
        result = "yes" if any(local(act) == _RESULT for act in distinct(said, "act")) else "no"
        first, last = first_and_last(row["date"] for row in found)
        articles = distinct(found, "article")
        topics = tuple(sorted({label for label in labels if label}))
        parties = distinct(found, "party")
        rows.append((found[0]["name"], found[0]["kind"], parties, topics, done, result, first, last, articles))
    rows.sort(key=lambda row: (-len(row[-1]), row[0], row[2]))
    without = [row[0] for row in rows if row[5] == "no"]
    answer = f"{counted(len(rows), 'framework')} named"
    answer += f"; of {len(without)} no agreement is reported, among them {listed(without, 3)}." if without else "."
    header = ("framework", "kind", "sides", "topics beside it", "what is said", "agreed", "first", "last", "articles")
    return Table(
        "Agreements and formats", answer, header, tuple(rows), Chart("spans", ("framework",), ("first", "last"))
    )
