"""The stages in order: read, then all kinds of fact mark, read and write; then store, check, export."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kg import reading
from kg.batch import Progress, Refused, each
from kg.checks import check as check_graph
from kg.checks import check_all, coverage_of, derive, engine_named
from kg.explain import as_text, stretches
from kg.explain import facts as told
from kg.export.facts import facts
from kg.graph.terms import article_iri
from kg.kinds.figures.derived import derived_triples
from kg.model import AUTO, Article, ArticleGraph, BadInput, Coverage, Facts, Finding, Head, Report
from kg.read import Found, find, key_of, lies_in, read
from kg.store import Changes, Store, changes, updating
from kg.witness import NONE, second, witness_named

_log = logging.getLogger(__name__)


def graph_of(article: Article, witness: str = NONE) -> ArticleGraph:
    """The graph of one article, its names read by the rules and then by a second witness."""
    return reading.write(reading.read(second(reading.mark(article), witness_named(witness))))


def graphs(
    paths: Iterable[str | Path],
    workers: int = 1,
    progress: Progress | None = None,
    witness: str = NONE,
    refused: Refused = None,
) -> list[ArticleGraph]:
    """The graphs of all articles in files and folders, sorted by name.

    A text that comes twice is read once, under the first of its keys, and what is left out is logged as a warning.
    Raises BadInput for an unknown witness and for paths that are not there, WitnessUnavailable for a witness that
    cannot be loaded, and, without ``refused``, BadInput for the first file that is no article.
    """
    witness_named(witness)
    articles = _articles(find(paths).files, refused)
    first = _firsts(articles)
    _left_out({a.key: first[a.digest].key for a in articles if first[a.digest] is not a})
    return _graphs(articles, workers, progress, witness, refused)


def _articles(files: list[Path], refused: Refused) -> list[Article]:
    return list(each(read, [(str(file), file) for file in files], refused))


def _graphs(
    articles: list[Article], workers: int, progress: Progress | None, witness: str, refused: Refused
) -> list[ArticleGraph]:
    """The graphs of articles, one for each text."""
    first = _firsts(articles)
    given = [(article.key, article) for article in articles if first[article.digest] is article]
    return list(each(partial(graph_of, witness=witness), given, refused, workers, progress))


def _firsts(articles: list[Article]) -> dict[str, Article]:
    """The article that stands for each text, by the hash of that: the first in the order of keys."""
    return {article.digest: article for article in sorted(articles, key=lambda article: article.key, reverse=True)}


def _left_out(same: Mapping[str, str]) -> None:
    for key, other in same.items():
        _log.warning("%s: left out, the same text as %s", key, other)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build read and what it changed in the store."""

    graphs: list[ArticleGraph]
    changes: Changes


def build(
    paths: Iterable[str | Path],
    store: Path,
    workers: int = 1,
    progress: Progress | None = None,
    witness: str = NONE,
    refused: Refused = None,
    name: str | None = None,
    prune: bool = False,
) -> Built:
    """Reads articles into a store on disk in place of their earlier versions, all that can be read or nothing.

    ``name`` is the key of a single article, in place of its path. ``prune`` takes out the articles of the folders in
    ``paths`` whose files are no longer there. Raises what :func:`graphs` raises, and what is wrong with the store.
    """
    given = list(map(Path, paths))
    witness_named(witness)
    found = find(given, empty=prune)
    articles = _articles(found.files, refused)
    if name is not None:
        articles = [_named(articles, name)]
    pruned = _folders(given) if prune else []
    read_ = _graphs(articles, workers, progress, witness, refused)
    digests = {graph.digest for graph in read_}
    with updating(store) as target:
        held = {head.key: head.digest for head in target.heads()}
        gone = _gone(held, pruned, found)
        change = changes(held, {a.key: a.digest for a in articles if a.digest in digests}, gone)
        target.remove(article_iri(key) for key in change.removed)
        fresh = [graph for graph in read_ if graph.key not in change.same]
        target.replace(fresh, derived_of(fresh))
    _left_out(change.same)
    return Built(read_, change)


def _named(articles: list[Article], name: str) -> Article:
    if len(articles) != 1 or not name:
        raise BadInput(f"--name names one article, and here are {len(articles)}" if name else "--name is empty")
    return replace(articles[0], key=name)


def _folders(paths: list[Path]) -> list[str]:
    """The keys of the folders among paths. Raises BadInput where there is none."""
    folders = [key_of(path) for path in paths if path.is_dir()]
    if not folders:
        raise BadInput("--prune takes out what is gone from a folder; name a folder")
    return folders


def _gone(held: Iterable[str], folders: list[str], found: Found) -> set[str]:
    """The keys of a store that lie in folders and belong to nothing there, be it read or skipped."""
    there = {key_of(file) for file in found.files}
    skipped = [key_of(item.path) for item in found.skipped]
    beneath = {key for key in held if any(lies_in(key, folder) for folder in folders)}
    return {key for key in beneath - there if not any(key == place or lies_in(key, place) for place in skipped)}


def remove(articles: Iterable[str], store: Path) -> list[str]:
    """Takes articles out of a store, with their earlier versions and all that follows from them; gives their keys.

    An article is named by its key, path, IRI or, where only one has it, name. Raises BadInput, and then takes out
    nothing, for one that is not there.
    """
    heads = Store.open(store).heads()
    found = [_head(heads, article) for article in articles]
    with updating(store) as target:
        target.remove(head.iri for head in found)
    return sorted({head.key for head in found})


def _head(heads: list[Head], article: str) -> Head:
    own = [head for head in heads if article in (head.key, head.iri) or head.key == key_of(Path(article))]
    found = own or [head for head in heads if head.name == article]
    if not found:
        raise BadInput(f"{article}: the store has no such article; kg query versions lists what it has")
    if len(found) > 1:
        raise BadInput(f"{article}: there are several; name one of {', '.join(head.key for head in found)}")
    return found[0]


def derived_of(every: Iterable[ArticleGraph]) -> tuple[str, ...]:
    """The triples of the figures that follow from those that articles state."""
    return derived_triples(figure for graph in every for figure in derive(graph))


def facts_of(path: Path, witness: str = NONE) -> Facts:
    """The facts of one article file, as its graph gives them."""
    return facts(Store.single(graph_of(read(path), witness)))


def facts_of_each(paths: Iterable[str | Path], witness: str = NONE, refused: Refused = None) -> Iterator[Facts]:
    """The facts of article files, sorted by name. Raises what :func:`graphs` raises."""
    witness_named(witness)
    return each(partial(facts_of, witness=witness), [(str(file), file) for file in find(paths).files], refused)


def findings_of(graph: ArticleGraph) -> list[Finding]:
    """What the checks find on one article's graph."""
    return check_graph(graph)


def check_files(
    paths: Iterable[str | Path], witness: str = NONE, engine: str = AUTO, refused: Refused = None
) -> tuple[Report, int]:
    """The report on article files, and how many articles were checked.

    Raises what :func:`graphs` raises, and ReadoutError where the SHACL engine of that name is not installed.
    """
    return _report(graphs(paths, witness=witness, refused=refused), engine)


def check_store(store: Store, engine: str = AUTO) -> tuple[Report, int]:
    """The report on all articles of a store, and how many there are. Raises ReadoutError as check_files does."""
    return _report(store.article_graphs(), engine)


def _report(every: Sequence[ArticleGraph], engine: str) -> tuple[Report, int]:
    return Report(tuple(check_all(every, engine)), engine_named(engine).name), len(every)


def coverage(paths: Iterable[str | Path], refused: Refused = None) -> list[Coverage]:
    """What of article files is in their graphs, and what is not and why, sorted by name. Raises what :func:`graphs` raises."""
    return list(each(_coverage, [(str(file), file) for file in find(paths).files], refused))


def _coverage(path: Path) -> Coverage:
    article = read(path)
    return coverage_of(graph_of(article), article)


def explained(path: Path, words: str | None = None) -> str:
    """Why the graph of an article file says what it says; with words from its text, what was tried on them."""
    readings = reading.read(reading.mark(read(path)))
    article, graph = readings.document.article, Store.single(reading.write(readings))
    tried = None if words is None else stretches(readings, words)
    return as_text(article, told(readings.document, graph), tried)
