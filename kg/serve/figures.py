"""The figures of trade and investment per pair: stated, derived from others, or disputed by the checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.analyse import analyse
from kg.analyse.asking import ask, grouped
from kg.model import Finding, Queryable, Row


@dataclass(frozen=True, slots=True)
class Line:
    """A figure; ``share`` is its length in the chart, from 0 to 100, ``where`` its first words in the article."""

    flow: str
    period: str
    words: str
    amount: Decimal
    unit: str
    state: str
    share: float
    articles: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides, seen from the first, with their figures."""

    reporter: str
    counterpart: str
    lines: tuple[Line, ...]


def pairs(graph: Queryable, findings: Sequence[Finding]) -> list[Pair]:
    """The levels of every pair by flow and period."""
    levels = [row for row in ask(graph, "figures") if row["measure"] == "level"]
    derived = _derived(graph)
    found = []
    for (reporter, counterpart), rows in grouped(levels, "reporter", "counterpart").items():
        largest: dict[str, Decimal] = {}
        for row in rows:
            largest[row["unit"]] = max(largest.get(row["unit"], Decimal(0)), abs(row["amount"]))
        lines = [_line(row, largest, findings) for row in rows]
        lines += _lines(derived.get((reporter, counterpart), ()), largest)
        lines.sort(key=lambda line: (line.flow, line.unit, line.period, line.words))
        found.append(Pair(reporter, counterpart or "the world", tuple(lines)))
    return sorted(found, key=lambda pair: (-len(pair.lines), pair.reporter, pair.counterpart))


def _line(row: Row, largest: dict[str, Decimal], findings: Sequence[Finding]) -> Line:
    wrong = tuple(finding for finding in findings if finding.focus == row["figure"])
    place = f"{row['text']}#char={row['begin']},{row['end']}"
    return Line(
        row["flow"],
        row["period"],
        row["words"],
        row["amount"],
        row["unit"],
        "disputed" if wrong else "stated",
        _share(row["amount"], largest[row["unit"]]),
        ((row["article"], place),),
        wrong,
    )


def _share(amount: Decimal, largest: Decimal) -> float:
    return round(float(100 * abs(amount) / largest), 1) if largest else 0.0


_Derived = tuple[str, str, Decimal, str, str]


def _derived(graph: Queryable) -> dict[tuple[str, str], list[_Derived]]:
    """Derived flows by the reporter and counterpart from whose figures they follow."""
    found: dict[tuple[str, str], list[_Derived]] = {}
    for one, other, period, amount, unit, basis, _ in analyse("trade-network", graph, lambda: ()).rows:
        if str(basis).startswith("derived") and isinstance(amount, Decimal):
            flow, ends = ("exports", (one, other)) if str(basis).endswith("imports") else ("imports", (other, one))
            key = (str(ends[0]), str(ends[1]).replace("the world", ""))
            found.setdefault(key, []).append((flow, str(period), amount, str(unit), str(basis)))
    return found


def _lines(derived: Iterable[_Derived], largest: dict[str, Decimal]) -> list[Line]:
    return [
        Line(flow, period, basis.split(": ")[1], amount, unit, "derived", _share(amount, largest[unit]), ())
        for flow, period, amount, unit, basis in derived
    ]
