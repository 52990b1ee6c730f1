"""How the time grows: from text to claims with the length of the text, and of the network with the number of articles.

usage: python benchmarks/growth.py [FOLDER]

The texts are the articles of FOLDER (``data/articles``), one after the other and over again, cut to length: the people
stay the same, so what is said again counts as one claim. The copies of articles differ in empty lines at their end.
Prints milliseconds (the best of several runs in one process, on one core) and the time for a unit of length, relative
to the first row: 1.00 throughout is linear growth. Ratios of one run compare, absolute times do not.
"""

from __future__ import annotations

import sys
from functools import partial
from itertools import cycle
from pathlib import Path

from timing import best

from kg import reading
from kg.analyse import network
from kg.kinds.figures.claim import FIGURES
from kg.kinds.kind import Readings
from kg.model import Article
from kg.pipeline import graph_of
from kg.read import find, read
from kg.read.text import article
from kg.store import Store

LENGTHS = tuple(2000 * 2**step for step in range(8))
COPIES = (5, 10, 20)


def claims(name: str, text: str) -> Readings:
    """Text to claims, by the rules alone."""
    return reading.read(reading.mark(article(name, text)))


def text_of(articles: list[Article], length: int) -> str:
    """Articles one after the other, over again until the length is reached."""
    parts: list[str] = []
    size = 0
    for source in cycle(articles):
        parts.append(source.text.rstrip() + "\n\n")
        size += len(parts[-1])
        if size >= length:
            return "".join(parts)[:length]
    raise SystemExit("no articles")


def by_length(articles: list[Article]) -> None:
    print(f"{'text to claims':<24}{'ms':>9}{'claims':>9}{'ms / length':>14}")
    first = 0.0
    for length in LENGTHS:
        text = text_of(articles, length)
        ms, read_ = best(partial(claims, "long", text), 3 if length > 50_000 else 10)
        first = first or ms / length
        print(f"{f'{length:,} characters':<24}{ms:>9.1f}{len(read_[FIGURES]):>9}{ms / length / first:>12.2f} x")


def a_second(articles: list[Article]) -> None:
    ms, _ = best(lambda: [claims(each.name, each.text) for each in articles])
    characters = sum(len(each.text) for each in articles)
    each = f"{len(articles)} articles of {characters / len(articles):,.0f} characters on average"
    print(f"\n{each}: {len(articles) / ms * 1000:.0f} articles a second")


def by_articles(articles: list[Article]) -> None:
    print(f"\n{'network of a store':<24}{'ms':>9}{'edges':>9}{'ms / articles':>14}")
    first = 0.0
    for copies in COPIES:
        graphs = [
            graph_of(article(f"{each.name}-{copy}", each.text + "\n" * copy))
            for copy in range(copies)
            for each in articles
        ]
        store = Store.memory(*graphs, vocabulary_too=True)
        ms, found = best(partial(network, store), 3)
        first = first or ms / len(graphs)
        print(f"{f'{len(graphs)} articles':<24}{ms:>9.0f}{len(found.edges):>9}{ms / len(graphs) / first:>12.2f} x")


def main(folder: Path) -> None:
    articles = [read(path) for path in find([folder]).files]
    by_length(articles)
    a_second(articles)
    by_articles(articles)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "data/articles"))
