"""Posts that cannot be held together: one seat by two people, or one person in two seats that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.checks.known import Check
from kg.checks.lookup import Lookup
from kg.model import REFEREE, ArticleGraph, Finding, Quote
from kg.vocabulary import expand, local

_ENVOYS = ("ambassador", "head-of-mission")
_MINISTERS = ("minister", "foreign-minister")
_MOST_BESIDE = 10
_PAST = ("former", "ex-", "outgoing", "designate", "elect", "then")


class Holding(NamedTuple):
    """A person in a seat, as one article has it on the day it was published."""

    tenure: str
    person: str
    name: str
    role: str
    title: str
    post: str
    seat: str | None
    single: bool
    state: str | None
    new: bool
    article: str
    day: str | None
    spans: tuple[Quote, ...]


class Posts(Check):
    """Posts that clash, in one article and over time."""

    def __init__(self) -> None:
        self._held: list[Holding] = []

    def article(self, graph: ArticleGraph, lookup: Lookup) -> list[Finding]:
        """The clashes within one article."""
        held = holdings(lookup, graph.name)
        self._held.extend(held)
        return post_findings(held)

    def across(self) -> list[Finding]:
        """The clashes between articles."""
        return posts_across(self._held)


def holdings(graph: Lookup, article: str) -> list[Holding]:
    """The present posts that an article tells of."""
    day = next((graph.one(text, "schema:datePublished") for text in graph.of_class("schema:NewsArticle")), None)
    every = (_holding(graph, tenure, article, day) for tenure in graph.of_class("kg:Tenure"))
    return [holding for holding in every if not any(word in holding.title.lower() for word in _PAST)]


def _holding(graph: Lookup, tenure: str, article: str, day: str | None) -> Holding:
    person, post = graph.one(tenure, "org:member") or "", graph.one(tenure, "kg:post")
    seat, side = graph.one(post, "org:postIn"), graph.one(post, "kg:represents")
    role = local(graph.one(post, "org:role") or "")
    accredited = graph.one(seat, "kg:sendingParty") and graph.one(seat, "kg:receivingParty")
    return Holding(
        tenure=tenure,
        person=person,
        name=graph.one(person, "rdfs:label") or local(person),
        role=role,
        title=graph.one(tenure, "schema:roleName") or "",
        post=graph.one(post, "rdfs:label") or "",
        seat=seat,
        single=role in _ENVOYS and bool(accredited),
        state=side if expand("kg:State") in graph.all(side, "rdf:type") else None,
        new=graph.one(tenure, "kg:newlyAppointed") == "true",
        article=article,
        day=day,
        spans=graph.evidence(tenure),
    )


def post_findings(held: Iterable[Holding]) -> list[Finding]:
    """The clashes of posts within one article."""
    found = []
    for one, other in _together(held):
        if one.person != other.person and _same_seat(one, other) and not (one.new or other.new):
            found.append(_finding(one, other, f"{one.post}: both {one.name} and {other.name}"))
        elif one.person == other.person and (why := _excluded(one, other)):
            found.append(_finding(one, other, f"{one.name} is both {one.post} and {other.post}, {why}"))
    return found


def _together(held: Iterable[Holding]) -> Iterator[tuple[Holding, Holding]]:
    """The pairs of one person, and those of one seat."""
    people: dict[str, list[Holding]] = {}
    seats: dict[str, list[Holding]] = {}
    for holding in held:
        people.setdefault(holding.person, []).append(holding)
        if holding.single and holding.seat:
            seats.setdefault(holding.seat, []).append(holding)
    yield from (pair for own in people.values() for pair in _pairs(own))
    yield from (pair for own in seats.values() for pair in _pairs(own) if pair[0].person != pair[1].person)


def _pairs(held: Sequence[Holding]) -> Iterator[tuple[Holding, Holding]]:
    """Each with the next ones, so that a seat that a text gives to hundreds has no finding for every two of them."""
    for number, one in enumerate(held):
        yield from ((one, other) for other in held[number + 1 : number + 1 + _MOST_BESIDE])


def posts_across(held: Iterable[Holding]) -> list[Finding]:
    """Seats that two people hold at one time, by the days of the articles that say so.

    A holder is known from the first to the last day on which an article names her; another holder within that time
    clashes. One after the other is a succession.
    """
    seats: dict[str, dict[str, list[Holding]]] = {}
    for holding in held:
        if holding.single and holding.day and holding.seat:
            seats.setdefault(holding.seat, {}).setdefault(holding.person, []).append(holding)
    return [finding for people in seats.values() for finding in _overlaps(list(people.values()))]


def _overlaps(people: list[list[Holding]]) -> Iterator[Finding]:
    for one, other in combinations([sorted(each, key=lambda h: h.day or "") for each in people], 2):
        first, second = sorted((one, other), key=lambda each: each[0].day or "")
        inside = [h for h in second if (h.day or "") <= (first[-1].day or "") and h.article != first[-1].article]
        if inside and not (first[-1].day == inside[0].day and (inside[0].new or first[-1].new)):
            said = f"{first[-1].post}: {inside[0].name} on {inside[0].day}, but {first[0].name} from {first[0].day} to {first[-1].day}"
            yield _finding(inside[0], first[-1], said)


def _same_seat(one: Holding, other: Holding) -> bool:
    return one.single and other.single and one.seat == other.seat


def _excluded(one: Holding, other: Holding) -> str | None:
    """Why one person cannot hold two posts, if that is so."""
    if one.state and other.state and one.state != other.state:
        return "of two states"
    roles = {one.role, other.role}
    if one.seat == other.seat and "deputy-minister" in roles and roles & set(_MINISTERS):
        return "minister and deputy at once"
    return None


def _finding(one: Holding, other: Holding, message: str) -> Finding:
    together = one.article == other.article  # a shape sees no more than one article
    return Finding(
        article=one.article,
        rule="post",
        severity="warning",
        message=message,
        focus=one.tenure,
        spans=(*one.spans, *(other.spans if together else ())),
        question=f"Who holds which post: {one.name} ({one.post}), {other.name} ({other.post})?",
        shape="Seat" if together else "",
        component="SPARQLConstraintComponent" if together else REFEREE,
    )


CHECKS = {"posts": Posts}
