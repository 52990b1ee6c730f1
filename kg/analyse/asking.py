"""What all analyses share: their queries, and words for numbers and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.graph.asking import shipped
from kg.model import Queryable, Row


def ask(graph: Queryable, name: str) -> Sequence[Row]:
    """The rows of a query of ``queries/analyse``."""
    return graph.select(shipped(f"analyse/{name}"))


def grouped(rows: Iterable[Row], *keys: str) -> dict[tuple[str, ...], list[Row]]:
    """Rows by what stands in some columns, in the order of the rows."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(str(row[key] or "") for key in keys), []).append(row)
    return groups


def distinct(rows: Iterable[Row], key: str) -> tuple[str, ...]:
    """What stands in a column, sorted, without what is missing."""
    return tuple(sorted({str(row[key]) for row in rows if row[key] is not None}))


def occasions(rows: Sequence[Row]) -> int:
    """On how many days something took place; where no day is known, in how many articles it is told.

    Several articles of one day tell of the same.
    """
    return len({row["date"] for row in rows if row["date"]} or {row["article"] for row in rows})


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 meeting", "2 meetings"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Sequence[str], most: int = 5) -> str:
    """The first names as a sentence has them: "A, B and C", "A, B and 7 more"."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def first_and_last(dates: Iterable[str | None]) -> tuple[str | None, str | None]:
    """The first and the last of some days, of which any may be unknown."""
    known = sorted(date for date in dates if date)
    return (known[0], known[-1]) if known else (None, None)
