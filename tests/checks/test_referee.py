"""The referee on whole graphs, and how it shares the work with the shapes."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from figures_by_hand import figure
from rdflib import Graph
from spoiled import SPOILED, TEXT, Spoil, also, good, ntriples, term
from support import SHARED, graph_of, kg, needs_shared

from kg.checks import check
from kg.checks.figures import figures, in_words
from kg.checks.identities import identities
from kg.checks.lookup import Lookup
from kg.checks.referee import _finding
from kg.model import ArticleGraph, Finding


def found(*spoils: Spoil) -> list[Finding]:
    """What the checks find on the good graph after some changes."""
    graph: Graph = good()
    for spoil in spoils:
        spoil(graph)
    triples = tuple(line.removesuffix(" .") for line in ntriples(graph).splitlines())
    article = ArticleGraph("sample", "sample", "", triples)
    return check(article)


def test_nothing_is_found_on_the_good_graph() -> None:
    assert found() == []


@pytest.mark.parametrize("rule", ["sum", "balance", "growth", "part"])
def test_what_the_referee_explains_is_reported_once(rule: str) -> None:
    (finding,) = [f for f in found(*SPOILED[f"{rule.capitalize()}-query"][:1]) if f.rule == rule]
    assert (finding.rule, finding.severity, finding.article) == (rule, "violation", "sample")
    assert finding.stated
    assert finding.computed
    assert finding.tolerance


def test_every_span_of_a_finding_is_quoted_from_the_text() -> None:
    finding = next(f for f in found(*SPOILED["Sum-query"]) if f.rule == "sum")
    assert len(finding.spans) == 3
    assert all(TEXT[span.begin : span.end] == span.quote for span in finding.spans)


def test_a_broken_part_names_the_whole() -> None:
    (finding,) = found(*SPOILED["Part-query"][:1])
    assert finding.message == (
        "trade turnover with Southern Union, 2024: stated 30.5 million USD, "
        "more than the whole of Eastia (5.0 million USD)"
    )


def test_a_broken_sum_through_a_hedged_figure_is_a_warning() -> None:
    spoils = (*SPOILED["Sum-query"], also(":exports", "kg:approximation", term("code:about")))
    finding = next(f for f in found(*spoils) if f.rule == "sum")
    assert (finding.rule, finding.severity, finding.shape) == ("sum", "warning", "")


def test_findings_stand_in_the_order_of_the_text() -> None:
    findings = found(
        *SPOILED["Number-query"], *SPOILED["Sum-query"], *SPOILED["Tenure-title"][:1], *SPOILED["Percentage-query"]
    )
    begins = [finding.spans[0].begin for finding in findings if finding.spans]
    assert begins == sorted(begins)
    assert {finding.rule for finding in findings} == {"tenure", "sum", "percentage", "number"}


def test_a_finding_of_a_shape_names_the_culprit_and_its_words() -> None:
    (finding,) = found(*SPOILED["Tenure-title"][:1])
    assert finding.focus.endswith("#tenure")
    assert [span.quote for span in finding.spans] == ["Ambassador of the Southern Union, Bo Lim"]
    assert finding.message == "A tenure has the words of its title."


def test_the_mean_of_the_others_is_what_they_give() -> None:
    claim, exports, imports = (
        figure("9 billion"),
        figure("2.387 billion", "exports"),
        figure("1.143 billion", "imports"),
    )
    (identity,) = identities([claim, exports, imports], [])
    finding = _finding(identity, [identity], [])
    assert finding.message == (
        "trade turnover with the Southern Union, 2024: stated 9 billion USD, "
        "but exports + imports gives 3.530 billion USD (from 2.387 billion USD, 1.143 billion USD)"
    )
    assert (finding.computed, finding.tolerance) == ("3.5290 to 3.5310 billion USD", "8.5 to 9.5 billion USD")


def test_a_bounded_figure_is_open_to_one_side_in_words() -> None:
    claim, exports, imports = (
        figure("1 billion", bound="less-than"),
        figure("2 billion", "exports"),
        figure("1 billion", "imports"),
    )
    (identity,) = identities([claim, exports, imports], [])
    assert _finding(identity, [identity], []).tolerance == "-∞ to 1.5 billion USD"


def test_figures_are_read_from_the_graph_with_their_words() -> None:
    graph = ArticleGraph(
        "sample", "sample", "", tuple(line.removesuffix(" .") for line in ntriples(good()).splitlines())
    )
    read = {each.iri.rsplit("#", 1)[-1]: each for each in figures(Lookup(graph.triples))}
    assert len(read) == 15
    assert str(read["turnover"]) == "30.5 million USD"
    assert str(read["growth"]) == "22 percent"
    assert read["aid"].hedged
    assert read["aid"].counterpart_name == "the world"
    assert read["growth"].base == term("period:2023").toPython()


@pytest.mark.parametrize(
    ("amount", "power", "decimals", "unit", "words"),
    [
        ("3530000000", 9, 3, "USD", "3.530 billion USD"),
        ("19.2", 0, 1, "percent", "19.2 percent"),
        ("12", 0, 0, "", "12"),
        ("1500", 3, 1, "tonnes", "1.5 thousand tonnes"),
        ("1", 0, -2, "USD", "1 USD"),
    ],
)
def test_amounts_are_said_as_they_were_printed(amount: str, power: int, decimals: int, unit: str, words: str) -> None:
    assert in_words(Decimal(amount), power, decimals, unit) == words


# --- The first article ---------------------------------------------------------------------------------------


@needs_shared
def test_the_two_wrong_figures_of_the_first_article_are_found() -> None:
    done = kg("check", SHARED / "eval/gold/seed.txt", "--format", "json")
    first, second = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(finding["rule"], finding["severity"]) for finding in (first, second)] == [("sum", "violation")] * 2
    assert "million" in first["repair"]
    assert "billion" in first["repair"]
    assert "repair" not in second


@needs_shared
def test_the_findings_on_the_first_article_quote_it() -> None:
    path = SHARED / "eval/gold/seed.txt"
    text, graph = path.read_text("utf-8"), graph_of(path)
    findings = check(graph)
    assert all(text[span.begin : span.end] == span.quote for finding in findings for span in finding.spans)
