"""Answers as documents of the standard media types, cut off where they grow too large."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kg.model import TooMuch, Unsuitable
from kg.vocabulary import NAMESPACES

ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


class _Lines(io.BytesIO):
    """Takes so many lines and then no more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._left -= data.count(b"\n")
        if self._left < 0:
            raise EOFError
        return super().write(data)


def document(
    answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, accepted: Sequence[str], most: int
) -> tuple[str, bytes]:
    """An answer in the first media type of ``accepted`` that suits it, with that type.

    Raises TooMuch where there are more than ``most`` rows or triples, Unsuitable where no accepted type suits.
    """
    triples = isinstance(answer, ox.QueryTriples)
    media = _first(accepted, TRIPLES if triples else ROWS)
    if isinstance(answer, ox.QueryBoolean):
        return media, answer.serialize(format=ROWS[media]) or b""
    # In TSV and N-Triples a line is a row, so rows are counted while they come, before anything else is done with them.
    out = _Lines(most if triples else most + 1)
    try:
        if isinstance(answer, ox.QueryTriples):
            answer.serialize(out, format=ox.RdfFormat.N_TRIPLES)
            return media, _graph(out.getvalue(), media)
        answer.serialize(out, format=ox.QueryResultsFormat.TSV)
    except EOFError:
        raise TooMuch(f"the answer has more than {most:,} rows; add a LIMIT or ask for less") from None
    rows = ox.parse_query_results(out.getvalue(), format=ox.QueryResultsFormat.TSV)
    assert isinstance(rows, ox.QuerySolutions)
    return media, rows.serialize(format=ROWS[media]) or b""


def _first(accepted: Sequence[str], known: Iterable[str]) -> str:
    known = list(known)
    for media in accepted:
        if media in known:
            return media
    raise Unsuitable(f"this answer comes as one of {', '.join(known)}; none of these is accepted")


def _graph(ntriples: bytes, media: str) -> bytes:
    triples = {quad.triple for quad in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES)}
    ordered = sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    prefixes = None if media == "application/n-triples" else NAMESPACES
    return ox.serialize(ordered, format=TRIPLES[media], prefixes=prefixes) or b""
