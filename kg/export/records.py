"""What the articles say as typed tables, one for each query in ``kg/queries/tables``: CSV with CSVW metadata, and Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from kg.export.known import Source
from kg.export.parquet import record_table, written
from kg.export.tables import as_csv
from kg.graph.asking import shipped
from kg.model import BadInput, Queryable, Row
from kg.vocabulary import folder

# The types of XML Schema, by the names of columns; all other columns hold strings.
_TYPES = {
    **dict.fromkeys(("begin", "end", "multiplier", "decimals"), "integer"),
    **dict.fromkeys(("value", "amount", "confidence"), "decimal"),
    **dict.fromkeys(("start", "finish"), "date"),
}
_MAKERS: dict[str, Callable[[Any], Any]] = {
    "integer": int,
    "decimal": Decimal,
    "date": date.fromisoformat,
    "string": str,
}


def tables() -> list[str]:
    """The names of the tables."""
    return sorted(path.stem for path in (folder("queries") / "tables").glob("*.rq"))


def _query(name: str) -> str:
    if name not in tables():
        raise BadInput(f"no table is called {name!r}; known are {', '.join(tables())}")
    return shipped(f"tables/{name}")


def columns(name: str) -> dict[str, str]:
    """The columns of a table with the types of their values. Raises BadInput for a name that no table has."""
    (line,) = (line for line in _query(name).splitlines() if line.startswith("SELECT "))
    return {column[1:]: _TYPES.get(column[1:], "string") for column in line.split()[1:]}


def records(graphs: Queryable, name: str) -> list[list[Any]]:
    """The rows of a table, with int, Decimal and date where the columns say so."""
    types = columns(name)
    return [[_value(row, column, type_) for column, type_ in types.items()] for row in graphs.select(_query(name))]


def _value(row: Row, column: str, type_: str) -> Any:
    value = row[column]
    return None if value is None else _MAKERS[type_](value)


def csv_files(source: Source) -> dict[str, str]:
    """Each table as CSV, and beside it what its columns hold (CSVW)."""
    files: dict[str, str] = {}
    for name in tables():
        files[f"{name}.csv"] = as_csv(list(columns(name)), records(source.graphs, name)) + "\n"
        files[f"{name}.csv-metadata.json"] = json.dumps(_metadata(name), indent=1) + "\n"
    return files


def _metadata(name: str) -> dict[str, Any]:
    title = _query(name).split("\n", 1)[0].lstrip("# ")
    told = [{"name": column, "titles": column, "datatype": type_} for column, type_ in columns(name).items()]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{name}.csv",
        "dc:title": title,
        "tableSchema": {"columns": told},
    }


def arrow(graphs: Queryable, name: str) -> Any:
    """A table as a pyarrow Table, which pandas and polars take. Raises ReadoutError where pyarrow is missing."""
    return record_table(columns(name), records(graphs, name))


def parquet_files(source: Source) -> dict[str, bytes]:
    """Each table as a Parquet file."""
    return {f"{name}.parquet": written(arrow(source.graphs, name)) for name in tables()}


EXPORTS = {"tables": csv_files, "tables-parquet": parquet_files}
