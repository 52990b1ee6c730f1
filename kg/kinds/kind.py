"""What a kind of fact is: data that names the functions which mark, read and write it.

Names, titles and bodies need each other, so an article is read in two loops: first every kind marks what it sees in
the text, then every kind reads its claims. A third loop writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar, cast

from kg.graph.terms import Triples
from kg.graph.text import Spans, rule
from kg.language.layers import Layers
from kg.language.lines import Lines
from kg.model import Document, Layer, Mention, Queryable, Span

R = TypeVar("R")
Fact = dict[str, object]


@dataclass(frozen=True, slots=True)
class Key(Generic[R]):
    """Names what a kind reads from a document, and its type."""

    name: str


class Readings:
    """What the kinds have read from a document so far."""

    def __init__(self, document: Document, lines: Lines) -> None:
        self.document, self.lines = document, lines
        self._read: dict[str, object] = {}

    def __getitem__(self, key: Key[R]) -> R:
        return cast(R, self._read[key.name])

    def __setitem__(self, key: Key[R], value: R) -> None:
        self._read[key.name] = value


@dataclass(frozen=True, slots=True)
class Writer:
    """Where claims become RDF: the triples and spans of one article, and what was read from it."""

    triples: Triples
    spans: Spans
    readings: Readings

    def evidence(self, subject: str, spans: Iterable[Span], rules: Iterable[str] = ()) -> None:
        """Says which spans a claim was read from, and by which rules (by their ids)."""
        self.triples.a(subject, "prov:Entity")
        self.triples.add(subject, "prov:wasDerivedFrom", *self.spans.terms(spans))
        self.triples.add(subject, "kg:rule", *(rule(self.triples, id_) for id_ in rules))


Denotations = Iterable[tuple[Span, Iterable[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact.

    ``layers`` are those on which it marks mentions. ``marks_after`` and ``reads_after`` name the kinds that come before it in each loop. each of ``marks`` gives
    mentions, which those after it see; ``read`` puts what was read under the kind's :class:`Key`; ``write`` gives its claims as
    triples; ``denote`` tells which spans name which things, of which the outermost count; ``finish`` says what can only
    be said when all else is written. ``facts`` has, under each name that ``kg facts`` prints, what asks a graph for it.

    A kind of another package brings ``rules``, a folder with a folder of .toml files for each language, and ``shapes``, a
    Turtle file; those of the kinds here stand in ``kg/languages`` and ``shapes``.
    """

    name: str
    layers: tuple[Layer[object], ...] = ()
    marks_after: tuple[str, ...] = ()
    reads_after: tuple[str, ...] = ()
    marks: tuple[Callable[[Layers], Iterable[Mention[object]]], ...] = ()
    read: Callable[[Readings], None] | None = None
    write: Callable[[Writer], None] | None = None
    denote: Callable[[Writer], Denotations] | None = None
    finish: Callable[[Writer], None] | None = None
    facts: Mapping[str, Callable[[Queryable], list[Fact]]] = field(default_factory=dict)
    rules: Path | None = None
    shapes: Path | None = None
