"""The report as text, as JSON and as a standard validation report."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from kg.checks import as_json, as_text, as_turtle
from kg.model import REFEREE, Finding, Quote, Report
from kg.vocabulary import expand

SUM = Finding(
    article="sample",
    rule="sum",
    severity="violation",
    message="stated 2, but 3",
    focus="https://w3id.org/readout/article/x#figure-1",
    spans=(Quote(3, 9, '“two” "2"'), Quote(10, 12, "3")),
    stated="2 USD",
    computed="2.5 to 3.5 USD",
    tolerance="1.5 to 2.5 USD",
    repair="reading '2' as '3'",
    shape="Sum",
)
SPAN = Finding(
    "sample", "span", "warning", "A span has one end.", "https://w3id.org/readout/article/x#char=1,2", shape="Span"
)
REPORT = Report((SUM, SPAN), "compiled")


def turtle(report: Report) -> Graph:
    return Graph().parse(data=as_turtle(report), format="turtle")


def test_a_report_in_words_quotes_explains_and_counts() -> None:
    assert as_text(REPORT, 2).splitlines() == [
        "VIOLATION [sum] sample: stated 2, but 3",
        '    3–9  ““two” "2"”',
        "    10–12  “3”",
        "    stated figure stands for 1.5 to 2.5 USD; the others give 2.5 to 3.5 USD",
        "    repair: reading '2' as '3'",
        "WARNING [span] sample: A span has one end.",
        "2 articles checked: 1 violation, 1 warning (engine: compiled)",
    ]


def test_a_report_in_words_says_that_no_slip_explains_it() -> None:
    assert "repair: none" in as_text(Report((replace(SUM, repair=None),), "compiled"), 1)


def test_a_report_in_words_says_what_would_be_right_and_what_to_ask() -> None:
    finding = replace(SUM, repair=None, needed=("exports: 1 to 2 USD, not 2 USD",), question="Which one?")
    lines = as_text(Report((finding, finding), "compiled"), 1).splitlines()
    assert "    would be right with exports: 1 to 2 USD, not 2 USD" in lines
    assert lines[-3:] == [
        "questions to ask the ministry:",
        "    sample: Which one?",
        "1 article checked: 2 violations (engine: compiled)",
    ]
    graph = turtle(Report((finding,), "compiled"))
    assert {str(value) for value in graph.objects(None, URIRef(expand("kg:required")))} == set(finding.needed)
    assert {str(value) for value in graph.objects(None, URIRef(expand("kg:question")))} == {"Which one?"}


def test_what_only_the_referee_finds_has_no_shape() -> None:
    graph = turtle(Report((replace(SUM, rule="cell", shape="", component=REFEREE),), "compiled"))
    assert list(graph.objects(None, SH.sourceShape)) == []
    assert set(graph.objects(None, SH.sourceConstraintComponent)) == {URIRef(expand(REFEREE))}


def test_words_of_another_article_are_told_apart() -> None:
    other = Quote(5, 6, "x", "other", "https://w3id.org/readout/article/y")
    report = Report((replace(SUM, spans=(Quote(3, 9, "y"), other)),), "compiled")
    assert "    5–6 in other  “x”" in as_text(report, 2).splitlines()
    (finding,) = json.loads(as_json(report))
    assert finding["spans"] == [
        {"begin": 3, "end": 9, "quote": "y"},
        {"begin": 5, "end": 6, "quote": "x", "article": "other"},
    ]
    spans = {str(span) for span in turtle(report).objects(None, URIRef(expand("prov:wasDerivedFrom")))}
    assert "https://w3id.org/readout/article/y#char=5,6" in spans


def test_an_empty_report_says_so() -> None:
    assert as_text(Report((), "compiled"), 1) == "1 article checked: nothing wrong (engine: compiled)"
    assert json.loads(as_json(Report((), "compiled"))) == []
    assert Report((), "compiled").conforms
    assert not REPORT.conforms


def test_json_has_the_fields_of_a_finding() -> None:
    first, second = json.loads(as_json(REPORT))
    assert first == {
        "article": "sample", "rule": "sum", "severity": "violation", "message": "stated 2, but 3",
        "spans": [{"begin": 3, "end": 9, "quote": "“two” \"2\""}, {"begin": 10, "end": 12, "quote": "3"}],
        "stated": "2 USD", "computed": "2.5 to 3.5 USD", "tolerance": "1.5 to 2.5 USD", "repair": "reading '2' as '3'",
    }  # fmt: skip
    assert "repair" not in second


def test_turtle_is_a_standard_validation_report() -> None:
    graph = turtle(REPORT)
    (whole,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(whole, SH.conforms) == Literal(False)
    results = sorted(graph.objects(whole, SH.result))
    assert len(results) == 2
    for result in results:
        for needed in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape, SH.resultMessage):
            assert len(list(graph.objects(result, needed))) == 1
    assert set(graph.objects(None, SH.resultSeverity)) == {SH.Violation, SH.Warning}


def test_turtle_carries_what_the_referee_computed() -> None:
    graph = turtle(REPORT)
    (result,) = graph.subjects(SH.focusNode, URIRef(SUM.focus))
    for name, value in (("stated", SUM.stated), ("computed", SUM.computed), ("rounding", SUM.tolerance)):
        assert str(graph.value(result, URIRef(expand(f"kg:{name}")))) == value
    assert set(graph.objects(result, URIRef(expand("prov:wasDerivedFrom")))) == {
        URIRef("https://w3id.org/readout/article/x#char=3,9"),
        URIRef("https://w3id.org/readout/article/x#char=10,12"),
    }


@pytest.mark.parametrize("name", ["stated", "computed", "rounding", "repair"])
def test_turtle_uses_terms_of_the_ontology(name: str) -> None:
    assert URIRef(expand(f"kg:{name}")) in set(turtle(REPORT).predicates())


def test_an_empty_report_conforms_in_turtle() -> None:
    graph = turtle(Report((), "compiled"))
    assert set(graph.objects(None, SH.conforms)) == {Literal(True)}
    assert set(graph.objects(None, URIRef(expand("kg:engine")))) == {Literal("compiled")}
    assert list(graph.objects(None, SH.result)) == []


def test_results_of_articles_whose_names_look_alike_stay_apart() -> None:
    twins = Report((replace(SUM, article="a b"), replace(SUM, article="a-b")), "compiled")
    assert len(list(turtle(twins).objects(None, SH.result))) == 2
