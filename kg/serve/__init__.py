"""The web face of a store: read-only, local, without any other server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.model import ReadoutError
from kg.serve.app import ASSETS, app
from kg.serve.library import Library
from kg.serve.workers import Workers

SECONDS = 10.0
MOST_ROWS = 100_000
_WORKERS = 4
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


def serve(latest: Callable[[], Library], folder: Path, host: str, port: int) -> None:
    """Serves the views of the latest library and the endpoint on its store until stopped.

    Raises ReadoutError where the pages have not been built.
    """
    if not (ASSETS / "site.css").is_file():
        raise ReadoutError("the pages have not been built: install the package again (pip install -e .)")
    # Another site could otherwise have its name point here and read the store through a browser (DNS rebinding).
    hosts = _LOCAL if host in (*_LOCAL, "::1") else ("*",)
    site = app(latest, lambda: Workers(folder, _WORKERS, SECONDS, MOST_ROWS), hosts)
    uvicorn.run(site, host=host, port=port, log_level="warning", server_header=False)
