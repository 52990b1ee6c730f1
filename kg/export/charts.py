"""Tables as pictures (PNG or SVG), drawn by matplotlib, which the extra ``plot`` installs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.model import BadInput, Chart, ReadoutError, Table, Value

if TYPE_CHECKING:
    import networkx as nx

_MOST = 40
_WIDEST = 64
# Okabe and Ito's colours, which people with any colour vision tell apart.
_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#7a4fa3")
_SCALES = ((1e9, " bn"), (1e6, " m"))
_QUIET = "#8a919c"


def chart(table: Table, format_: str) -> bytes:
    """The picture of a table's first rows as PNG or SVG; the same bytes for the same table.

    Raises BadInput for another format or a table that has no picture, ReadoutError where matplotlib is missing.
    """
    if format_ not in ("png", "svg"):
        raise BadInput("a plot is a .png or .svg file")
    if table.chart is None or not table.rows:
        raise BadInput(f"'{table.title}' has nothing to draw; it is a table only")
    draw = {"bars": _bars, "network": _network, "matrix": _matrix, "spans": _spans}[table.chart.kind]
    with _canvas() as axes:
        rows = draw(axes, table, table.chart)
        rest = f" (first {rows} of {len(table.rows)})" if rows < len(table.rows) else ""
        axes.set_title(table.title + rest, loc="left", fontweight="bold")
        out = io.BytesIO()
        axes.figure.savefig(
            out, format=format_, dpi=130, metadata={"Date": None} if format_ == "svg" else {"Software": None}
        )
        return out.getvalue()


@contextmanager
def _canvas() -> Iterator[Any]:
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError:
        raise ReadoutError("a plot needs matplotlib: pip install 'readout-kg[plot]'") from None
    with matplotlib.rc_context({"svg.hashsalt": "readout", "axes.spines.top": False, "axes.spines.right": False}):
        yield Figure(figsize=(10, 6), layout="constrained").add_subplot()


def _columns(table: Table, names: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> list[tuple[Value, ...]]:
    places = [table.header.index(name) for name in names]
    return [tuple(row[place] for place in places) for row in rows]


def _name(cells: Sequence[Value]) -> str:
    """A label for people; a dollar sign would start a formula."""
    text = ", ".join(str(cell) for cell in cells if cell).replace("$", r"\$")
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _bars(axes: Any, table: Table, how: Chart) -> int:
    rows = table.rows[:_MOST]
    labels = [_name(cells) for cells in _columns(table, how.labels, rows)]
    height = 0.8 / len(how.values)
    for place, name in enumerate(how.values):
        ends = [at + place * height for at in range(len(rows))]
        lengths = [float(str(value)) for (value,) in _columns(table, (name,), rows)]
        axes.barh(ends, lengths, height, align="edge", color=_COLORS[place], label=name)
    axes.set_yticks([at + 0.4 for at in range(len(rows))], labels, fontsize=8)
    axes.xaxis.set_major_formatter(lambda value, _: _short(value))
    if all(isinstance(value, int) for name in how.values for (value,) in _columns(table, (name,), rows)):
        axes.xaxis.get_major_locator().set_params(integer=True)
    axes.invert_yaxis()
    axes.set_xlabel(how.values[0] if len(how.values) == 1 else "")
    if len(how.values) > 1:
        axes.legend(frameon=False)
    _grow(axes, len(rows))
    return len(rows)


def _short(number: float) -> str:
    """A number of an axis: "-2.5 bn"."""
    size, name = next(((size, name) for size, name in _SCALES if abs(number) >= size), (1, ""))
    return f"{number / size:g}{name}"


def _grow(axes: Any, lines: int) -> None:
    axes.figure.set_figheight(1.4 + 0.24 * max(lines, 6))


def _network(axes: Any, table: Table, how: Chart) -> int:
    import networkx as nx

    rows = table.rows[: 2 * _MOST]
    graph = nx.Graph()
    ends, weights = _columns(table, how.labels, rows), _columns(table, how.values, rows)
    for (one, other), weight in zip(ends, weights, strict=True):
        graph.add_edge(_name([one]), _name([other]), weight=float(str(weight[0])) if weight else 1.0)
    places = _places(graph)
    widest = max(weight for *_, weight in graph.edges(data="weight"))
    for one, other, weight in graph.edges(data="weight"):
        (x, y), (to_x, to_y) = places[one], places[other]
        axes.plot([x, to_x], [y, to_y], color=_QUIET, linewidth=0.6 + 3 * weight / widest, zorder=1)
    for node, (x, y) in places.items():
        axes.scatter([x], [y], s=60 + 40 * graph.degree(node), color=_COLORS[0], zorder=2)
        axes.annotate(node, (x, y), xytext=(0, 9), textcoords="offset points", ha="center", fontsize=7, zorder=3)
    axes.set_axis_off()
    axes.margins(0.08)
    axes.figure.set_figheight(8)
    return len(rows)


def _places(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Places of the nodes: each group of tied nodes laid out by itself, the groups on shelves, the largest first."""
    import networkx as nx

    places: dict[str, tuple[float, float]] = {}
    left = top = depth = 0.0
    for group in sorted(map(sorted, nx.connected_components(graph)), key=lambda names: (-len(names), names)):
        side = 1.3 * len(group) ** 0.5
        if left and left + side > 1.6 * len(graph) ** 0.5:
            left, top, depth = 0.0, top - depth, 0.0
        centre = (left + side / 2, top - side / 2)
        places |= nx.spring_layout(
            graph.subgraph(group), weight=None, iterations=300, scale=0.36 * side, center=centre, seed=1
        )
        left, depth = left + side, max(depth, side)
    return places


def _matrix(axes: Any, table: Table, how: Chart) -> int:
    cells = _columns(table, (*how.labels, *how.values), table.rows)
    lines = list(dict.fromkeys(_name([line]) for line, *_ in cells))[:_MOST]
    columns = list(dict.fromkeys(_name([column]) for _, column, _ in cells))[:_MOST]
    shown = [
        (columns.index(_name([column])), lines.index(_name([line])), float(str(value)))
        for line, column, value in cells
        if _name([line]) in lines and _name([column]) in columns
    ]
    axes.scatter([x for x, *_ in shown], [y for _, y, _ in shown], s=[50 * v for *_, v in shown], color=_COLORS[0])
    axes.set_xticks(range(len(columns)), columns, rotation=60, ha="right", fontsize=8)
    axes.set_yticks(range(len(lines)), lines, fontsize=8)
    axes.invert_yaxis()
    axes.grid(alpha=0.25)
    axes.set_axisbelow(True)
    _grow(axes, len(lines) + 10)
    return len(shown)


def _spans(axes: Any, table: Table, how: Chart) -> int:
    """A line from the first to the last day of each row; what is not dated is left out."""
    ends = _columns(table, how.values, table.rows)
    dated = [(row, first, last) for row, (first, last) in zip(table.rows, ends, strict=True) if first and last][:_MOST]
    for at, (_, first, last) in enumerate(dated):
        days = [_day(str(first)), _day(str(last))]
        axes.plot(days, [at, at], color=_COLORS[0], linewidth=3, solid_capstyle="round")
        axes.scatter(days, [at, at], color=_COLORS[0], s=22, zorder=2)
    axes.set_yticks(
        range(len(dated)), [_name(c) for c in _columns(table, how.labels, [row for row, *_ in dated])], fontsize=8
    )
    axes.invert_yaxis()
    axes.grid(axis="x", alpha=0.25)
    _grow(axes, len(dated))
    return len(dated)


def _day(text: str) -> date:
    """A day of a date that may be a year or a month."""
    return date.fromisoformat((text + "-01-01")[:10])
