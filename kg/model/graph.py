"""Graphs as they travel: an article's triples, quads as plain text, networks for analyses and pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from kg.model.report import Finding


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article that a node or edge stands on."""

    article: str
    begin: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in a network picture."""

    id: str
    label: str
    kind: str
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation in a network picture."""

    source: str
    target: str
    kind: str
    label: str
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, ordered, ready to be drawn, written or analysed."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Statement4(NamedTuple):
    """A quad as plain text; ``kind`` of the object is ``iri``, a language tag with @, or the datatype's IRI."""

    graph: str
    subject: str
    predicate: str
    object: str
    kind: str


Row = Mapping[str, Any]
# The facts of one article as plain JSON.
Facts = dict[str, Any]


class Queryable(Protocol):
    """Anything that answers SPARQL SELECT with rows of plain Python values."""

    def select(self, query: str) -> Sequence[Row]:
        """Rows as mappings from variable to str, int, Decimal, bool or None."""
        ...


class Checked(Queryable, Protocol):
    """Anything that answers SPARQL SELECT and knows what the checks found on it."""

    @property
    def findings(self) -> Callable[[], Sequence[Finding]]:
        """Gives the findings; they are looked for when it is called."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """What an article is: its IRI, key and name, and the hash of its text."""

    iri: str
    key: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """The graph of one article as sorted N-Triples lines without their final stop ("s p o").

    ``key`` stays the same over the versions of a text, and so does ``iri``; ``digest`` is that of this version.
    """

    iri: str
    name: str
    digest: str
    triples: tuple[str, ...]
    key: str = ""

    @property
    def version(self) -> str:
        """The IRI of the article with this very text."""
        return f"{self.iri}/{self.digest[:16]}"

    @property
    def ntriples(self) -> str:
        """The whole graph as an N-Triples document."""
        return " .\n".join([*self.triples, ""])
