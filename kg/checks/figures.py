"""The figures of a graph, as the referee sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kg.checks.intervals import Interval
from kg.checks.lookup import Lookup
from kg.model import Quote
from kg.vocabulary import expand, local

SCALE_WORDS = {0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SAME_AGAIN = re.compile(r"[), ]*(?:\(|or |which equals |equivalent to |i\.e\. )[A-Za-z ]*")
_FLOWS = {"turnover": "trade turnover", "balance": "trade balance", "gdp": "GDP"}


class Cell(NamedTuple):
    """Where a figure stands in a table of all figures; the order of the sides means nothing for two-way trade."""

    flow: str
    measure: str
    reporter: str | None
    counterpart: str | None
    scope: str
    when: str
    unit: str
    base: str | None = None


@dataclass(frozen=True, eq=False)
class Figure:
    """One observation: its dimensions, its printed number and its words.

    ``states`` are those of its sides that are states, ``years`` those that its sentence names; ``start`` and ``end`` are the
    first and last day of the period (ISO 8601), None where open or unstated; ``scope`` are the words that narrow the flow to a
    part; ``confidence`` is the probability that the figure was read right; ``converts`` is the IRI of the figure that it
    repeats in another currency; ``given`` is the interval of a figure that was derived by a ``formula`` from others, its
    ``inputs``.
    """

    iri: str
    article: str
    flow: str
    measure: str
    reporter: str | None
    counterpart: str | None
    counterpart_name: str
    states: frozenset[str]
    period: str
    period_name: str
    start: str | None
    end: str | None
    base: str | None
    unit: str
    value: Decimal
    power: int
    decimals: int
    bound: str
    span: Quote
    surface: Quote
    sentence: str
    years: frozenset[str] = frozenset()
    scope: str = ""
    confidence: Decimal = Decimal(1)
    published: str | None = None
    converts: str | None = None
    given: Interval | None = None
    formula: str = ""
    inputs: tuple[Figure, ...] = ()

    @property
    def amount(self) -> Decimal:
        """The stated value in whole units."""
        return self.value.scaleb(self.power)

    @cached_property
    def interval(self) -> Interval:
        """What the printed digits (and the bound) can stand for."""
        return self.given or Interval.around(self.amount, Decimal(5).scaleb(self.power - self.decimals - 1), self.bound)

    @cached_property
    def plausible(self) -> Interval:
        """What a hedged figure most likely stands for: who writes "more than 9.89" hardly means 98.9.

        Not for verdicts, but to judge guesses: the open side ends ten units of the last printed digit away.
        """
        reach = Fraction(10) * Fraction(Decimal(1).scaleb(self.power - self.decimals))
        low, high = self.interval.low, self.interval.high
        if low is None and high is not None:
            return Interval(high - reach, high)
        return Interval(low, low + reach) if high is None and low is not None else self.interval

    @property
    def hedged(self) -> bool:
        """Whether the text bounds the figure ("more than", "about")."""
        return self.bound != "exact"

    @cached_property
    def dated(self) -> bool:
        """Whether the text tells the period."""
        return not self.period.endswith("/unstated")

    @cached_property
    def cell(self) -> Cell:
        """The figure's cell; figures without a period share one only within a sentence."""
        when = self.period if self.dated else f"{self.period}@{self.sentence}"
        base = self.base if self.measure == "growth" else None
        return cell(self.flow, self.measure, self.reporter, self.counterpart, self.scope, when, self.unit, base)

    @property
    def stated(self) -> tuple[Figure, ...]:
        """The figure itself, or the stated ones that it was derived from."""
        return self.inputs or (self,)

    @property
    def title(self) -> str:
        """What is measured: "trade turnover with France, 2023"."""
        measure = "" if self.measure == "level" else f" ({self.measure})"
        scope = f" of {self.scope}" if self.scope else ""
        return f"{_FLOWS.get(self.flow, self.flow)}{scope}{measure} with {self.counterpart_name}, {self.period_name}"

    def __str__(self) -> str:
        if self.given is not None:
            return f"{interval_in_words(self.given, self)} by {self.formula}"
        return in_words(self.amount, self.power, self.decimals, self.unit)


def cell(
    flow: str,
    measure: str,
    one: str | None,
    other: str | None,
    scope: str,
    when: str,
    unit: str,
    base: str | None = None,
) -> Cell:
    """A cell with the sides in a fixed order where their order means nothing."""
    if flow == "turnover" and measure != "share" and one and other and other < one:
        one, other = other, one
    return Cell(flow, measure, one, other, scope, when, unit, base)


def in_words(amount: Decimal, power: int, decimals: int, unit: str) -> str:
    """An amount at the scale and precision of a printed number: "3.530 billion USD", "19.2 percent"."""
    digits = f"{amount.scaleb(-power):.{max(decimals, 0)}f}"
    return " ".join(word for word in (digits, SCALE_WORDS.get(power, ""), unit) if word)


def interval_in_words(interval: Interval, like: Figure) -> str:
    """An interval at the scale of a figure: "3.5295 to 3.5305 billion USD"; one side may be open."""
    low = "-∞" if interval.low is None else _bare(interval.low, like)
    high = "∞" if interval.high is None else _bare(interval.high, like)
    return " ".join(word for word in (f"{low} to {high}", SCALE_WORDS.get(like.power, ""), like.unit) if word)


def number_in_words(value: Fraction, like: Figure) -> str:
    """A computed number at the scale of a figure, to its last printed digit (one more for percentages)."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return in_words(exact, like.power, like.decimals + (like.unit == "percent"), like.unit)


def _bare(value: Fraction, like: Figure) -> str:
    exact = (Decimal(value.numerator) / Decimal(value.denominator)).scaleb(-like.power)
    return f"{exact:.{max(like.decimals, 0) + 1}f}"


def figures(graph: Lookup, article: str = "") -> list[Figure]:
    """All complete figures of an article's graph, in the order of the text."""
    day = next((graph.one(text, "schema:datePublished") for text in graph.of_class("schema:NewsArticle")), None)
    found = (_figure(graph, iri, article, day) for iri in graph.of_class("kg:Observation"))
    read = sorted((f for f in found if f), key=lambda f: (f.span.begin, f.surface.begin, f.flow))
    return _name_parts(_conversions(graph, read))


def memberships(graph: Lookup) -> list[tuple[str, str]]:
    """Pairs of member and union among the parties that an article names."""
    pairs = ((graph.one(m, "org:member"), graph.one(m, "org:organization")) for m in graph.of_class("org:Membership"))
    return [(member, union) for member, union in pairs if member and union]


_NEEDED = {
    "flow": "kg:flow",
    "measure": "kg:measure",
    "period": "sdmx-dimension:refPeriod",
    "unit": "sdmx-attribute:unitMeasure",
    "value": "sdmx-measure:obsValue",
    "power": "sdmx-attribute:unitMult",
    "decimals": "sdmx-attribute:decimals",
    "surface": "kg:surface",
    "span": "prov:wasDerivedFrom",
}


def _figure(graph: Lookup, iri: str, article: str, day: str | None) -> Figure | None:
    """A figure; None where the graph leaves out what a figure needs, which the shapes report."""
    has = {name: graph.one(iri, property_) for name, property_ in _NEEDED.items()}
    needed = {name: value for name, value in has.items() if value is not None}
    unit = graph.one(has["unit"], "skos:notation")
    period_name = graph.one(has["period"], "rdfs:label")
    if len(needed) < len(_NEEDED) or unit is None or period_name is None:
        return None
    sides = graph.one(iri, "sdmx-dimension:refArea"), graph.one(iri, "kg:counterpartArea")
    bound = graph.one(iri, "kg:approximation")
    sentence = graph.one(has["surface"], "nif:sentence") or iri
    return Figure(
        iri=iri,
        article=article,
        flow=local(needed["flow"]),
        measure=local(needed["measure"]),
        reporter=sides[0],
        counterpart=sides[1],
        counterpart_name=graph.one(sides[1], "rdfs:label") or "the world",
        states=frozenset(s for s in sides if s and expand("kg:State") in graph.all(s, "rdf:type")),
        period=needed["period"],
        period_name=period_name,
        start=graph.one(needed["period"], "dcat:startDate"),
        end=graph.one(needed["period"], "dcat:endDate"),
        base=graph.one(iri, "sdmx-attribute:basePer"),
        unit=unit,
        value=Decimal(needed["value"]),
        power=int(needed["power"]),
        decimals=int(float(needed["decimals"])),
        bound=local(bound) if bound else "exact",
        span=graph.quote(needed["span"]),
        surface=graph.quote(needed["surface"]),
        sentence=sentence,
        years=frozenset(_YEAR.findall(graph.one(sentence, "nif:anchorOf") or "")),
        scope=graph.one(iri, "kg:scope") or "",
        confidence=Decimal(graph.one(iri, "kg:confidence") or 1),
        published=day,
    )


def _conversions(graph: Lookup, read: list[Figure]) -> list[Figure]:
    """Figures with the amount that each repeats in another currency: "572 billion rubles ($6.7 billion)"."""
    found = list(read)
    for k, (one, other) in enumerate(pairwise(read), 1):
        if _in_another_currency(one, other):
            text = (
                next((graph.one(source, "nif:isString") for source in graph.of_class("schema:NewsArticle")), None) or ""
            )
            if _SAME_AGAIN.fullmatch(text[one.surface.end : other.surface.begin]):
                found[k] = replace(other, converts=one.iri)
    return found


def _in_another_currency(one: Figure, other: Figure) -> bool:
    same = one.sentence == other.sentence and one.cell._replace(unit="") == other.cell._replace(unit="")
    currencies = all(len(figure.unit) == 3 and figure.unit.isupper() for figure in (one, other))
    return same and currencies and one.measure == "level" and one.unit != other.unit


def _name_parts(read: list[Figure]) -> list[Figure]:
    """Figures with a stand-in for a part that was not recognised.

    "40.1 percent, or $3.97 billion": a share of the whole whose part is not named belongs to the level beside it.
    Without the stand-in that level would pass for the whole. Between two levels nothing tells which is the share's.
    """
    found = list(read)
    for i, share in enumerate(read):
        if share.measure == "share" and share.counterpart is None and not share.scope:
            near = [k for k in (i - 1, i + 1) if 0 <= k < len(found) and _beside(share, found[k])]
            found[i] = _nameless(share, share)
            for k in near:
                found[k] = _nameless(read[k], share if len(near) == 1 else read[k])
    return found


def _nameless(figure: Figure, part: Figure) -> Figure:
    return replace(figure, counterpart=part.iri, counterpart_name="a part that was not recognised")


def _beside(share: Figure, level: Figure) -> bool:
    same = (share.sentence, share.flow, share.period) == (level.sentence, level.flow, level.period)
    return same and level.measure == "level" and level.counterpart is None
