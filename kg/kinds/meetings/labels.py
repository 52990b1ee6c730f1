"""Readable names for what an article does not name: meetings, missions, posts."""

from __future__ import annotations

from collections.abc import Sequence

from kg.kinds.bodies.claim import Body
from kg.kinds.frameworks.claim import Framework
from kg.kinds.people.claim import Person
from kg.kinds.posts.claim import Tenure
from kg.kinds.posts.reading import heads_mission
from kg.model import Term
from kg.vocabulary import vocabulary

_MOST_NAMED = 4


def definite(side: Term | Body | Framework) -> str:
    """A side with its article: "the European Union", "France"."""
    name = side.label if isinstance(side, Term) else side.name
    union = isinstance(side, Term) and "Union" in side.traits
    return f"the {name}" if union or name.startswith(("United ", "Ministry", "European Co")) else name


def short(side: Term | Body | Framework) -> str:
    """A side by its shortest name, with its article: "the EU", "France"."""
    if not isinstance(side, Term):
        return definite(side)
    if "Union" in side.traits:
        acronyms = [a for a in vocabulary().values(side.iri, "skos:altLabel") if a.isupper() and "." not in a]
        return "the " + min([*acronyms, side.label], key=len)
    return definite(side)


def listing(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def surname(person: Person) -> str:
    """The name by which texts call a person again: a one-word alias, else a word in capitals, else the last word."""
    aliases = [a for a in person.aliases if " " not in a]
    capitals = [word.title() for word in person.name.split() if word.isupper() and len(word) > 2 and "." not in word]
    return min(aliases, key=len) if aliases else [person.name.split()[-1], *capitals][-1]


def meeting_label(
    kind: str, host: Person | None, people: Sequence[Person], parties: Sequence[Term], tenures: Sequence[Tenure]
) -> str:
    """ "X receives the new heads of mission of A and B", "X meets Y", "Summit of A and B"."""
    if not people:
        return f"{kind.capitalize()} of {listing([short(p) for p in parties])}"
    if kind == "visit" and len(parties) > 1:
        return f"{surname(people[0])} visits {listing([short(p) for p in parties[1:]])}"
    if kind == "visit" or len(people) == 1:
        return f"{kind.capitalize()} of {surname(people[0])}"
    first = host or people[0]
    others = [p for p in people if p != first]
    verb = {"call": "talks by phone with", "credentials": "receives the credentials of"}.get(kind, "meets")
    return f"{surname(first)} {_envoys_met(verb, host, others, tenures) or _people_met(verb, others)}"


def _people_met(verb: str, people: Sequence[Person]) -> str:
    names = [surname(p) for p in people]
    return f"{verb} {listing(names if len(names) <= _MOST_NAMED else [*names[:2], 'others'])}"


def _envoys_met(verb: str, host: Person | None, people: Sequence[Person], tenures: Sequence[Tenure]) -> str:
    """ "receives the new heads of mission of A and B" where all are envoys of a side; else empty."""
    posts = (t for p in people for t in tenures if t.person == p and heads_mission(t.role))
    envoys = [(t, short(t.of)) for t in posts if t.of is not None]
    if not envoys or len(envoys) != len(people):
        return ""
    sides = [side for _, side in envoys]
    if len(envoys) == 1:
        return f"{verb} the {envoys[0][0].title} of {sides[0]}"
    new = "new " if all(t.new for t, _ in envoys) else ""
    return f"{'receives' if host else verb} the {new}heads of mission of {listing(sides)}"
