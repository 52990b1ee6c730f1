"""Exports by name, and what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.model import Network, Queryable, Statement4
from kg.registry import Registry


class Graphs(Queryable, Protocol):
    """The graphs of a store."""

    def dump(self, format_: str, vocabulary_too: bool = True) -> bytes:
        """All graphs in an RDF syntax, with or without the vocabulary."""
        ...

    def statements(self, vocabulary_too: bool = True) -> Iterable[Statement4]:
        """All statements in their final order, with or without the vocabulary."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """What an export is made from: the graphs, whether the vocabulary belongs to them, and the network, if called."""

    graphs: Graphs
    vocabulary: bool
    network: Callable[[], Network]


# One file, or several by their names.
Export = Callable[[Source], str | bytes | Mapping[str, str | bytes]]

exports: Registry[Export] = Registry("export format", "kg.exports", "kg.export")


def of_network(write: Callable[[Network], str | Mapping[str, str | bytes]]) -> Export:
    """An export that needs the network only."""
    return lambda source: write(source.network())
