"""The facts of one article as plain JSON: a view of its graph, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from kg.graph.asking import shipped
from kg.kinds.kind import Fact
from kg.model import Facts, Queryable
from kg.reading import kinds

_FIRST = ("people", "institutions", "frameworks", "meetings", "not_held", "figures")


def facts(graph: Queryable) -> Facts:
    """The facts of a graph that holds one article: its name, key and date, then those of each kind."""
    (head,) = graph.select(shipped("article"))
    asks = _asks()
    return {**head, **{name: asks[name](graph) for name in fields()}}


@cache
def _asks() -> Mapping[str, Callable[[Queryable], list[Fact]]]:
    return {name: ask for kind in kinds().values() for name, ask in kind.facts.items()}


def fields() -> list[str]:
    """The names under which the kinds tell facts: people first, figures after meetings, then what others add."""
    return [*_FIRST, *sorted(_asks().keys() - set(_FIRST))]


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
