"""The tables of what articles say: typed, complete, the same in CSV, Parquet and Python."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from support import ARTICLES, graph_of

import kg
from kg.export.known import Source
from kg.export.records import columns, csv_files, parquet_files, records, tables
from kg.model import BadInput, Network
from kg.store import Store

SOURCE = Source(
    Store.memory(*(graph_of(path) for path in sorted(ARTICLES.glob("*.txt"))), vocabulary_too=True),
    True,
    lambda: Network((), ()),
)
ARROW = {"integer": pyarrow.int64(), "decimal": pyarrow.decimal128(38, 9), "date": pyarrow.date32()}


def test_there_is_a_table_for_each_of_the_kinds() -> None:
    assert tables() == ["figures", "frameworks", "meetings", "people", "posts"]


def test_every_figure_has_one_row() -> None:
    rows = records(SOURCE.graphs, "figures")
    (count,) = SOURCE.graphs.select("SELECT (COUNT(?x) AS ?n) { ?x a kg:Observation }")
    assert len(rows) == count["n"] == len({row[0] for row in rows})


def test_a_figure_is_its_printed_value_times_its_power_of_ten() -> None:
    names = list(columns("figures"))
    for row in records(SOURCE.graphs, "figures"):
        figure = dict(zip(names, row, strict=True))
        assert figure["amount"] == figure["value"] * 10 ** figure["multiplier"]
        assert isinstance(figure["value"], Decimal)
        assert figure["start"] is None or isinstance(figure["start"], date)
        assert figure["start"] is None or figure["finish"] is None or figure["start"] <= figure["finish"]


@pytest.mark.parametrize("name", tables())
def test_csv_says_what_its_columns_hold(name: str) -> None:
    files = csv_files(SOURCE)
    header, *rows = csv.reader(io.StringIO(files[f"{name}.csv"]))
    told = json.loads(files[f"{name}.csv-metadata.json"])
    assert told["url"] == f"{name}.csv"
    assert [column["name"] for column in told["tableSchema"]["columns"]] == header
    assert len(rows) == len(records(SOURCE.graphs, name)) > 0


@pytest.mark.parametrize("name", tables())
def test_parquet_has_the_types(name: str) -> None:
    table = parquet.read_table(io.BytesIO(parquet_files(SOURCE)[f"{name}.parquet"]))
    assert {field.name: field.type for field in table.schema} == {
        column: ARROW.get(type_, pyarrow.string()) for column, type_ in columns(name).items()
    }
    assert table.num_rows == len(records(SOURCE.graphs, name))


def test_python_has_the_same_table(tmp_path: Path) -> None:
    kg.build(ARTICLES, store=tmp_path / "store")
    opened = kg.open(tmp_path / "store")
    rows = [list(row.values()) for row in opened.table("figures").to_pylist()]
    assert rows == records(SOURCE.graphs, "figures")
    with pytest.raises(BadInput, match="no table is called 'fish'; known are figures, frameworks"):
        opened.table("fish")
