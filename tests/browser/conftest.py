"""A headless Chromium and a running server; tests skip where the browser or its driver is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from support import ARTICLES, serving

from kg import pipeline
from kg.serve import ASSETS


# Not for the session: while it runs, its event loop keeps other tests from running one.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("Chromium is not here: apt-get install chromium")
    if not (ASSETS / "site.css").is_file():
        pytest.skip("the pages are not built: pip install -e . builds them from web/")
    api = pytest.importorskip("playwright.sync_api", reason="playwright, which drives Chromium, is not installed")
    with api.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of ``kg serve`` over the sample articles."""
    folder = tmp_path_factory.mktemp("browser") / "store"
    pipeline.build([ARTICLES], folder)
    yield from serving(folder)


@pytest.fixture(params=[(1400, 900), (390, 844)], ids=["desktop", "phone"])
def page(chromium: Any, server: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page whose console must stay without errors."""
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, base_url=server)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.problems = problems
    yield page
    context.close()
    # Pages of errors are meant to be; typing over a selection makes Chromium itself try to style what is typed.
    expected = ("status of 4", "Applying inline style")
    assert [problem for problem in problems if not any(words in problem for words in expected)] == []
