"""The side of a post whose title names none: told by the person's other titles, the role, the authority records, or the home."""

from __future__ import annotations

from dataclasses import replace

from kg.kinds.people.claim import Person
from kg.kinds.posts.claim import Held, Holding, PostPhrase, side_of
from kg.model import Span, Term
from kg.vocabulary import local, vocabulary

_OF_STATE = frozenset(
    (
        *("head-of-state", "monarch", "president", "vice-president"),
        *("prime-minister", "deputy-prime-minister", "minister", "state-minister", "foreign-minister"),
        *("deputy-minister", "secretary", "spokesperson", "speaker", "legislator", "member-of-parliament"),
    )
)
# Of these a state has one.
_ONLY = frozenset(("president", "prime-minister", "foreign-minister", "monarch", "head-of-state", "head-of-government"))


def with_sides(held: list[Holding], abroad: dict[Span, Term], home: Term | None) -> Held:
    """The holdings with the sides that their titles leave open; ``abroad`` are those of officials met in another state."""
    placed = [(replace(phrase, of=phrase.of or abroad.get(phrase.span)), persons) for phrase, persons in held]
    own = _own(placed)
    taken = {
        (local(phrase.role.iri), side.iri): person
        for phrase, persons in placed
        for person in persons
        if (side := side_of(phrase))
    }
    return tuple((_filled(phrase, persons, own, taken, home), persons) for phrase, persons in placed)


def _own(held: list[Holding]) -> dict[Person, Term]:
    """The first side that a person's titles name."""
    sides: dict[Person, Term] = {}
    for phrase, persons in held:
        side = side_of(phrase)
        if side:
            sides.update({person: side for person in persons if person not in sides})
    return sides


Taken = dict[tuple[str, str], Person]


def _filled(
    phrase: PostPhrase, persons: tuple[Person, ...], own: dict[Person, Term], taken: Taken, home: Term | None
) -> PostPhrase:
    if phrase.of is not None or not persons:
        return phrase
    source = vocabulary()
    known = source.head_of(phrase.role.iri, persons[0].name) or source.value(phrase.role.iri, "kg:usualSide")
    side = own.get(persons[0]) or (source.term(known) if known else _at_home(phrase, persons[0], taken, home))
    return replace(phrase, of=side)


def _at_home(phrase: PostPhrase, person: Person, taken: Taken, home: Term | None) -> Term | None:
    """The home state, for its officials and for envoys that it sent; unless another person is said to hold the post."""
    role = local(phrase.role.iri)
    holder = taken.get((role, home.iri)) if home and role in _ONLY else None
    sent = "head-of-mission" in phrase.role.traits and isinstance(phrase.to, Term) and phrase.to != home
    return home if (role in _OF_STATE or sent) and holder in (None, person) and not phrase.owned else None
