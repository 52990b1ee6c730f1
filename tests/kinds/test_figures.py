"""Figures in context: flow, measure, pair, period and base of each."""

from __future__ import annotations

import time
import tomllib

from support import ROOT, graph_of_text

from kg.kinds.figures.claim import FIGURES, Observation
from kg.read.text import article
from kg.reading import mark, read

Row = tuple[str, str, str, str | None, str | None, str | None]


def figures(text: str) -> list[Row]:
    return [row for _, row in _rows(text)]


def _rows(text: str) -> list[tuple[Observation, Row]]:
    return [(c, _row(c, text)) for c in read(mark(article("test", text)))[FIGURES]]


def _row(o: Observation, text: str) -> Row:
    flow, measure = (t.iri.rsplit("/", 1)[-1] for t in (o.flow, o.measure))
    reporter, counterpart = (getattr(s, "label", None) for s in (o.reporter, o.counterpart))
    return (
        text[o.surface.begin : o.surface.end],
        flow,
        measure,
        reporter,
        counterpart,
        str(o.period) if o.period else None,
    )


WORDINGS = tomllib.loads((ROOT / "data/wordings/figures.toml").read_text("utf-8"))["wording"]


# Of the figures of the short texts; raised with the reader, never lowered silently.
FLOOR = 0.82


def test_figures_are_read_as_short_texts_word_them() -> None:
    right, wrong = 0, []
    for wording in WORDINGS:
        found = [
            (("-" if o.quantity.value < 0 else "") + row[0].lstrip("-"), *row[1:]) for o, row in _rows(wording["text"])
        ]
        for figure in wording["figures"]:
            wanted = (*figure[:3], *(part or None for part in figure[3:]))
            right += wanted in found
            wrong += [] if wanted in found else [wanted]
    assert right / (right + len(wrong)) >= FLOOR, wrong


def test_a_fall_is_negative_and_so_is_a_deficit() -> None:
    document = mark(
        article("test", "Chile's exports to Peru fell by 8 percent in 2023. The trade deficit was $2 billion.")
    )
    values = [int(c.quantity.amount) for c in read(document)[FIGURES]]
    assert values == [-8, -2_000_000_000]


def test_the_base_of_a_growth_is_the_same_period_a_year_before() -> None:
    document = mark(article("test", "Chile's exports to Peru rose by 8 percent year-on-year in January-May 2023."))
    base = [str(c.base) for c in read(document)[FIGURES]]
    assert base == ["2022-01/2022-05"]


def test_a_goal_is_a_target() -> None:
    assert figures("Chile and Peru set a goal to raise bilateral trade to $10 billion.")[0][2] == "target"


def test_a_bracket_that_opens_a_sentence_behind_a_period_stops_nothing() -> None:
    assert graph_of_text("Trade of France with Poland in 2023\n($3 billion, imports) grew.").triples


def test_a_sentence_of_a_hundred_figures_and_parties_is_read_soon() -> None:
    text = "In 2023, " + ", ".join(f"exports of Chile to Peru were ${k} million" for k in range(1, 101)) + "."
    start = time.process_time()
    assert len(figures(text)) == 100
    assert time.process_time() - start < 5
