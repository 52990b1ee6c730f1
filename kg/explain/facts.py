"""The facts of an article's graph, each with its rules, its words, and where the article names each part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.model import Document, Queryable, Row, Span, Term
from kg.vocabulary import folder, vocabulary


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
    words: dict[str, list[Span]] = {}
    heads: dict[str, Row] = {}
    for row in graph.select(_query("facts")):
        heads.setdefault(row["fact"], row)
        words.setdefault(row["fact"], []).append(Span(row["begin"], row["end"]))
    rows: dict[str, list[Row]] = {}
    for row in graph.select(_query("parts")):
        rows.setdefault(row["fact"], []).append(row)
    names = _Names(document, words)
    return [
        Told(
            _label(head["kind"], None),
            head["label"] or document.article.quote(words[fact][0]),
            tuple(sorted((head["rules"] or "").split())),
            tuple(words[fact]),
            tuple(names.parts(words[fact], rows.get(fact, ()))),
        )
        for fact, head in heads.items()
    ]


def _query(name: str) -> str:
    return (folder("queries") / "explain" / f"{name}.rq").read_text("utf-8")


def _label(iri: str, label: str | None) -> str:
    return label or (vocabulary().term(iri).label if iri.startswith("http") else iri)


class _Names:
    """Where a document names things: by the graph, by its marks, by the words of a fact, or by their label."""

    def __init__(self, document: Document, facts_: dict[str, list[Span]]) -> None:
        self._document, self._facts = document, facts_

    def parts(self, words: list[Span], rows: Iterable[Row]) -> list[Part]:
        """The parts of a fact that was read from some words; ``rows`` has one for each place that names one."""
        places: dict[tuple[str, str], list[Span]] = {}
        said: dict[tuple[str, str], Row] = {}
        for row in rows:
            key = row["property"], str(row["value"])
            said[key] = row
            places.setdefault(key, [])
            if row["begin"] is not None:
                places[key].append(Span(row["begin"], row["end"]))
        return [self._part(row, words, spans) for row, spans in zip(said.values(), places.values(), strict=True)]

    def _part(self, row: Row, words: list[Span], named: list[Span]) -> Part:
        value, label = str(row["value"]), _label(str(row["value"]), row["label"])
        keys = (value, str(row["dated"] or value))
        spans = [*named, *(span for key in dict.fromkeys(keys) for span in self._marked.get(key, ()))]
        spans = spans or self._facts.get(value) or self._printed(label)
        sentences = [self._sentence(span) for span in words]
        start = words[0].begin

        def distance(span: Span) -> tuple[bool, bool, bool, int]:
            """Best in the words, then in their sentences, then before them; of several the nearest."""
            away = abs(span.begin - start)
            return not _inside(span, words), not _inside(span, sentences), span.begin > start, away

        span = min(spans, key=distance, default=None)
        inherited = span is None or not _inside(span, sentences)
        return Part(_label(row["property"], None), label, span, inherited)

    @cached_property
    def _marked(self) -> dict[str, list[Span]]:
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


def _inside(span: Span, wholes: Iterable[Span]) -> bool:
    return any(whole.covers(span) for whole in wholes)
