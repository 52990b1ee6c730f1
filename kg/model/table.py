"""Answers as tables, with how they are best drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Value = str | int | Decimal | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Chart:
    """How a table is drawn, by names of its columns.

    ``bars``: a bar for each row, named by ``labels``, as long as ``values``. ``network``: two labels are the ends of
    a tie, the value, if any, its weight. ``matrix``: two labels are line and column. ``spans``: the two values are first and
    last day.
    """

    kind: Literal["bars", "network", "matrix", "spans"]
    labels: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: its title, a sentence or two for people, and rows under a header.

    A column ``articles`` holds the names of the articles that a row stands on.
    """

    title: str
    answer: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    chart: Chart | None = None
