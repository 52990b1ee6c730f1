"""Meetings told of in passing: the next session, a forum, a signing; and who meets whom in one breath."""

from __future__ import annotations

import pytest

from tests.kinds.test_meetings import meetings

_MET = " date 2023-03-14 SANTIAGO.\nForeign Minister of Chile Luis Sol met Foreign Minister of Peru Ana Rey. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Chile-Peru Joint Commission will be held in Lima in May 2024.", "session"),
        (
            "The sides praised the Joint Committee. The fifth session of the Committee is expected in June 2024.",
            "session",
        ),
        ("A Chilean-Peruvian business forum is slated for the spring of 2024 in Lima.", "session"),
        ("They agreed to hold the 7th round of the Chile-Peru Strategic Dialogue in 2025.", "consultations"),
        ("Following the talks, the two signed a plan for 2024.", "signing"),
        ("A protocol was signed.", "signing"),
    ],
)
def test_an_encounter_told_in_passing_is_noted(text: str, kind: str) -> None:
    assert [m.kind for m in meetings(_MET + text)][1:] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Trade of Chile Luis Sol called on President of Peru Ana Rey, and met Speaker of Peru Eva Paz.",
            [{"Luis Sol", "Ana Rey"}, {"Luis Sol", "Eva Paz"}],
        ),
        (
            "Foreign Minister of Chile Luis Sol met Foreign Minister of Peru Ana Rey. The Chilean diplomat was also received "
            "by President of Peru Eva Paz.",
            [{"Luis Sol", "Ana Rey"}, {"Luis Sol", "Eva Paz"}],
        ),
        (
            "President of Chile Luis Sol received ambassadors of Peru and Spain. Receiving the ambassador of Peru, Ana Rey, "
            "President Sol praised trade.",
            [{"Luis Sol", "Ana Rey"}],
        ),
    ],
)
def test_who_meets_whom_is_told_apart(text: str, expected: list[set[str]]) -> None:
    assert [{p.name for p in m.participants} for m in meetings(text)] == expected


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They discussed the bilateral and regional agenda.", ["bilateral and regional agenda"]),
        ("They discussed organization and coordination of port work.", ["organization and coordination of port work"]),
        (
            "Halal certification and potash fertilizers featured prominently.",
            ["Halal certification", "potash fertilizers"],
        ),
        ("The talks ranged over prosperity and the mining of copper.", ["prosperity", "mining of copper"]),
        ("They discussed flights between Lima and Arica.", ["flights between Lima and Arica"]),
        ("They discussed access to the markets of Asia and Africa.", ["access to the markets of Asia and Africa"]),
    ],
)
def test_what_is_put_on_the_table_keeps_its_words(text: str, topics: list[str]) -> None:
    assert [item.words for item in meetings(_MET + text)[0].agenda] == topics


def test_what_the_lead_raises_belongs_to_the_meeting_told_of_next() -> None:
    text = (
        "The minister stressed the importance of water supply.\n\n"
        "Foreign Minister of Chile Luis Sol met Foreign Minister of Peru Ana Rey."
    )
    assert [item.words for item in meetings(text)[0].agenda] == ["water supply"]


def test_a_session_is_of_its_commission_and_does_not_discuss_it() -> None:
    text = "The 3rd session of the Joint Commission on Trade of Chile and Peru was held in Lima on 1 May 2024."
    [session] = meetings(text)
    assert ([t.label for t in session.session_of], session.agenda) == (
        ["Joint Commission on Trade of Chile and Peru"],
        (),
    )
