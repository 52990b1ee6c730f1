"""Terms of the engine as plain Python values, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pyoxigraph as ox

from kg.model import Statement4
from kg.vocabulary import NAMESPACES

Value = str | int | Decimal | bool | None
_XSD = NAMESPACES["xsd"]


def statement(quad: ox.Quad) -> Statement4:
    """A quad as plain text."""
    value = quad.object
    kind = "iri"
    if isinstance(value, ox.Literal):
        kind = f"@{value.language}" if value.language else value.datatype.value
    graph, subject, predicate, object_ = (
        "" if isinstance(p, ox.DefaultGraph | ox.Triple) else p.value
        for p in (quad.graph_name, quad.subject, quad.predicate, value)
    )
    return Statement4(graph, subject, predicate, object_, kind)


def plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    """An RDF term as a plain Python value; IRIs and strings are str."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return str(term.value) if isinstance(term, ox.NamedNode) else str(term)
    datatype = term.datatype.value
    if datatype == _XSD + "integer":
        return int(term.value)
    if datatype in (_XSD + "decimal", _XSD + "double"):
        return Decimal(term.value)
    if datatype == _XSD + "boolean":
        return term.value == "true"
    return term.value


def bound(things: Mapping[str, str] | None) -> dict[ox.Variable, ox.NamedNode]:
    """Names of variables with IRIs, as the engine takes them."""
    return {ox.Variable(name): ox.NamedNode(iri) for name, iri in (things or {}).items()}
