"""The analyses by name; each asks the graph and answers with a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.model import Checked, Finding, Queryable, Row, Table
from kg.registry import Registry

_FIRST = ("who-met-whom", "most-connected", "brokers", "trade")

_known: Registry[Callable[[Checked], Table]] = Registry("analysis", "kg.analyses", "kg.analyse")


def names() -> list[tuple[str, str]]:
    """The analyses with what each answers, by name. Raises ReadoutError where one cannot be loaded."""
    return [(name, (_known.named(name).__doc__ or "").split("\n")[0].rstrip(".")) for name in _known.names()]


def analyse(name: str, graph: Queryable, findings: Callable[[], Sequence[Finding]]) -> Table:
    """The analysis of a name; ``findings`` is called only where the analysis looks at them.

    Raises BadInput for a name that there is not, ReadoutError where the analysis cannot be loaded.
    """
    return _known.named(name)(_Subject(graph, findings))


def analyses(graph: Queryable) -> list[Table]:
    """The first few analyses; the same graph gives the same tables."""
    return [analyse(name, graph, lambda: ()) for name in _FIRST]


@dataclass(frozen=True, slots=True)
class _Subject:
    """A graph with its findings, as analyses ask it."""

    graph: Queryable
    findings: Callable[[], Sequence[Finding]]

    def select(self, query: str) -> Sequence[Row]:
        """The rows that the graph answers."""
        return self.graph.select(query)
