"""What the rules tell of meetings beside who met whom: sides without people, time and place, the rules that told it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.kinds.meetings.claim import MEETINGS, Meeting
from kg.read.text import article
from kg.reading import mark, read


def meetings(text: str, date: str = "2024-05-08") -> list[Meeting]:
    return list(read(mark(replace(article("test", text), date=date)))[MEETINGS].all)


def test_calls_to_counterparts_without_names_are_one_for_each_side() -> None:
    calls = meetings(
        "Foreign Minister of Chile Luis Sol made phone calls to his counterparts from Peru, Spain and Kenya."
    )
    assert [(m.kind, [p.label for p in m.parties]) for m in calls] == [
        ("call", ["Chile", "Peru"]),
        ("call", ["Chile", "Spain"]),
        ("call", ["Chile", "Kenya"]),
    ]


def test_a_session_and_the_next_one_are_two() -> None:
    text = (
        "Chile and Peru discussed trade at the 16th meeting of their Cooperation Committee in Lima on 3 May. The next "
        "session will be held in Santiago in 2025, the parties said."
    )
    assert [(m.kind, m.date, m.place, m.status) for m in meetings(text)] == [
        ("session", "2024-05-03", "Lima", None),
        ("session", "2025", "Santiago", "planned"),
    ]


def test_a_session_told_first_without_and_then_with_people_is_one() -> None:
    text = (
        "India and Chile held the seventh round of Foreign Office Consultations on 3 May in Lima. The consultations were "
        "co-chaired by Deputy Foreign Minister of India Asha Rao and Deputy Foreign Minister of Chile Luis Sol."
    )
    (consultations,) = meetings(text)
    assert ({p.name for p in consultations.participants}, consultations.date) == (
        {"Asha Rao", "Luis Sol"},
        "2024-05-03",
    )


def test_who_receives_credentials_is_the_host_of_one_ceremony() -> None:
    text = (
        "Ambassador of Spain Ana Rey presented her credentials to President of Chile Luis Sol on 3 May. Ambassador of Kenya "
        "Jo Mwangi also presented her credentials to President Sol."
    )
    (ceremony,) = meetings(text)
    assert ceremony.host is not None
    assert (ceremony.kind, ceremony.host.name) == ("credentials", "Luis Sol")
    assert {p.name for p in ceremony.participants} == {"Ana Rey", "Luis Sol", "Jo Mwangi"}


def test_a_meeting_on_a_visit_is_where_and_when_the_visitor_stays() -> None:
    text = (
        "Foreign Minister of Chile Luis Sol paid a visit to Madrid on 2-3 May. Sol met Foreign Minister of Spain Ana Rey. "
        "He will receive Foreign Minister of Kenya Jo Mwangi."
    )
    assert [(m.kind, m.date, m.place) for m in meetings(text)] == [
        ("visit", "2024-05-02/2024-05-03", "Madrid"),
        ("meeting", "2024-05-02/2024-05-03", "Madrid"),
        ("meeting", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "on Thursday met Foreign Minister of Spain Ana Rey and spoke of the vote due on 3-4 December 2024",
            "2024-05-02",
        ),
        ("met Foreign Minister of Spain Ana Rey on the second day of his stay, Monday", "2024-05-06"),
        ("met Foreign Minister of Spain Ana Rey before the vote of 3 May", "2024-05-08"),
        ("is here since Tuesday, when he was received by Foreign Minister of Spain Ana Rey", "2024-05-07"),
    ],
)
def test_the_day_of_a_meeting_is_in_its_own_clause(text: str, date: str) -> None:
    assert [m.date for m in meetings(f"Foreign Minister of Chile Luis Sol {text}.")] == [date]


def test_a_document_that_is_prepared_for_signing_is_not_signed() -> None:
    text = (
        "Foreign Minister of Chile Luis Sol met Foreign Minister of Spain Ana Rey. Sol noted the weight of the initialled and "
        "currently being prepared for signing Air Services Agreement between Chile and Spain."
    )
    assert [m.kind for m in meetings(text)] == ["meeting"]


def test_a_meeting_names_the_rules_that_told_who_when_and_where() -> None:
    (meeting,) = meetings(
        "On 3 May Foreign Minister of Chile Luis Sol will meet Foreign Minister of Spain Ana Rey in Lima."
    )
    assert meeting.rules == ("en/meetings/active", "en/modality/will", "en/settings/day-before", "en/settings/in-town")


def test_a_summit_of_others_is_none_of_the_parties_at_hand() -> None:
    text = (
        "President of Chile Luis Sol met President of Kenya Jo Mwangi. It was their first talk since the G20 summit in Bali "
        "in 2022."
    )
    assert [m.kind for m in meetings(text)] == ["meeting"]
