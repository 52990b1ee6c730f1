"""An article through all kinds of fact: marked, read, written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules

import kg.kinds
from kg.discourse import home, modality, references
from kg.graph.terms import Triples, iri, text
from kg.graph.text import Spans, rule, write_article
from kg.kinds.kind import Kind, Readings, Writer
from kg.language.gazetteer import gazetteer
from kg.language.known import language
from kg.language.language import Language
from kg.language.layers import Layers
from kg.language.lexicon import LEXICONS
from kg.language.lines import Lines
from kg.model import Article, ArticleGraph, BadRules, Document, Span, in_order
from kg.registry import Registry
from kg.vocabulary import expand, slug

# Another package offers a kind as an entry point of the group ``kg.kinds``: "NAME = MODULE:KIND".
_OFFERED: Registry[Kind] = Registry("kind of fact", "kg.kinds", "kg.kinds")


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of fact by name: each folder in ``kg/kinds``, what the discourse tells, and those of other packages."""
    folders = (module.name for module in iter_modules(kg.kinds.__path__) if module.ispkg)
    own = [import_module(f"kg.kinds.{name}.kind").KIND for name in sorted(folders)]
    offered = [_OFFERED.named(name) for name in _OFFERED.names()]
    return {kind.name: kind for kind in (*offered, home.KIND, modality.KIND, references.KIND, *own)}


@cache
def layers() -> frozenset[str]:
    """The names of all layers: those of the lexicons, and those that the kinds mark."""
    marked = Counter(layer.name for kind in kinds().values() for layer in kind.layers)
    twice = [name for name, count in marked.items() if count > 1 or name in LEXICONS]
    if twice:
        raise BadRules(f"two layers have one name: {', '.join(sorted(twice))}")
    return LEXICONS.union(marked)


@cache
def language_named(code: str) -> Language:
    """A language with all rules on all kinds. Raises BadInput for one that is not there, BadRules for a broken one."""
    return language(code, layers(), tuple(kind.rules for kind in kinds().values() if kind.rules))


@cache
def _ordered(after: str) -> list[Kind]:
    """The kinds so that each comes after those that it names."""
    graph = {name: sorted(getattr(kind, after)) for name, kind in sorted(kinds().items())}
    return [kinds()[name] for name in TopologicalSorter(graph).static_order()]


def mark(article: Article) -> Document:
    """Tokens, sentences and mentions of an article; mentions are ordered by where they begin, longest first."""
    read_in = language_named(article.language)
    tokens = read_in.analyser.tokenise(article.text, article.furniture)
    sentences = read_in.analyser.split(article.text, tokens)
    terms = gazetteer(read_in).mentions(article.text, tokens)
    marked = Layers(read_in, article.text, tokens, sentences, terms, article.date)
    for kind in _ordered("marks_after"):
        for grammar in kind.marks:
            for mention in list(grammar(marked)):
                marked.add(mention)
    mentions = in_order(marked.all())
    return Document(article, tokens, sentences, tuple(mentions), marked.date)


def read(document: Document) -> Readings:
    """The claims that the mentions of a document support."""
    lines = Lines(language_named(document.article.language), document.tokens, document.sentences)
    for mention in document.mentions:
        lines.add(mention.layer, mention.value, *document.range(mention.span))
    readings = Readings(document, lines)
    for kind in _ordered("reads_after"):
        if kind.read:
            kind.read(readings)
    return readings


def write(readings: Readings) -> ArticleGraph:
    """The graph of an article: its text and spans, the things it names, and its claims with their evidence.

    No blank nodes, no time stamps; the same readings give the same bytes.
    """
    document = readings.document
    article = document.article
    triples = Triples(article.key)
    write_article(triples, article, document.date)
    writer = Writer(triples, Spans(triples, document), readings)
    in_order = _ordered("reads_after")
    for kind in in_order:
        if kind.write:
            kind.write(writer)
    _denote(writer, [pair for kind in in_order if kind.denote for pair in kind.denote(writer)])
    for kind in in_order:
        if kind.finish:
            kind.finish(writer)
    _name_rules(writer)
    return ArticleGraph(triples.article, article.name, article.digest, tuple(triples.sorted()), article.key)


def _denote(writer: Writer, named: list[tuple[Span, Iterable[str]]]) -> None:
    """Says which spans denote which things (itsrdf:taIdentRef); the outermost span counts."""
    reach = -1
    kept: set[Span] = set()
    for span, things in sorted(named, key=lambda pair: (pair[0].begin, -pair[0].end)):
        if span.begin < reach and span not in kept:
            continue
        reach = max(reach, span.end)
        kept.add(span)
        writer.triples.add(writer.spans.term(span), "itsrdf:taIdentRef", *things)
    for mention in writer.readings.document.mentions:
        if mention.source and mention.span in kept:
            term = writer.spans.term(mention.span)
            writer.triples.add(term, "prov:wasAttributedTo", _witness(writer.triples, mention.source))


def _name_rules(writer: Writer) -> None:
    """Says of the spans in the graph which rules marked them."""
    for mention in writer.readings.document.mentions:
        term = writer.spans.known(mention.span)
        if mention.rule and term:
            writer.triples.add(term, "kg:rule", rule(writer.triples, mention.rule))


def _witness(triples: Triples, name: str) -> str:
    """The second witness that marked a span; what the rules marked names nobody."""
    subject = iri(expand("id:witness-" + slug(name)))
    if triples.first_time(subject):
        triples.a(subject, "prov:SoftwareAgent")
        triples.add(subject, "rdfs:label", text(name))
    return subject
