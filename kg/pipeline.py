"""The stages in order: read, then all kinds of fact mark, read and write; then store, check, export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from kg import reading
from kg.checks import check as check_graph
from kg.checks import check_all, coverage_of, derive, engine_named
from kg.explain import as_text, stretches
from kg.explain import facts as told
from kg.export.facts import facts
from kg.kinds.figures.derived import derived_triples
from kg.model import AUTO, Article, ArticleGraph, Coverage, Facts, Finding, Report
from kg.read import find, read
from kg.store import Store, updating
from kg.witness import NONE, second, witness_named

Progress = Callable[[int, int], None]


def graph_of(article: Article, witness: str = NONE) -> ArticleGraph:
    """The graph of one article, its names read by the rules and then by a second witness."""
    return reading.write(reading.read(second(reading.mark(article), witness_named(witness))))


def graphs(
    paths: Iterable[str | Path], workers: int = 1, progress: Progress | None = None, witness: str = NONE
) -> list[ArticleGraph]:
    """The graphs of all articles in files and folders, sorted by name; a text that comes twice is read once.

    Raises, before any article is annotated, BadInput for the first file that is no article or an unknown witness,
    and WitnessUnavailable for one that cannot be loaded.
    """
    witness_named(witness)
    articles = [read(path) for path in find(paths)]
    unique = list({article.digest: article for article in reversed(articles)}.values())[::-1]
    found = []
    for number, graph in enumerate(_each(unique, workers, witness), 1):
        found.append(graph)
        if progress:
            progress(number, len(unique))
    return found


def _each(articles: list[Article], workers: int, witness: str) -> Iterator[ArticleGraph]:
    work = partial(graph_of, witness=witness)
    if workers == 1 or len(articles) < 2:
        yield from map(work, articles)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, articles, chunksize=max(1, min(50, len(articles) // workers)))


def build(
    paths: Iterable[str | Path], store: Path, workers: int = 1, progress: Progress | None = None, witness: str = NONE
) -> list[ArticleGraph]:
    """Reads articles into a store on disk, replacing earlier readings of the same articles, all or nothing."""
    read_ = graphs(paths, workers, progress, witness)
    with updating(store) as target:
        target.replace(read_, derived_of(read_))
    return read_


def derived_of(every: Iterable[ArticleGraph]) -> tuple[str, ...]:
    """The triples of the figures that follow from those that articles state."""
    return derived_triples(figure for graph in every for figure in derive(graph))


def facts_of(path: Path, witness: str = NONE) -> Facts:
    """The facts of one article file, as its graph gives them."""
    return facts(Store.single(graph_of(read(path), witness)))


def findings_of(graph: ArticleGraph) -> list[Finding]:
    """What the checks find on one article's graph."""
    return check_graph(graph)


def check_files(paths: Iterable[str | Path], witness: str = NONE, engine: str = AUTO) -> tuple[Report, int]:
    """The report on article files, and how many articles were checked.

    Raises ReadoutError where the SHACL engine of that name is not installed.
    """
    return _report(graphs(paths, witness=witness), engine)


def check_store(store: Store, engine: str = AUTO) -> tuple[Report, int]:
    """The report on all articles of a store, and how many there are. Raises what check_files raises."""
    return _report(store.article_graphs(), engine)


def _report(every: Sequence[ArticleGraph], engine: str) -> tuple[Report, int]:
    return Report(tuple(check_all(every, engine)), engine_named(engine).name), len(every)


def coverage(paths: Iterable[str | Path]) -> list[Coverage]:
    """What of article files is in their graphs, and what is not and why, sorted by name."""
    articles = [read(path) for path in find(paths)]
    return [coverage_of(graph_of(article), article) for article in articles]


def explained(path: Path, words: str | None = None) -> str:
    """Why the graph of an article file says what it says; with words from its text, what was tried on them."""
    readings = reading.read(reading.mark(read(path)))
    article, graph = readings.document.article, Store.single(reading.write(readings))
    tried = None if words is None else stretches(readings, words)
    return as_text(article, told(readings.document, graph), tried)
