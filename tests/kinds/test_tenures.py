"""Who holds which post: titles, appositions, lists, counterparts."""

from __future__ import annotations

import pytest

from kg.kinds.bodies.claim import Body
from kg.kinds.frameworks.claim import Framework
from kg.kinds.posts.claim import POSTS
from kg.read.text import article
from kg.reading import mark, read


def tenures(text: str) -> set[tuple[str, str, str | None, str | None]]:
    reading = read(mark(article("test", text)))
    return {(c.person.name, c.title, _name(c.of), _name(c.to)) for c in reading[POSTS].tenures}


def _name(side: object) -> str | None:
    return side.name if isinstance(side, Body | Framework) else getattr(side, "label", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deputy Minister of Foreign Affairs of Norway Kari Holm met the press.",
            {("Kari Holm", "Deputy Minister of Foreign Affairs", "Norway", None)},
        ),
        (
            "He met the Ambassador of the EU to Peru Luis Sala.",
            {("Luis Sala", "Ambassador", "European Union", "Peru")},
        ),
        (
            "Ines Prado, Minister of Trade and Industry of Chile, arrived.",
            {("Ines Prado", "Minister of Trade and Industry", "Chile", None)},
        ),
        (
            "Spanish Foreign Minister Ana Rey and her Chilean counterpart Luis Sol met.",
            {("Ana Rey", "Foreign Minister", "Spain", None), ("Luis Sol", "Foreign Minister", "Chile", None)},
        ),
        (
            "Spain's Prime Minister Ana Rey spoke.",
            {("Ana Rey", "Prime Minister", "Spain", None)},
        ),
        (
            "Deputy Prime Minister and Foreign Minister of Chile Luis Sol spoke.",
            {("Luis Sol", "Deputy Prime Minister", "Chile", None), ("Luis Sol", "Foreign Minister", "Chile", None)},
        ),
        (
            "Ambassadors Omar A. Haddad (Jordan) and Piet van der Berg (Belgium) came.",
            {("Omar A. Haddad", "Ambassador", "Jordan", None), ("Piet van der Berg", "Ambassador", "Belgium", None)},
        ),
        (
            "The minister received the heads of diplomatic missions of the European Union Ana Rey, France Luc Morin and Poland Jan Lis in Kenya.",
            {
                ("Ana Rey", "Head of diplomatic mission", "European Union", "Kenya"),
                ("Luc Morin", "Head of diplomatic mission", "France", "Kenya"),
                ("Jan Lis", "Head of diplomatic mission", "Poland", "Kenya"),
            },
        ),
        (
            "Secretary of State Jane Roe spoke.",
            {("Jane Roe", "Secretary of State", "United States", None)},
        ),
        (
            "Foreign Minister of Chile Luis Sol spoke. Minister Sol left.",
            {("Luis Sol", "Foreign Minister", "Chile", None)},
        ),
    ],
)
def test_titles_give_their_people_their_posts(
    text: str, expected: set[tuple[str, str, str | None, str | None]]
) -> None:
    assert tenures(text) == expected


def test_newly_appointed_is_a_trait_of_the_tenure_not_of_the_title() -> None:
    reading = read(mark(article("test", "The newly appointed Ambassador of Spain Ana Rey arrived.")))
    tenure = next(c for c in reading[POSTS].tenures)
    assert (tenure.title, tenure.new) == ("Ambassador", True)


def test_honorifics_are_no_part_of_a_name() -> None:
    assert {t[0] for t in tenures("Prime Minister of Malaysia Datuk Seri Omar Said spoke.")} == {"Omar Said"}
