"""Figures made by hand: what an article says of the trade of two sides."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from kg.checks.figures import Figure
from kg.checks.identities import Identity, identities
from kg.model import Quote

_SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_numbers = count(1)


def figure(printed: str, flow: str = "turnover", **others: Any) -> Figure:
    """A figure printed as "41.4 billion" or "19.2 percent"; the rest as the reader would fill it in."""
    number, _, word = printed.partition(" ")
    whole, _, decimals = number.partition(".")
    place = next(_numbers)
    facts: dict[str, Any] = {
        "iri": f"https://w3id.org/readout/article/x#figure-{place}",
        "article": "sample",
        "flow": flow,
        "measure": "growth" if word == "percent" else "level",
        "reporter": "norland",
        "counterpart": "union",
        "counterpart_name": "the Southern Union",
        "states": frozenset(),
        "period": "2024",
        "period_name": others.get("period", "2024"),
        "start": f"{others.get('period', '2024')}-01-01",
        "end": f"{others.get('period', '2024')}-12-31",
        "base": "2023" if word == "percent" else None,
        "unit": "percent" if word == "percent" else "USD",
        "value": Decimal(number),
        "power": _SCALES.get(word, 0),
        "decimals": len(decimals),
        "bound": "exact",
        "span": Quote(place, place + 1, printed),
        "surface": Quote(10 * place, 10 * place + 1, printed),
        "sentence": f"https://w3id.org/readout/article/x#sentence-{place}",
    }
    assert whole
    return Figure(**{**facts, **others})


def rules(*figures: Figure, members: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, bool]]:
    """The identities among figures, each with whether it holds."""
    return [(identity.rule, identity.holds) for identity in identities(figures, members)]


def broken(*figures: Figure, members: tuple[tuple[str, str], ...] = ()) -> tuple[Identity, list[Identity]]:
    """The one identity that does not hold, and all identities."""
    every = list(identities(figures, members))
    (one,) = [identity for identity in every if not identity.holds]
    return one, every
