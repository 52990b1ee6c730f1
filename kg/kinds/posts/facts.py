"""The posts that an article gives to people, as plain facts."""

from __future__ import annotations

from kg.graph.asking import ask
from kg.kinds.bodies.facts import by_label
from kg.kinds.kind import Fact
from kg.model import Queryable


def by_person(graph: Queryable) -> dict[str, list[Fact]]:
    """The posts of each person by IRI; a body of which a post is stands under the name that the article uses."""
    names = {label: body["name"] for label, body in by_label(graph).items()}
    held: dict[str, list[Fact]] = {}
    for row in ask(graph, __file__):
        post = {"title": row["title"], "of": names.get(row["of"], row["of"]), "to": row["to"]}
        held.setdefault(row["person"], []).append(post)
    return held
