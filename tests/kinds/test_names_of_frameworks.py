"""Where the names of agreements, commissions, routes and institutions begin and end."""

from __future__ import annotations

import pytest

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.people.claim import NAMES
from kg.model import Layer
from kg.read.text import article
from kg.reading import mark


def named(text: str, layer: Layer[object]) -> list[str]:
    document = mark(article("test", text))
    return [document.article.quote(m.span) for m in document.of(layer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed a Memorandum on cooperation in the field of carbon markets.",
            ["Memorandum on cooperation in the field of carbon markets"],
        ),
        ("A Declaration on Deep Strategic Partnership was signed.", ["Declaration on Deep Strategic Partnership"]),
        (
            "The Memorandum of Understanding between SOCAR and Korea National Oil Corporation is in force.",
            ["Memorandum of Understanding between SOCAR and Korea National Oil Corporation"],
        ),
        (
            "He chairs the Russian-Mongolian intergovernmental commission.",
            ["Russian-Mongolian intergovernmental commission"],
        ),
        ("They spoke of the Soyuz Vostok gas pipeline.", ["Soyuz Vostok gas pipeline"]),
        ("The final Protocol was signed.", ["Protocol"]),
        (
            "The MoU on Cooperation in the Field of Small Business was signed.",
            ["MoU on Cooperation in the Field of Small Business"],
        ),
        (
            "They signed an Agreement on the Avoidance of Double Taxation in Lima.",
            ["Agreement on the Avoidance of Double Taxation"],
        ),
        ("They attended the 2+2 Ministerial Dialogue.", ["2+2 Ministerial Dialogue"]),
        ("The mixed economic commission of Chile met.", ["mixed economic commission"]),
        ("They reached no agreement.", []),
        ("TurkStream works at 100% of its capacity.", ["TurkStream"]),
    ],
)
def test_a_framework_is_named_to_its_end(text: str, expected: list[str]) -> None:
    assert named(text, FRAMEWORK_MENTIONS) == expected


def test_those_between_whose_bodies_a_memorandum_was_signed_are_its_parties() -> None:
    text = "A memorandum was signed between the Ministry of Trade of Chile and the Ministry of Trade of Peru."
    [mention] = mark(article("test", text)).of(FRAMEWORK_MENTIONS)
    assert [party.label for party in mention.value.parties] == ["Chile", "Peru"]


def test_a_mission_is_named_with_the_land_where_it_is() -> None:
    assert named("The Embassy of Chile in Peru was opened.", BODY_MENTIONS) == ["Embassy of Chile in Peru"]


def test_a_union_that_is_an_organisation_is_both_a_side_and_an_institution() -> None:
    assert named("He spoke within ASEAN about peace.", BODY_MENTIONS) == ["ASEAN"]


def test_the_plural_of_a_common_word_is_no_name() -> None:
    assert named("He met Heads of Indian Associations in the capital.", NAMES) == []
