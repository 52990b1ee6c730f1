"""Encounters: who met whom, who received, what was discussed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.export.facts import facts
from kg.kinds.meetings.claim import MEETINGS, Meeting
from kg.pipeline import findings_of, graph_of
from kg.read.text import article
from kg.reading import mark, read
from kg.store import Store


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
    assert (summit.kind, {p.label for p in summit.parties}, summit.status) == (
        "summit",
        {"Central Asia", "European Union"},
        "planned",
    )


def test_the_headline_opens_no_meeting() -> None:
    assert meetings("Foreign Minister of Chile Luis Sol meets Ana Rey of Spain\n\nNothing else is known.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Foreign Minister of Chile Luis Sol met Foreign Minister of Spain Ana Rey.", None),
        ("Foreign Minister of Chile Luis Sol will meet Foreign Minister of Spain Ana Rey.", "planned"),
        ("Foreign Minister of Chile Luis Sol did not meet Foreign Minister of Spain Ana Rey.", "denied"),
        ("Foreign Minister of Chile Luis Sol hopes to meet Foreign Minister of Spain Ana Rey.", "hypothetical"),
        ("Foreign Minister of Chile Luis Sol called off his visit to Spain.", "cancelled"),
        ("Foreign Minister of Chile Luis Sol postponed his visit to Spain.", "postponed"),
    ],
)
def test_a_meeting_has_the_status_of_its_words(text: str, status: str | None) -> None:
    assert [m.status for m in meetings(text)] == [status]


def test_only_what_was_held_or_is_to_come_is_among_the_meetings() -> None:
    text = (
        "Foreign Minister of Chile Luis Sol met Foreign Minister of Spain Ana Rey. Sol will visit Peru in May. "
        "He did not receive the Ambassador of Kenya Jo Mwangi."
    )
    told = facts(Store.single(graph_of(replace(article("test", text), date="2024-03-14"))))
    assert [(m["kind"], m["date"], m["status"]) for m in told["meetings"]] == [
        ("meeting", "2024-03-14", None),
        ("visit", "2024-05", "planned"),
    ]
    assert [(m["participants"], m["status"]) for m in told["not_held"]] == [(["Jo Mwangi", "Luis Sol"], "denied")]


def test_a_plan_has_no_day_of_the_article() -> None:
    (meeting,) = meetings("14 March 2024\n\nForeign Minister of Chile Luis Sol will visit Spain.")
    assert (meeting.status, meeting.date) == ("planned", None)


def test_what_was_not_held_is_of_a_class_of_its_own_and_has_no_agenda() -> None:
    text = (
        "Foreign Minister of Chile Luis Sol met Foreign Minister of Spain Ana Rey. "
        "The Agreement on Air Services was not signed."
    )
    graph = graph_of(article("test", text))
    store = Store.single(graph)
    unheld = "?m a kg:UnheldMeeting ; kg:status code:denied . MINUS { ?m a kg:Meeting } MINUS { ?a kg:madeAt ?m }"
    prefixes = "PREFIX kg: <https://w3id.org/readout/ontology#> PREFIX code: <https://w3id.org/readout/code/> "
    assert len(list(store.select(prefixes + "SELECT ?m WHERE { " + unheld + " }"))) == 1
    assert findings_of(graph) == []
