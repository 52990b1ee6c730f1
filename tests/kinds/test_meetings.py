"""Encounters: who met whom, who received, what was discussed."""

from __future__ import annotations

import pytest

from kg.kinds.meetings.claim import MEETINGS, Meeting
from kg.read.text import article
from kg.reading import mark, read


def meetings(text: str) -> list[Meeting]:
    reading = read(mark(article("test", text)))
    return list(reading[MEETINGS].all)


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        (
            "Foreign Minister of Chile Luis Sol received the Ambassador of Spain Ana Rey.",
            "meeting",
            {"Luis Sol", "Ana Rey"},
        ),
        (
            "Foreign Minister of Chile Luis Sol held talks with Foreign Minister of Spain Ana Rey.",
            "meeting",
            {"Luis Sol", "Ana Rey"},
        ),
        (
            "Receiving the new Spanish ambassador, Ana Rey, President of Chile Luis Sol praised trade.",
            "meeting",
            {"Luis Sol", "Ana Rey"},
        ),
        (
            "After meeting his Spanish counterpart, Ana Rey, Foreign Minister of Chile Luis Sol spoke.",
            "meeting",
            {"Luis Sol", "Ana Rey"},
        ),
        ("President of Chile Luis Sol arrived in Spain on an official visit to Madrid.", "visit", {"Luis Sol"}),
    ],
)
def test_an_encounter_is_read_with_its_people(text: str, kind: str, people: set[str]) -> None:
    found = [m for m in meetings(text) if m.kind == kind]
    assert [{p.name for p in m.participants} for m in found] == [people]


def test_the_one_who_receives_is_the_host() -> None:
    (meeting,) = meetings("Foreign Minister of Chile Luis Sol received the Ambassador of Spain Ana Rey.")
    assert meeting.host is not None
    assert (meeting.host.name, meeting.label) == ("Luis Sol", "Sol meets the Ambassador of Spain")


def test_a_talk_with_one_guest_is_part_of_the_reception_of_several() -> None:
    text = (
        "Deputy Minister of Foreign Affairs of Kenya Luis Sol received the ambassadors of Spain Ana Rey and France Luc Morin. "
        "During the meeting with the Ambassador of France Morin energy and health were discussed."
    )
    whole, part = meetings(text)
    assert (part.part_of, {p.name for p in part.participants}) == (whole.number, {"Luis Sol", "Luc Morin"})
    assert [i.words for i in part.agenda] == ["energy", "health"]


def test_lists_become_topics_and_shared_heads_are_kept() -> None:
    text = (
        "Foreign Minister of Chile Luis Sol met Foreign Minister of Spain Ana Rey. "
        "They discussed bilateral and multilateral cooperation, transport and logistics, and climate change."
    )
    (meeting,) = meetings(text)
    assert [i.words for i in meeting.agenda] == [
        "bilateral cooperation",
        "multilateral cooperation",
        "transport and logistics",
        "climate change",
    ]


def test_a_summit_of_parties_needs_no_people() -> None:
    text = "Foreign Minister of Chile Luis Sol spoke of the upcoming Central Asia-EU Summit in Samarkand."
    (summit,) = meetings(text)
    assert (summit.kind, {p.label for p in summit.parties}, summit.planned) == (
        "summit",
        {"Central Asia", "European Union"},
        True,
    )


def test_the_headline_opens_no_meeting() -> None:
    assert meetings("Foreign Minister of Chile Luis Sol meets Ana Rey of Spain\n\nNothing else is known.") == []
