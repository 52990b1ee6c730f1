"""Another site does not ask through a browser, unless its origin is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from support import TALKS

from kg import pipeline
from kg.cli import main
from kg.serve.app import app
from kg.serve.connection import listen
from kg.serve.library import Library
from kg.serve.workers import Workers
from kg.store import Store

ASK = {"query": "ASK { ?a ?b ?c }"}
DESK = "https://desk.example"
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, TestClient]]:
    """A server for itself alone, one for a desk, one for any site."""
    folder = tmp_path_factory.mktemp("guard") / "store"
    pipeline.build([TALKS], folder)
    library = Library(Store.open(folder), lambda _: ())
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(
                TestClient(app(lambda: library, lambda: Workers(folder, 1, 20, 1000), {"testserver"}, origins))
            )
            for name, origins in (("alone", ()), ("desk", (DESK,)), ("any", ("*",)))
        }


@pytest.fixture
def alone(sites: dict[str, TestClient]) -> TestClient:
    return sites["alone"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://testserver:8001"},
        {"Origin": "null"},
        {"Origin": "http://["},
    ],
)
@pytest.mark.parametrize("path", ["/sparql", "/", "/graph.json"])
def test_another_site_is_refused(alone: TestClient, headers: dict[str, str], path: str) -> None:
    answer = alone.get(path, params=ASK, headers=headers)
    assert answer.status_code == 403
    assert answer.text.count("\n") == 1
    assert "access-control-allow-origin" not in answer.headers


def test_a_form_of_another_site_is_refused(alone: TestClient) -> None:
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert alone.post("/sparql", data=ASK, headers=sent).status_code == 403
    assert alone.post("/sparql", data=ASK, headers={"Origin": "https://evil.example"}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    ],
)
def test_our_own_pages_programs_and_links_are_answered(alone: TestClient, headers: dict[str, str]) -> None:
    assert alone.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("testserver:8000", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("192.0.2.7", 200),
        ("evil.example", 400),
        ("testserver.evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("evil.example:8000@127.0.0.1:1", 200),
        ("[evil", 400),
        ("", 400),
    ],
)
def test_a_name_that_is_not_ours_is_refused(alone: TestClient, host: str, status: int) -> None:
    assert alone.get("/", headers={"Host": host}).status_code == status


# --- CORS --------------------------------------------------------------------------------------------------------


def test_without_the_option_there_is_no_cors(alone: TestClient) -> None:
    assert alone.options("/sparql", headers={"Origin": DESK, **PREFLIGHT}).status_code == 403
    assert alone.options("/sparql").status_code == 405


def test_an_allowed_origin_may_ask(sites: dict[str, TestClient]) -> None:
    sent = {"Origin": DESK, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    before = sites["desk"].options("/sparql", headers={**sent, **PREFLIGHT})
    assert before.status_code == 200
    assert before.headers["access-control-allow-origin"] == DESK
    assert "POST" in before.headers["access-control-allow-methods"]
    assert "content-type" in before.headers["access-control-allow-headers"].lower()
    answer = sites["desk"].post("/sparql", data=ASK, headers=sent)
    assert answer.json()["boolean"] is True
    assert answer.headers["access-control-allow-origin"] == DESK
    assert "Origin" in answer.headers["vary"]


def test_an_allowed_origin_reads_its_errors_too(sites: dict[str, TestClient]) -> None:
    answer = sites["desk"].get("/sparql", params={"query": "SELEKT"}, headers={"Origin": DESK})
    assert answer.status_code == 400
    assert answer.headers["access-control-allow-origin"] == DESK


def test_other_origins_than_the_allowed_one_are_refused(sites: dict[str, TestClient]) -> None:
    for origin in ("https://evil.example", DESK + ":444", DESK.replace("https", "http"), "null"):
        assert sites["desk"].options("/sparql", headers={"Origin": origin, **PREFLIGHT}).status_code == 403
        assert sites["desk"].get("/sparql", params=ASK, headers={"Origin": origin}).status_code == 403


def test_any_origin_may_ask_where_all_are_allowed(sites: dict[str, TestClient]) -> None:
    answer = sites["any"].get("/sparql", params=ASK, headers={"Origin": DESK, "Sec-Fetch-Site": "cross-site"})
    assert answer.headers["access-control-allow-origin"] == "*"


# --- Accept ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("SELECT * {}", "text/turtle"),
        ("ASK {}", "text/turtle"),
        ("CONSTRUCT WHERE { ?a a foaf:Person }", "text/csv"),
        ("CONSTRUCT WHERE { ?a a foaf:Person }", "application/sparql-results+json"),
        ("SELECT * {}", "image/png"),
        ("SELECT * {}", "*/*;q=0"),
    ],
)
def test_an_unsuitable_accept_is_406(alone: TestClient, query: str, accept: str) -> None:
    answer = alone.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert answer.text.count("\n") == 1


def test_the_description_has_one_form(alone: TestClient) -> None:
    assert alone.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


# --- Starting ----------------------------------------------------------------------------------------------------


def test_a_port_in_use_is_told_in_a_line(tmp_path: Path) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    with listen("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        ran = CliRunner().invoke(main, ["serve", "--store", str(tmp_path / "store"), "--port", port])
    assert ran.exit_code == 2
    assert ran.output == f"kg: port {port} is in use; name another with --port, or stop what listens there\n"


@pytest.mark.parametrize("host", ["no.such.name.invalid", "192.0.2.1"])
def test_an_address_of_another_machine_is_told_in_a_line(tmp_path: Path, host: str) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    ran = CliRunner().invoke(main, ["serve", "--store", str(tmp_path / "store"), "--host", host, "--port", "0"])
    assert ran.exit_code == 2
    assert ran.output.startswith(f"kg: {host} is no address of this machine to listen on")
    assert ran.output.count("\n") == 1


@pytest.mark.parametrize("origin", ["desk.example", "https://desk.example/", "ftp://desk.example", "https://a b", ""])
def test_what_is_no_origin_is_told_in_a_line(origin: str) -> None:
    ran = CliRunner().invoke(main, ["serve", "--allow-origin", origin])
    assert ran.exit_code == 2
    assert "is no origin; write it as https://example.org" in ran.output
