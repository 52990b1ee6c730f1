"""The figures of a graph, as the referee sees them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.check.intervals import Interval
from kg.model import Queryable, Quote, Row
from kg.vocabulary import folder, local

_SCALE_WORDS = {0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation: its cell (flow, pair, period, unit), its printed number and its words."""

    iri: str
    flow: str
    measure: str
    reporter: str | None
    counterpart: str | None
    counterpart_name: str
    period: str
    period_name: str
    base: str | None
    unit: str
    value: Decimal
    power: int
    decimals: int
    bound: str
    span: Quote
    surface: Quote

    @property
    def amount(self) -> Decimal:
        """The stated value in whole units."""
        return self.value.scaleb(self.power)

    @property
    def interval(self) -> Interval:
        """What the printed digits (and the bound) can stand for."""
        return Interval.around(self.amount, Decimal(5).scaleb(self.power - self.decimals - 1), self.bound)

    @property
    def hedged(self) -> bool:
        """Whether the text bounds the figure ("more than", "about")."""
        return self.bound != "exact"

    def __str__(self) -> str:
        return in_words(self.amount, self.power, self.decimals, self.unit)


def in_words(amount: Decimal, power: int, decimals: int, unit: str) -> str:
    """An amount at the scale and precision of a printed number: "3.530 billion USD", "19.2 percent"."""
    digits = f"{amount.scaleb(-power):.{max(decimals, 0)}f}"
    return " ".join(word for word in (digits, _SCALE_WORDS.get(power, ""), unit) if word)


@cache
def _query(name: str) -> str:
    return (folder("queries") / f"{name}.rq").read_text("utf-8")


def figures(graph: Queryable) -> list[Figure]:
    """All figures of a graph, in the order of the text."""
    return [_figure(row) for row in graph.select(_query("figures"))]


def memberships(graph: Queryable) -> list[tuple[str, str]]:
    """Pairs of member and union."""
    return [(row["member"], row["union"]) for row in graph.select(_query("memberships"))]


def _figure(row: Row) -> Figure:
    return Figure(
        iri=row["figure"],
        flow=local(row["flow"]),
        measure=local(row["measure"]),
        reporter=row["reporter"],
        counterpart=row["counterpart"],
        counterpart_name=row["counterpartName"] or "the world",
        period=row["period"],
        period_name=row["periodName"],
        base=row["base"],
        unit=row["unit"],
        value=Decimal(row["stated"]),
        power=row["power"],
        decimals=row["decimals"],
        bound=local(row["bound"]) if row["bound"] else "exact",
        span=Quote(row["begin"], row["end"], row["quote"]),
        surface=Quote(row["surfaceBegin"], row["surfaceEnd"], row["surface"]),
    )
