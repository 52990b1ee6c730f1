"""What the default graph holds of the vocabulary: labels and links of the terms that articles use, and no more.

The vocabulary itself stands in its named graph. So "which institutions are there" answers with those that articles name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.vocabulary import HISTORY_GRAPH, VOCABULARY_GRAPH, expand

_VOCABULARY = ox.NamedNode(VOCABULARY_GRAPH)
# Graphs that are not written out, and those that are no source of the merge by themselves.
UNSHOWN = (ox.DefaultGraph(), ox.NamedNode(HISTORY_GRAPH))
OUTSIDE = (*UNSHOWN, _VOCABULARY)

# Links whose ends are described too; so are classes, since types are objects.
_FOLLOWED = {expand(f"skos:{name}") for name in ("broader", "broadMatch", "closeMatch", "exactMatch")}
_LABELS = {expand(name) for name in ("rdfs:label", "skos:prefLabel", "skos:notation", "skos:definition")}
_LINKS = {
    expand(name) for name in ("rdf:type", "rdfs:subClassOf", "skos:inScheme", "skos:relatedMatch", "schema:sameAs")
}
_TOLD = _FOLLOWED | _LABELS | _LINKS


def described(engine: ox.Store) -> None:
    """Puts into the default graph what it should hold of the vocabulary, and takes out what it should not."""
    vocabulary = list(engine.quads_for_pattern(None, None, None, _VOCABULARY))
    told: dict[str, list[ox.Quad]] = {}
    for quad in vocabulary:
        if isinstance(quad.subject, ox.NamedNode) and quad.predicate.value in _TOLD:
            told.setdefault(quad.subject.value, []).append(quad)
    terms = _with_links({term for term in told if _used(engine, term)}, told)
    wanted = {quad for term in terms for quad in told.get(term, ())}
    engine.extend(merged(quad) for quad in wanted)
    for quad in vocabulary:
        if quad not in wanted and merged(quad) in engine and not said(engine, quad):
            engine.remove(merged(quad))


def _with_links(terms: set[str], told: Mapping[str, Iterable[ox.Quad]]) -> set[str]:
    """Terms with those that they lead to."""
    found, waiting = set(terms), list(terms)
    while waiting:
        for quad in told.get(waiting.pop(), ()):
            if quad.predicate.value in _FOLLOWED and isinstance(quad.object, ox.NamedNode):
                end = quad.object.value
                waiting.extend({end} - found)
                found.add(end)
    return found


def said(engine: ox.Store, quad: ox.Quad) -> bool:
    """Whether an article, or what follows from its figures, says the same."""
    same = engine.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(other.graph_name not in OUTSIDE for other in same)


def _used(engine: ox.Store, term: str) -> bool:
    pointing = engine.quads_for_pattern(None, None, ox.NamedNode(term), ox.DefaultGraph())
    return any(said(engine, quad) for quad in pointing)


def merged(quad: ox.Quad) -> ox.Quad:
    """A quad as it stands in the default graph."""
    return ox.Quad(quad.subject, quad.predicate, quad.object)
