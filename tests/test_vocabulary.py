"""The vocabulary: data files that parse, describe themselves, and name what texts name."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef
from support import ROOT, SHARED, needs_shared

from kg.language.gazetteer import Gazetteer
from kg.language.lexicon import _BY_NAME
from kg.languages.en.analyser import tokenise
from kg.model import ReadoutError, Term
from kg.vocabulary import NAMESPACES, compact, expand, fold, folder, local, slug, vocabulary

FILES = sorted((ROOT / "ontology").glob("*.ttl"))
KG = Namespace(NAMESPACES["kg"])
ONTOLOGY = Graph().parse(ROOT / "ontology/kg.ttl")
CLASSES = sorted(set(ONTOLOGY.subjects(RDF.type, OWL.Class)))
PROPERTIES = sorted(
    {*ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty), *ONTOLOGY.subjects(RDF.type, OWL.DatatypeProperty)}
)


def every() -> Graph:
    """All files as one graph."""
    graph = Graph()
    for file in FILES:
        graph.parse(file)
    return graph


ALL = every()


# --- The files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_parses_and_has_no_blank_node(file: Path) -> None:
    graph = Graph().parse(file)
    assert len(graph) > 10
    assert [node for node in graph.all_nodes() if isinstance(node, BNode)] == []


def test_the_ontology_has_classes_and_properties() -> None:
    assert len(CLASSES) >= 15
    assert len(PROPERTIES) >= 19


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_every_term_has_one_label_and_one_comment(term: URIRef) -> None:
    assert len(list(ONTOLOGY.objects(term, RDFS.label))) == 1
    assert len(list(ONTOLOGY.objects(term, RDFS.comment))) == 1


@pytest.mark.parametrize("term", PROPERTIES, ids=local)
def test_every_property_has_a_domain_or_a_range(term: URIRef) -> None:
    assert (term, RDFS.domain, None) in ONTOLOGY or (term, RDFS.range, None) in ONTOLOGY


def test_every_term_of_ours_that_the_ontology_speaks_of_is_declared() -> None:
    spoken = {n for n in ALL.all_nodes() | set(ALL.predicates()) if isinstance(n, URIRef) and n.startswith(KG)}
    declared = {*CLASSES, *PROPERTIES, *ONTOLOGY.subjects(RDF.type, None)}
    assert spoken - declared == set()


def test_every_code_topic_and_party_that_is_spoken_of_exists() -> None:
    ours = tuple(NAMESPACES[prefix] for prefix in ("code", "topic", "plover"))
    spoken = {node for node in ALL.all_nodes() if str(node).startswith(ours)}
    assert {str(node) for node in spoken} - {str(node) for node in ALL.subjects()} == set()


def test_prefixes_of_the_files_are_those_of_the_package() -> None:
    declared = re.compile(r"^\s*(?:@prefix|PREFIX)\s+([\w-]*):\s*<([^>]+)>", re.MULTILINE)
    for file in [*FILES, *ROOT.glob("shapes/*.ttl"), *ROOT.glob("kg/**/*.rq")]:
        wrong = {
            prefix: iri
            for prefix, iri in declared.findall(file.read_text("utf-8"))
            if iri != NAMESPACES.get(prefix, iri) or (prefix not in NAMESPACES and prefix != "shape")
        }
        assert wrong in ({}, {"prov": NAMESPACES["prov"]}), f"{file.name}: {wrong}"


def test_schema_org_is_always_https() -> None:
    places = [*FILES, *ROOT.glob("shapes/*.ttl"), *ROOT.glob("kg/**/*.rq"), *ROOT.glob("kg/**/*.py")]
    assert [file.name for file in places if "http://schema.org" in file.read_text("utf-8")] == []


def test_same_things_are_linked_by_schema_not_by_owl() -> None:
    assert (None, OWL.sameAs, None) not in ALL


# --- What the code asks of it --------------------------------------------------------------------------------------


def names_in(path: Path) -> Iterator[str]:
    """The prefixed names that stand as texts in a module, f-strings and additions to be completed left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"^(?:kg|code|plover|topic):[A-Za-z][\w-]*$", node.value)


MAP = sorted([*(ROOT / "kg/kinds").glob("*/rdf.py"), *(ROOT / "kg/graph").glob("*.py"), ROOT / "kg/reading.py"])


@pytest.mark.parametrize("path", MAP, ids=lambda path: path.name)
def test_every_term_that_the_mapping_uses_exists(path: Path) -> None:
    unknown = {name for name in names_in(path) if (URIRef(expand(name)), None, None) not in ALL}
    assert unknown == set()


def test_the_mapping_uses_terms_at_all() -> None:
    assert len({name for path in MAP for name in names_in(path)}) > 30


@pytest.mark.parametrize(
    "file", [*ROOT.glob("shapes/*.ttl"), *sorted(ROOT.glob("kg/**/*.rq"))], ids=lambda file: file.stem
)
def test_every_term_that_shapes_and_queries_use_exists(file: Path) -> None:
    text = re.sub(r"<[^>]*>|\"[^\"\n]*\"", "", re.sub(r"#.*", "", file.read_text("utf-8")))
    names = set(re.findall(r"(?<![\w-])(?:kg|code|plover):[A-Za-z][\w-]*", text))
    assert {name for name in names if (URIRef(expand(name)), None, None) not in ALL} == set()


# --- Phrases ---------------------------------------------------------------------------------------------------------


def test_every_form_names_a_term_with_a_label() -> None:
    forms = list(vocabulary().forms())
    assert len(forms) > 1000
    for phrase, term in forms:
        assert phrase == phrase.strip() != ""
        assert term.label
        assert term.kind
        assert term.iri.startswith("http")


@pytest.mark.parametrize(
    ("phrase", "form", "iri"),
    [
        ("France", "label", "id:france"),
        ("French", "adjective", "id:france"),
        ("Paris", "capital", "id:france"),
        ("European Union", "label", "id:european-union"),
        ("EU", "label", "id:european-union"),
        ("Central Asia", "label", "id:central-asia"),
    ],
)
def test_phrases_name_their_parties(phrase: str, form: str, iri: str) -> None:
    named = {(term.iri, term.form) for words, term in vocabulary().forms() if words == phrase}
    assert (expand(iri), form) in named


def test_no_phrase_stands_twice_for_one_term() -> None:
    counts = Counter((phrase, term.iri) for phrase, term in vocabulary().forms())
    assert [pair for pair, count in counts.items() if count > 1] == []


def test_names_of_parties_are_not_shared() -> None:
    owners: dict[str, set[str]] = {}
    for phrase, term in vocabulary().forms():
        if term.kind == "party" and term.form == "label":
            owners.setdefault(phrase, set()).add(term.iri)
    assert {phrase: found for phrase, found in owners.items() if len(found) > 1} == {}


def test_every_topic_matches_a_theme_or_a_descriptor_of_the_eu() -> None:
    graph = Graph()
    for name in ("topics", "eurovoc"):
        graph.parse(ROOT / f"ontology/{name}.ttl")
    matches = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
    alone = [t for t in graph.subjects(SKOS.inScheme) if not any((t, match, None) in graph for match in matches)]
    assert alone == []


def test_members_of_unions_are_parties() -> None:
    parties = {term.iri for term in vocabulary().within("party")}
    members = vocabulary().members(expand("id:european-union"))
    assert len(members) == 27
    assert set(members) <= parties


def test_a_term_can_be_asked_for_by_its_prefixed_name() -> None:
    france = vocabulary().term("id:france")
    assert (france.label, france.kind) == ("France", "party")
    assert "State" in france.traits
    assert vocabulary().value(france.iri, "kg:capital") == "Paris"
    assert vocabulary().value(france.iri, "kg:plural") is None


# --- Names ---------------------------------------------------------------------------------------------------------


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_folding_does_not_mind_case(text: str) -> None:
    if text.upper().lower() == text.lower():
        assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("São Tomé", "sao tome"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Łódź", "lodz"),
        ("Şahin", "sahin"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_compare_when_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_a_slug_can_end_any_iri(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@given(st.text(alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x44F), min_size=1, max_size=20))
def test_names_in_other_scripts_have_slugs_of_their_own(text: str) -> None:
    assert slug(text) != slug(text + "я")


@pytest.mark.parametrize(
    ("text", "expected"), [("Ada  Roe", "ada-roe"), ("Émile Zola", "emile-zola"), ("", "unnamed"), ("!", "u0021")]
)
def test_slugs_read_like_the_name(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.sampled_from(sorted(NAMESPACES)), st.from_regex(r"[A-Za-z][\w-]{0,10}", fullmatch=True))
def test_compact_names_expand_to_what_they_stand_for(prefix: str, name: str) -> None:
    iri = NAMESPACES[prefix] + name
    assert expand(compact(iri)) == iri
    assert local(iri) == name


@pytest.mark.parametrize(
    "iri", ["http://x.y/a", "urn:a", "https://w3id.org/readout/id/a b", "https://w3id.org/readout/id/"]
)
def test_what_no_prefix_fits_stays_as_it_is(iri: str) -> None:
    assert compact(iri) == iri


@pytest.mark.parametrize("name", ["ontology", "shapes", "queries"])
def test_data_folders_are_found(name: str) -> None:
    assert any(folder(name).iterdir())


# --- Nothing is fitted to the gold articles ------------------------------------------------------------------------


@needs_shared
def test_no_person_of_the_gold_articles_stands_in_the_package() -> None:
    """ontology/heads.ttl lists the heads of all states from a public source and is left out."""
    golds = [json.loads(path.read_text("utf-8")) for path in sorted((SHARED / "eval/gold").glob("*.json"))]
    names = {person["name"] for gold in golds for person in gold["people"] if " " in person["name"]}
    assert len(names) > 50
    files = [*ROOT.glob("kg/**/*.py"), *ROOT.glob("kg/**/*.rq"), *ROOT.glob("shapes/*.ttl"), *FILES]
    texts = {file: fold(file.read_text("utf-8")) for file in files if file.name != "heads.ttl"}
    assert {name: file.name for name in names for file, text in texts.items() if fold(name) in text} == {}


def test_the_heads_of_states_are_those_of_all_states_and_not_of_a_few() -> None:
    represented = set(ALL.subjects(RDF.type, KG.State)) & set(ALL.objects(None, KG.heads))
    assert len(represented) > 150


def test_every_layer_of_the_lexicon_has_terms() -> None:
    assert {term.kind for _, term in vocabulary().forms()} == set(_BY_NAME)


def test_a_lexicon_that_no_layer_reads_is_an_error_that_names_it() -> None:
    term = Term(expand("code:rises"), "rises", "chnages")
    with pytest.raises(ReadoutError, match=r'the lexicon "chnages" of \S+/code/rises') as error:
        Gazetteer([("rises", term)], tokenise)
    assert "\n" not in str(error.value)
