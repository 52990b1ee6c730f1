"""Trade as the articles state it: levels, directed flows per period, dependence on partners, balance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kg.analyse.asking import ask, counted, distinct, grouped, listed
from kg.model import Chart, Queryable, Row, Table, Value

_WORLD = "the world"
_UNDATED = "period not stated"
_Key = tuple[str, ...]
_DIMENSIONS = ("reporter", "counterpart", "when", "unit")


def levels(graph: Queryable) -> Table:
    """The stated levels of trade and investment, by pair and period, in the articles' words."""
    groups = grouped(_levels(graph), "reporter", "counterpart", "flow", "period", "words")
    rows = [
        (reporter, counterpart or _WORLD, flow, period, words, distinct(found, "article"))
        for (reporter, counterpart, flow, period, words), found in groups.items()
    ]
    rows.sort(key=lambda row: (row[0], row[1], row[3], row[2], row[4]))
    answer = f"{counted(len(rows), 'level')} stated for {counted(_pairs(rows), 'pair')}, as printed."
    header = ("reporter", "counterpart", "flow", "period", "stated", "articles")
    return Table("Trade per counterpart", answer, header, tuple(rows))


def _pairs(rows: Iterable[tuple[Value, ...]]) -> int:
    """How many pairs of sides stand in the first two columns, whichever comes first."""
    return len({frozenset(row[:2]) for row in rows})


def _levels(graph: Queryable) -> list[Row]:
    return [row for row in ask(graph, "figures") if row["measure"] == "level"]


def _by_pair(graph: Queryable) -> Iterator[tuple[_Key, dict[str, list[Row]]]]:
    """The levels of each reporter, counterpart, period and unit by flow; what no period dates is left out."""
    dated = [row for row in _levels(graph) if row["when"] is not None]
    for key, rows in sorted(grouped(dated, *_DIMENSIONS).items()):
        yield key, {flow: found for (flow,), found in grouped(rows, "flow").items()}


def trade_network(graph: Queryable) -> Table:
    """Goods that flow from one side to another in a period: stated, or derived as turnover less the other flow."""
    rows: list[tuple[Value, ...]] = []
    for (reporter, counterpart, _, unit), flows in _by_pair(graph):
        for flow, other in (("exports", "imports"), ("imports", "exports")):
            ends = (reporter, counterpart or _WORLD)
            ends = ends if flow == "exports" else ends[::-1]
            for amount, basis, found in _stated_or_derived(flows, flow, other):
                rows.append((*ends, found[0]["period"], amount, unit, basis, distinct(found, "article")))
    rows.sort(key=lambda row: (str(row[0]), str(row[1]), str(row[2]), str(row[4]), str(row[3])))
    derived = sum(str(row[5]).startswith("derived") for row in rows)
    answer = f"{counted(len(rows), 'flow')} between {counted(_pairs(rows), 'pair')}: "
    answer += f"{len(rows) - derived} stated, {derived} derived."
    header = ("from", "to", "period", "amount", "unit", "basis", "articles")
    return Table("Trade network", answer, header, tuple(rows), Chart("network", ("from", "to"), ()))


def _stated_or_derived(
    flows: dict[str, list[Row]], flow: str, other: str
) -> Iterator[tuple[Decimal, str, Sequence[Row]]]:
    if flow in flows:
        for (_, bound), found in grouped(flows[flow], "amount", "bound").items():
            yield found[0]["amount"], _basis(bound), found
    elif len(whole := _exact(flows, "turnover")) == len(part := _exact(flows, other)) == 1:
        yield whole[0]["amount"] - part[0]["amount"], f"derived: turnover less {other}", [*whole, *part]


def _basis(bound: str) -> str:
    return "stated" if bound == "exact" else f"stated, {bound.replace('-', ' ')}"


def _exact(flows: dict[str, list[Row]], flow: str) -> list[Row]:
    """One row for each different exact amount of a flow."""
    return list({row["amount"]: row for row in flows.get(flow, ()) if row["bound"] == "exact"}.values())


def dependence(graph: Queryable) -> Table:
    """The share of a partner in a state's trade: as stated, or as computed from two levels of one period."""
    rows: list[tuple[Value, ...]] = [
        (row["reporter"], row["counterpart"], row["flow"], row["period"], f"{row['amount']:f}", _basis(row["bound"]), (row["article"],))
        for row in ask(graph, "figures")
        if row["measure"] == "share" and row["counterpart"] and row["unit"] == "percent"
    ]  # fmt: skip
    known = dict(_by_pair(graph))
    for (reporter, counterpart, when, unit), flows in known.items():
        totals = known.get((reporter, "", when, unit), {})
        for flow in flows if counterpart else ():
            part, whole = _exact(flows, flow), _exact(totals, flow)
            if len(part) == len(whole) == 1 and whole[0]["amount"]:
                share = f"{100 * part[0]['amount'] / whole[0]['amount']:.1f}"
                basis = f"computed: {part[0]['words']} of {whole[0]['words']}"
                articles = distinct([*part, *whole], "article")
                rows.append((reporter, counterpart, flow, part[0]["period"], share, basis, articles))
    rows.sort(key=lambda row: (row[3] == _UNDATED, -float(str(row[4])), [str(cell) for cell in row]))
    answer = "No share of a partner is stated, and no total stands beside the levels of partners."
    if rows:
        most = rows[0]
        answer = f"{counted(len(rows), 'share')}; the largest is that of {most[1]} in the {most[2]} of {most[0]} ({most[3]}): {most[4]}%."
    header = ("state", "partner", "flow", "period", "percent", "basis", "articles")
    chart = Chart("bars", ("state", "partner", "flow", "period"), ("percent",))
    return Table("Dependence", answer, header, tuple(rows), chart)


def balance(graph: Queryable) -> Table:
    """Exports less imports, where an article states both for one period."""
    rows: list[tuple[Value, ...]] = []
    for (reporter, counterpart, _, unit), flows in _by_pair(graph):
        out, into = _exact(flows, "exports"), _exact(flows, "imports")
        if len(out) == len(into) == 1:
            surplus = out[0]["amount"] - into[0]["amount"]
            words = (out[0]["words"], into[0]["words"])
            articles = distinct([*out, *into], "article")
            rows.append((reporter, counterpart or _WORLD, out[0]["period"], *words, surplus, unit, articles))
    deficits = sorted({f"{row[0]} – {row[1]}" for row in rows if isinstance(row[5], Decimal) and row[5] < 0})
    answer = f"{counted(len(rows), 'balance')} can be computed; "
    answer += f"deficits: {listed(deficits)}." if deficits else "none is a deficit."
    header = ("state", "partner", "period", "exports", "imports", "balance", "unit", "articles")
    chart = Chart("bars", ("state", "partner", "period", "unit"), ("balance",))
    return Table("Balance", answer, header, tuple(rows), chart)


ANALYSES = {"trade": levels, "trade-network": trade_network, "dependence": dependence, "balance": balance}
