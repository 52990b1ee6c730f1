"""A connection does not wait for ever for the other side, and one that breaks off leaves no traceback."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve import connection, protocol
from kg.serve.connection import Connection, listen

BIG = 30_000_000


async def thinking(request: Request) -> Response:
    await asyncio.sleep(1.5)
    return PlainTextResponse("thought")


async def big(request: Request) -> Response:
    return Response(b"x" * BIG)


async def asked(request: Request) -> Response:
    return await protocol.answer(request, SimpleNamespace(ask=None))  # type: ignore[arg-type]


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that is patient for half a second."""
    monkeypatch.setattr(connection, "PATIENCE", 0.5)
    routes = [Route("/thinking", thinking), Route("/big", big), Route("/sparql", asked, methods=["POST"])]
    config = uvicorn.Config(Starlette(routes=routes), http=Connection, ws="none", lifespan="off", log_level="warning")
    server = uvicorn.Server(config)
    with listen("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(20)


def ends(port: int, sent: bytes) -> bool:
    """Whether the server ends a connection on which so much was sent."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(sent)
        try:
            return client.recv(1000) == b""
        except ConnectionResetError:
            return True


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: ",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 50\r\n\r\nASK",
    ],
    ids=["nothing", "half a line", "half a head", "half a body"],
)
def test_a_request_that_does_not_come_whole_is_given_up(port: int, sent: bytes) -> None:
    begin = time.monotonic()
    assert ends(port, sent)
    assert 0.3 < time.monotonic() - begin < 4


def test_a_request_that_drips_in_is_given_up(port: int) -> None:
    begin = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client, suppress(OSError):
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
        while time.monotonic() < begin + 5:
            client.sendall(b"x")
            time.sleep(0.1)
    assert time.monotonic() < begin + 4


def test_an_answer_that_takes_us_long_still_comes(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        for _ in range(2):
            client.sendall(b"GET /thinking HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = b""
            while not answer.endswith(b"thought"):  # the head may come alone
                answer += client.recv(10_000)
            assert answer.startswith(b"HTTP/1.1 200")


def test_an_answer_that_is_not_taken_is_given_up_and_a_slow_reader_is_not(port: int) -> None:
    request = b"GET /big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    for pause, whole in ((0.05, True), (2.5, False)):
        with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            client.sendall(request)
            assert (_read(client, pause) > BIG) is whole


def _read(client: socket.socket, pause: float) -> int:
    total = 0
    with suppress(ConnectionResetError):
        time.sleep(pause)
        while data := client.recv(1_000_000):
            total += len(data)
            time.sleep(min(pause, 0.05))
    return total


def test_connections_above_the_limit_are_closed_at_once(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 60)
    monkeypatch.setattr(connection, "_MOST", 3)
    clients = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(3)]
    assert ends(port, b"")
    for client in clients:
        client.close()


def test_a_post_that_is_broken_off_leaves_no_traceback(port: int, caplog: pytest.LogCaptureFixture) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 50\r\n\r\n"
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
                client.sendall(head + b"ASK")
                time.sleep(0.05)
        time.sleep(0.3)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
