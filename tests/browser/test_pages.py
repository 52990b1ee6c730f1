"""What people do in the browser: read, hover, cite, search, filter, expand, ask; on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support import ROOT

AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
VIEWS = ["/", "/graph", "/figures", "/analyses", "/analyses/who-met-whom", "/sparql", "/id/emmanuel-macron", "/nothing"]
ENVOYS = "Kazakh Foreign Ministry hosts new envoys"


def open_envoys(page: Any) -> None:
    page.goto("/")
    page.get_by_text(ENVOYS).click()
    page.wait_for_selector("[data-facts]")


def ready(page: Any, path: str) -> None:
    page.goto(path)
    if path.startswith("/graph"):
        page.wait_for_selector(".canvas canvas")
    if path == "/sparql":
        page.wait_for_selector("#answer table")


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_fits_the_screen(page: Any, path: str) -> None:
    ready(page, path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", [*VIEWS, "article"])
def test_axe_finds_nothing_serious(page: Any, path: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not here: npm ci in web/ installs it")
    if path == "article":
        open_envoys(page)
    else:
        ready(page, path)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    serious = [
        (v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found if v["impact"] in ("serious", "critical")
    ]
    assert serious == []


# --- Articles ----------------------------------------------------------------------------------------------------


def test_hovering_a_fact_lights_its_words_and_the_other_way_round(page: Any) -> None:
    open_envoys(page)
    fact = page.locator(".fact", has_text="$3.530 billion").first
    fact.hover()
    assert page.locator(".on.lit").all_inner_texts() == ["$3.530 billion"]
    page.locator(".on.person", has_text="Aleška Simkić").first.hover()
    assert "Aleška Simkić" in page.locator(".fact.lit .says").all_inner_texts()


def test_findings_stand_in_the_margin_with_the_repair(page: Any) -> None:
    open_envoys(page)
    assert page.locator(".margin .finding").count() == 3  # two of the article's own, one with another article
    assert "reading 'million' as 'billion'" in " ".join(page.locator(".margin").all_inner_texts())


def test_a_citation_is_copied_with_offsets_and_hash(page: Any) -> None:
    open_envoys(page)
    fact = page.locator(".fact", has_text="$3.530 billion").first
    fact.hover()
    fact.get_by_role("button").click()
    page.wait_for_selector(".toast:not([hidden])")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“$3.530 billion” (kazakhstan-eu-france-poland-envoys, characters 2885–2899, SHA-256 ")


def test_an_address_with_offsets_lights_the_fact(page: Any) -> None:
    open_envoys(page)
    page.goto(page.url + "#char=2885,2899")
    assert "$3.530 billion" in page.locator(".on.lit").all_inner_texts()


def test_the_list_is_filtered_by_words(page: Any) -> None:
    page.goto("/")
    page.get_by_placeholder("Filter by words").fill("belarus RUSSIA")
    assert page.locator(".entries li:visible").count() == 2


# --- Graph -------------------------------------------------------------------------------------------------------


def find(page: Any, name: str) -> None:
    ready(page, "/graph")
    page.get_by_role("combobox", name="Search the graph").fill(name)
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel h2")


def test_search_opens_a_node_with_its_evidence(page: Any) -> None:
    find(page, "simkic")
    assert page.locator(".panel h2").inner_text() == "Aleška Simkić"
    assert page.locator(".panel blockquote").count() > 0
    page.locator(".panel .where a").first.click()
    page.wait_for_selector(".on.lit")


def test_a_node_is_shown_alone_and_expanded(page: Any) -> None:
    find(page, "macron")
    page.get_by_role("button", name="Only this").click()
    page.get_by_role("button", name="Expand").click()
    page.get_by_role("button", name="Whole graph").click()
    assert page.get_by_role("button", name="Whole graph").count() == 0


def test_an_edge_shows_its_evidence(page: Any) -> None:
    find(page, "simkic")
    page.locator(".panel .edge").first.click()
    assert page.locator(".panel h3", has_text="Between").count() == 1
    assert page.locator(".panel blockquote").count() > 0


def test_sources_and_kinds_are_filtered(page: Any) -> None:
    ready(page, "/graph")
    if not page.locator(".legend[open]").count():
        page.locator(".legend summary").click()
    page.get_by_label("Source", exact=True).select_option("by TASS")
    page.get_by_label("Topic").uncheck()
    page.get_by_label("From month").fill("2020-01")


def test_the_graph_is_used_by_keyboard(page: Any) -> None:
    ready(page, "/graph")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    page.keyboard.press("Escape")
    page.locator(".canvas").focus()
    for key in ("ArrowLeft", "+", "-", "0"):
        page.keyboard.press(key)


def test_places_are_the_same_on_every_visit(page: Any) -> None:
    ready(page, "/graph")
    page.wait_for_timeout(500)
    first = page.locator(".drawing").screenshot()
    page.reload()
    page.wait_for_selector(".canvas canvas")
    page.wait_for_timeout(500)
    assert page.locator(".drawing").screenshot() == first


# --- SPARQL ------------------------------------------------------------------------------------------------------


def test_a_named_question_is_answered(page: Any) -> None:
    ready(page, "/sparql")
    page.get_by_label("Question").select_option(label="Who received whom, when and where?")
    page.wait_for_selector("#answer th:has-text('guest')")
    assert page.locator("#answer tbody tr").count() > 0


def test_an_own_query_is_typed_and_asked_by_keyboard(page: Any) -> None:
    ready(page, "/sparql")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT (1 + 1 AS ?two) {}")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer th:has-text('two')")
    assert page.locator("#answer td").inner_text() == "2"


def test_a_query_that_cannot_be_read_is_told(page: Any) -> None:
    ready(page, "/sparql")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT nothing")
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector("#status.wrong")
    assert "cannot be read" in page.locator("#status").inner_text()


def test_a_query_comes_with_the_address(page: Any) -> None:
    ready(page, "/sparql?query=ASK%20%7B%20%3Fa%20%3Fb%20%3Fc%20%7D")
    page.wait_for_selector("#answer .answer")
    assert page.locator("#answer").inner_text() == "Yes"


# --- Offline pages -----------------------------------------------------------------------------------------------


def test_a_brief_opens_as_a_file(page: Any, tmp_path: Path) -> None:
    from support import TALKS, kg

    assert kg("brief", TALKS, "-o", tmp_path / "brief.html").returncode == 0
    page.goto(f"file://{tmp_path}/brief.html")
    assert page.locator("h2", has_text="Questions to ask").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
