"""Readout: diplomatic readouts and trade news as a checked RDF knowledge graph.

>>> from kg import build, check, facts
>>> graph = build("article.txt")  # an rdflib.Dataset, one named graph an article
>>> report = check("article.txt")  # a kg.model.Report: report.conforms, report.findings
>>> people = facts("article.txt")[0]["people"]
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import BadInput, Facts, Finding, ReadoutError, Report, StoreInUse, WitnessUnavailable

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.opened import Opened

__all__ = [
    "BadInput",
    "Facts",
    "Finding",
    "ReadoutError",
    "Report",
    "StoreInUse",
    "WitnessUnavailable",
    "build",
    "check",
    "facts",
    "open",
]
__version__ = "0.1.0"


def build(
    *paths: str | Path, store: str | Path | None = None, vocabulary: bool = False, witness: str = "none"
) -> Dataset:
    """The graphs of articles (files or folders of text) as an rdflib Dataset, one named graph an article.

    With ``store`` the graphs are also written to that store on disk; with ``vocabulary`` the Dataset holds the
    ontology and code lists too. ``witness`` names a second reader of names ("spacy", "llm" or a plug-in).
    Raises BadInput for what is no article, StoreInUse where another process writes, WitnessUnavailable where the
    witness cannot read.
    """
    from rdflib import Dataset, URIRef

    from kg import pipeline
    from kg.store import Store

    graphs = (
        pipeline.graphs(paths, witness=witness)
        if store is None
        else pipeline.build(paths, Path(store), witness=witness).graphs
    )
    dataset = Dataset()
    for name, ntriples in Store.memory(*graphs, vocabulary_too=vocabulary).named_ntriples(vocabulary):
        dataset.graph(URIRef(name)).parse(data=ntriples, format="nt")
    return dataset


def open(store: str | Path) -> Opened:
    """A store on disk, to be asked and validated: ``open("readout-store").query("figures").rows``.

    Raises BadInput where the folder is no store.
    """
    from kg.opened import Opened

    return Opened(store)


def facts(*paths: str | Path, witness: str = "none") -> list[Facts]:
    """The facts of each article, sorted by name, with the fields article, key, date, people, institutions, frameworks,
    meetings and figures. ``witness`` and errors are those of :func:`build`."""
    from kg import pipeline

    return list(pipeline.facts_of_each(paths, witness))


def check(*paths: str | Path, witness: str = "none", engine: str = "auto") -> Report:
    """What shapes and referee find on articles. ``witness`` and errors are those of :func:`build`.

    ``engine`` is the SHACL engine: "compiled", "pyshacl", or "auto" for the first of the two that is installed.
    """
    from kg import pipeline

    return pipeline.check_files(paths, witness, engine)[0]
