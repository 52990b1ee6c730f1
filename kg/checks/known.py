"""What a check is, and the checks by name; the SHACL shapes are run beside them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.checks.lookup import Lookup
from kg.model import ArticleGraph, Finding
from kg.registry import Registry


class Check:
    """Looks for what is wrong in articles; made anew for each run, and given one graph after another."""

    def article(self, graph: ArticleGraph, lookup: Lookup) -> Iterable[Finding]:
        """The findings on one article's graph, with a table to look things up in it."""
        raise NotImplementedError

    def across(self) -> Iterable[Finding]:
        """The findings on all articles given so far that none of them shows alone."""
        return ()


checks: Registry[type[Check]] = Registry("check", "kg.checks", "kg.checks")
