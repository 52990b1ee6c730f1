"""``kg serve``: the web face of a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg import pipeline
from kg.cli.console import store_option
from kg.store import Store


@click.command()
@store_option
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port.")
def serve(store: str, host: str, port: int) -> None:
    """Shows the store in a browser: articles, graph, figures, analyses, SPARQL.

    Read-only, and only for this machine unless --host names another address. /sparql is an endpoint for any
    SPARQL client. Start it again after a build.

    \b
    Example:
      kg serve --store readout-store
    """
    # Only this command needs the web framework, whose import takes time.
    from kg.serve import serve as start
    from kg.serve.library import Library

    source = Store.open(Path(store))
    report, count = pipeline.check_store(source)
    click.echo(f"{count} article{'s' * (count != 1)} at http://{host}:{port}/ (stop with Ctrl-C)")
    start(Library(source, report.findings), Path(store), host, port)
