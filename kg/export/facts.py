"""The facts of one article as plain JSON: a view of its graph, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kg.model import Facts, Queryable
from kg.reading import kinds
from kg.vocabulary import folder

_FIRST = ("people", "institutions", "frameworks", "meetings", "figures")


def facts(graph: Queryable) -> Facts:
    """The facts of a graph that holds one article: its name and date, then those of each kind."""
    head = graph.select(_query())[0]
    told = {kind.called or kind.name: kind.facts(graph) for kind in kinds().values() if kind.facts}
    return {"article": head["article"], "date": head["date"], **{name: told[name] for name in fields()}}


@cache
def _query() -> str:
    return (folder("queries") / "article.rq").read_text("utf-8")


def fields() -> list[str]:
    """The names of the kinds that tell facts: people first, figures after meetings, then what others add."""
    known = {kind.called or kind.name for kind in kinds().values() if kind.facts}
    return [*_FIRST, *sorted(known - set(_FIRST))]


def fact_rows(facts_: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """The facts of an article as rows: article, kind, fact, details."""
    for kind in fields():
        for fact in facts_[kind]:
            name = fact.get("name") or fact.get("surface") or fact["kind"]
            rest = {k: v for k, v in fact.items() if k not in ("name", "surface") and v not in (None, [])}
            yield facts_["article"], kind, name, "; ".join(f"{k}: {_plain(v)}" for k, v in rest.items())


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(v) for v in value)
    if isinstance(value, dict):
        return " ".join(str(v) for v in value.values() if v is not None)
    return str(value)
