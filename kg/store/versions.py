"""Earlier versions of articles: their texts, in a graph of their own that no question about the present reaches."""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import ArticleGraph
from kg.vocabulary import HISTORY_GRAPH, expand

_HISTORY = ox.NamedNode(HISTORY_GRAPH)
_VERSION_OF = ox.NamedNode(expand("dcterms:isVersionOf"))
_REVISION_OF = ox.NamedNode(expand("prov:wasRevisionOf"))
_KEPT = [ox.NamedNode(expand(name)) for name in ("kg:sha256", "nif:isString", "schema:datePublished")]


def supersede(engine: ox.Store, graph: ArticleGraph) -> None:
    """Keeps the text that stands for an article before ``graph`` with another text takes its place.

    A text that comes back is the current version again, and no longer an earlier one.
    """
    article, new = ox.NamedNode(graph.iri), ox.NamedNode(graph.version)
    for old in _versions(engine, article, article):
        if old != new:
            _forget(engine, new)
            said = [ox.Quad(old, _VERSION_OF, article, _HISTORY), ox.Quad(new, _REVISION_OF, old, _HISTORY)]
            for kept in _KEPT:
                stated = engine.quads_for_pattern(article, kept, None, article)
                said.extend(ox.Quad(old, kept, quad.object, _HISTORY) for quad in stated)
            engine.extend(said)


def forget(engine: ox.Store, article: ox.NamedNode) -> None:
    """Takes all versions of an article out of the history; before its own graph goes."""
    for version in [*_versions(engine, article, article), *_versions(engine, article, _HISTORY)]:
        _forget(engine, version)


def _versions(engine: ox.Store, article: ox.NamedNode, graph: ox.NamedNode) -> list[ox.NamedNode]:
    quads = engine.quads_for_pattern(None, _VERSION_OF, article, graph)
    return [quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)]


def _forget(engine: ox.Store, version: ox.NamedNode) -> None:
    found = [
        *engine.quads_for_pattern(version, None, None, _HISTORY),
        *engine.quads_for_pattern(None, None, version, _HISTORY),
    ]
    for quad in found:
        engine.remove(quad)
