"""JSON-LD with a readable context: short names for properties, prefixes for IRIs, plain numbers and booleans."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from kg.export.known import Export
from kg.model import Statement4
from kg.vocabulary import NAMESPACES, compact, expand, local

_NATIVE: dict[str, Callable[[str], Any]] = {
    expand("xsd:integer"): int,
    expand("xsd:boolean"): lambda text: text == "true",
}
_STRING = expand("xsd:string")
_TYPE = expand("rdf:type")
Tree = dict[str, Any]


def jsonld(quads: Iterable[Statement4]) -> str:
    """Quads as one JSON-LD document, a graph object for each named graph; quads come in their final order."""
    quads = list(quads)
    terms = _terms(quads)
    kinds: dict[str, set[str]] = {}
    for quad in quads:
        kinds.setdefault(quad.predicate, set()).add(quad.kind)
    graphs: dict[str, dict[str, Tree]] = {}
    for quad in quads:
        node = graphs.setdefault(quad.graph, {}).setdefault(quad.subject, {"@id": compact(quad.subject)})
        if quad.predicate == _TYPE:
            node.setdefault("@type", []).append(compact(quad.object))
        else:
            node.setdefault(terms[quad.predicate], []).append(_value(quad, kinds[quad.predicate] == {"iri"}))
    document = {
        "@context": _context(terms, kinds),
        "@graph": [
            {"@id": compact(name), "@graph": [_single(node) for node in nodes.values()]}
            for name, nodes in graphs.items()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _terms(quads: Iterable[Statement4]) -> dict[str, str]:
    """A short name for each property: its local name where no other property has it, else its prefixed name."""
    used = sorted({quad.predicate for quad in quads})
    names = [local(iri) for iri in used]
    return {
        iri: local(iri) if names.count(local(iri)) == 1 and local(iri) not in NAMESPACES else compact(iri)
        for iri in used
    }


def _context(terms: dict[str, str], kinds: dict[str, set[str]]) -> Tree:
    context: Tree = dict(sorted(NAMESPACES.items()))
    for iri, term in sorted(terms.items(), key=lambda pair: pair[1]):
        things = kinds[iri] == {"iri"}
        if iri != _TYPE and (things or ":" not in term):
            context[term] = {"@id": iri, "@type": "@id"} if things else compact(iri)
    return context


def _value(quad: Statement4, things_only: bool) -> Any:
    if quad.kind == "iri":
        return compact(quad.object) if things_only else {"@id": compact(quad.object)}
    if quad.kind.startswith("@"):
        return {"@value": quad.object, "@language": quad.kind[1:]}
    if quad.kind == _STRING:
        return quad.object
    if quad.kind in _NATIVE:
        return _NATIVE[quad.kind](quad.object)
    return {"@value": quad.object, "@type": compact(quad.kind)}


def _single(node: Tree) -> Tree:
    """Lists of one value without their brackets."""
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}


EXPORTS: dict[str, Export] = {"jsonld": lambda source: jsonld(source.graphs.statements(source.vocabulary))}
