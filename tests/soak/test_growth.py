"""Four times the text takes about four times the steps, whatever a text repeats; were it their square, it would be sixteen."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import pytest
from growing import TURNS, text_of

from kg.checks import coverage_of
from kg.export.facts import facts
from kg.pipeline import findings_of, graph_of
from kg.read.html import page
from kg.read.text import article
from kg.store import Store

TIMES = 4
# The four of which it was first known, and those that look at what all of an article says.
USUAL = [
    "a minister met",
    "figures",
    "amounts in brackets",
    "meetings",
    "bare titles",
    "numbered sessions",
    "honorifics",
]
PAGES: dict[str, Callable[[int], str]] = {
    "nested": lambda size: ("<div>" * 500 + "a" + "</div>" * 500 + "\n") * (size // 5500),
    "blocks": lambda size: "<div>Peru met Chile.</div>" * (size // 26),
    "lists": lambda size: "<p>Peru met Chile.</p><ul><li>$5 million</li></ul>" * (size // 50),
    "nested lists": lambda size: "<p>Talks.</p>" + ("<ul><li>a" * 200 + "</li></ul>" * 200) * (size // 3800),
    "rows": lambda size: "<table>" + "<tr><td>Peru</td><td>5</td></tr>" * (size // 33) + "</table>",
    "links": lambda size: '<a href="/x">More</a>' * (size // 21),
}


def through(text: str) -> None:
    """Takes a text through all that is done with an article."""
    read = article("long", text)
    graph = graph_of(read)
    findings_of(graph)
    coverage_of(graph, read)
    json.dumps(facts(Store.single(graph)))


def steps(work: Callable[[], object]) -> int:
    """How many functions some work calls, which depends on no machine."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def seconds(work: Callable[[], object]) -> float:
    """The time of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(of: Callable[[Callable[[], object]], float], text: Callable[[int], str], length: int) -> float:
    """How much more a text takes than one of a quarter of its length."""
    short, long = text(length // TIMES), text(length)
    through(short)  # the rules that it needs are compiled
    return of(lambda: through(long)) / of(lambda: through(short))


@pytest.mark.parametrize("turn", USUAL)
def test_the_steps_grow_as_the_text(turn: str) -> None:
    assert growth(steps, lambda length: text_of(TURNS[turn], length), 12_000) < 1.25 * TIMES


@pytest.mark.soak
@pytest.mark.parametrize("turn", TURNS)
def test_the_time_grows_as_the_text(turn: str) -> None:
    found = growth(seconds, lambda length: text_of(TURNS[turn], length), 80_000)
    print(f"{turn}: {found:.1f} times the time for {TIMES} times the text")
    assert found < 2 * TIMES


@pytest.mark.soak
@pytest.mark.parametrize("markup", PAGES)
def test_the_time_of_a_page_grows_as_the_page(markup: str) -> None:
    def time_of(length: int) -> float:
        return seconds(lambda: page(f"<html><body><article>{PAGES[markup](length)}</article></body></html>"))

    time_of(20_000)
    found = time_of(800_000) / time_of(200_000)
    print(f"{markup}: {found:.1f} times the time for {TIMES} times the page")
    assert found < 2 * TIMES
