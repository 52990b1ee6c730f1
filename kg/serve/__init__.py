"""The web face of a store: read-only, local, without any other server."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import uvicorn

from kg.model import ReadoutError
from kg.serve.app import ASSETS, app
from kg.serve.connection import Connection
from kg.serve.library import Library
from kg.serve.workers import Workers

SECONDS = 10.0
MOST_ROWS = 100_000
_WORKERS = 2


def serve(
    latest: Callable[[], Library], folder: Path, listening: socket.socket, host: str, origins: Collection[str] = ()
) -> None:
    """Serves the views of the latest library and the endpoint on its store until stopped.

    ``host`` is the name or address that ``listening`` is bound to; ``origins`` are those of other sites that may ask.
    Raises ReadoutError where the pages have not been built.
    """
    if not (ASSETS / "site.css").is_file():
        raise ReadoutError("the pages have not been built: install the package again (pip install -e .)")
    hosts = {"localhost", host.lower(), socket.gethostname().lower()}
    site = app(latest, lambda: Workers(folder, _WORKERS, SECONDS, MOST_ROWS), hosts, origins)
    config = uvicorn.Config(site, http=Connection, ws="none", log_level="warning", server_header=False)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
