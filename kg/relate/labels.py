"""Readable names for what an article does not name: meetings, missions, posts."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Body, Framework, Person, Tenure, Term
from kg.vocabulary import vocabulary


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
    """The name by which texts call a person again: a one-word alias, else the last word of the name."""
    aliases = [a for a in person.aliases if " " not in a]
    return min(aliases, key=len) if aliases else person.name.split()[-1]


def meeting_label(
    kind: str, host: Person | None, people: Sequence[Person], parties: Sequence[Term], tenures: Sequence[Tenure]
) -> str:
    """ "X receives the new heads of mission of A and B", "X meets Y", "Summit of A and B"."""
    if not people:
        return f"{kind.capitalize()} of {listing([short(p) for p in parties])}"
    if len(people) == 1 and kind != "visit":
        return f"{kind.capitalize()} of {surname(people[0])}"
    if kind == "visit":
        return (
            f"{surname(people[0])} visits {listing([short(p) for p in parties[1:]])}"
            if len(parties) > 1
            else f"Visit of {surname(people[0])}"
        )
    first, others = (host, [p for p in people if p != host]) if host else (people[0], list(people[1:]))
    envoys = [t for p in others for t in tenures if t.person == p and _is_envoy(t) and t.of is not None]
    verb = {"call": "talks by phone with", "credentials": "receives the credentials of"}.get(kind, "meets")
    if envoys and len(envoys) == len(others):
        if len(envoys) == 1 and envoys[0].of is not None:
            return f"{surname(first)} {verb} the {envoys[0].title} of {short(envoys[0].of)}"
        new = "new " if all(t.new for t in envoys) else ""
        sides = [short(t.of) for t in envoys if t.of is not None]
        return f"{surname(first)} {'receives' if host else verb} the {new}heads of mission of {listing(sides)}"
    return f"{surname(first)} {verb} {listing([surname(p) for p in others])}"


def _is_envoy(tenure: Tenure) -> bool:
    return tenure.role.iri.endswith("/head-of-mission") or "head-of-mission" in tenure.role.traits
