"""``kg serve`` and ``kg brief``: a store in a browser, and an article on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.console import one_article, output_option, say, store_option, write
from kg.model import BadInput


@click.command()
@store_option
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port.")
@click.option(
    "--allow-origin",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    callback=lambda _context, _option, values: [_origin(value) for value in values],
    help="Another site whose pages may ask, as https://example.org (may be repeated; * for any).",
)
def serve(store: str, host: str, port: int, origins: Sequence[str]) -> None:
    """Shows the store in a browser: articles, graph, figures, analyses, SPARQL.

    Read-only, and only for this machine unless --host names another address. /sparql is an endpoint for any
    SPARQL client; pages of other sites may not ask it unless --allow-origin names them. After a build it shows
    the new state by itself.

    \b
    Example:
      kg serve --store readout-store
    """
    from kg import pipeline
    from kg.serve import serve as start
    from kg.serve.connection import listen
    from kg.serve.latest import Latest
    from kg.serve.library import Library
    from kg.store import Store

    folder = Path(store)
    latest = Latest(
        folder, lambda: Library(Store.open(folder), lambda source: pipeline.check_store(source)[0].findings)
    )
    count = latest().size
    with listen(host, port) as listening:
        address = f"[{host}]" if ":" in host else host
        say(f"{count} article{'s' * (count != 1)} at http://{address}:{listening.getsockname()[1]}/ (stop with Ctrl-C)")
        start(latest, folder, listening, host, origins)


def _origin(text: str) -> str:
    """An origin as browsers send it. Raises BadInput where it is none."""
    if text != "*" and not re.fullmatch(r"https?://[^/?#@\s]+", text):
        raise BadInput(f"{text} is no origin; write it as https://example.org, without a path")
    return text.lower()


@click.command()
@click.argument("article", metavar="ARTICLE")
@output_option
def brief(article: str, output: str | None) -> None:
    """Writes one page about an article: what was said, who, figures checked, questions to ask.

    The page needs no other file, so it can be mailed and printed. Every sentence carries its evidence.

    \b
    Example:
      kg brief article.txt -o brief.html
    """
    from kg import pipeline
    from kg.read import read
    from kg.serve.article import article as view
    from kg.serve.brief import brief as page
    from kg.store import Store

    graph = pipeline.graph_of(read(one_article(article)))
    write(page(view(Store.single(graph), pipeline.findings_of(graph))), output)
