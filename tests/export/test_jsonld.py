"""JSON-LD that people can read and machines read back."""

from __future__ import annotations

import json

import pytest
from support import TALKS, graph_of, named_graphs

from kg.export.annotations import web_annotations
from kg.export.jsonld import jsonld
from kg.model import Statement4
from kg.store import Store
from kg.vocabulary import expand

G, S = "https://w3id.org/readout/id/graph", "https://w3id.org/readout/id/thing"
XSD = expand("xsd:string").removesuffix("string")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("text", XSD + "string"),
        ("text", "@en"),
        ("12", XSD + "integer"),
        ("-0.5", XSD + "decimal"),
        ("40200000000.0", XSD + "decimal"),
        ("true", XSD + "boolean"),
        ("false", XSD + "boolean"),
        ("2024-01-01", XSD + "date"),
        ("https://w3id.org/readout/id/a", "iri"),
        ("https://w3id.org/readout/id/a(b)", "iri"),
        ("https://w3id.org/readout/article/x#char=1,2", "iri"),
        ("", XSD + "string"),
        ("id:not-an-iri", XSD + "string"),
        ("@type", XSD + "string"),
        (' \u2028"\\\n', XSD + "string"),
    ],
)
@pytest.mark.parametrize("predicate", ["rdfs:label", "kg:host", "org:member"])
def test_every_kind_of_value_reads_back(value: str, kind: str, predicate: str) -> None:
    document = jsonld([Statement4(G, S, expand(predicate), value, kind)])
    ((_, found),) = named_graphs(document, "json-ld").items()
    ((subject, verb, read),) = found
    assert (str(subject), str(verb)) == (S, expand(predicate))
    if kind == "iri":
        assert read.n3() == f"<{value}>"
    else:
        assert str(read) == value
        assert getattr(read, "language", None) == (kind[1:] if kind.startswith("@") else None)
        assert str(getattr(read, "datatype", "")) in (kind, "None", "")


def test_things_and_texts_under_one_property_stay_apart() -> None:
    statements = [
        Statement4(G, S, expand("rdfs:label"), "id:a", XSD + "string"),
        Statement4(G, S, expand("rdfs:label"), expand("id:a"), "iri"),
    ]
    ((_, found),) = named_graphs(jsonld(statements), "json-ld").items()
    assert sorted(value.n3() for value in found.objects()) == ['"id:a"', f"<{expand('id:a')}>"]


def test_properties_of_one_local_name_stay_apart() -> None:
    statements = [
        Statement4(G, S, expand(name), "x", XSD + "string") for name in ("rdfs:label", "skos:label", "schema:label")
    ]
    ((_, found),) = named_graphs(jsonld(statements), "json-ld").items()
    assert {str(predicate) for predicate in found.predicates()} == {s.predicate for s in statements}


@pytest.mark.parametrize(
    "name", ["kg:type", "kg:id", "kg:code", "kg:country", "dcterms:type", "kg:graph", "kg:context"]
)
def test_a_property_named_like_a_keyword_or_prefix_reads_back(name: str) -> None:
    statements = [
        Statement4(G, S, expand(name), "x", XSD + "string"),
        Statement4(G, S, expand("rdf:type"), expand("code:meeting"), "iri"),
        Statement4(G, S, expand("kg:flow"), expand("country:FRA"), "iri"),
    ]
    ((_, found),) = named_graphs(jsonld(statements), "json-ld").items()
    assert {(str(verb), str(value)) for _, verb, value in found} == {(s.predicate, s.object) for s in statements}


def test_names_are_short_where_they_can_be() -> None:
    document = json.loads(jsonld(Store.memory(graph_of(TALKS)).statements()))
    assert {"@context", "@graph"} == set(document)
    (graph,) = document["@graph"]
    assert {"label", "anchorOf", "wasDerivedFrom"} <= {key for node in graph["@graph"] for key in node}


def test_web_annotations_select_by_code_points_and_quote() -> None:
    text = TALKS.read_text("utf-8")
    page = json.loads(web_annotations(Store.memory(graph_of(TALKS))))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) > 20
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
