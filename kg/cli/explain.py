"""``kg explain``: why the graph of an article says what it says."""

from __future__ import annotations

import click

from kg.cli.console import one_article, write


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.argument("words", metavar="[WORDS]", required=False)
def explain(article: str, words: str | None) -> None:
    """Tells for each fact of an article which rules, words and inherited parts gave it.

    With WORDS from its text it tells what was tried on them: the marks there, the rules that match and those that
    do not, and the facts that were read from them.

    \b
    Example:
      kg explain article.txt
      kg explain article.txt "did not meet"
    """
    from kg import pipeline

    write(pipeline.explained(one_article(article), words))
