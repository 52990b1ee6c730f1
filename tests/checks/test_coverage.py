"""The ledger: nothing of a text is uncounted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import ARTICLES, SHARED, kg, needs_shared

from kg import pipeline
from kg.checks import ledger_json, ledger_text
from kg.checks.scan import scan
from kg.model import Coverage
from kg.read import read
from kg.vocabulary import vocabulary

GOLD = sorted((SHARED / "eval/gold").glob("*.txt"))
REASONS = {term.iri.rsplit("/", 1)[-1] for term in vocabulary().within("omissions")}
DIGIT = re.compile(r"\d")
# A capital after a small letter, comma or figure opens no sentence.
INNER_CAPITAL = re.compile(r"(?<=[a-z,0-9] )[A-Z][a-z]+")
QUOTED = re.compile(r"[“\"]([A-Z][\w-]*(?: [\w-]+){1,6})[”\"]")
NOT_NAMES = set("A An The I In On At By For From As It He She We They This That These Those May March".split())


def of(path: Path) -> Coverage:
    (coverage,) = pipeline.coverage([path])
    return coverage


def of_text(folder: Path, text: str) -> dict[str, str | None]:
    """Each item of a text with its reason."""
    path = folder / "sample.txt"
    path.write_text(text, "utf-8")
    return {item.quote.quote: item.reason for item in of(path).items}


def uncounted(path: Path) -> list[str]:
    """What looks like a number, name or quoted title, by other patterns than the ledger's, and stands in no item."""
    text = read(path).text
    counted = {k for item in of(path).items for k in range(item.quote.begin, item.quote.end)}
    looks = [m for pattern in (DIGIT, INNER_CAPITAL, QUOTED) for m in pattern.finditer(text)]
    return [
        m.group()
        for m in looks
        if m.group() not in NOT_NAMES and not counted.issuperset(range(*m.span(m.lastindex or 0)))
    ]


@needs_shared
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_nothing_of_a_gold_article_is_uncounted(path: Path) -> None:
    assert uncounted(path) == []


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_nothing_of_a_sample_is_uncounted(path: Path) -> None:
    assert uncounted(path) == []
    coverage = of(path)
    text = read(path).text
    assert all(text[item.quote.begin : item.quote.end] == item.quote.quote for item in coverage.items)
    assert {item.reason for item in coverage.ledger} <= REASONS
    assert 0.5 < coverage.share <= 1


@needs_shared
def test_most_of_the_gold_is_in_the_graph() -> None:
    every = pipeline.coverage([SHARED / "eval/gold"])
    assert {item.reason for coverage in every for item in coverage.ledger} <= REASONS
    missing = sum(len(coverage.ledger) for coverage in every)
    assert missing <= 0.3 * sum(len(coverage.items) for coverage in every)


@pytest.mark.parametrize(
    ("words", "item", "reason"),
    [
        ("The sides met at the 5th round of talks.", "5", "ordinal"),
        ("The decision follows Resolution No. 5 of the council.", "5", "label"),
        ("The office stands at 12 Baker Street in town.", "12", "street-number"),
        ("A 45-year-old visitor came too.", "45", "age"),
        ("They spoke of French wines.", "French", "adjective-of-a-party"),
        ("They praised Zorblax for it.", "Zorblax", "name-not-resolved"),
        ("They saw the play “Winter Light” together.", "Winter Light", "title-unresolved"),
        ("Much has changed since 1991, they said.", "1991", "date-unused"),
        ("They counted 17 of them.", "17", "number-not-modelled"),
        ("They spoke of $850X in all.", "850", "number-unclear"),
        ("They spoke of 2½ million euros in all.", "2", "number-unclear"),
        ("They spoke of exports of $41... and left.", "41", "number-unclear"),
        ("They spoke of exports of $41", "41", "number-unclear"),
        ("They met at 10:30 in town.", "10", "label"),
        ("Trade turnover between France and Poland in 2023 amounted to $4.2 billion.", "4.2", None),
        ("Trade turnover between France and Poland in 2023 amounted to $4.2 billion.", "2023", None),
        ("Trade turnover between France and Poland in 2023 amounted to $4.2 billion.", "Poland", None),
    ],
)
def test_every_item_is_in_the_graph_or_has_its_reason(
    tmp_path: Path, words: str, item: str, reason: str | None
) -> None:
    assert of_text(tmp_path, words + "\n")[item] == reason


def test_furniture_is_counted_as_such(tmp_path: Path) -> None:
    items = of_text(tmp_path, "# source: https://example.org/123\nThe sides met.\n\nPhoto: by Zorblax 7\n")
    assert items["123"] == items["Zorblax"] == items["7"] == "furniture"


def test_a_name_of_several_words_is_one_item(tmp_path: Path) -> None:
    assert "Zorblax Quux" in of_text(tmp_path, "They praised Zorblax Quux for it.\n")


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    assert [found.kind for found in scan("Meetings were held. Talks followed.")] == []


def test_a_text_without_items_is_covered(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text("talks were held.\n", "utf-8")
    assert of(path).share == 1
    assert ledger_text([of(path)]) == "sample: 0 of 0 (100.0 %) in the graph"


def test_the_command_prints_the_share_and_the_list(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text("They praised Zorblax and counted 17 of them.\n", "utf-8")
    lines = kg("coverage", path).stdout.decode().splitlines()
    assert lines[0] == "sample: 0 of 2 (0.0 %) in the graph"
    assert lines[1] == "    13–20  name “Zorblax”: name not resolved"
    (article,) = json.loads(kg("coverage", path, "--format", "json").stdout)
    assert (article["items"], article["share"]) == (2, 0.0)
    assert article["ledger"][1] == {
        "kind": "number",
        "begin": 33,
        "end": 35,
        "quote": "17",
        "reason": "number-not-modelled",
    }
    assert json.loads(ledger_json([of(path)])) == [article]


def test_a_sentence_that_is_cut_for_its_length_is_listed(tmp_path: Path) -> None:
    items = of_text(tmp_path, "Peru bought " + "tea, " * 150 + "and rice.\n")
    assert list(items.values()).count("sentence-cut") == 1
    assert "sentence-cut" not in of_text(tmp_path, "Peru bought " + "tea, " * 50 + "and rice.\n").values()


def test_a_number_of_a_longer_figure_is_not_said_elsewhere(tmp_path: Path) -> None:
    items = of_text(tmp_path, "Exports of Peru to Chile were $5.3 million in 2023. They took Flight No. 3.\n")
    assert items["3"] == "label"
