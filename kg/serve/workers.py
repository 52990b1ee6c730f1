"""Queries of users in processes of their own, so that one that does not end can be stopped.

A query first has a short time among the quick workers. One that needs more is stopped there and asked again of the patient
workers, so that heavy queries wait for each other and light ones do not wait for them.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from kg.model import ReadoutError
from kg.serve.latest import Latest
from kg.serve.offline import go_offline
from kg.store import Store

_MEMORY = 2 << 30
_QUICK = 0.5  # seconds
_START = 60.0  # seconds
if sys.platform == "win32":
    _CONTEXT = multiprocessing.get_context("spawn")
else:  # a fork of a process that has the modules already starts in milliseconds
    _CONTEXT = multiprocessing.get_context("forkserver")
    _CONTEXT.set_forkserver_preload(["kg.serve.workers"])


class Stopped(ReadoutError):
    """A query that took too long or too much memory."""


class Slow(Stopped):
    """A query that took too long."""


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

    def __init__(self, folder: Path, most: int, patient: bool) -> None:
        self._here, there = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(there, folder, most, patient), daemon=True)
        self._process.start()
        self._ready = False
        there.close()

    def ask(self, question: Question, seconds: float) -> tuple[str, bytes] | ReadoutError:
        """The answer, or why there is none; after a Stopped the worker is of no further use."""
        try:
            if not self._ready and self._here.poll(_START):
                self._ready = self._here.recv()
            self._here.send(question)
            if not self._here.poll(seconds):
                return Slow(f"the query was stopped after {seconds:g} seconds; ask for less or add a LIMIT")
            answer: tuple[str, bytes] | ReadoutError = self._here.recv()
        except (EOFError, OSError):
            return Stopped(self._why())
        return answer

    def _why(self) -> str:
        self._process.join(1)
        if self._process.exitcode == -signal.SIGSEGV:
            return "the query was stopped because it is too deep or too long; ask in smaller steps"
        return "the query was stopped because it needs too much memory; ask for less"

    def stop(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._here.close()


class _Lane:
    """Workers that take turns at questions which may run for the same time."""

    def __init__(self, start: Callable[[], _Worker], count: int, seconds: float, patience: float) -> None:
        self._start, self._seconds, self._patience = start, seconds, patience
        self._all = [start() for _ in range(count)]
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(count)
        for worker in self._all:
            self._free.put_nowait(worker)

    async def ask(self, question: Question) -> tuple[str, bytes]:
        """The answer, for which a question waits as long as ``patience``."""
        try:
            worker = await asyncio.wait_for(self._free.get(), self._patience)
        except TimeoutError:
            raise Busy("other queries are being answered; try again in a moment") from None
        answer: tuple[str, bytes] | ReadoutError = Stopped("the query was given up")
        try:
            loop = asyncio.get_running_loop()
            answer = await loop.run_in_executor(self._threads, worker.ask, question, self._seconds)
        finally:
            self._free.put_nowait(self._renewed(worker) if isinstance(answer, Stopped) else worker)
        if isinstance(answer, ReadoutError):
            raise answer
        return answer

    def _renewed(self, worker: _Worker) -> _Worker:
        self._all.remove(worker)
        worker.stop()
        self._all.append(self._start())
        return self._all[-1]

    def stop(self) -> None:
        """Ends all workers."""
        for worker in self._all:
            worker.stop()
        self._threads.shutdown()


class Workers:
    """So many patient workers and twice as many quick ones; a question waits for one as long as it may run."""

    def __init__(self, folder: Path, count: int, seconds: float, most: int) -> None:
        self._quick = _Lane(partial(_Worker, folder, most, False), 2 * count, min(_QUICK, seconds), seconds)
        self._patient = _Lane(partial(_Worker, folder, most, True), count, seconds, seconds)

    async def ask(self, question: Question) -> tuple[str, bytes]:
        """The media type and the bytes of the answer.

        Raises what :meth:`kg.store.Store.document` raises, Stopped or Busy.
        """
        try:
            return await self._quick.ask(question)
        except Slow:
            return await self._patient.ask(question)

    def stop(self) -> None:
        """Ends all workers."""
        self._quick.stop()
        self._patient.stop()


def _work(connection: Connection, folder: Path, most: int, patient: bool) -> None:
    """Answers questions until the other end goes away."""
    go_offline()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(10 if patient else 0)
    latest = Latest(folder, lambda: Store.open(folder))
    connection.send(True)
    while True:
        try:
            question: Question = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        connection.send(_answer(latest(), question, most))


def _answer(store: Store, question: Question, most: int) -> tuple[str, bytes] | ReadoutError:
    try:
        return store.document(question.query, question.accepted, most, question.default, question.named)
    except ReadoutError as error:
        return error
