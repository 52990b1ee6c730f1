"""HTML pages: main text, headline, date and address are kept; nothing of the page becomes markup."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline
from kg.checks import coverage_of
from kg.export.facts import facts
from kg.model import BadInput
from kg.read import read
from kg.read.html import looks_like_html, page
from kg.read.text import article
from kg.store import Store

PAGE = """<!doctype html><html><head><title>Ministry | Talks held</title>
<meta property="og:title" content="Talks held in the capital">
<meta property="article:published_time" content="2024-02-15T10:00:00Z">
<link rel="canonical" href="https://example.org/news/1"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks held in the capital</h1>
<p>The Deputy Minister received the Ambassador &amp; discussed trade worth &lt;$4&gt; billion.</p>
<p>Exports grew by 5 percent.</p><script>alert(1)</script></article><footer>All rights reserved.</footer></body></html>"""


def test_main_text_keeps_paragraphs_and_drops_menus_and_scripts() -> None:
    text = page(PAGE).text
    assert text.startswith("Talks held in the capital\n\nThe Deputy Minister received the Ambassador & discussed")
    assert "alert" not in text
    assert "Home" not in text
    assert "<$4>" in text


def test_metadata_gives_date_and_source() -> None:
    found = page(PAGE)
    assert (found.date, found.source) == ("2024-02-15", "https://example.org/news/1")


def test_a_page_is_read_as_an_article_whose_spans_point_into_the_main_text(tmp_path: Path) -> None:
    file = tmp_path / "talks.html"
    file.write_text(PAGE, encoding="utf-8")
    article = read(file)
    assert article.name == "talks"
    assert article.date == "2024-02-15"
    assert article.headline == "Talks held in the capital"


def test_markup_in_a_text_file_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "saved.txt"
    file.write_text(PAGE, encoding="utf-8")
    assert "<p>" not in read(file).text


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<!doctype html><script>x()</script>"])
def test_a_page_without_text_is_bad_input(tmp_path: Path, markup: str) -> None:
    file = tmp_path / "empty.html"
    file.write_text(markup, encoding="utf-8")
    with pytest.raises(BadInput, match="no text"):
        read(file)


def test_hostile_markup_neither_fails_nor_survives() -> None:
    hostile = (
        "<html><body><p>" + "<b>" * 300 + "Minister met envoy" + "</i></p><svg onload=alert(1)><![CDATA[x]]>" + "\0"
    )
    assert "onload" not in page(hostile).text
    assert looks_like_html(hostile)


def test_an_impossible_date_is_left_out() -> None:
    assert page(PAGE.replace("2024-02-15T10", "2024-13-45T10")).date is None


def test_a_page_nested_deeper_than_any_browser_shows_is_refused_in_one_line() -> None:
    with pytest.raises(BadInput, match=r"nests 3,00\d elements"):
        page("<html><body>" + "<div>" * 3000 + "Minister met envoy")


BULLETS = "<ul><li>Exports reached $3 million.</li><li>Imports reached $2 million.<ul><li>Oil: 1</li></ul></li></ul>"


def with_block(block: str) -> str:
    return PAGE.replace("<p>Exports grew", block + "<p>Exports grew")


def test_bullets_between_paragraphs_are_text_in_their_place() -> None:
    lines = page(with_block(f"<div>{BULLETS}</div>")).text.splitlines()
    at = lines.index("Exports reached $3 million.")
    assert lines[at : at + 3] == ["Exports reached $3 million.", "Imports reached $2 million.", "Oil: 1"]
    assert lines.index("Exports grew by 5 percent.") > at


@pytest.mark.parametrize(
    "block",
    [
        '<ul class="related-news"><li>Norway sold $77 million.</li></ul>',
        '<ul><li><a href="/1">Norway sold $77 million.</a></li></ul>',
        "<aside><ul><li>Norway sold $77 million.</li></ul></aside>",
    ],
)
def test_menus_and_links_are_no_text_but_are_kept_aside(block: str) -> None:
    found = page(with_block(block))
    assert "Norway" not in found.text
    assert "Norway sold $77 million." in found.aside


def test_rows_of_a_table_are_lines_and_their_cells_stay_apart() -> None:
    cells = "<td>$140 million</td><td>$7 million</td><td>3%</td>"
    found = page(with_block(f"<table><tr><th>To</th><th>Goods</th></tr><tr><td>Chile</td>{cells}</tr></table>"))
    assert "\nTo | Goods\nChile | $140 million | $7 million | 3%\n" in found.text
    figures = {
        figure["surface"] for figure in facts(Store.single(pipeline.graph_of(article("table", found.text))))["figures"]
    }
    assert figures >= {"$140 million", "$7 million"}
    assert not any("|" in surface for surface in figures)


def test_a_raised_mark_does_not_lengthen_a_number() -> None:
    assert "in 2023¹ by" in page(with_block("<p>Trade grew in 2023<sup>1</sup> by half.</p>")).text


def test_the_ledger_covers_the_page() -> None:
    found = page(with_block('<ul class="menu"><li>Norway sold $77 million.</li></ul>'))
    read_ = replace(article("talks", found.text), aside=found.aside)
    left = {item.quote.quote: item.reason for item in coverage_of(pipeline.graph_of(read_), read_).ledger}
    assert left["77"] == "furniture"


@pytest.mark.parametrize(
    "piece", ["<ul><li>a 5</li></ul>", "<ul><li>", "<sup>1</sup>", "<meta name=date>", "<a>", "&lt;"]
)
def test_time_grows_with_the_length_of_a_page(piece: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        with suppress(BadInput):
            page("<html><body><p>The minister met the envoy.</p>" + piece * (size // len(piece)))
        return time.process_time() - start

    seconds(1000)
    short, long = (min(seconds(size) for _ in range(3)) for size in (20_000, 80_000))
    assert long < 12 * max(short, 0.02)
