"""Every span that stands for people: full names, later surnames, and titles that stand for their holder."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Key, Kind, Readings
from kg.kinds.people.claim import NAMES, Person
from kg.kinds.people.reading import PEOPLE, People
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POSTS, Held, PostPhrase
from kg.language.lexicon import PARTIES
from kg.model import Document, Layer, Span, Term, Token
from kg.vocabulary import local

_OFFICIALS = ("diplomat", "official", "leader", "politician", "guest", "minister", "envoy", "premier")
_BESIDE = 4
# The form of a reference that is a title without a name.
TITLE = "title"
_BLOCKING = (NAMES, PARTIES, FRAMEWORK_MENTIONS, BODY_MENTIONS, PERIODS)


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that stands for people: a name, a surname, or a title ("the minister")."""

    span: Span
    people: tuple[Person, ...]
    form: str


PERSON: Layer[tuple[Person, ...]] = Layer("person")


class References:
    """The references of a document, in the order of the text; ``phrases`` are those with title and apposition."""

    def __init__(self, found: Iterable[Reference], phrases: Iterable[Reference] = ()) -> None:
        self.all = tuple(sorted(found, key=lambda r: r.span))
        self.phrases = tuple(phrases)

    def inside(self, span: Span) -> list[Reference]:
        """The references inside a span, in order."""
        return _inside(self.all, span)

    def phrases_inside(self, span: Span) -> list[Reference]:
        """The phrases inside a span, in order."""
        return _inside(self.phrases, span)


def _inside(found: Sequence[Reference], span: Span) -> list[Reference]:
    first = bisect_left(found, span.begin, key=lambda r: r.span.begin)
    last = bisect_left(found, span.end, key=lambda r: r.span.begin)
    return [r for r in found[first:last] if r.span.end <= span.end]


REFERENCES: Key[References] = Key("references")


def read(readings: Readings) -> None:
    """What stands for people in a document."""
    document = readings.document
    found = references(document, readings[PEOPLE], readings[POSTS].held)
    readings[REFERENCES] = found
    for phrase in found.phrases:
        readings.lines.add(PERSON, phrase.people, *document.range(phrase.span))


KIND = Kind(name="references", layers=(PERSON,), reads_after=("people", "posts"), read=read)


def references(document: Document, people: People, held: Held) -> References:
    """What stands for people in a document."""
    found = [Reference(span, (person,), "name") for span, person in people.spans.items()]
    found.extend(_surnames(document, people))
    found.extend(_titles(document, held))
    found.extend(_officials(document, held))
    return References(found, _phrases(document, found, held))


def _phrases(document: Document, found: Iterable[Reference], held: Held) -> Iterator[Reference]:
    """Whole noun phrases: what names the same people side by side, as "Foreign Minister of Chile Luis Sol", "Ana Rey, the
    envoy", "ambassadors of Spain Ana Rey and Peru Juan Paz"."""
    titled: dict[Span, dict[Person, None]] = {}
    for phrase, persons in held:
        titled.setdefault(phrase.span, {}).update(dict.fromkeys(persons))
    titles = (Reference(span, tuple(persons), TITLE) for span, persons in titled.items() if persons)
    last: Reference | None = None
    for part in sorted((*found, *titles), key=lambda r: (r.span.begin, -r.span.end)):
        if last and last.span.covers(part.span):
            continue
        if last and part.people == last.people and _beside(document, last.span, part.span):
            last = Reference(Span(last.span.begin, part.span.end), last.people, "phrase")
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _beside(document: Document, one: Span, other: Span) -> bool:
    """Whether no more than a mark, an article or "H.E. Ms" stand between two spans of one sentence."""
    between = document.tokens_in(Span(one.end, other.begin))
    return len(between) <= _BESIDE and document.sentence_at(Span(one.begin, other.end)) is not None


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


_Pair = tuple[PostPhrase, Person]


def _titles(document: Document, held: Held) -> Iterator[Reference]:
    """ "The Minister of Foreign Affairs of Kazakhstan said": a title without a name that only one person holds."""
    holders = _Holders(held)
    for phrase, persons in held:
        if persons or phrase.plural:
            continue
        person = holders.only(phrase)
        if person and _definite(document, phrase):
            yield Reference(phrase.span, (person,), TITLE)


class _Holders:
    """The titles of a document with their holders, asked for the one that a bare title stands for."""

    def __init__(self, held: Held) -> None:
        named = {(p.role.iri, p.title, p.of, persons[0]): (p, persons[0]) for p, persons in held if persons}
        self._all = list(named.values())
        self._by_side: dict[str | None, list[_Pair]] = {}
        for pair in self._all:
            self._by_side.setdefault(_iri(pair[0].of), []).append(pair)
        self._asked: dict[object, tuple[list[Person], _Pair | None]] = {}

    def only(self, phrase: PostPhrase) -> Person | None:
        """The only holder, or "the Minister" among several ministers: the one named first, if that was before."""
        key = (phrase.role.iri, phrase.title, phrase.of is None, _iri(phrase.of))
        if key not in self._asked:
            self._asked[key] = self._candidates(phrase)
        people, first = self._asked[key]
        if len(people) > 1 and " " not in phrase.title and first:
            return first[1] if first[0].span.begin < phrase.span.begin else None
        return people[0] if len(people) == 1 else None

    def _candidates(self, phrase: PostPhrase) -> tuple[list[Person], _Pair | None]:
        """Those who hold a title, or one that it may stand for; and the first of these in the text."""
        beside = self._all if phrase.of is None else self._by_side.get(_iri(phrase.of), [])
        fitting = [pair for pair in beside if _fits(phrase, pair[0])]
        same = [pair for pair in fitting if pair[0].title == phrase.title]
        people = {person.iri: person for _, person in same or fitting}
        return list(people.values()), min(fitting, key=lambda pair: pair[0].span.begin, default=None)


def _fits(phrase: PostPhrase, other: PostPhrase) -> bool:
    """Whether a bare title can stand for another of no other side: of the same role or a wider one."""
    return (
        phrase.role.iri == other.role.iri
        or local(phrase.role.iri) in other.role.traits
        or set(phrase.title.lower().split()) <= set(other.title.lower().split())
    )


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
            yield Reference(Span(mention.span.begin, behind.end), (own[-1],), TITLE)


def _definite(document: Document, phrase: PostPhrase) -> bool:
    before = document.article.text[max(0, phrase.span.begin - 5) : phrase.span.begin].lower().split()
    return (bool(before) and before[-1] in ("the", "eu")) or document.article.quote(phrase.span)[0].isupper()
