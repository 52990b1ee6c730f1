"""The facts of an article's graph, each with its rules, its words, and where the article names each part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.graph.asking import grouped, shipped
from kg.model import Document, Queryable, Row, Span, Term
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Part:
    """What a fact says of one property; ``span`` is where the article names it, None where nothing names it.

    ``inherited`` tells that this is in no sentence that the fact was read from.
    """

    property: str
    value: str
    span: Span | None
    inherited: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A fact: its kind and label, the ids of the rules that gave it, the words it was read from, and its parts."""

    kind: str
    label: str
    rules: tuple[str, ...]
    words: tuple[Span, ...]
    parts: tuple[Part, ...]


def facts(document: Document, graph: Queryable) -> list[Told]:
    """The facts in the graph of a document, in the order of the text."""
    heads = grouped(graph.select(shipped("explain/facts")), "fact")
    said = {row["fact"]: rows for row, rows in grouped(graph.select(shipped("explain/parts")), "fact")}
    words = {row["fact"]: _spans(rows) for row, rows in heads}
    named = {row["thing"]: _spans(rows) for row, rows in grouped(graph.select(shipped("explain/names")), "thing")}
    every = {thing: [*words.get(thing, ()), *named.get(thing, ())] for thing in words.keys() | named.keys()}
    names = _Names(document, every)
    return [_told(names, head, words[head["fact"]], said.get(head["fact"], ())) for head, _ in heads]


def _spans(rows: Iterable[Row]) -> list[Span]:
    return [Span(row["begin"], row["end"]) for row in rows]


def _told(names: _Names, head: Row, words: Sequence[Span], parts: Iterable[Row]) -> Told:
    return Told(
        kind=_label(head["kind"], None),
        label=head["label"] or names.quote(words[0]),
        rules=tuple(sorted((head["rules"] or "").split())),
        words=tuple(words),
        parts=tuple(names.part(row, words) for row in parts),
    )


def _label(iri: str, label: str | None) -> str:
    return label or (vocabulary().term(iri).label if iri.startswith("http") else iri)


class _Names:
    """Where a document names things: ``named`` by its graph, by its marks, or by their labels."""

    def __init__(self, document: Document, named: Mapping[str, list[Span]]) -> None:
        self._document, self._named = document, named

    def quote(self, span: Span) -> str:
        """The article's words at a span."""
        return self._document.article.quote(span)

    def part(self, row: Row, words: Sequence[Span]) -> Part:
        """A part of a fact that was read from some words."""
        value = str(row["value"])
        label = _label(value, row["label"])
        keys = dict.fromkeys((value, str(row["dated"] or value)))
        spans = [span for key in keys for found in (self._named, self._marked) for span in found.get(key, ())]
        sentences = [self._sentence(span) for span in words]
        span = _nearest(spans or self._printed(label), words, sentences)
        inherited = span is None or not _inside(span, sentences)
        return Part(_label(row["property"], None), label, span, inherited)

    @cached_property
    def _marked(self) -> Mapping[str, list[Span]]:
        marked: dict[str, list[Span]] = {}
        for mention in self._document.mentions:
            key = mention.value.iri if isinstance(mention.value, Term) else str(mention.value)
            marked.setdefault(key, []).append(mention.span)
        return marked

    def _printed(self, label: str) -> list[Span]:
        found = re.finditer(rf"\b{re.escape(label)}\b", self._document.article.text)
        return [Span(*match.span()) for match in found]

    def _sentence(self, span: Span) -> Span:
        sentence = self._document.sentence_at(span)
        return sentence.span if sentence else span


def _nearest(spans: Iterable[Span], words: Sequence[Span], sentences: Sequence[Span]) -> Span | None:
    """Best in the words of a fact, then in their sentences, then before them; of several the nearest to where they begin."""
    start = words[0].begin

    def distance(span: Span) -> tuple[bool, bool, bool, int]:
        return not _inside(span, words), not _inside(span, sentences), span.begin > start, abs(span.begin - start)

    return min(spans, key=distance, default=None)


def _inside(span: Span, wholes: Iterable[Span]) -> bool:
    return any(whole.covers(span) for whole in wholes)
