"""Rows as text: aligned for the screen, CSV, or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kg.export.inert import cell, terminal
from kg.model import Row

_WIDEST = 60


def table(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Columns aligned under their header; long cells are cut with an ellipsis."""
    cells = [[_cut(terminal(_text(value))) for value in row] for row in rows]
    widths = [max(len(name), *(len(row[k]) for row in cells)) if cells else len(name) for k, name in enumerate(header)]
    lines = [
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in ([*header], ["-" * w for w in widths], *cells)
    ]
    return "\n".join(lines)


def as_csv(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Comma-separated values (RFC 4180, LF line ends); no text becomes a formula in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(_text(value)) for value in row] for row in rows)
    return out.getvalue().rstrip("\n")


def as_json(rows: Sequence[Row]) -> str:
    """Rows as a JSON array of objects; decimals keep their digits as numbers."""
    return json.dumps([{k: _json(v) for k, v in row.items()} for row in rows], ensure_ascii=False, indent=1)


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
