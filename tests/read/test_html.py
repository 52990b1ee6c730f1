"""HTML pages: main text, headline, date and address are kept; nothing of the page becomes markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import BadInput
from kg.read import read
from kg.read.html import looks_like_html, page

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
