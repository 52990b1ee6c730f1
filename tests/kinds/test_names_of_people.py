"""What is a name: the gate by shape, place and the list of plain words, and what gives names away."""

from __future__ import annotations

import pytest

from kg.kinds.people.reading import PEOPLE
from kg.kinds.posts.claim import POSTS
from kg.read.text import article
from kg.reading import mark, read
from tests.kinds.test_tenures import tenures


def people(text: str) -> list[str]:
    return [person.name for person in read(mark(article("test", text)))[PEOPLE].everyone]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chilean FM Makes Calls to Envoys", []),
        ("Chilean Ambassador Sol Presents Credentials", ["Sol"]),
        ("Foreign Minister of Chile Luis Sol spoke. Lastly, the Minister left.", ["Luis Sol"]),
        ("They met at 4:30 PM EDT in Lima.", []),
        ("The Minister of Foreign Affairs and Immigration Luis Sol spoke.", ["Luis Sol"]),
        (
            "Foreign Minister of Chile Georgia Quist met Chad Marsh, Ambassador of Peru.",
            ["Georgia Quist", "Chad Marsh"],
        ),
        ("The President of Georgia Luis Sol spoke.", ["Luis Sol"]),
        ("Dr. Ana Rey and Luis Sol chaired the session.", ["Ana Rey", "Luis Sol"]),
        ("Luis bin Omar bin Saad Al Sol was in Lima.", ["Luis bin Omar bin Saad Al Sol"]),
        ("Foreign Minister II Luis Sol spoke.", ["Luis Sol"]),
        ("Chairman NCQ Luis Sol and Secretary Ana Sheikh spoke.", ["Luis Sol", "Ana Sheikh"]),
        ("President Luis “Lucho” Sol spoke.", ["Luis “Lucho” Sol"]),
        ("H.H. Sheikh Luis bin Saad spoke.", ["Luis bin Saad"]),
        ("President SOLARI Luis spoke.", ["SOLARI Luis"]),
        ("As Rey told the press, Minister Ana Rey will come.", ["Ana Rey"]),
        ("It grows, said Ana Rey, senior economist at the bank.", ["Ana Rey"]),
    ],
)
def test_names_are_told_from_other_words(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_a_deputy_prime_minister_heads_no_government() -> None:
    (tenure,) = read(mark(article("test", "Deputy Prime Minister of Chile Luis Sol spoke.")))[POSTS].tenures
    assert "head-of-government" not in tenure.role.traits
    assert tenure.role.label == "deputy prime minister"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Prime Minister of Chile left. Mr. Luis Sol, a farmer, stayed.",
            set(),
        ),
        (
            "Chile's new ambassador to Peru presented his credentials on Monday. Luis Sol was received in Lima.",
            {("Luis Sol", "Ambassador", "Chile", "Peru")},
        ),
        (
            "Luis Sol, Chief Trade Adviser to the President of Chile Ana Rey, spoke.",
            {
                ("Luis Sol", "Chief Trade Adviser to the President", "Chile", None),
                ("Ana Rey", "President", "Chile", None),
            },
        ),
        (
            "The calls between Chile's acting President and President Ana Rey went well.",
            {("Ana Rey", "President", None, None)},
        ),
        (
            "They met the ambassadors of Chile, Luis Sol, Peru, Ana Rey, and Spain, Juan Paz.",
            {
                ("Luis Sol", "Ambassador", "Chile", None),
                ("Ana Rey", "Ambassador", "Peru", None),
                ("Juan Paz", "Ambassador", "Spain", None),
            },
        ),
        (
            "He will meet Prime Minister Sol in Chile and Foreign Minister Rey in Peru.",
            {("Sol", "Prime Minister", "Chile", None), ("Rey", "Foreign Minister", "Peru", None)},
        ),
        (
            "Mr. Luis Sol, Minister for Foreign Affairs, called Ms. Ana Rey, Minister for Foreign Affairs, Peru.",
            {
                ("Luis Sol", "Minister for Foreign Affairs", None, None),
                ("Ana Rey", "Minister for Foreign Affairs", "Peru", None),
            },
        ),
        (
            "NCQ director Luis Sol met the acting CEO of Quipu Analytics, Dr Ana Rey.",
            {("Luis Sol", "Director", "NCQ", None), ("Ana Rey", "Acting CEO", "Quipu Analytics", None)},
        ),
    ],
)
def test_a_post_has_the_holder_and_the_side_that_its_clause_gives_it(
    text: str, expected: set[tuple[str, str, str | None, str | None]]
) -> None:
    assert tenures(text) == expected
