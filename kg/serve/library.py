"""What the server shows: a generation of a store, with what the checks find in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from kg.analyse import network
from kg.export.page import data
from kg.model import Finding
from kg.serve.article import Article, article
from kg.serve.queries import query
from kg.store import Store
from kg.vocabulary import BASE, compact, local, vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list."""

    iri: str
    name: str
    headline: str
    date: str | None
    publisher: str | None
    counts: dict[str, int]
    findings: int


@dataclass(frozen=True, slots=True)
class Related:
    """A property of a thing and its value, in words; ``iri`` is None for a text or number."""

    name: str
    label: str
    iri: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """All that the page of a thing shows."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    says: tuple[Related, ...]
    said_of: tuple[Related, ...]
    evidence: tuple[dict[str, object], ...]


class Library:
    """A store with its findings, and the views on it; ``check`` finds them when they are first asked for."""

    def __init__(self, store: Store, check: Callable[[Store], Sequence[Finding]]) -> None:
        self.store, self._find, self._checking = store, check, Lock()
        self._found: Sequence[Finding] | None = None

    def check(self) -> None:
        """Lets the checks run where they have not; who asks while they run waits for them."""
        with self._checking:
            if self._found is None:
                self._found = self._find(self.store)

    @property
    def findings(self) -> Sequence[Finding]:
        """What the checks find."""
        self.check()
        return self._found or ()

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.store.select(query("articles")))

    @cached_property
    def articles(self) -> list[Entry]:
        """The articles, the latest first and those without a date last."""
        counts = {(row["article"], row["kind"]): int(row["count"]) for row in self.store.select(query("counts"))}
        rows = {row["article"]: row for row in self.store.select(query("articles"))}
        wrong = Counter(finding.article for finding in self.findings)
        entries = [
            Entry(
                iri,
                row["name"],
                row["headline"] or row["name"],
                row["date"],
                row["publisher"],
                {kind: counts.get((iri, kind), 0) for kind in ("meetings", "statements", "figures")},
                sum(wrong[called] for called in {row["name"], row["key"]}),
            )
            for iri, row in rows.items()
        ]
        entries.sort(key=lambda entry: entry.name)
        return sorted(entries, key=lambda entry: entry.date or "", reverse=True)

    @cached_property
    def named(self) -> dict[str, str]:
        """The IRI of each article by its name."""
        return {entry.name: entry.iri for entry in self.articles}

    def article(self, iri: str) -> Article | None:
        """The view of an article; None where there is none."""
        graph = self.store.article_graph(iri)
        if graph is None:
            return None
        return article(Store.single(graph), [f for f in self.findings if f.article in (graph.name, graph.key)])

    @cached_property
    def network(self) -> bytes:
        """The network as the graph view reads it, with the days and publishers of articles to filter by."""
        drawn = data(network(self.store, self.findings), "Graph")
        about = {entry.name: entry for entry in self.articles}
        drawn["sources"] = [
            {"date": about[name].date, "publisher": about[name].publisher, "path": about[name].iri.removeprefix(BASE)}
            for name in drawn["articles"]
        ]
        return json.dumps(drawn, ensure_ascii=False, separators=(",", ":")).encode()

    def entity(self, iri: str) -> Entity | None:
        """What is said of a thing; None where nothing is."""
        rows = self.store.select(query("about"), {"thing": iri})
        if not any(row["way"] == "out" for row in rows):
            return None
        related: dict[str, list[Related]] = {"out": [], "in": []}
        kinds, names = [], []
        for row in rows:
            name, value = local(row["property"]), str(row["value"])
            if row["way"] == "out" and name == "type":
                kinds.append(_property(value))
            elif row["way"] == "out" and name in ("label", "prefLabel"):
                names.append(value)
            else:
                label = value if row["literal"] else row["label"] or _name(value)
                related[row["way"]].append(
                    Related(_property(row["property"]), label, None if row["literal"] else value)
                )
        evidence = tuple(dict(row) for row in self.store.select(query("evidence"), {"thing": iri}))
        label = min(names, default=_name(iri))
        return Entity(iri, label, tuple(kinds), tuple(related["out"]), tuple(related["in"]), evidence)


def _name(iri: str) -> str:
    """A thing in words: its label in the vocabulary, or its IRI made short."""
    known = vocabulary().value(iri, "rdfs:label") or vocabulary().value(iri, "skos:prefLabel")
    return known or compact(iri).removeprefix(BASE)


def _property(iri: str) -> str:
    """A property or class in words: its label, or its local name, so that "familyName" becomes "family name"."""
    known = vocabulary().value(iri, "rdfs:label")
    return known or "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in local(iri)).strip()
