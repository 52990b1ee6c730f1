"""No question reaches another server, in whatever way it says SERVICE; and the word itself may be used."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox
import pytest
from support import TALKS, python

from kg import pipeline
from kg.model import BadInput, ReadoutError
from kg.serve.offline import go_offline
from kg.serve.workers import Question, Workers
from kg.store import Store
from kg.vocabulary import NAMESPACES

HERE = "<http://127.0.0.1:PORT/sparql>"
DISGUISES = [
    "SELECT * { SERVICE HERE { ?s ?p ?o } }",
    "SELECT * { service HERE { ?s ?p ?o } }",
    "SELECT * { sErViCe SILENT HERE { ?s ?p ?o } }",
    "SELECT * { SERVICEHERE{ ?s ?p ?o } }",
    "SELECT*{SERVICEHERE{}}",
    "SELECT * { SERVICE\n\t\r HERE\n{ ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n HERE { ?s ?p ?o } }",
    "SELECT * { SERVICE#'''\nHERE { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE :sparql { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE:sparql { ?s ?p ?o } }",
    "PREFIX foo: <http://127.0.0.1:PORT/> SELECT * { SERVICEfoo:sparql { ?s ?p ?o } }",
    "PREFIX foo: <http://127.0.0.1:PORT/> SELECT * { SERVICESILENTfoo:sparql { ?s ?p ?o } }",
    "PREFIX service: <http://127.0.0.1:PORT/> SELECT * { SERVICE service:sparql { ?s ?p ?o } }",
    "PREFIX SERVICE: <http://127.0.0.1:PORT/> SELECT * { SERVICESERVICE:sparql { ?s ?p ?o } }",
    "BASE <http://127.0.0.1:PORT/> SELECT * { SERVICE <sparql> { ?s ?p ?o } }",
    "SELECT * { BIND(HERE AS ?u) SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { BIND(IRI(CONCAT('http://127.0.0.1:', 'PORT/')) AS ?u) SERVICE?u{ ?s ?p ?o } }",
    "SELECT * { VALUES ?service { HERE } SERVICE ?service { ?s ?p ?o } }",
    "SELECT * { BIND(''' x ' ''' AS ?x) SERVICE HERE { ?s ?p ?o } BIND(''' ' ''' AS ?y) }",
    "SELECT * { BIND('''\"\"\"''' AS ?x) SERVICE HERE { ?s ?p ?o } BIND('''\"\"\"''' AS ?y) }",
    'SELECT * { BIND("""\'\'\'""" AS ?x) SERVICE HERE { ?s ?p ?o } BIND("""\'\'\'""" AS ?y) }',
    'SELECT * { BIND("\\"" AS ?x) SERVICE HERE { ?s ?p ?o } BIND("\\"" AS ?y) }',
    "SELECT * { BIND('\\'' AS ?x) SERVICE HERE { ?s ?p ?o } BIND('\\'' AS ?y) }",
    "SELECT * { BIND('\\u0027' AS ?x) SERVICE HERE { ?s ?p ?o } BIND('\\u0027' AS ?y) }",
    "SELECT * { BIND('' AS ?x) SERVICE HERE { ?s ?p ?o } BIND('' AS ?y) }",
    "PREFIX : <http://x/#> # <'\nSELECT * { SERVICE HERE { ?s ?p ?o } } # '>",
    "SELECT * { FILTER(1<2) SERVICE HERE { ?s ?p ?o } FILTER(2>1) }",
    "SELECT * { FILTER(1 <?x)SERVICE HERE { ?s ?p ?o } BIND(1>2 AS ?y) }",
    "ASK { SERVICE HERE { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE HERE { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE HERE { ?s ?p ?o } }",
    "SELECT (COUNT(*) AS ?n) { { SELECT * { SERVICE HERE { ?s ?p ?o } } } }",
    "SELECT * { OPTIONAL { SERVICE HERE { ?s ?p ?o } } }",
    "SELECT * { BIND(1 AS ?x) FILTER EXISTS { SERVICE HERE { ?s ?p ?o } } }",
    "SELECT * { { } UNION { SERVICE SILENT HERE { ?s ?p ?o } } }",
    "SELECT * { BIND(1 AS ?x) MINUS { BIND(1 AS ?x) SERVICE HERE { ?s ?p ?o } } }",
    "SELECT * { GRAPH ?g { ?a ?b ?c } SERVICE HERE { ?s ?p ?o } }",
    "PREFIX servica: <a:> PREFIX SERVICB: <b:> SELECT * { SERVICE HERE { ?s ?p ?o } }",
    "SELECT * { ?s \u017fervice:x ?o . SERVICE HERE { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE HERE { ?s ?p ?o } }",
]
HARMLESS = [
    "SELECT ?service { ?service a schema:NewsArticle }",
    "SELECT ?SERVICE ?service { VALUES (?SERVICE ?service) { (1 2) } }",
    "PREFIX service: <http://x.y/> SELECT * { ?s service:p ?o }",
    "SELECT * { ?s a <http://x.y/service> } # SERVICE",
    "SELECT ('service' AS ?a) ('''a ' SERVICE <http://x.y/> {} ''' AS ?b) {}",
    'SELECT ("""SERVICE <http://x.y/> { "" }""" AS ?b) {}',
    "ASK { FILTER(CONTAINS('foreign service', \"service\")) }",
]


class Listener:
    """Counts who connects, and breaks off."""

    def __init__(self, listening: socket.socket) -> None:
        self.port, self.calls, self._socket = listening.getsockname()[1], 0, listening

    def run(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()

    def address(self, query: str) -> str:
        return query.replace("HERE", HERE).replace("PORT", str(self.port))


@contextmanager
def listening() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as open_:
        listener = Listener(open_)
        threading.Thread(target=listener.run, daemon=True).start()
        yield listener
        open_.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("service") / "store"
    pipeline.build([TALKS], folder)
    return folder


def test_the_disguises_are_real_the_engine_alone_reaches_the_listener(listener: Listener) -> None:
    reached = []
    for query in DISGUISES:
        before = listener.calls
        with suppress(OSError, SyntaxError, RuntimeError):
            answer = ox.Store().query(listener.address(query), prefixes=NAMESPACES)
            list(answer)
        if listener.calls > before:
            reached.append(query)
    assert len(reached) >= 30, [query for query in DISGUISES if query not in reached]


@pytest.mark.parametrize("query", DISGUISES)
def test_no_disguise_of_service_is_asked(folder: Path, listener: Listener, query: str) -> None:
    store = Store.open(folder)
    with pytest.raises(BadInput, match=r"SERVICE|cannot be read"):
        store.query(listener.address(query))
    assert listener.calls == 0


def test_no_disguise_reaches_a_listener_through_the_workers(folder: Path, listener: Listener) -> None:
    async def run() -> list[object]:
        workers = Workers(folder, 2, 20, 1000)
        try:
            questions = [Question(listener.address(query), ("text/csv", "text/turtle")) for query in DISGUISES]
            return list(await asyncio.gather(*map(workers.ask, questions), return_exceptions=True))
        finally:
            workers.stop()

    assert {type(answer) for answer in asyncio.run(run())} == {BadInput}
    assert listener.calls == 0


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_itself_may_be_used(folder: Path, query: str) -> None:
    Store.open(folder).query(query)


def test_a_query_that_spells_the_word_in_every_way_is_refused(folder: Path) -> None:
    every = " ".join(f"?servic{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    with pytest.raises(BadInput):
        Store.open(folder).query(f"SELECT {every} {{ SERVICE <http://x.y/> {{ ?s ?p ?o }} }}")


def test_a_typo_beside_the_word_is_still_told(folder: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        Store.open(folder).query("SELECT ?service { ?service ?p }")


OFFLINE = """
import sys
import pyoxigraph as ox
from kg.serve.offline import go_offline
if not go_offline():
    sys.exit(3)
try:
    list(ox.Store().query(sys.argv[1]))
except OSError as error:
    print(error)
"""


def test_a_process_without_network_reaches_no_listener_even_unguarded(listener: Listener) -> None:
    ran = python(OFFLINE, listener.address(DISGUISES[0]))
    if ran.returncode == 3:
        pytest.skip("this system cannot take the network from a process")
    assert ran.returncode == 0, ran.stderr.decode()
    assert b"denied" in ran.stdout
    assert listener.calls == 0


def test_where_the_system_is_another_the_guard_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "abacus")
    assert go_offline() is False


# --- Depth -------------------------------------------------------------------------------------------------------

DEEP = {
    "groups": "SELECT * " + "{" * 10_000 + "}" * 10_000,
    "groups that do not end": "SELECT * " + "{" * 10_000,
    "brackets": "SELECT * { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "functions": "SELECT (" + "STR(" * 10_000 + "1" + ")" * 10_000 + " AS ?x) {}",
    "queries": "SELECT * { " + "{ SELECT * {" * 5000 + "}}" * 5000 + " }",
    "exists": "SELECT * { " + "FILTER EXISTS {" * 5000 + "}" * 5000 + " }",
    "nodes": "SELECT * { ?a ?b " + "[ ?c " * 5000 + "1" + "]" * 5000 + " }",
    "triples": "SELECT * { " + "<<" * 5000 + "?a ?b ?c" + ">> ?p ?o" * 5000 + " }",
    "closed in comments": "SELECT * " + "{ #}\n" * 5000 + "}" * 5000,
    "closed in texts": "SELECT * { FILTER(" + "(')'=" * 5000 + "1" + ")" * 5000 + ") }",
    "negations": "SELECT * { FILTER(" + "!" * 10_000 + "1) }",
    "choices": "SELECT * { FILTER(" + "||".join("1" * 10_000) + ") }",
    "sums": "SELECT * { FILTER(" + "+".join("1" * 10_000) + ") }",
    "unions": "SELECT * { " + "UNION".join(["{}"] * 10_000) + " }",
    "minus": "SELECT * { " + "MINUS{}" * 10_000 + " }",
    "binds": "SELECT * { " + "".join(f"BIND(1 AS ?a{n})" for n in range(6000)) + " }",
    "lists": "SELECT * { ?a ?b (" + "1 " * 10_000 + ") }",
    "lists of nodes": "SELECT * { ?a ?b (" + "[] " * 10_000 + ") }",
    "lists behind a sign": "SELECT * { ?a ?b (-1 " + "1 " * 10_000 + ") }",
    "lists behind a name": "PREFIX a: <x:> SELECT * { ?a ?b (a:b-c " + "1 " * 10_000 + ") }",
    "blocks of data": "SELECT * { " + "".join(f"VALUES ?x{n} {{1}} " for n in range(6000)) + "}",
    "conditions": "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING " + "(true) " * 10_000,
    "results": "SELECT " + "".join(f"(1 AS ?x{n}) " for n in range(6000)) + "{}",
    "orders": "SELECT * {} ORDER BY " + "bound(?a) " * 10_000,
    "groups side by side": "SELECT * { " + "{?a ?b ?c} " * 10_000 + "}",
    "described": "DESCRIBE " + "<x:a> " * 10_000,
    "reifiers": "SELECT * { ?a ?b ?c " + "~ <x:a> " * 10_000 + "}",
    "lists of texts": "SELECT * { ?a ?b (" + "'(' " * 10_000 + ") }",
}


@pytest.mark.parametrize("query", DEEP.values(), ids=DEEP)
def test_a_deep_query_is_refused_in_a_line(query: str) -> None:
    with pytest.raises(BadInput, match=r"nested too deeply|too long"):
        Store.memory().query(query)


def test_brackets_in_texts_and_long_lists_are_not_depth() -> None:
    store = Store.memory()
    assert store.query("SELECT ('" + ":-( " * 500 + "' AS ?x) {}").rows
    assert len(store.query("SELECT * { VALUES (?x ?y) {" + "(1 2)" * 5000 + "} }").rows) == 5000
    assert store.query("ASK { FILTER(2 IN (" + "1, " * 5000 + "2)) }").truth
    assert store.query("ASK { FILTER('x' != <http://x.y/((((((>) " + "{" * 90 + "}" * 90 + "}").truth is not None


def test_what_a_query_breaks_in_the_engine_is_told_in_a_line() -> None:
    with pytest.raises(BadInput, match="cannot be answered: The custom function"):
        Store.memory().query("SELECT (<http://x.y/f>(1) AS ?x) {}")


def test_a_store_that_is_damaged_while_it_is_asked_is_told_so(tmp_path: Path) -> None:
    pipeline.build([TALKS], tmp_path / "store")
    store = Store.open(tmp_path / "store")
    for part in (tmp_path / "store").rglob("*.sst"):
        with part.open("r+b") as file:
            file.truncate(part.stat().st_size // 2)
    with pytest.raises(ReadoutError, match="the store is damaged; build it anew"):
        store.query("SELECT * { ?a ?b ?c }")
