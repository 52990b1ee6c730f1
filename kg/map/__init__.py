"""Readings to RDF, and nothing else: the graph of one article as sorted N-Triples."""

from __future__ import annotations

from kg.map import entities
from kg.map.claims import Claims
from kg.map.derived import derived_triples
from kg.map.mentions import write_mentions
from kg.map.terms import Triples, iri
from kg.map.text import Spans, write_article
from kg.model import ArticleGraph, Reading

__all__ = ["derived_triples", "to_graph"]


def to_graph(reading: Reading) -> ArticleGraph:
    """The graph of an article: its text and spans, the things it names, and its claims with their evidence.

    No blank nodes, no time stamps; the same reading gives the same bytes.
    """
    article = reading.document.article
    triples = Triples(article.key)
    write_article(triples, article, reading.document.date)
    spans = Spans(triples, reading.document)
    claims = Claims(triples, spans, reading)
    claims.write()
    write_mentions(triples, spans, reading)
    parties = {m.value.iri: m.value for m in reading.document.mentions if m.kind == "party"}
    entities.memberships(triples, {i: p for i, p in parties.items() if iri(i) in triples.described})
    if claims.publisher:
        triples.add(f"<{triples.article}>", "schema:publisher", claims.publisher)
    return ArticleGraph(triples.article, article.name, article.digest, tuple(triples.sorted()), article.key)
