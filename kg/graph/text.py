"""The article and its spans as NIF: offsets in code points, exact quotes, the sentence of each span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.graph.terms import Triples, integer, iri, name, text, typed
from kg.model import Article, Document, Span
from kg.vocabulary import expand


class Spans:
    """Writes each span once and gives its term."""

    def __init__(self, triples: Triples, document: Document) -> None:
        self.triples, self.document = triples, document
        self._sentences = document.sentences
        self._starts = [s.span.begin for s in document.sentences]
        self._terms: dict[Span, str] = {}
        self._phrases: set[Span] = set()
        for sentence in document.sentences:
            kind = "nif:Title" if sentence.span.end <= len(document.article.headline) else "nif:Sentence"
            term = self._write(sentence.span, kind)
            if sentence.cut:
                triples.add(term, "kg:cut", typed("true", "xsd:boolean"))

    def term(self, span: Span) -> str:
        """The term of a span (RFC 5147 fragment of the article); one that is a whole sentence is a phrase too."""
        if span not in self._phrases:
            self._phrases.add(span)
            self._write_phrase(span)
        return self._terms[span]

    def _write_phrase(self, span: Span) -> None:
        if span in self._terms:
            self.triples.add(self._terms[span], "rdf:type", name("nif:Phrase"))
        else:
            self._write(span, "nif:Phrase")
        sentence = self._sentences[max(0, bisect_right(self._starts, span.begin) - 1)]
        if sentence.span.covers(span):
            self.triples.add(self._terms[span], "nif:sentence", self._terms[sentence.span])

    def known(self, span: Span) -> str | None:
        """The term of a span that has been written."""
        return self._terms.get(span)

    def terms(self, spans: Iterable[Span]) -> list[str]:
        """The terms of several spans."""
        return [self.term(span) for span in spans]

    def _write(self, span: Span, kind: str) -> str:
        term = self.triples.fragment(f"char={span.begin},{span.end}")
        self._terms[span] = term
        add = self.triples.add
        add(term, "rdf:type", name(kind))
        add(term, "nif:referenceContext", f"<{self.triples.article}>")
        add(term, "nif:beginIndex", integer(span.begin))
        add(term, "nif:endIndex", integer(span.end))
        add(term, "nif:anchorOf", text(self.document.article.quote(span)))
        return term


def rule(triples: Triples, id_: str) -> str:
    """The term of a rule by its id, as the plan that a claim was read by."""
    subject = iri(expand("rule:" + id_))
    if triples.first_time(subject):
        triples.a(subject, "prov:Plan")
        triples.add(subject, "rdfs:label", text(id_))
    return subject


def write_article(triples: Triples, article: Article, date: str | None) -> None:
    """The article itself: its text, hash, key, name, headline and date; and which version of it this is."""
    subject = f"<{triples.article}>"
    title = article.headline or article.name
    triples.a(subject, "schema:NewsArticle", "nif:Context")
    triples.add(subject, "rdfs:label", text(title))
    triples.add(subject, "schema:headline", text(title, article.language))
    triples.add(subject, "schema:identifier", text(article.name))
    triples.add(subject, "dcterms:identifier", text(article.key))
    triples.add(subject, "schema:inLanguage", text(article.language))
    triples.add(subject, "kg:sha256", text(article.digest))
    triples.add(subject, "nif:beginIndex", integer(0))
    triples.add(subject, "nif:endIndex", integer(len(article.text)))
    triples.add(subject, "nif:isString", text(article.text))
    if date:
        triples.add(subject, "schema:datePublished", typed(date, "xsd:date"))
    if article.source:
        triples.add(subject, "schema:url", text(article.source))
    triples.add(f"<{triples.article}/{article.digest[:16]}>", "dcterms:isVersionOf", subject)
