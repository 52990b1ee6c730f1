"""Rows as tables, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from kg.export.tables import as_csv, as_json, table

HEADER = ("name", "value")
ROWS = [['Ada, "Roe"', Decimal("1.50")], ["line\nbreak", None], ["yes", True]]


def test_columns_are_aligned_under_their_header() -> None:
    assert table(HEADER, [["Ada", 1], ["Bo", 20]]).splitlines() == ["name  value", "----  -----", "Ada   1", "Bo    20"]


def test_a_table_without_rows_has_its_header() -> None:
    assert table(HEADER, []).splitlines() == ["name  value", "----  -----"]


def test_long_cells_are_cut_and_lines_joined() -> None:
    line = table(("text",), [["a\nb " + "x" * 100]]).splitlines()[2]
    assert len(line) == 60
    assert line.startswith("a b xxx")
    assert line.endswith("…")


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(HEADER, ROWS))))
    assert rows == [["name", "value"], ['Ada, "Roe"', "1.50"], ["line\nbreak", ""], ["yes", "true"]]


@pytest.mark.parametrize(
    ("value", "printed"),
    [(Decimal("40200000000.0"), 40200000000), (Decimal("1.46"), 1.46), (None, None), (True, True), ("é", "é"), (3, 3)],
)
def test_json_reads_back(value: object, printed: object) -> None:
    assert json.loads(as_json([{"value": value}])) == [{"value": printed}]


def test_large_decimals_are_written_without_exponent() -> None:
    assert as_csv(("n",), [[Decimal("4E+10")]]) == "n\n40000000000"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 (202) 555", "-2 points", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "-", "\r=1", " =1", "＝1"]
)
def test_text_of_a_cell_cannot_become_a_formula(text: str) -> None:
    (_, (cell,)) = csv.reader(io.StringIO(as_csv(("words",), [[text]]), newline=""))
    assert cell == f"'{text}".replace("\r", "\n")


@pytest.mark.parametrize("value", [-1.5, Decimal("-1.5"), -3, "-1.5", "-0.001", "+4", "a-b", "1=1", "2024-05-01", ""])
def test_numbers_and_other_text_of_a_cell_stay_as_they_are(value: object) -> None:
    assert as_csv(("a", "b"), [[value, ""]]) == f"a,b\n{value},"
