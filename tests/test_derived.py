"""Derived figures in the store: in a graph of their own, told apart, gone with their inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.questions import questions, sparql
from kg.store import Store
from kg.vocabulary import DERIVED_GRAPH, expand

TEXT = (
    "Norway and France talk trade\n\nTrade turnover between Norway and France amounted to $4.2 billion in 2023, "
    "which is 7.7 percent more than in 2022. Exports of Norway to France amounted to $3.0 billion in 2023.\n"
)
DERIVED = f"SELECT ?figure WHERE {{ GRAPH <{DERIVED_GRAPH}> {{ ?figure a kg:DerivedObservation }} }} ORDER BY ?figure"


def built(folder: Path, text: str = TEXT) -> Store:
    article = folder / "article.txt"
    article.write_text(text, "utf-8")
    pipeline.build([article], folder / "store")
    return Store.open(folder / "store")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return built(tmp_path)


def test_derived_figures_stand_in_a_graph_of_their_own(store: Store) -> None:
    assert len(store.select(DERIVED)) == 2
    assert DERIVED_GRAPH not in store.graphs()


def test_a_derived_figure_names_its_formula_bounds_and_inputs(store: Store) -> None:
    rows = store.select(
        "SELECT ?formula ?low ?high WHERE { ?f a kg:DerivedObservation ; kg:formula ?formula ; kg:low ?low ; kg:high ?high } ORDER BY ?formula"
    )
    assert [row["formula"] for row in rows] == ["new / (1 + growth)", "turnover - exports"]
    assert all(row["low"] < row["high"] for row in rows)
    inputs = store.select(
        "SELECT ?input WHERE { ?f a kg:DerivedObservation ; prov:wasDerivedFrom ?input . ?input a kg:Observation }"
    )
    assert len(inputs) == 4


def test_nothing_derived_passes_for_stated(store: Store) -> None:
    kinds = store.select(
        "SELECT ?f WHERE { ?f a kg:DerivedObservation , ?other FILTER (?other IN (kg:Observation, kg:Claim)) }"
    )
    amounts = store.select("SELECT ?f WHERE { ?f a kg:DerivedObservation ; kg:amount|qb:dataSet|kg:surface ?any }")
    assert kinds == amounts == []


def test_only_the_question_for_derived_figures_tells_them(tmp_path: Path) -> None:
    with_them = built(tmp_path)
    without = Store.memory(*with_them.article_graphs(), vocabulary_too=True)
    for name, _ in questions():
        same = with_them.select(sparql(name)) == without.select(sparql(name))
        assert same == (name != "derived-figures"), name


def test_what_followed_goes_away_with_its_input(tmp_path: Path) -> None:
    before = {row["figure"] for row in built(tmp_path).select(DERIVED)}
    after = built(tmp_path, TEXT.replace(", which is 7.7 percent more than in 2022", "")).select(DERIVED)
    assert len(after) == 1
    assert before.isdisjoint(row["figure"] for row in after)
    gone = f"SELECT ?p WHERE {{ <{min(before)}> ?p ?o }}"
    assert Store.open(tmp_path / "store").select(gone) == []


def test_no_derived_figure_outlives_its_inputs_when_another_article_stays(tmp_path: Path) -> None:
    orphans = (
        "ASK { ?f a kg:DerivedObservation ; prov:wasDerivedFrom ?input FILTER NOT EXISTS { ?input a kg:Observation } }"
    )
    (tmp_path / "other.txt").write_text(TEXT.replace("France", "Spain"), "utf-8")
    pipeline.build([tmp_path / "other.txt"], tmp_path / "store")
    nothing = "Nothing\n\nNothing is told here.\n"
    for text, derived in ((TEXT, 4), (TEXT.replace("$3.0", "$3.1"), 4), (nothing, 2)):
        store = built(tmp_path, text)
        assert store.query(orphans).truth is False
        assert len(store.select(DERIVED)) == derived


def test_building_again_gives_the_same_store(tmp_path: Path) -> None:
    assert built(tmp_path).dump("nquads") == built(tmp_path).dump("nquads")


def test_the_class_is_declared(store: Store) -> None:
    assert store.select(f"SELECT ?label WHERE {{ <{expand('kg:DerivedObservation')}> rdfs:label ?label }}")
