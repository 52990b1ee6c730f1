"""Namespaces, IRIs, and the vocabulary that stands as data in ``ontology/``.

A :class:`Term` is one entry; its *forms* (skos:prefLabel, altLabel, hiddenLabel, kg:adjective, ...) are the
phrases by which texts name it. Turtle is parsed by Oxigraph, which is why this module may import it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.model import Term

BASE = "https://w3id.org/readout/"

NAMESPACES = {
    "kg": BASE + "ontology#",
    "id": BASE + "id/",
    "article": BASE + "article/",
    "period": BASE + "period/",
    "code": BASE + "code/",
    "topic": BASE + "topic/",
    "rule": BASE + "rule/",
    "plover": BASE + "plover/",
    "unit": "http://qudt.org/vocab/unit/",
    "currency": "http://publications.europa.eu/resource/authority/currency/",
    "country": "http://publications.europa.eu/resource/authority/country/",
    "theme": "http://publications.europa.eu/resource/authority/data-theme/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "rov": "http://www.w3.org/ns/regorg#",
    "adms": "http://www.w3.org/ns/adms#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-concept": "http://purl.org/linked-data/sdmx/2009/concept#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sh": "http://www.w3.org/ns/shacl#",
    "wd": "http://www.wikidata.org/entity/",
}

VOCABULARY_GRAPH = BASE + "graph/vocabulary"
DERIVED_GRAPH = BASE + "graph/derived"
HISTORY_GRAPH = BASE + "graph/history"

_FORMS = {
    NAMESPACES["rdfs"] + "label": "label",
    NAMESPACES["skos"] + "prefLabel": "label",
    NAMESPACES["skos"] + "altLabel": "label",
    NAMESPACES["skos"] + "hiddenLabel": "hidden",
    NAMESPACES["kg"] + "plural": "plural",
    NAMESPACES["kg"] + "symbol": "symbol",
    NAMESPACES["kg"] + "adjective": "adjective",
    NAMESPACES["kg"] + "demonym": "demonym",
    NAMESPACES["kg"] + "capital": "capital",
}


_LOCAL = re.compile(r"[\w-]+")
_LATIN = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=1024)
def expand(name: str) -> str:
    """The IRI of a prefixed name: ``expand("kg:Party")``."""
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local


def compact(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI itself where no prefix fits."""
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def local(iri: str) -> str:
    """The part of an IRI after the last ``#`` or ``/``."""
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]


_LETTERS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})


@cache
def fold(text: str) -> str:
    """Lower case without accents, so that spellings compare."""
    lower = text.lower()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def slug(text: str) -> str:
    """An ASCII name for the end of an IRI: letters, digits and hyphens.

    A text without any Latin letter keeps its own letters percent-free as code points ("u0438-...").
    """
    name = "-".join(_LATIN.findall(fold(text)))
    return name or "-".join(f"u{ord(c):04x}" for c in text[:40] if not c.isspace()) or "unnamed"


def folder(name: str) -> Path:
    """A folder of data files that ships with the package (``ontology``, ``shapes``, ``queries``)."""
    here = Path(__file__).parent
    packaged = here / name
    return packaged if packaged.is_dir() else here.parent / name


FRAMEWORK_CLASSES = frozenset("Agreement Format Commission Forum Programme Route".split())


class Vocabulary:
    """The ontology, code lists and lexicons, read once from Turtle."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.triples: list[ox.Triple] = []
        for path in files:
            quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
            self.triples.extend(quad.triple for quad in quads)
        self._values: dict[str, dict[str, list[str]]] = {}
        self._terms: dict[tuple[str, str], Term] = {}
        for triple in self.triples:
            if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.BlankNode | ox.Triple):
                entry = self._values.setdefault(triple.subject.value, {})
                entry.setdefault(triple.predicate.value, []).append(triple.object.value)

    def values(self, iri: str, name: str) -> list[str]:
        """The values of a property (prefixed name) of a term, in the order of the files."""
        return self._values.get(iri, {}).get(expand(name), [])

    def value(self, iri: str, name: str) -> str | None:
        """The first value of a property of a term."""
        return next(iter(self.values(iri, name)), None)

    def term(self, iri: str, form: str = "label") -> Term:
        """The entry with an IRI (which may be given as a prefixed name)."""
        key = iri, form
        if key not in self._terms:
            self._terms[key] = self._term(iri if iri.startswith("http") else expand(iri), form)
        return self._terms[key]

    def _term(self, iri: str, form: str) -> Term:
        label = self.value(iri, "rdfs:label") or self.value(iri, "skos:prefLabel") or local(iri)
        traits = frozenset(local(t) for t in (*self.values(iri, "rdf:type"), *self.values(iri, "skos:broader")))
        return Term(iri, label, self._kind(iri), form, traits)

    def _kind(self, iri: str) -> str:
        scheme = self.value(iri, "skos:inScheme")
        if scheme:
            return local(scheme)
        types = {local(t) for t in self.values(iri, "rdf:type")}
        if types & {"State", "Union", "Region"}:
            return "party"
        if types & FRAMEWORK_CLASSES:
            return "frameworks"
        return "bodies" if "Institution" in types else "class"

    def forms(self) -> Iterator[tuple[str, Term]]:
        """Every phrase that names a term, with the term: what the gazetteer is made of."""
        for iri, properties in self._values.items():
            kind = self._kind(iri)
            if kind in ("class", "portfolios", "honorifics", "particles", "omissions", "statuses"):
                continue
            if kind == "currencies":
                yield from ((code, self.term(iri, "symbol")) for code in self.values(iri, "skos:notation"))
            seen: set[str] = set()
            for prop, form in _FORMS.items():
                for phrase in properties.get(prop, ()):
                    if phrase not in seen:
                        seen.add(phrase)
                        yield phrase, self.term(iri, form)

    def within(self, kind: str) -> list[Term]:
        """All terms of one lexicon, in the order of the files."""
        return [self.term(iri) for iri in self._of_kind.get(kind, ())]

    @cached_property
    def _of_kind(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = {}
        for iri in self._values:
            named.setdefault(self._kind(iri), []).append(iri)
        return named

    def head_of(self, role: str, name: str) -> str | None:
        """The side that a head of state or government with this name heads, if the authority records tell just one."""
        words = set(fold(name).split())
        sides = {side for family, side, roles in self._heads if role in roles and set(family.split()) <= words}
        return sides.pop() if len(sides) == 1 else None

    @cached_property
    def _heads(self) -> list[tuple[str, str, set[str]]]:
        return [
            (fold(name), side, set(self.values(iri, "kg:office")))
            for iri in self._values
            for name in self.values(iri, "schema:familyName")
            for side in self.values(iri, "kg:heads")
        ]

    def members(self, union: str) -> list[str]:
        """The IRIs of the members of a union or region."""
        return self.values(union, "org:hasMember")


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package."""
    return Vocabulary(sorted(folder("ontology").glob("*.ttl")))
