"""A set of article graphs, one named graph each, in an embedded Oxigraph.

The default graph holds the RDF merge of what the articles say, with labels and links of the terms that they use, so
that a question sees what two articles both say once, and finds a label without looking into every graph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.model import ArticleGraph, BadInput, Head, Row, Statement4
from kg.store.asking import errors_explained, refuse
from kg.store.generations import open_current
from kg.store.results import document
from kg.store.terms import bound, plain, statement
from kg.store.used import OUTSIDE, UNSHOWN, described, merged, said
from kg.store.versions import forget, supersede
from kg.vocabulary import DERIVED_GRAPH, HISTORY_GRAPH, NAMESPACES, VOCABULARY_GRAPH, expand, vocabulary

_BATCH = 100
_IDENTIFIER = ox.NamedNode(expand("schema:identifier"))
_KEY = ox.NamedNode(expand("dcterms:identifier"))
_SHA256 = ox.NamedNode(expand("kg:sha256"))

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query: rows of a SELECT, the truth of an ASK, or the N-Triples of a CONSTRUCT."""

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool | None = None
    triples: str | None = None


class Store:
    """A set of article graphs and the vocabulary, to be asked and written out."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine

    @classmethod
    def memory(cls, *graphs: ArticleGraph, vocabulary_too: bool = False) -> Store:
        """A store that is gone with the process, holding the given graphs."""
        store = cls(ox.Store())
        if vocabulary_too:
            store.load_vocabulary()
        store.load(graphs)
        described(store._engine)
        return store

    @classmethod
    def single(cls, graph: ArticleGraph) -> Store:
        """One article alone, in memory and without named graphs: the quick way to ask or check it."""
        engine = ox.Store()
        engine.bulk_load(graph.ntriples.encode(), ox.RdfFormat.N_TRIPLES)
        return cls(engine)

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The current state of a store on disk, to be read. Raises BadInput where there is none."""
        return cls(open_current(folder))

    # --- writing ------------------------------------------------------------------------------------------

    def load(self, graphs: Iterable[ArticleGraph]) -> None:
        """Adds article graphs, each to its named graph and to the merge."""
        batch: list[str] = []
        for count, graph in enumerate(graphs, 1):
            ending = f" <{graph.iri}> ."
            batch.extend(line + ending for line in graph.triples)
            batch.extend(line + " ." for line in graph.triples)
            if count % _BATCH == 0:
                self._bulk(batch)
                batch = []
        self._bulk(batch)

    def _bulk(self, lines: list[str]) -> None:
        if lines:
            self._engine.bulk_load("\n".join([*lines, ""]).encode(), ox.RdfFormat.N_QUADS)

    def replace(self, graphs: Sequence[ArticleGraph], derived: Sequence[str] = ()) -> None:
        """Puts article graphs in place of the earlier ones of the same articles, whose texts are kept as versions.

        ``derived`` are the triples of the figures that follow from them; those of the earlier graphs go. The terms of the
        vocabulary that they use have their labels only when the store is settled.
        """
        for graph in graphs:
            supersede(self._engine, graph)
        self._take_out({graph.iri for graph in graphs})
        self.load(graphs)
        self._bulk([f"{line}{ending}" for line in derived for ending in (f" <{DERIVED_GRAPH}> .", " .")])

    def remove(self, articles: Iterable[str]) -> None:
        """Takes articles out by their IRIs, with what follows from them and their earlier versions."""
        gone = set(articles)
        for iri in gone:
            forget(self._engine, ox.NamedNode(iri))
        self._take_out(gone)

    def _take_out(self, articles: set[str]) -> None:
        for iri in sorted(articles):
            self._remove(ox.NamedNode(iri))
        self._remove_derived(articles)

    def _remove_derived(self, articles: set[str]) -> None:
        """Takes out what followed from the figures of articles."""
        graph = ox.NamedNode(DERIVED_GRAPH)
        for quad in list(self._engine.quads_for_pattern(None, None, None, graph)):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.split("#")[0] in articles:
                self._engine.remove(quad)
                self._engine.remove(merged(quad))

    def _remove(self, graph: ox.NamedNode) -> None:
        """Takes a named graph out, and out of the merge what no other graph says."""
        quads = list(self._engine.quads_for_pattern(None, None, None, graph))
        self._engine.remove_graph(graph)
        for quad in quads:
            if not said(self._engine, quad):
                self._engine.remove(merged(quad))

    def load_vocabulary(self) -> None:
        """Loads the vocabulary into its named graph, unless the same is there."""
        triples = vocabulary().triples
        digest = hashlib.sha256("\n".join(sorted(map(str, triples))).encode()).hexdigest()
        graph = ox.NamedNode(VOCABULARY_GRAPH)
        mark = ox.Quad(graph, _SHA256, ox.Literal(digest), graph)
        if mark in self._engine:
            return
        self._remove(graph)
        self._engine.bulk_extend([mark])
        self._engine.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)

    def settle(self) -> None:
        """Describes the terms that the articles use, and writes what is in memory to disk, compacted."""
        described(self._engine)
        self._engine.optimize()
        self._engine.flush()

    # --- asking -------------------------------------------------------------------------------------------------

    @errors_explained()
    def select(self, query: str, things: Mapping[str, str] | None = None) -> list[Row]:
        """The rows of a SELECT query as mappings from variable to plain Python values.

        ``things`` sets variables to IRIs; an IRI that is none gives no rows.
        """
        try:
            return list(self._plain(self._ask(query, substitutions=bound(things))).rows)
        except ValueError:
            return []

    @errors_explained()
    def query(self, query: str) -> Answer:
        """The answer to a query over the merge (``GRAPH ?g`` reaches the single articles); our prefixes are declared.

        Raises BadInput on a typo, and where a query is nested too deeply or asks other servers; ReadoutError where the
        store is damaged.
        """
        return self._plain(self._ask(query))

    @errors_explained()
    def document(
        self,
        query: str,
        accepted: Sequence[str],
        most: int,
        default: Sequence[str] = (),
        named: Sequence[str] = (),
        things: Mapping[str, str] | None = None,
    ) -> tuple[str, bytes]:
        """The answer as a document in the first media type of ``accepted`` that suits it, with that type.

        ``things`` sets variables to IRIs. ``default`` and ``named`` are the IRIs of the graphs to ask, where not all (SPARQL 1.1 Protocol, 2.1.4).
        Raises what :meth:`query` raises, Unsuitable where no type suits, TooMuch where there are more than ``most`` rows.
        """
        options: dict[str, Any] = {}
        try:
            options["substitutions"] = bound(things)
            if default or named:
                options["default_graph"] = [ox.NamedNode(iri) for iri in default]
                options["named_graphs"] = [ox.NamedNode(iri) for iri in named]
        except ValueError as error:
            raise BadInput(f"not an IRI: {error}") from error
        return document(self._ask(query, **options), accepted, most)

    def _ask(self, query: str, **options: Any) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        refuse(query)
        return self._engine.query(query, prefixes=NAMESPACES, **options)

    @staticmethod
    def _plain(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
        if isinstance(result, ox.QueryBoolean):
            return Answer(truth=bool(result))
        if isinstance(result, ox.QueryTriples):
            lines = sorted({f"{t.subject} {t.predicate} {t.object} ." for t in result})
            return Answer(triples="\n".join([*lines, ""]))
        names = tuple(variable.value for variable in result.variables)
        rows = tuple({name: plain(solution[name]) for name in names} for solution in result)
        return Answer(names, rows)

    @errors_explained()
    def graphs(self) -> list[str]:
        """The IRIs of the article graphs, sorted."""
        names = [g.value for g in self._engine.named_graphs() if isinstance(g, ox.NamedNode)]
        return sorted(name for name in names if name not in (VOCABULARY_GRAPH, DERIVED_GRAPH, HISTORY_GRAPH))

    def heads(self) -> list[Head]:
        """What the articles are, without their graphs, sorted by key."""
        rows = self.select(
            "SELECT ?iri ?key ?name ?digest WHERE {"
            " ?iri dcterms:identifier ?key ; schema:identifier ?name ; kg:sha256 ?digest } ORDER BY ?key"
        )
        return [Head(**row) for row in rows]

    def article_graphs(self) -> list[ArticleGraph]:
        """The article graphs, sorted by name."""
        found = [graph for iri in self.graphs() if (graph := self.article_graph(iri))]
        return sorted(found, key=lambda graph: (graph.name, graph.iri))

    @errors_explained()
    def article_graph(self, iri: str) -> ArticleGraph | None:
        """The graph of the article with an IRI; None where there is none."""
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            return None
        triples = sorted(
            f"{q.subject} {q.predicate} {q.object}" for q in self._engine.quads_for_pattern(None, None, None, node)
        )
        name = self._literal(iri, _IDENTIFIER)
        if not name:
            return None
        return ArticleGraph(iri, name, self._literal(iri, _SHA256), tuple(triples), self._literal(iri, _KEY))

    def _literal(self, iri: str, predicate: ox.NamedNode) -> str:
        node = ox.NamedNode(iri)
        values = self._engine.quads_for_pattern(node, predicate, None, node)
        return next((q.object.value for q in values if isinstance(q.object, ox.Literal)), "")

    # --- writing out ---------------------------------------------------------------------------------------------

    @errors_explained()
    def quads(self, vocabulary_too: bool = True) -> list[ox.Quad]:
        """All quads of the named graphs in one fixed order; the earlier versions of articles are left out."""
        outside = UNSHOWN if vocabulary_too else OUTSIDE
        quads = [q for q in self._engine if q.graph_name not in outside]
        return sorted(quads, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))

    def statements(self, vocabulary_too: bool = True) -> list[Statement4]:
        """All quads as plain text, in the order of :meth:`quads`."""
        return [statement(quad) for quad in self.quads(vocabulary_too)]

    def named_ntriples(self, vocabulary_too: bool = True) -> list[tuple[str, str]]:
        """Each named graph as its IRI and N-Triples text."""
        found: dict[str, list[str]] = {}
        for quad in self.quads(vocabulary_too):
            found.setdefault(str(quad.graph_name)[1:-1], []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
        return [(name, "\n".join([*lines, ""])) for name, lines in found.items()]

    def dump(self, format_: str, vocabulary_too: bool = True) -> bytes:
        """The store as turtle, ntriples (the merge), trig or nquads (with named graphs); the same bytes each time."""
        quads = self.quads(vocabulary_too)
        prefixes = NAMESPACES if format_ in ("turtle", "trig") else None
        if format_ in ("turtle", "ntriples"):
            merged = {quad.triple for quad in quads}
            ordered = sorted(merged, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
            return ox.serialize(ordered, format=FORMATS[format_], prefixes=prefixes) or b""
        return ox.serialize(quads, format=FORMATS[format_], prefixes=prefixes) or b""
