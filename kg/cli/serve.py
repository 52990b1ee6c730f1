"""``kg serve`` and ``kg brief``: a store in a browser, and an article on a page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.console import one_article, output_option, store_option, write


@click.command()
@store_option
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port.")
def serve(store: str, host: str, port: int) -> None:
    """Shows the store in a browser: articles, graph, figures, analyses, SPARQL.

    Read-only, and only for this machine unless --host names another address. /sparql is an endpoint for any
    SPARQL client. After a build it shows the new state by itself.

    \b
    Example:
      kg serve --store readout-store
    """
    from kg import pipeline
    from kg.serve import serve as start
    from kg.serve.latest import Latest
    from kg.serve.library import Library
    from kg.store import Store

    folder = Path(store)
    latest = Latest(
        folder, lambda: Library(Store.open(folder), lambda source: pipeline.check_store(source)[0].findings)
    )
    count = latest().size
    click.echo(f"{count} article{'s' * (count != 1)} at http://{host}:{port}/ (stop with Ctrl-C)")
    start(latest, folder, host, port)


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
