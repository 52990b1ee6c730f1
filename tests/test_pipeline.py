"""The stages in a row: what is read once, counted, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ARTICLES, TALKS

from kg import pipeline
from kg.model import BadInput
from kg.store import Store

ENVOYS = ARTICLES / "kazakhstan-eu-france-poland-envoys.txt"


def test_a_text_that_comes_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("b-copy", "a-copy"):
        (tmp_path / f"{name}.txt").write_bytes(TALKS.read_bytes())
    assert [graph.name for graph in pipeline.graphs([tmp_path])] == ["a-copy"]
    assert [graph.name for graph in pipeline.graphs([TALKS, TALKS, ARTICLES / TALKS.name])] == [TALKS.stem]


def test_graphs_are_sorted_by_name_whatever_the_order_of_the_paths() -> None:
    names = [graph.name for graph in pipeline.graphs([TALKS, ENVOYS])]
    assert names == sorted(names)
    assert names == [graph.name for graph in pipeline.graphs([ENVOYS, TALKS])]


def test_progress_counts_the_articles() -> None:
    seen: list[tuple[int, int]] = []
    pipeline.graphs([TALKS, ENVOYS], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_two_workers_read_what_one_reads() -> None:
    assert pipeline.graphs([ARTICLES], workers=2) == pipeline.graphs([ARTICLES])


def test_bad_input_is_found_before_any_article_is_read(tmp_path: Path) -> None:
    seen: list[int] = []
    (tmp_path / "zzz.txt").write_bytes(b"")
    with pytest.raises(BadInput):
        pipeline.graphs([TALKS, tmp_path / "zzz.txt"], progress=lambda done, total: seen.append(done))
    assert seen == []


def test_a_check_counts_articles_and_conforms_without_findings() -> None:
    report, count = pipeline.check_files([TALKS])
    assert (report.conforms, count) == (True, 1)


def test_a_store_is_checked_article_by_article(tmp_path: Path) -> None:
    graphs = pipeline.build([TALKS, ENVOYS], tmp_path / "store").graphs
    report, count = pipeline.check_store(Store.open(tmp_path / "store"))
    assert count == len(graphs) == 2
    assert report == pipeline.check_files([TALKS, ENVOYS])[0]


def test_figures_of_two_articles_are_held_against_each_other(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("Trade turnover between France and Poland in 2023 amounted to $4.2 billion.\n", "utf-8")
    other.write_text("In 2023, exports from France to Poland amounted to $1 billion, imports to $1 billion.\n", "utf-8")
    pipeline.build([one, other], tmp_path / "store")
    (finding,) = pipeline.check_store(Store.open(tmp_path / "store"))[0].findings
    assert (finding.article, finding.rule, finding.severity) == ("other", "cell", "warning")
    assert "4.2 billion USD in one" in finding.message
