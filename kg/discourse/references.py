"""Every span that stands for people: full names, later surnames, and titles that stand for their holder."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Key, Kind, Readings
from kg.kinds.people.claim import NAMES, Person
from kg.kinds.people.reading import PEOPLE, People
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POSTS, Held, PostPhrase
from kg.language.lexicon import PARTIES
from kg.model import Document, Span, Term, Token
from kg.vocabulary import local

_OFFICIALS = ("diplomat", "official", "leader", "politician", "guest", "minister", "envoy", "premier")
_BLOCKING = (NAMES, PARTIES, FRAMEWORK_MENTIONS, BODY_MENTIONS, PERIODS)


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that stands for people: a name, a surname, or a title ("the minister")."""

    span: Span
    people: tuple[Person, ...]
    form: str


class References:
    """The references of a document, in the order of the text."""

    def __init__(self, found: Iterable[Reference]) -> None:
        self.all = tuple(sorted(found, key=lambda r: r.span))

    def inside(self, span: Span) -> list[Reference]:
        """The references inside a span, in order."""
        first = bisect_left(self.all, span.begin, key=lambda r: r.span.begin)
        last = bisect_left(self.all, span.end, key=lambda r: r.span.begin)
        return [r for r in self.all[first:last] if r.span.end <= span.end]


REFERENCES: Key[References] = Key("references")


def read(readings: Readings) -> None:
    """What stands for people in a document."""
    readings[REFERENCES] = references(readings.document, readings[PEOPLE], readings[POSTS].held)


KIND = Kind(name="references", reads_after=("people", "posts"), read=read)


def references(document: Document, people: People, held: Held) -> References:
    """What stands for people in a document."""
    found = [Reference(span, (person,), "name") for span, person in people.spans.items()]
    found.extend(_surnames(document, people))
    found.extend(_titles(document, held))
    found.extend(_officials(document, held))
    return References(found)


def _surnames(document: Document, people: People) -> Iterator[Reference]:
    """Capitalised words outside of other mentions that are part of one person's name; neighbours are one reference."""
    last: Reference | None = None
    for token in _free_capitals(document):
        person = people.called(token.text)
        if person is None:
            continue
        if last and last.people == (person,) and 0 <= token.begin - last.span.end <= 1:
            last = Reference(Span(last.span.begin, token.end), (person,), "surname")
            continue
        if last:
            yield last
        last = Reference(Span(token.begin, token.end), (person,), "surname")
    if last:
        yield last


def _free_capitals(document: Document) -> Iterator[Token]:
    for token in document.tokens:
        start = Span(token.begin, token.begin + 1)
        if token.text[0].isupper() and not document.covered(start, *_BLOCKING):
            yield token


def _titles(document: Document, held: Held) -> Iterator[Reference]:
    """ "The Minister of Foreign Affairs of Kazakhstan said": a title without a name that only one person holds."""
    holders = {(p.role.iri, p.title, p.of, persons[0]): (p, persons[0]) for p, persons in held if persons}.values()
    for phrase, persons in held:
        if persons or phrase.plural:
            continue
        fitting = [(other, person) for other, person in holders if _fits(phrase, other)]
        same = [(other, person) for other, person in fitting if other.title == phrase.title]
        candidates = {person.iri: person for _, person in same or fitting}
        if len(candidates) > 1 and " " not in phrase.title:
            candidates = _protagonist(phrase, holders)
        if len(candidates) == 1 and _definite(document, phrase):
            yield Reference(phrase.span, tuple(candidates.values()), "title")


def _protagonist(phrase: PostPhrase, holders: Iterable[tuple[PostPhrase, Person]]) -> dict[str, Person]:
    """ "The Minister" among several ministers: the one named first, if that was before."""
    first = min((pair for pair in holders if _fits(phrase, pair[0])), key=lambda pair: pair[0].span.begin)
    return {first[1].iri: first[1]} if first[0].span.begin < phrase.span.begin else {}


def _fits(phrase: PostPhrase, other: PostPhrase) -> bool:
    """Whether a bare title can stand for the holder of another: same role or a wider one, no clash of sides."""
    same = (
        phrase.role.iri == other.role.iri
        or local(phrase.role.iri) in other.role.traits
        or set(phrase.title.lower().split()) <= set(other.title.lower().split())
    )
    return same and (phrase.of is None or phrase.of == other.of or _iri(phrase.of) == _iri(other.of))


def _iri(side: object) -> str | None:
    return side.iri if isinstance(side, Term) else None


def _officials(document: Document, held: Held) -> Iterator[Reference]:
    """ "The Kazakh diplomat": the official of a side who was named last."""
    for mention in document.of(PARTIES):
        if mention.value.form != "adjective":
            continue
        behind = next(iter(document.tokens_in(Span(mention.span.end, mention.span.end + 14))), None)
        the = document.article.text[max(0, mention.span.begin - 4) : mention.span.begin].lower()
        if behind is None or behind.fold not in _OFFICIALS or the != "the ":
            continue
        own = [
            persons[0]
            for phrase, persons in held
            if persons and phrase.span.begin < mention.span.begin and _iri(phrase.of) == mention.value.iri
        ]
        if own:
            yield Reference(Span(mention.span.begin, behind.end), (own[-1],), "title")


def _definite(document: Document, phrase: PostPhrase) -> bool:
    before = document.article.text[max(0, phrase.span.begin - 5) : phrase.span.begin].lower().split()
    return (bool(before) and before[-1] in ("the", "eu")) or document.article.quote(phrase.span)[0].isupper()
