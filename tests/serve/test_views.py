"""The views: every page answers, escapes what articles say, and carries a strict policy."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import OWL, RDF, SH, Graph, URIRef
from starlette.testclient import TestClient
from support import ARTICLES, TALKS, graph_of, graph_of_text

from kg import pipeline
from kg.analyse import names
from kg.model import BadInput, Finding, ReadoutError
from kg.pipeline import findings_of
from kg.serve import serve
from kg.serve.accept import accepted
from kg.serve.app import app
from kg.serve.article import article
from kg.serve.brief import brief
from kg.serve.connection import listen
from kg.serve.figures import pairs
from kg.serve.latest import Latest
from kg.serve.library import Library
from kg.serve.pages import address
from kg.serve.workers import Workers
from kg.store import Store
from kg.vocabulary import BASE

ENVOYS = ARTICLES / "kazakhstan-eu-france-poland-envoys.txt"
UZBEKISTAN = ARTICLES / "uzbekistan-foreign-trade-2019.txt"
HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(1)> {{ 7*7 }} javascript:alert(1)"
PAGES = ["/", "/graph", "/figures", "/analyses", "/sparql", *(f"/analyses/{name}" for name, _ in names())]
HTML = {"Accept": "text/html"}


def client_of(folder: Path) -> TestClient:
    latest = Latest(folder, lambda: Library(Store.open(folder), check))
    return TestClient(app(latest, lambda: Workers(folder, 1, 5, 1000), ("testserver",)))


def check(store: Store) -> Sequence[Finding]:
    return pipeline.check_store(store)[0].findings


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("views") / "store"
    pipeline.build([ARTICLES], folder)
    with client_of(folder) as client:
        yield client


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("hostile")
    name = "a<b>&\"'"
    text = (
        f"Minister {HOSTILE} meets envoy\n\nForeign Minister of France Jean{HOSTILE} Dupont met Ambassador of Poland Jan Nowak. "
        f"They discussed{HOSTILE} trade. Exports from France to Poland{HOSTILE} were $4.2 billion in 2023.\n"
    )
    (folder / f"{name}.txt").write_text(text, "utf-8")
    pipeline.build([folder], folder / "store")
    with client_of(folder / "store") as client:
        yield client


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(text: str) -> bool:
    """Whether a page has no script of its own, no handler, no image, and no address but local ones."""
    for tag, attributes in Elements(text).found:
        local = re.compile(r"(/(?!/)|#|data:,)")
        if tag == "script" and not (attributes.get("src") or "").startswith("/assets/"):
            return False
        if tag in ("img", "iframe", "object", "embed", "base") or any(name.startswith("on") for name in attributes):
            return False
        if any(not local.match(attributes[name] or "/") for name in ("href", "src", "action") if name in attributes):
            return False
    return True


def articles_of(client: TestClient) -> list[str]:
    return list(dict.fromkeys(re.findall(r"/article/[0-9a-f]{16}", client.get("/", headers=HTML).text)))


def things_of(client: TestClient) -> list[str]:
    text = "".join(client.get(path, headers=HTML).text for path in articles_of(client))
    return list(dict.fromkeys(re.findall(r"/entity\?iri=[^\"]+", text)))


# --- Every page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("which", ["client", "hostile"])
def test_every_page_answers_and_holds_no_markup_of_the_text(
    path: str, which: str, request: pytest.FixtureRequest
) -> None:
    site: TestClient = request.getfixturevalue(which)
    answer = site.get(path, headers=HTML)
    assert answer.status_code == 200
    assert harmless(answer.text)


@pytest.mark.parametrize("which", ["client", "hostile"])
def test_articles_and_things_are_pages_too(which: str, request: pytest.FixtureRequest) -> None:
    site: TestClient = request.getfixturevalue(which)
    paths = [*articles_of(site), *things_of(site)]
    assert len(paths) > 5
    for path in paths:
        answer = site.get(path.replace("&amp;", "&"), headers=HTML)
        assert answer.status_code == 200, path
        assert harmless(answer.text), path


@pytest.mark.parametrize("path", ["/", "/graph.json", "/sparql", "/nothing", "/assets/nothing.js", "/entity"])
def test_every_response_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path, headers=HTML).headers
    policy = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/assets/..%2fapp.py",
        "/assets/....//app.py",
        "/assets//etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/article/../../etc/passwd",
        "/entity?iri=file:///etc/passwd",
        "/entity?iri=%3E%20%7D%20DROP%20ALL",
        "/entity?iri=" + quote("http://x/>; . }"),
        "/analyses/..%2f..",
        "/article/nothing",
    ],
)
def test_nothing_outside_is_fetched(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import" not in answer.text


def test_only_names_of_this_machine_are_answered(client: TestClient) -> None:
    assert client.get("/", headers={**HTML, "Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/graph.json", "/figures", "/entity", "/assets/site.css"])
def test_the_views_are_read_only(client: TestClient, path: str) -> None:
    assert client.post(path).status_code == 405
    assert client.delete(path).status_code == 405


# --- Articles ----------------------------------------------------------------------------------------------------


def test_the_text_of_an_article_is_whole(client: TestClient) -> None:
    graph = graph_of(ENVOYS)
    view = article(Store.single(graph), findings_of(graph))
    shown = ["".join(segment.text for segment in paragraph.segments) for paragraph in view.paragraphs]
    assert shown == [line for line in ENVOYS.read_text("utf-8").splitlines() if line]


def test_every_fact_stands_where_the_text_says_it() -> None:
    graph, text = graph_of(ENVOYS), ENVOYS.read_text("utf-8")
    view = article(Store.single(graph), findings_of(graph))
    assert {fact.kind for fact in view.facts} >= {"person", "post", "meeting", "figure", "statement", "topic", "party"}
    assert all(text[q.begin : q.end] == q.quote for fact in view.facts for q in fact.quotes)
    shown = {number for p in view.paragraphs for s in p.segments for number in s.facts}
    assert shown == {fact.number for fact in view.facts}


def test_findings_stand_beside_their_paragraph_with_the_repair(client: TestClient) -> None:
    graph = graph_of(ENVOYS)
    view = article(Store.single(graph), findings_of(graph))
    beside = [finding for paragraph in view.paragraphs for finding in paragraph.findings]
    assert [finding.rule for finding in beside] == ["sum", "sum"]
    page = next(
        t for p in articles_of(client) if "Repair: reading &#39;million" in (t := client.get(p, headers=HTML).text)
    )
    severities = [
        severity
        for severity in ("violation", "warning", "info")
        for _ in range(page.count(f'class="finding {severity}"'))
    ]
    assert len(severities) == 3  # two of the article's own, one with another article
    assert "violation" in severities


def test_names_and_numbers_without_a_fact_are_marked() -> None:
    text = "Foreign Minister of France Jean Dupont met Ambassador of Poland Jan Nowak, watched by Zorblax.\n"
    view = article(Store.single(graph_of_text(text)), ())
    marked = [segment.text for paragraph in view.paragraphs for segment in paragraph.segments if segment.missed]
    assert "Zorblax" in " ".join(marked)
    assert view.missed >= 1


# --- Things ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "format_"),
    [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/n-triples", "nt")],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_thing_comes_as_triples_where_the_client_asks(client: TestClient, accept: str, format_: str) -> None:
    answer = client.get("/id/emmanuel-macron", headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    graph = Graph().parse(data=answer.text, format=format_)
    assert {str(subject) for subject in graph.subjects()} == {BASE + "id/emmanuel-macron"}
    by_iri = client.get("/entity", params={"iri": BASE + "id/emmanuel-macron"}, headers={"Accept": accept})
    assert by_iri.text == answer.text


def test_a_browser_gets_a_page_and_a_strange_client_is_told(client: TestClient) -> None:
    assert "Emmanuel Macron" in client.get("/id/emmanuel-macron", headers=HTML).text
    assert client.get("/id/emmanuel-macron", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/id/nobody", headers={"Accept": "text/turtle"}).status_code == 404


def test_addresses_are_local_and_escaped() -> None:
    assert address(BASE + "article/0123456789abcdef") == "/article/0123456789abcdef"
    assert address(BASE + "article/0123456789abcdef#char=1,2") == "/article/0123456789abcdef#char=1,2"
    assert address(BASE + "id/x") == "/entity?iri=" + quote(BASE + "id/x", safe="")
    assert address("javascript:alert(1)").startswith("/entity?iri=javascript%3A")


# --- Figures, graph ----------------------------------------------------------------------------------------------


def test_disputed_figures_are_told_apart(client: TestClient) -> None:
    states = re.findall(r'<td><span class="tag (\w+)">', client.get("/figures", headers=HTML).text)
    assert set(states) == {"stated", "derived", "disputed"}
    assert states.count("disputed") == 3  # two sums that the sample prints, and one year read into the wrong cell


def test_derived_figures_say_from_what() -> None:
    turnover = "Trade turnover between Georgia and Japan was $10 billion in 2023."
    text = f"{turnover} Exports from Georgia to Japan were $7 billion in 2023.\n"
    (pair,) = pairs(Store.memory(graph_of_text(text), vocabulary_too=True), ())
    (derived,) = [line for line in pair.lines if line.state == "derived"]
    assert (derived.flow, derived.amount, derived.words) == ("imports", 3_000_000_000, "turnover less exports")
    assert {line.share for line in pair.lines} == {100.0, 70.0, 30.0}


def test_the_graph_has_the_sources_to_filter_by(client: TestClient) -> None:
    data = client.get("/graph.json").json()
    assert len(data["sources"]) == len(data["articles"])
    assert all(client.get("/" + source["path"], headers=HTML).status_code == 200 for source in data["sources"])


# --- Briefs ------------------------------------------------------------------------------------------------------


def test_every_sentence_of_a_brief_carries_evidence_that_is_there() -> None:
    graph = graph_of(ENVOYS)
    page = brief(article(Store.single(graph), findings_of(graph)))
    lines = re.findall(r"<li><span dir=\"auto\">.*?</li>", page, re.DOTALL)
    assert len(lines) > 40
    targets = set(re.findall(r'id="(e\d+)"', page))
    for line in lines:
        found = re.findall(r'href="#(e\d+)"', line)
        assert found
        assert set(found) <= targets
    assert "Which is right: 3.530 billion USD" in page


def test_a_brief_needs_nothing_else_and_runs_no_script() -> None:
    text = (
        f"Minister {HOSTILE}\n\nForeign Minister of France Jean{HOSTILE} Dupont met Ambassador of Poland Jan Nowak.\n"
    )
    page = brief(article(Store.single(graph_of_text(text)), ()))
    assert harmless(page)
    assert "<script" not in page
    assert not re.search(r"https?://|url\(|@import", page.split("<body>")[0])


def test_a_brief_of_a_word_says_that_there_is_nothing() -> None:
    page = brief(article(Store.single(graph_of_text("Hello")), ()))
    assert "No meeting was read." in page


# --- Smaller parts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ("a/x", "a/y", "b/z")),
        ("a/y", ("a/y",)),
        ("a/*;q=0.2, b/z", ("b/z", "a/x", "a/y")),
        ("a/x;q=0, */*", ("a/y", "b/z")),
        ("c/c", ()),
        ("a/x;q=nonsense", ()),
        (",,;", ()),
    ],
)
def test_what_a_client_takes(header: str, expected: tuple[str, ...]) -> None:
    assert accepted(header, ("a/x", "a/y", "b/z")) == expected


def test_pages_that_were_not_built_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.ASSETS", tmp_path)
    with listen("127.0.0.1", 0) as listening, pytest.raises(ReadoutError, match="install the package again"):
        serve(lambda: Library(Store.memory(), check), tmp_path, listening, "127.0.0.1")


def test_a_build_is_shown_without_a_new_start(tmp_path: Path) -> None:
    folder, ask = tmp_path / "store", {"query": "SELECT ?a { ?a a schema:NewsArticle }"}
    pipeline.build([TALKS], folder)
    with client_of(folder) as client:
        assert UZBEKISTAN.stem not in client.get("/").text
        assert len(client.get("/sparql", params=ask).json()["results"]["bindings"]) == 1
        pipeline.build([UZBEKISTAN], folder)
        assert len(client.get("/sparql", params=ask).json()["results"]["bindings"]) == 2
        begin = time.monotonic()
        while UZBEKISTAN.stem not in client.get("/").text and time.monotonic() < begin + 20:
            time.sleep(0.1)
        assert UZBEKISTAN.stem in client.get("/").text


def test_a_store_that_is_gone_goes_on_being_shown(tmp_path: Path) -> None:
    pipeline.build([ENVOYS], tmp_path / "store")
    latest = Latest(tmp_path / "store", object)
    first = latest()
    (tmp_path / "store" / "CURRENT").write_text("nothing\n")
    assert latest() is first
    (tmp_path / "store" / "CURRENT").unlink()
    assert latest() is first
    with pytest.raises(BadInput):
        Latest(tmp_path, lambda: Store.open(tmp_path))


def test_the_checks_run_once_and_only_when_asked_for() -> None:
    asked: list[Store] = []
    library = Library(Store.memory(), lambda store: asked.append(store) or ())  # type: ignore[func-returns-value]
    assert library.size == 0
    assert asked == []
    assert library.findings == library.findings == ()
    assert len(asked) == 1


def test_the_ontology_stands_under_its_address(client: TestClient) -> None:
    answer = client.get("/ontology")
    assert answer.headers["Content-Type"].startswith("text/turtle")
    ontology = Graph().parse(data=answer.text, format="turtle")
    assert (URIRef(BASE + "ontology"), RDF.type, OWL.Ontology) in ontology
    assert (URIRef(BASE + "ontology#Meeting"), RDF.type, OWL.Class) in ontology


def test_every_shape_stands_under_its_address(client: TestClient) -> None:
    shapes = Graph().parse(data=client.get("/shape/Observation-flow").text, format="turtle")
    assert (URIRef(BASE + "shape/Observation-flow"), SH.path, None) in shapes
    assert client.get("/shape/none").status_code == 404
