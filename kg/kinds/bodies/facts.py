"""The institutions of an article as plain facts."""

from __future__ import annotations

from kg.graph.asking import ask, distinct, grouped
from kg.kinds.kind import Fact
from kg.model import Queryable, Row

_KINDS = {"political-party": "party", "other-institution": "other"}


def facts(graph: Queryable) -> list[Fact]:
    """Every institution that the article names, by the fullest form that it uses."""
    return list(by_label(graph).values())


def by_label(graph: Queryable) -> dict[str, Fact]:
    """The institutions by the label of their node."""
    return {row["label"]: _institution(row, rows) for row, rows in grouped(ask(graph, __file__), "institution")}


def _institution(row: Row, rows: list[Row]) -> Fact:
    forms = [" ".join(form.split()) for form in distinct(rows, "form")]
    name = max(forms, key=lambda form: (len(form), form))
    aliases = dict.fromkeys(form for form in [*forms, row["label"]] if form != name)
    return {"name": name, "aliases": list(aliases), "kind": _KINDS.get(row["kind"], row["kind"]), "of": row["of"]}
