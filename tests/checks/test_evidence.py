"""Evidence and numbers must be the words of the text: whoever alters either is found out."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph, Literal
from spoiled import good, ntriples, number, span, term
from support import ARTICLES, TALKS, graph_of

from kg.checks import check
from kg.checks.engines import engine_named
from kg.checks.lookup import Lookup
from kg.checks.shapes import shape_findings
from kg.model import ArticleGraph, Finding
from kg.vocabulary import expand

QUOTE = f"<{expand('nif:anchorOf')}>"
VALUE = f"<{expand('sdmx-measure:obsValue')}>"
AMOUNT = f"<{expand('kg:amount')}>"


def checked(graph: ArticleGraph) -> list[Finding]:
    return check(graph)


def with_line(graph: ArticleGraph, old: str, new: str) -> ArticleGraph:
    return replace(graph, triples=tuple(sorted(new if line == old else line for line in graph.triples)))


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_quote_of_the_samples_is_the_text_at_its_offsets(path: Path) -> None:
    assert {finding.rule for finding in checked(graph_of(path))} <= {"sum", "growth", "balance", "part", "cell"}


def altered(quote: str, chance: random.Random) -> str:
    """The quote with one letter or digit changed."""
    places = [k for k, char in enumerate(quote) if char.isascii() and char.isalnum()]
    place = chance.choice(places)
    other = chance.choice([c for c in "abcxyz0123456789" if c != quote[place]])
    return quote[:place] + other + quote[place + 1 :]


@pytest.mark.parametrize("seed", range(30))
def test_one_altered_character_of_a_quote_is_found(seed: int) -> None:
    chance = random.Random(seed)
    graph = graph_of(TALKS)
    line = chance.choice([line for line in graph.triples if QUOTE in line and "\\" not in line])
    head, quote = line.split(f'{QUOTE} "')
    spoiled = with_line(graph, line, f'{head}{QUOTE} "{altered(quote[:-1], chance)}"')
    findings = [finding for finding in checked(spoiled) if finding.rule == "quote"]
    assert [f"<{finding.focus}> " for finding in findings] == [head]
    assert findings[0].severity == "violation"


def test_one_altered_character_of_the_text_is_found() -> None:
    graph = graph_of(TALKS)
    line = next(line for line in graph.triples if f"<{expand('nif:isString')}>" in line)
    spoiled = with_line(graph, line, line.replace("Trade between", "Grade between"))
    assert {"hash", "quote"} <= {finding.rule for finding in checked(spoiled)}


@pytest.mark.parametrize("seed", range(10))
def test_an_altered_number_of_a_figure_is_found(seed: int) -> None:
    graph = graph_of(TALKS)
    line = random.Random(seed).choice([line for line in graph.triples if VALUE in line])
    figure, rest = line.split(f"{VALUE} ")
    value = rest.split('"')[1]
    last = len(value) - (2 if value.endswith(".0") else 1)
    other = value[:last] + str((int(value[last]) + 1) % 10) + value[last + 1 :]
    findings = checked(with_line(graph, line, f"{figure}{VALUE} {rest.replace(value, other)}"))
    assert (f"{figure.strip()}", "number") in {(f"<{finding.focus}>", finding.rule) for finding in findings}


# --- Numbers as texts print them -------------------------------------------------------------------------------


def rules(surface: str, value: str) -> set[str]:
    """The shapes that speak when a figure of a value stands on a surface."""
    graph: Graph = good()
    graph.set((term(":aid"), term("sdmx-measure:obsValue"), number(value)))
    graph.set((term(":aid"), term("kg:amount"), number(f"{float(value) * 1e6:.1f}")))
    graph.set((span("$1 million"), term("nif:anchorOf"), Literal(surface)))
    triples = [line.removesuffix(" .") for line in ntriples(graph).splitlines()]
    findings = shape_findings(Lookup(()), triples, "sample", engine_named())
    return {finding.rule for finding in findings} - {"quote"}


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("$1,143 million", "1143.0"),
        ("41,4 billion", "41.4"),
        ("$3.530 billion", "3.53"),
        ("$3.530 billion", "3.530"),
        ("1,234,567 tonnes", "1234567.0"),
        ("12,571.1 million", "12571.1"),
        ("80-90 percent", "80.0"),
        ("80-90 percent", "90.0"),
        ("80–90 percent", "90.0"),
        ("$598.0 million", "598.0"),
        ("$31bn", "31.0"),
        ("amounted to 7.", "7.0"),
        ("-2.1%", "-2.1"),
        ("fell by 2.1%", "-2.1"),
        ("0.05 percent", "0.05"),
        ("three trillion", "3.0"),
        ("half of it", "50.0"),
        ("CHF 1’234’567’890", "1234567890.0"),
        ("CHF 934'567'000", "934567000.0"),
        ("1,23,456 rupees", "123456.0"),
        ("12,34,56,789 rupees", "123456789.0"),
        ("2.127,54 million", "2127.54"),
        ("12.345.678 tonnes", "12345678.0"),
        ("0,125 percent", "0.125"),
        ("$3 .97 billion", "3.97"),
        ("$2. 28 billion", "2.28"),
        ("1 thousand 78 crore 3.2 lakh", "1078.032"),
        ("USD (336) million", "-336.0"),
        ("$1.28–1.30 billion", "1.28"),
    ],
)
def test_a_number_that_stands_in_its_words_passes(surface: str, value: str) -> None:
    assert rules(surface, value) == set()


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("$1,143 million", "1144.0"),
        ("$1,143 million", "143.0"),
        ("$1,143 million", "1.0"),
        ("41,4 billion", "41.5"),
        ("41,4 billion", "4.0"),
        ("41,4 billion", "414.0"),
        ("$3.530 billion", "3.531"),
        ("$3.530 billion", "3.5"),
        ("$3.530 billion", "530.0"),
        ("1,234,567 tonnes", "1234568.0"),
        ("1,234,567 tonnes", "234567.0"),
        ("12,571.1 million", "12571.2"),
        ("80-90 percent", "85.0"),
        ("80-90 percent", "8090.0"),
        ("$31 billion", "13.0"),
        ("$31 billion", "3.0"),
        ("$31 billion", "1.0"),
        ("0.05 percent", "0.5"),
        ("0.05 percent", "5.0"),
        ("1 thousand 78 crore 3.2 lakh", "1079.032"),
        ("2.127,54 million", "2.127"),
        ("CHF 934'567'000", "934.0"),
    ],
)
def test_another_number_than_its_words_is_found(surface: str, value: str) -> None:
    assert rules(surface, value) == {"number"}


def test_a_number_finding_names_the_figure_and_quotes_it() -> None:
    graph = graph_of(TALKS)
    line = next(line for line in graph.triples if VALUE in line and '"1.46"' in line)
    spoiled = with_line(graph, line, line.replace("1.46", "1.47"))
    (finding,) = [finding for finding in checked(spoiled) if finding.rule == "number"]
    assert finding.message == "The number 1.47 does not stand in the words “1.46 percent”."
    assert re.search("1.46 percent", finding.spans[0].quote)
