"""The report of the shapes alone, as SHACL defines it: an sh:ValidationReport with the results as the engine gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.checks.engines import engine_named
from kg.model import AUTO, ArticleGraph
from kg.vocabulary import BASE

if TYPE_CHECKING:
    from rdflib import Graph


def validation_report(graphs: Iterable[ArticleGraph], engine: str = AUTO) -> Graph:
    """One sh:ValidationReport on article graphs, each validated by itself; ``engine`` is the name of a SHACL engine.

    Raises what :func:`kg.checks.engines.engine_named` raises.
    """
    from rdflib import RDF, SH, Graph, Literal, URIRef  # which takes long to load

    runs = engine_named(engine)
    whole, report = URIRef(BASE + "report"), Graph()
    for graph in graphs:
        own = Graph().parse(data=runs.report(graph.ntriples), format="turtle")
        for head in list(own.subjects(RDF.type, SH.ValidationReport)):
            for result in own.objects(head, SH.result):
                report.add((whole, SH.result, result))
            own.remove((head, None, None))
        report += own
    report.add((whole, RDF.type, SH.ValidationReport))
    report.add((whole, SH.conforms, Literal((whole, SH.result, None) not in report)))
    return report
