"""The graphs in the syntaxes of RDF that the store writes itself."""

from __future__ import annotations

from functools import partial

from kg.export.known import Source


def rdf(syntax: str, source: Source) -> bytes:
    """The graphs in an RDF syntax."""
    return source.graphs.dump(syntax, source.vocabulary)


EXPORTS = {syntax: partial(rdf, syntax) for syntax in ("turtle", "trig", "nquads", "ntriples")}
