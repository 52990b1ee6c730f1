"""The endpoint follows SPARQL 1.1 Protocol, gives what kg query gives, and cannot be stalled or written to."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx2
import pytest
from rdflib import Graph
from rdflib.plugins.sparql.results.jsonresults import JSONResultParser
from rdflib.plugins.sparql.results.xmlresults import XMLResultParser
from starlette.testclient import TestClient
from support import ARTICLES, SHARED, TALKS, needs_shared, serving

from kg import pipeline
from kg.model import BadInput, ReadoutError
from kg.questions import questions, sparql
from kg.serve.app import app
from kg.serve.library import Library
from kg.serve.workers import Busy, Question, Stopped, Workers
from kg.store import Store
from kg.vocabulary import VOCABULARY_GRAPH

ASK = "ASK { ?a ?b ?c }"
ROWS = "SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name } ORDER BY ?name"
TRIPLES = "CONSTRUCT { ?p rdfs:label ?name } WHERE { ?p a foaf:Person ; rdfs:label ?name }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MOST = 2000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve") / "store"
    pipeline.build([ARTICLES], folder)
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    library = Library(Store.open(folder), lambda _: ())
    site = app(lambda: library, lambda: Workers(folder, 2, 20, MOST), ("testserver",))
    with TestClient(site) as client:
        yield client


def ask(client: TestClient, query: str, accept: str = "*/*") -> httpx2.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


# --- Asking ------------------------------------------------------------------------------------------------------


def test_a_query_comes_by_get_by_form_or_as_the_body(client: TestClient) -> None:
    direct = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}
    answers = [
        ask(client, ROWS, "application/sparql-results+json"),
        client.post("/sparql", data={"query": ROWS}, headers={"Accept": direct["Accept"]}),
        client.post("/sparql", content=ROWS, headers=direct),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].json()["head"] == {"vars": ["name"]}


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml;q=0.8", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/turtle, text/csv;q=0.5", "text/csv; charset=utf-8"),
        ("image/png, */*;q=0.1", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
    ],
)
def test_rows_come_in_the_format_that_the_client_takes(client: TestClient, accept: str, media: str) -> None:
    answer = ask(client, ROWS, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media


def test_all_formats_of_rows_tell_the_same(client: TestClient) -> None:
    expected = [row["name"] for row in _csv(client)]
    for media, parser in (("json", JSONResultParser()), ("xml", XMLResultParser())):
        result = parser.parse(io.BytesIO(ask(client, ROWS, f"application/sparql-results+{media}").content))
        assert [str(name) for (name,) in result] == expected


def _csv(client: TestClient) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ask(client, ROWS, "text/csv").text)))


@pytest.mark.parametrize(
    ("media", "format_"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_triples_come_in_each_format(client: TestClient, media: str, format_: str) -> None:
    answer = ask(client, TRIPLES, media)
    assert answer.headers["content-type"].startswith(media)
    graph = Graph().parse(data=answer.content, format=format_)
    assert len(graph) == len(_csv(client))


def test_the_truth_of_an_ask(client: TestClient) -> None:
    assert ask(client, ASK).json()["boolean"] is True
    assert ask(client, ASK, "text/csv").text == "true"


@pytest.mark.parametrize("name", [name for name, _ in questions()])
def test_the_named_questions_are_answered_as_by_the_command_line(client: TestClient, folder: Path, name: str) -> None:
    answer = Store.open(folder).query(sparql(name))
    rows = ask(client, sparql(name)).json()
    assert rows["head"]["vars"] == list(answer.variables)
    found = [{n: cell["value"] for n, cell in row.items()} for row in rows["results"]["bindings"]]
    assert [set(row) for row in found] == [{n for n, v in row.items() if v is not None} for row in answer.rows]
    texts = [
        [row.get(n) for n in answer.variables if isinstance(known[n], str)]
        for row, known in zip(found, answer.rows, strict=True)
    ]
    assert texts == [[v for v in row.values() if isinstance(v, str)] for row in answer.rows]


def test_only_the_graphs_that_the_request_names_are_asked(client: TestClient) -> None:
    count = "SELECT (COUNT(DISTINCT ?text) AS ?n) WHERE { ?text a schema:NewsArticle }"
    graph = ask(client, "SELECT ?g WHERE { GRAPH ?g { ?g a schema:NewsArticle } } ORDER BY ?g LIMIT 1")
    iri = graph.json()["results"]["bindings"][0]["g"]["value"]
    one = client.get("/sparql", params={"query": count, "default-graph-uri": iri})
    assert one.json()["results"]["bindings"][0]["n"]["value"] == "1"
    assert client.get("/sparql", params={"query": count, "default-graph-uri": "no iri"}).status_code == 400


def test_without_a_query_the_service_describes_itself(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "*/*"})
    graph = Graph().parse(data=answer.text, format="turtle", publicID="http://testserver/sparql")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert {str(o) for _, p, o in graph if str(p) == sd + "endpoint"} == {"http://testserver/sparql"}


# --- Errors ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("SELECT", 400, "cannot be read"),
        ("SELECT * { SERVICE <http://x.y/> { ?a ?b ?c } }", 400, "SERVICE"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 400, "cannot be read"),
        ("DROP ALL", 400, "cannot be read"),
        ("SELECT * { ?a ?b ?c }", 413, "more than 2,000 rows"),
        ("CONSTRUCT WHERE { ?a ?b ?c }", 413, "more than 2,000 rows"),
    ],
)
def test_what_is_not_answered_is_told_in_a_line(client: TestClient, query: str, status: int, says: str) -> None:
    answer = ask(client, query)
    assert answer.status_code == status
    assert says in answer.text
    assert answer.text.count("\n") == 1
    assert answer.headers["content-type"].startswith("text/plain")


def test_what_the_protocol_does_not_allow_is_refused(client: TestClient) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    update = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content="DROP ALL", headers=update).status_code == 403
    assert client.post("/sparql", content=urlencode({"update": "DROP ALL"}), headers=form).status_code == 403
    assert client.get("/sparql?update=" + quote("DROP ALL")).status_code == 403
    assert client.get(f"/sparql?query={quote(ASK)}&query={quote(ASK)}").status_code == 400
    assert client.post("/sparql", content="", headers=form).status_code == 400
    assert client.post("/sparql", content=ASK, headers={"Content-Type": "text/plain"}).status_code == 415
    assert client.post("/sparql", content=b"\xff", headers=form).status_code == 400
    assert client.post("/sparql", content="x" * 100_001, headers=form).status_code == 413
    assert ask(client, ASK, "image/png").status_code == 406
    assert client.put("/sparql", content=ASK).status_code == 405


# --- Slow queries ------------------------------------------------------------------------------------------------


def test_a_slow_query_is_stopped_and_does_not_stall_the_others(folder: Path) -> None:
    async def run() -> tuple[object, float, bytes]:
        workers = Workers(folder, 2, 3, MOST)
        question = Question(ASK, ("application/sparql-results+json",))
        try:
            await asyncio.gather(workers.ask(question), workers.ask(question))  # both have started
            slow = asyncio.create_task(workers.ask(Question(SLOW, ("text/csv",))))
            begin = time.perf_counter()
            for _ in range(20):
                await workers.ask(question)
            took = time.perf_counter() - begin
            (stopped,) = await asyncio.gather(slow, return_exceptions=True)
            return stopped, took, (await workers.ask(question))[1]
        finally:
            workers.stop()

    stopped, took, after = asyncio.run(run())
    assert isinstance(stopped, Stopped)
    assert "3 seconds" in str(stopped)
    assert took < 3  # all others were answered before the slow one was stopped
    assert json.loads(after)["boolean"] is True


def test_when_all_workers_are_taken_a_query_is_told_so(folder: Path) -> None:
    async def run() -> list[object]:
        workers = Workers(folder, 1, 1.5, MOST)
        try:
            asks = [workers.ask(Question(SLOW, ("text/csv",))) for _ in range(3)]
            return list(await asyncio.gather(*asks, return_exceptions=True))
        finally:
            workers.stop()

    answers = asyncio.run(run())
    assert all(isinstance(answer, ReadoutError) for answer in answers)
    assert any(isinstance(answer, Busy) for answer in answers)


def test_eight_heavy_queries_do_not_starve_a_light_one(folder: Path) -> None:
    async def run() -> float:
        workers = Workers(folder, 2, 6, MOST)
        light = Question(ASK, ("text/csv",))
        try:
            await asyncio.gather(*[workers.ask(light) for _ in range(8)])  # all have started
            heavy = [asyncio.create_task(workers.ask(Question(SLOW, ("text/csv",)))) for _ in range(8)]
            await asyncio.sleep(0.05)
            begin = time.perf_counter()
            await workers.ask(light)
            took = time.perf_counter() - begin
            await asyncio.gather(*heavy, return_exceptions=True)
            return took
        finally:
            workers.stop()

    assert asyncio.run(run()) < 5  # the heavy ones take twelve seconds and more


@pytest.mark.parametrize(
    ("breaking", "told"),
    [
        ("SELECT * { ?a ?b (" + "1 " * 30_000 + ") }", "too long"),
        ("ASK { FILTER (" + "(" * 30_000 + "1" + ")" * 30_000 + ") }", "too deeply"),
    ],
    ids=["list", "brackets"],
)
def test_a_query_that_would_break_the_engine_is_refused_and_the_next_one_is_answered(
    folder: Path, breaking: str, told: str
) -> None:
    async def run() -> tuple[object, bytes]:
        workers = Workers(folder, 1, 30, MOST)
        try:
            (broken,) = await asyncio.gather(workers.ask(Question(breaking, ("text/csv",))), return_exceptions=True)
            return broken, (await workers.ask(Question(ASK, ("text/csv",))))[1]
        finally:
            workers.stop()

    broken, after = asyncio.run(run())
    assert isinstance(broken, BadInput)
    assert told in str(broken)
    assert after == b"true"


def test_a_query_that_eats_memory_is_stopped(tmp_path: Path) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    every = f"GRAPH <{VOCABULARY_GRAPH}> {{ ?a ?b ?c . ?d ?e ?f }}"
    hungry = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?a ?c ?d ?f {{ {every} }} ORDER BY ?c }}"

    async def run() -> object:
        workers = Workers(tmp_path / "store", 1, 60, MOST)
        try:
            return (await asyncio.gather(workers.ask(Question(hungry, ("text/csv",))), return_exceptions=True))[0]
        finally:
            workers.stop()

    answer = asyncio.run(run())
    assert isinstance(answer, Stopped)
    assert "memory" in str(answer)


# --- An independent client ---------------------------------------------------------------------------------------

COMPETENCY = sorted((SHARED / "design/questions").glob("[0-9]*.rq"))


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The address of a server over the first article, and its store."""
    folder = tmp_path_factory.mktemp("seed") / "store"
    pipeline.build([SHARED / "eval/gold/seed.txt"], folder)
    for base in serving(folder):
        yield base, Store.open(folder)


@needs_shared
@pytest.mark.parametrize("path", COMPETENCY, ids=lambda path: path.stem)
@pytest.mark.parametrize("post", [False, True], ids=["get", "post"])
def test_the_competency_questions_through_sparqlwrapper(seed: tuple[str, Store], path: Path, post: bool) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper, the client, is not installed")
    base, store = seed
    client = wrapper.SPARQLWrapper(base + "/sparql", returnFormat=wrapper.JSON)
    client.setMethod(wrapper.POST if post else wrapper.GET)
    client.setQuery(path.read_text("utf-8"))
    found = client.query().convert()
    expected = store.query(path.read_text("utf-8"))
    assert found["head"]["vars"] == list(expected.variables)
    assert len(found["results"]["bindings"]) == len(expected.rows)
    for binding, row in zip(found["results"]["bindings"], expected.rows, strict=True):
        known = {name: value for name, value in row.items() if value is not None}
        assert binding.keys() == known.keys()
        assert all(binding[name]["value"] == value for name, value in known.items() if isinstance(value, str))
        assert all(float(binding[name]["value"]) == value for name, value in known.items() if type(value) is int)
