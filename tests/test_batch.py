"""Many articles in a row: what goes wrong in one is named, and the others are read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support import TALKS

from kg import pipeline
from kg.batch import each
from kg.model import BadInput, Refusal, StoreInUse
from kg.store import Store


def parsed(text: str) -> Decimal:
    if text == "bad":
        raise BadInput("bad.txt: no number")
    if text == "stop":
        raise StoreInUse("stop everything")
    return Decimal(text)


def given(*texts: str) -> list[tuple[str, str]]:
    return [(f"{text}.txt", text) for text in texts]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_in_one_is_named_and_the_rest_is_done(workers: int) -> None:
    refused: list[Refusal] = []
    assert list(each(parsed, given("1", "x", "bad", "2"), refused, workers)) == [1, 2]
    assert [refusal.file for refusal in refused] == ["x.txt", "bad.txt"]
    assert str(refused[1]) == "bad.txt: no number"
    assert "InvalidOperation" in refused[0].reason
    assert "\n" not in refused[0].reason


def test_without_a_list_for_refusals_the_first_one_stops_the_work() -> None:
    with pytest.raises(BadInput, match=r"x\.txt: cannot be read \(InvalidOperation"):
        list(each(parsed, given("1", "x", "bad")))


def test_where_nothing_can_be_read_all_refusals_are_one_error() -> None:
    with pytest.raises(BadInput, match=r"x\.txt: .*; bad\.txt: no number"):
        list(each(parsed, given("x", "bad"), []))


def test_what_stops_all_work_is_no_refusal() -> None:
    with pytest.raises(StoreInUse):
        list(each(parsed, given("1", "stop"), []))


def test_progress_counts_what_is_refused_too() -> None:
    seen: list[tuple[int, int]] = []
    list(each(parsed, given("1", "x"), [], progress=lambda done, total: seen.append((done, total))))
    assert seen == [(1, 2), (2, 2)]


def test_an_article_on_which_the_reading_fails_does_not_stop_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pipeline.graph_of

    def failing(article: object, witness: str) -> object:
        if getattr(article, "name", "") == "spoiled":
            raise ZeroDivisionError("secret \x1b[31m words\nof the text")
        return whole(article, witness)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "graph_of", failing)
    (tmp_path / "spoiled.txt").write_text("Trade grew by 5 percent.\n")
    refused: list[Refusal] = []
    built = pipeline.build([TALKS, tmp_path / "spoiled.txt"], tmp_path / "store", refused=refused)
    assert [graph.name for graph in built.graphs] == [TALKS.stem]
    assert len(Store.open(tmp_path / "store").graphs()) == 1
    (refusal,) = refused
    assert "ZeroDivisionError" in refusal.reason
    assert "\x1b" not in str(refusal)
    with pytest.raises(BadInput, match="ZeroDivisionError"):
        pipeline.build([TALKS, tmp_path / "spoiled.txt"], tmp_path / "strict")
    assert not (tmp_path / "strict").exists()
