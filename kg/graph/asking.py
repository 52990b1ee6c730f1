"""Questions that the package asks of graphs, kept as SPARQL beside the code that asks them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Queryable, Row
from kg.vocabulary import folder


def ask(graph: Queryable, module: str, query: str = "facts") -> list[Row]:
    """The rows of the query ``NAME.rq`` that lies beside a module (given by its ``__file__``)."""
    return list(graph.select(_text(Path(module).with_name(f"{query}.rq"))))


def shipped(query: str) -> str:
    """The SPARQL of a query of the folder ``queries``, by its path in it without the ending."""
    return _text(folder("queries") / f"{query}.rq")


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


def grouped(rows: Iterable[Row], key: str) -> list[tuple[Row, list[Row]]]:
    """Rows that share a key, with the first of each group, in the order of the query."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return [(group[0], group) for group in groups.values()]


def distinct(rows: Iterable[Row], key: str) -> list[Any]:
    """The distinct values of a column, in the order of the query."""
    return list(dict.fromkeys(row[key] for row in rows if row[key] is not None))
