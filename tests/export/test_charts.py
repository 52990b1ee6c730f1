"""Tables as pictures."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import pytest

from kg.export.charts import chart
from kg.model import BadInput, Chart, ReadoutError, Table

HEADER = ("one", "other", "n", "first", "last")
ROWS = (("A $x$", "<b>", 2, "2024-01-02", "2024-05"), ("A $x$", "C", 1, "2023", None), ("D", "C", 3, None, None))
CHARTS = [
    Chart("bars", ("one", "other"), ("n",)),
    Chart("network", ("one", "other"), ("n",)),
    Chart("matrix", ("one", "other"), ("n",)),
    Chart("spans", ("one",), ("first", "last")),
]


@pytest.mark.parametrize("how", CHARTS, ids=lambda how: how.kind)
def test_every_kind_is_drawn_the_same_each_time(how: Chart) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")
    table = Table("Title", "Answer.", HEADER, ROWS, how)
    assert chart(table, "png").startswith(b"\x89PNG")
    svg = chart(table, "svg")
    ET.fromstring(svg)
    assert svg == chart(table, "svg")


def test_a_table_without_chart_or_rows_is_bad_input() -> None:
    with pytest.raises(BadInput, match="nothing to draw"):
        chart(Table("Title", "Answer.", HEADER, ROWS), "png")
    with pytest.raises(BadInput, match="nothing to draw"):
        chart(Table("Title", "Answer.", HEADER, (), CHARTS[0]), "png")
    with pytest.raises(BadInput, match=r"\.png or \.svg"):
        chart(Table("Title", "Answer.", HEADER, ROWS, CHARTS[0]), "pdf")


def test_missing_matplotlib_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ReadoutError, match=r"readout-kg\[plot\]"):
        chart(Table("Title", "Answer.", HEADER, ROWS, CHARTS[0]), "png")
