"""``kg explain`` names the rules, words and inherited parts behind facts, and what was tried on a stretch of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support import ARTICLES

from kg import pipeline
from kg.cli import main
from kg.explain import Part, Told, facts, stretches
from kg.kinds.kind import Readings
from kg.model import BadInput
from kg.read import read as read_file
from kg.read.text import article
from kg.reading import mark, read, write
from kg.store import Store

TEXT = (
    "Foreign Minister of Chile Luis Sol did not meet Foreign Minister of Spain Ana Rey in Lima on 3 May 2024. "
    "Exports from Chile to Spain grew by 12% to $3.5 billion in 2023. Imports fell by 3%."
)


def readings(text: str = TEXT) -> Readings:
    return read(mark(article("example", text)))


def told(text: str = TEXT) -> list[Told]:
    known = readings(text)
    return facts(known.document, Store.single(write(known)))


def part(fact: Told, name: str) -> Part:
    return next(part for part in fact.parts if part.property == name)


def quote(part_: Part) -> str | None:
    return TEXT[part_.span.begin : part_.span.end] if part_.span else None


def test_a_fact_stands_on_its_words_and_each_part_on_its_own() -> None:
    tenure = next(fact for fact in told() if fact.kind == "tenure")
    assert [TEXT[span.begin : span.end] for span in tenure.words] == ["Foreign Minister of Chile Luis Sol"]
    assert quote(part(tenure, "member")) == "Luis Sol"
    assert not part(tenure, "member").inherited


def test_a_part_that_another_sentence_names_is_inherited_from_there() -> None:
    fall = next(fact for fact in told() if fact.label == "3%")
    reporter, flow = part(fall, "refArea"), part(fall, "flow")
    assert (quote(reporter), reporter.inherited) == ("Chile", True)
    assert (quote(flow), flow.inherited) == ("Imports", False)


def test_a_part_that_nothing_names_has_no_words() -> None:
    growth = next(fact for fact in told() if fact.label == "12%")
    assert part(growth, "basePer") == Part("basePer", "2022", None, inherited=True)


def test_a_figure_names_the_rules_that_tell_of_its_sides() -> None:
    growth = next(fact for fact in told() if fact.label == "12%")
    assert {"en/figures/from", "en/figures/to"} <= set(growth.rules)


def test_a_quantity_names_the_rules_that_gave_its_number_and_its_unit() -> None:
    level = next(fact for fact in told() if fact.label == "$3.5 billion")
    assert "en/quantities/money-before" in level.rules
    (stretch,) = stretches(readings(), "$3.5 billion")
    rules = {mark.layer.name: mark.rule for mark in stretch.marks}
    assert rules["quantity"] == "en/quantities/money-before"
    assert rules["numeral"] == "en/numbers/digits"


def test_a_scaled_number_that_is_an_amount_of_the_money_before_names_the_rule_of_its_number() -> None:
    (stretch,) = stretches(readings("Aid from Spain rose to Kes 7.1bn from 5.9bn."), "5.9bn")
    assert {m.rule for m in stretch.marks if m.layer.name == "quantity"} == {"en/numbers/digits"}


def test_a_stretch_shows_its_marks_with_the_rule_that_gave_them() -> None:
    (stretch,) = stretches(readings(), "did NOT\n meet")
    rules = {mark.layer.name: mark.rule for mark in stretch.marks}
    assert rules["modality"] == "en/modality/not"
    assert ("en/modality/not", ["scope"]) in [(found.rule.id, list(found.slots)) for found in stretch.matched]


def test_rules_that_were_tried_in_vain_are_named() -> None:
    (stretch,) = stretches(readings("The upcoming elections, not the visit, worry him."), "upcoming elections")
    assert not [found for found in stretch.matched if found.rule.id == "en/modality/upcoming"]
    assert "en/modality/upcoming" in stretch.in_vain


def test_every_place_of_the_words_is_told() -> None:
    assert len(stretches(readings(), "foreign minister of")) == 2


def test_a_stretch_may_end_within_a_word_or_span_sentences() -> None:
    (stretch,) = stretches(readings(), "May 2024. Exp")
    assert {mark.layer.name for mark in stretch.marks} >= {"period", "flows"}


def test_words_between_tokens_have_no_marks() -> None:
    (stretch,) = stretches(readings("He left.\u00a0They stayed."), "left")
    assert stretch.marks == ()


@pytest.mark.parametrize("words", ["the dean", "", " "])
def test_words_that_are_not_in_the_text_are_refused(words: str) -> None:
    with pytest.raises(BadInput, match="not in example; give words as they stand in the text"):
        stretches(readings(), words)


def test_a_graph_names_the_rule_of_a_phrase_as_a_plan() -> None:
    known = read(mark(read_file(ARTICLES / "kazakhstan-eu-france-poland-envoys.txt")))
    rows = Store.single(write(known)).select(
        "PREFIX kg: <https://w3id.org/readout/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#>"
        " PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>"
        " SELECT ?begin ?end ?rule WHERE { ?it kg:rule ?rule ; nif:beginIndex ?begin ; nif:endIndex ?end . ?rule a prov:Plan }"
    )
    named = {(row["begin"], row["end"], row["rule"].removeprefix("https://w3id.org/readout/rule/")) for row in rows}
    marked = {(mention.span.begin, mention.span.end, mention.rule) for mention in known.document.mentions}
    assert named
    assert named <= marked


def test_the_command_prints_what_it_finds(tmp_path: Path) -> None:
    file = tmp_path / "lima.txt"
    file.write_text(TEXT, "utf-8")
    done = CliRunner().invoke(main, ["explain", str(file), "did not meet"])
    assert done.exit_code == 0
    assert done.output.startswith("35–47 “did not meet”\n    marks\n")
    assert done.output == pipeline.explained(file, "did not meet") + "\n"


def test_a_folder_of_many_articles_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{name} text", "utf-8")
    done = CliRunner().invoke(main, ["explain", str(tmp_path)])
    assert (done.exit_code, done.output) == (2, f"kg: {tmp_path} holds 2 articles; name one\n")
