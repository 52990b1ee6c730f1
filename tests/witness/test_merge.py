"""Candidates of a witness become mentions only where the rules marked nothing and the words look like a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support import graph_of_text

from kg.checks import check
from kg.export.facts import facts
from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.people.claim import NAMES
from kg.model import ArticleGraph, Mention, Span
from kg.read.text import article
from kg.reading import mark, read, write
from kg.store import Store
from kg.witness import Candidate, second

TEXT = "The minister thanked Spain's Orla Quist of the Polar Weavers, and Foreign Minister Ana Roe thanked Dr. Tarn Vell.\n"


class Fake:
    """A witness that finds the phrases it was told."""

    name = "fake 1.0"

    def __init__(self, people: tuple[str, ...] = (), institutions: tuple[str, ...] = ()) -> None:
        self.people, self.institutions = people, institutions

    def candidates(self, text: str) -> Iterator[Candidate]:
        for phrase in self.people:
            yield from (Candidate("person", Span(*m.span())) for m in re.finditer(re.escape(phrase), text))
        for phrase in self.institutions:
            yield from (Candidate("institution", Span(*m.span())) for m in re.finditer(re.escape(phrase), text))


def added(text: str, witness: Fake) -> list[Mention[object]]:
    """The mentions that a witness adds."""
    return [m for m in second(mark(article("a", text)), witness).mentions if m.source]


def quotes(text: str, *people: str) -> list[str]:
    """The words of the people that are added when a witness proposes these."""
    return [text[m.span.begin : m.span.end] for m in added(text, Fake(people))]


def graph_by(text: str, witness: Fake) -> ArticleGraph:
    return write(read(second(mark(article("sample", text)), witness)))


def test_a_new_name_is_added_with_its_source() -> None:
    (mention,) = added(TEXT, Fake(("Orla Quist",)))
    assert (mention.layer, mention.value, mention.source) == (NAMES, "Orla Quist", "fake 1.0")


def test_the_rules_have_no_source() -> None:
    assert all(mention.source is None for mention in mark(article("a", TEXT)).mentions)


def test_a_name_of_the_rules_is_not_touched() -> None:
    assert quotes(TEXT, "Ana Roe", "Minister Ana Roe thanked", "Foreign Minister Ana Roe") == []


def test_a_document_without_new_names_stays_the_same() -> None:
    document = mark(article("a", TEXT))
    assert second(document, Fake()) is document


@pytest.mark.parametrize("glued", ["Spain's Orla Quist", "'s Orla Quist of", "Orla Quist of the"])
def test_countries_and_small_words_are_trimmed_off(glued: str) -> None:
    assert quotes(TEXT, glued) == ["Orla Quist"]


@pytest.mark.parametrize("glued", ["Mr. Tarn Vell", "Deputy Minister Tarn Vell", "France Tarn Vell"])
def test_titles_and_honorifics_are_trimmed_off(glued: str) -> None:
    text = f"The talks were led by others, while {glued} waited outside.\n"
    assert set(quotes(text, glued)) <= {"Tarn Vell"}
    assert "Tarn Vell" in [m.value for m in second(mark(article("a", text)), Fake((glued,))).mentions]


@pytest.mark.parametrize("text", ["By Orla Quist\n", "Orla Quist\n", "BY ORLA QUIST / Polar News\n"])
def test_bylines_and_headings_name_nobody(text: str) -> None:
    assert quotes(text, "Orla Quist", "ORLA QUIST") == []


@pytest.mark.parametrize(
    "candidate",
    ["Quist", "Orla Quist, Tarn", "Orla\nQuist", "thanked", "Spain", "2024 Vell"],
)
def test_what_is_no_full_name_is_refused(candidate: str) -> None:
    text = "They thanked Orla Quist, Tarn and Spain for 2024 Vell\nwhile Orla\nQuist stayed away.\n"
    assert quotes(text, candidate) == []


def test_words_that_touch_a_name_of_the_rules_are_refused() -> None:
    text = "Foreign Minister Ana Roe received the guests, and Lady Grand Ana Roe left.\n"
    assert quotes(text, "Lady Grand") == []


def test_a_list_may_go_on_behind_a_name_of_the_rules() -> None:
    assert quotes("They thanked Foreign Minister Ana Roe, Orla Quist and the guests.\n", "Orla Quist") == ["Orla Quist"]


def test_a_name_keeps_particles_hyphens_and_initials() -> None:
    text = "The prize went to T. Orla van der Quist-Vell in the end.\n"
    assert quotes(text, "T. Orla van der Quist-Vell") == ["T. Orla van der Quist-Vell"]


def test_of_overlapping_candidates_the_first_and_longest_counts() -> None:
    text = "They thanked Orla Maria Quist for it.\n"
    assert quotes(text, "Maria Quist", "Orla Maria Quist", "Orla Maria") == ["Orla Maria Quist"]


def test_spans_outside_of_the_text_are_refused() -> None:
    class Wild(Fake):
        def candidates(self, text: str) -> Iterator[Candidate]:
            for begin, end in ((-5, 3), (len(text) - 2, len(text) + 50), (9, 4), (10**9, 10**9 + 4)):
                yield Candidate("person", Span(begin, end))
                yield Candidate("institution", Span(begin, end))

    assert added(TEXT, Wild()) == []


def test_an_institution_is_added() -> None:
    (mention,) = added(TEXT, Fake(institutions=("the Polar Weavers",)))
    assert (mention.layer, mention.value.name, mention.value.kind) == (BODY_MENTIONS, "Polar Weavers", "other")


def test_an_institution_may_hold_a_party_but_is_more_than_that() -> None:
    text = "They met with the Spanish Polar Weavers, with Spain, the Ministry of Trade of Spain and the Kenya–Spain side.\n"
    proposed = ("the Spanish Polar Weavers", "Spain", "Ministry of Trade of Spain", "Kenya–Spain")
    assert [m.value.name for m in added(text, Fake(institutions=proposed))] == ["Spanish Polar Weavers"]


def test_the_surname_of_a_person_is_no_institution() -> None:
    text = "Foreign Minister Ana Roe spoke first, and then Roe left.\n"
    assert added(text, Fake(institutions=("Roe",))) == []


def test_the_facts_hold_what_the_witness_adds() -> None:
    graph = graph_by(TEXT, Fake(("Orla Quist",), ("Polar Weavers",)))
    found = facts(Store.single(graph))
    assert {"Orla Quist", "Ana Roe"} <= {person["name"] for person in found["people"]}
    assert "Polar Weavers" in {body["name"] for body in found["institutions"]}


def test_the_graph_names_the_witness_at_its_spans_and_no_other() -> None:
    graph = graph_by(TEXT, Fake(("Orla Quist",), ("Polar Weavers",)))
    rows = Store.single(graph).select(
        """SELECT ?quote ?label WHERE {
            ?span nif:anchorOf ?quote ; prov:wasAttributedTo ?agent .
            ?agent a prov:SoftwareAgent ; rdfs:label ?label
        } ORDER BY ?quote"""
    )
    assert [(row["quote"], row["label"]) for row in rows] == [("Orla Quist", "fake 1.0"), ("Polar Weavers", "fake 1.0")]


def test_the_shapes_accept_a_second_witness() -> None:
    graph = graph_by(TEXT, Fake(("Orla Quist",), ("Polar Weavers",)))
    assert check(graph) == []


def test_a_reading_without_a_witness_names_none() -> None:
    assert not [line for line in graph_of_text(TEXT).triples if "SoftwareAgent" in line]
