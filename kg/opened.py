"""A store on disk as Python asks it: questions and validation, read only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.checks.standard import validation_report
from kg.export.records import arrow
from kg.model import AUTO
from kg.questions import sparql
from kg.store import Answer, Store

if TYPE_CHECKING:
    from rdflib import Graph


class Opened:
    """A store as it stood when it was opened. Raises BadInput where the folder is none."""

    def __init__(self, folder: str | Path) -> None:
        self._store = Store.open(Path(folder))

    def query(self, question: str) -> Answer:
        """The answer to a named question, a file that ends in .rq, or SPARQL. Raises BadInput where it cannot be read."""
        return self._store.query(sparql(question))

    def table(self, name: str) -> Any:
        """The figures, people, posts, meetings or frameworks as a pyarrow Table, typed, in the order of the articles.

        ``.to_pandas()`` or ``polars.from_arrow`` turns it into a data frame. Raises BadInput for another name,
        ReadoutError where pyarrow is not installed.
        """
        return arrow(self._store, name)

    def validate(self, engine: str = AUTO) -> Graph:
        """The sh:ValidationReport of the shapes on all articles, as an rdflib graph.

        ``engine`` is "compiled", "pyshacl", or "auto" for the first of the two that is installed. Raises BadInput for
        another one, ReadoutError where it is not installed.
        """
        return validation_report(self._store.article_graphs(), engine)
