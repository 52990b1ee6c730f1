"""Competency questions: the graph of the first article answers each as the gold graph does."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

import pytest
from support import SHARED, graph_of, needs_shared

from kg.export.annotations import web_annotations
from kg.store import Store

QUESTIONS = sorted((SHARED / "design/questions").glob("[0-9]*.rq"))
Rows = set[tuple[object, ...]]


@cache
def seed() -> Store:
    return Store.memory(graph_of(SHARED / "eval/gold/seed.txt"), vocabulary_too=True)


def value(text: object) -> object:
    """A number as a number, whatever its digits; everything else as text."""
    if text is None or text == "":
        return ""
    if isinstance(text, bool):
        return str(text).lower()
    try:
        return Decimal(str(text)).normalize()
    except InvalidOperation:
        return str(text)


def expected(query: str) -> tuple[tuple[str, ...], Rows]:
    """The header and the rows that stand in the comments of a question."""
    comments = [line[1:].strip(" \n") for line in query.split("# expected:")[1].splitlines() if line.startswith("#")]
    header, *rows = [tuple(line.split("\t")) for line in comments]
    return header, {tuple(map(value, (*row, *[""] * (len(header) - len(row))))) for row in rows}


def test_the_questions_are_all_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("the competency questions (../shared) are not here")
    assert len(QUESTIONS) == 22


@needs_shared
@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_first_article_answers(path: Path) -> None:
    query = path.read_text("utf-8")
    header, rows = expected(query)
    answer = seed().query(query)
    assert set(answer.variables) == set(header)
    assert {tuple(value(row[name]) for name in header) for row in answer.rows} == rows


@needs_shared
def test_our_web_annotations_are_those_of_the_question() -> None:
    answer = seed().query((SHARED / "design/questions/web-annotation.rq").read_text("utf-8")).triples
    assert answer is not None
    parts: dict[str, dict[str, str]] = {}
    for line in answer.splitlines():
        annotation, predicate, thing, *_ = line.split(" ")
        parts.setdefault(annotation, {})[predicate.rsplit("#", 1)[-1].rstrip(">")] = thing.strip("<>")
    pairs = {(part["hasTarget"], part["hasBody"]) for part in parts.values() if "hasBody" in part}
    items = json.loads(web_annotations(seed()))["items"]
    assert len(items) == len(pairs)
    assert {(item["id"].rsplit(";", 1)[0], item["body"]) for item in items} == pairs
