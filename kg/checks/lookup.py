"""The triples of one article as a dictionary: what SPARQL would fetch in milliseconds, in microseconds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.model import Quote
from kg.vocabulary import expand

_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class Lookup:
    """Subjects with their properties, as IRIs and plain texts; properties are given as prefixed names.

    ``triples`` are N-Triples lines without their final stop.
    """

    def __init__(self, triples: Iterable[str]) -> None:
        self._subjects: dict[str, dict[str, list[str]]] = {}
        self._typed: dict[str, list[str]] = {}
        for line in triples:
            subject, predicate, value = line.split(" ", 2)
            self._subjects.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def all(self, subject: str | None, name: str) -> list[str]:
        """The values of a property."""
        values = self._subjects.get(f"<{subject}>", {}).get(_term(name), ())
        return [_plain(value) for value in values]

    def one(self, subject: str | None, name: str) -> str | None:
        """The first value of a property; None where there is none (or no subject)."""
        values = self._subjects.get(f"<{subject}>", {}).get(_term(name))
        return _plain(values[0]) if values else None

    def of_class(self, name: str) -> list[str]:
        """The IRIs of the instances of a class, sorted."""
        if not self._typed:
            key = _term("rdf:type")
            for subject, properties in self._subjects.items():
                for kind in properties.get(key, ()):
                    self._typed.setdefault(kind, []).append(subject[1:-1])
        return sorted(self._typed.get(_term(name), ()))

    def quote(self, span: str) -> Quote:
        """A span with its words. Raises ValueError where it is none."""
        if not self._is_span(span):
            raise ValueError(f"{span} is no span")
        begin, end, words = (self.one(span, f"nif:{name}") or "" for name in ("beginIndex", "endIndex", "anchorOf"))
        return Quote(int(begin), int(end), words)

    def evidence(self, subject: str) -> tuple[Quote, ...]:
        """The words that a claim was read from, or a span's own, in the order of the text."""
        spans = {*self.all(subject, "prov:wasDerivedFrom"), subject}
        found = [self.quote(span) for span in spans if self._is_span(span)]
        return tuple(sorted(found, key=lambda quote: (quote.begin, quote.end, quote.quote)))

    def _is_span(self, span: str) -> bool:
        offsets = [self.one(span, "nif:beginIndex"), self.one(span, "nif:endIndex")]
        return self.one(span, "nif:anchorOf") is not None and all(o is not None and o.isdigit() for o in offsets)


@cache
def _term(name: str) -> str:
    return f"<{expand(name)}>"


def _plain(term: str) -> str:
    """The IRI or the lexical form of an N-Triples term."""
    if term[0] == "<":
        return term[1:-1]
    text = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    code = match.group(1)
    return chr(int(code[1:], 16)) if len(code) > 1 else _LETTERS.get(code, code)
