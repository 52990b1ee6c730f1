"""Title phrases with the people they belong to; what a title leaves open is filled from the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.kinds.kind import Readings
from kg.kinds.people.claim import Person
from kg.kinds.people.reading import People
from kg.kinds.posts.abroad import hosts_abroad
from kg.kinds.posts.claim import POST_PHRASES, Held, Holding, PostPhrase
from kg.kinds.posts.sides import with_sides
from kg.model import Document, Sentence, Span, Term
from kg.vocabulary import local

_ONE_PORTFOLIO = ("foreign-minister",)


def posts(readings: Readings, people: People, home: Term | None) -> Held:
    """Each title phrase with the people it names, one phrase a sending side for a distributive list."""
    joints = readings.lines.language.words("titles", "and")
    held: list[Holding] = []
    last: PostPhrase | None = None
    phrases = [mention.value for mention in readings.document.of(POST_PHRASES)]
    for phrase, following in zip(phrases, [*phrases[1:], None], strict=False):
        held.extend(_spread(_as_counterpart(phrase, last or following, joints), people))
        last = phrase if held[-1][1] and not _is_counterpart(phrase) else last
    held = _without_mere(_introduced(readings.document, held, people))
    return with_sides(held, hosts_abroad(readings, home), home)


def _introduced(document: Document, held: list[Holding], people: People) -> list[Holding]:
    """ "S's new envoy to T came. NAME was received": whom a sentence introduces by a new post, the next names first."""
    posted = {person for _, persons in held for person in persons}
    firsts = {sentence.span.begin: following for sentence, following in pairwise(document.sentences)}
    named = {span.begin: (span, person) for span, person in people.spans.items() if person not in posted}
    return [_named_next(document, holding, firsts, named) for holding in held]


def _named_next(
    document: Document, holding: Holding, firsts: dict[int, Sentence], named: dict[int, tuple[Span, Person]]
) -> Holding:
    phrase, persons = holding
    sentence = document.sentence_at(phrase.span)
    following = firsts.get(sentence.span.begin) if sentence else None
    found = named.get(following.span.begin) if following else None
    if persons or phrase.plural or not (phrase.new and phrase.of and found):
        return holding
    return replace(phrase, names=((found[0], None),)), (found[1],)


def _as_counterpart(phrase: PostPhrase, model: PostPhrase | None, joints: frozenset[str]) -> PostPhrase:
    """ "His Serbian counterpart" holds the post of another for the other side; of a double portfolio the first."""
    if model is None or not _is_counterpart(phrase):
        return phrase
    several = local(model.role.iri) in _ONE_PORTFOLIO and joints & set(model.title.split())
    return replace(phrase, title=model.role.label.title() if several else model.title, role=model.role, taken_over=True)


def _is_counterpart(phrase: PostPhrase) -> bool:
    return local(phrase.role.iri) == "counterpart"


def _without_mere(held: list[Holding]) -> list[Holding]:
    """Without "counterpart" and the rank "Ambassador" for people whose post the article tells as well."""
    told = {p for phrase, persons in held for p in persons if not _is_mere(phrase) and " " in phrase.title}
    return [(phrase, persons) for phrase, persons in held if not (_is_mere(phrase) and told.intersection(persons))]


def _is_mere(phrase: PostPhrase) -> bool:
    """Whether a title only stands for another, or may be a rank."""
    rank = local(phrase.role.iri) == "ambassador" and phrase.of is None and phrase.to is None and not phrase.plural
    return phrase.taken_over or rank


def _spread(phrase: PostPhrase, people: People) -> Iterator[Holding]:
    """A phrase with its holder, or one phrase for each holder that a list gives a sending side."""
    named = [(people.spans[span], span, side) for span, side in phrase.names if span in people.spans]
    if not named:
        yield phrase, ()
    alone = len(named) == 1 and named[0][2] is None
    shared = None if any(side for _, _, side in named) else phrase.of
    chairs = local(phrase.role.iri) == "co-chair" and phrase.of is not None
    for person, span, side in named:
        of = phrase.of if chairs else side or shared
        yield phrase if alone else replace(phrase, of=of, names=((span, side),)), (person,)
