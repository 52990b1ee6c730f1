"""Claims in numbers as RDF: one observation a figure, as stated and in whole units."""

from __future__ import annotations

from decimal import Decimal

from kg.graph.terms import decimal, integer, iri, name, text
from kg.kinds.bodies.rdf import side
from kg.kinds.figures.claim import FIGURES, Observation
from kg.kinds.kind import Writer
from kg.kinds.periods.rdf import period
from kg.kinds.quantities.rdf import unit
from kg.kinds.registrations.rdf import attribute
from kg.vocabulary import local


def write(writer: Writer) -> None:
    """The figures of an article and the data set that they are in."""
    claims = writer.readings[FIGURES]
    if claims:
        figures = writer.triples.fragment("figures")
        writer.triples.a(figures, "qb:DataSet")
        writer.triples.add(figures, "rdfs:label", text("Figures in the article"))
        writer.triples.add(figures, "qb:structure", name("kg:FigureStructure"))
    for claim in claims:
        _observation(writer, claim)


def _observation(writer: Writer, claim: Observation) -> None:
    q, triples, add = claim.quantity, writer.triples, writer.triples.add
    subject = triples.fragment(f"observation-{claim.surface.begin}-{claim.surface.end}-{local(claim.flow.iri)}")
    triples.a(subject, "kg:Observation", "qb:Observation")
    add(subject, "qb:dataSet", triples.fragment("figures"))
    if claim.reporter is not None:
        add(subject, "sdmx-dimension:refArea", side(triples, claim.reporter))
    if claim.counterpart is not None:
        add(subject, "kg:counterpartArea", side(triples, claim.counterpart))
    add(subject, "kg:flow", iri(claim.flow.iri))
    add(subject, "kg:measure", iri(claim.measure.iri))
    add(subject, "sdmx-dimension:refPeriod", period(triples, claim.period))
    if claim.base is not None:
        add(subject, "sdmx-attribute:basePer", period(triples, claim.base))
    if claim.scope:
        add(subject, "kg:scope", text(claim.scope))
    if q.bound != "exact":
        add(subject, "kg:approximation", name("code:" + q.bound))
    add(subject, "sdmx-measure:obsValue", decimal(q.value))
    add(subject, "sdmx-attribute:unitMeasure", unit(triples, q.unit))
    add(subject, "sdmx-attribute:unitMult", integer(q.multiplier))
    add(subject, "sdmx-attribute:decimals", integer(q.decimals))
    add(subject, "kg:amount", decimal(q.amount))
    add(subject, "kg:tolerance", decimal(q.tolerance))
    add(subject, "kg:confidence", decimal(Decimal(claim.confidence) / 100))
    add(subject, "kg:surface", writer.spans.term(claim.surface))
    attribute(writer, subject)
    writer.evidence(subject, (claim.evidence,), claim.rules)
