"""Queries of users in processes of their own, so that one that does not end can be stopped."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from kg.model import BadInput, ReadoutError, TooMuch
from kg.serve.latest import Latest
from kg.store import Store

_MEMORY = 2 << 30
_CONTEXT = multiprocessing.get_context("spawn")


class Stopped(ReadoutError):
    """A query that took too long or too much memory."""


class Busy(ReadoutError):
    """All workers are taken for longer than a query may wait."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the media types that its asker takes, and the graphs to ask where not all."""

    query: str
    accepted: tuple[str, ...]
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class _Worker:
    """A process that answers one question at a time."""

    def __init__(self, folder: Path, most: int) -> None:
        self._here, there = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(there, folder, most), daemon=True)
        self._process.start()
        there.close()

    def ask(self, question: Question, seconds: float) -> tuple[str, bytes] | ReadoutError:
        """The answer, or why there is none; after a Stopped the worker is of no further use."""
        try:
            self._here.send(question)
            if not self._here.poll(seconds):
                return Stopped(f"the query was stopped after {seconds:g} seconds; ask for less or add a LIMIT")
            answer: tuple[str, bytes] | ReadoutError = self._here.recv()
        except (EOFError, OSError):
            return Stopped("the query was stopped because it needs too much memory; ask for less")
        return answer

    def stop(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.join()
        self._here.close()


class Workers:
    """A few workers that take turns; a question waits for a free one as long as it may run."""

    def __init__(self, folder: Path, count: int, seconds: float, most: int) -> None:
        self._folder, self._seconds, self._most = folder, seconds, most
        self._all = [_Worker(folder, most) for _ in range(count)]
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        for worker in self._all:
            self._free.put_nowait(worker)

    async def ask(self, question: Question) -> tuple[str, bytes]:
        """The media type and the bytes of the answer.

        Raises BadInput, TooMuch, Stopped or Busy.
        """
        try:
            worker = await asyncio.wait_for(self._free.get(), self._seconds)
        except TimeoutError:
            raise Busy("other queries are being answered; try again in a moment") from None
        answer: tuple[str, bytes] | ReadoutError = Stopped("the query was given up")
        try:
            answer = await asyncio.to_thread(worker.ask, question, self._seconds)
        finally:
            self._free.put_nowait(self._renewed(worker) if isinstance(answer, Stopped) else worker)
        if isinstance(answer, ReadoutError):
            raise answer
        return answer

    def _renewed(self, worker: _Worker) -> _Worker:
        self._all.remove(worker)
        worker.stop()
        self._all.append(_Worker(self._folder, self._most))
        return self._all[-1]

    def stop(self) -> None:
        """Ends all workers."""
        for worker in self._all:
            worker.stop()


def _work(connection: Connection, folder: Path, most: int) -> None:
    """Answers questions until the other end goes away."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    latest = Latest(folder, lambda: Store.open(folder))
    while True:
        try:
            question: Question = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        connection.send(_answer(latest(), question, most))


def _answer(store: Store, question: Question, most: int) -> tuple[str, bytes] | ReadoutError:
    accepted: Sequence[str] = question.accepted
    try:
        return store.document(question.query, accepted, most, question.default, question.named)
    except (BadInput, TooMuch) as error:
        return error
