"""Derived figures as RDF, for a graph of their own."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.terms import Triples, decimal, iri, name, text
from kg.model import Derived


def derived_triples(figures: Iterable[Derived]) -> tuple[str, ...]:
    """Derived figures as sorted N-Triples lines without their final stop."""
    triples = Triples("derived")
    for figure in figures:
        subject, add = iri(figure.iri), triples.add
        triples.a(subject, "kg:DerivedObservation")
        add(subject, "rdfs:label", text(figure.label))
        add(subject, "kg:flow", name("code:" + figure.flow))
        add(subject, "kg:measure", name("code:level"))
        if figure.reporter:
            add(subject, "sdmx-dimension:refArea", iri(figure.reporter))
        if figure.counterpart:
            add(subject, "kg:counterpartArea", iri(figure.counterpart))
        add(subject, "sdmx-dimension:refPeriod", iri(figure.period))
        add(subject, "sdmx-attribute:unitMeasure", iri(figure.unit))
        add(subject, "kg:low", decimal(figure.low))
        add(subject, "kg:high", decimal(figure.high))
        add(subject, "kg:formula", text(figure.formula))
        add(subject, "prov:wasDerivedFrom", *map(iri, figure.inputs))
    return tuple(triples.sorted())
