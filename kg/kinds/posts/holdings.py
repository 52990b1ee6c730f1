"""Title phrases with the people they belong to; what a title leaves open is filled from the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.kinds.people.claim import Person
from kg.kinds.people.reading import People
from kg.kinds.posts.abroad import hosts_abroad
from kg.kinds.posts.claim import POST_PHRASES, Held, Holding, PostPhrase
from kg.model import Document, Mention, Span, Term
from kg.vocabulary import local, vocabulary

_LINKS = frozenset(", who is was also and the as well – - —".split())

_OF_STATE = frozenset(
    """secretary president prime-minister minister foreign-minister deputy-minister head-of-state monarch
    vice-president spokesperson speaker legislator""".split()
)

_ONE_PORTFOLIO = ("foreign-minister",)


def posts(document: Document, people: People, home: Term | None) -> Held:
    """Each title phrase with the people it names, one phrase a sending side for a distributive list."""
    held: list[Holding] = []
    mentions = document.of(POST_PHRASES)
    before: Mention[PostPhrase] | None = None
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        phrase = mention.value
        if not phrase.names and following is not None and _shares_name(document, mention, following):
            phrase = replace(phrase, names=following.value.names, of=phrase.of or following.value.of)
        elif not phrase.names and before is not None and _goes_on(document, before, mention):
            phrase = replace(phrase, names=before.value.names)
        before = Mention(mention.span, POST_PHRASES, phrase)
        phrase = _as_counterpart(phrase, held, following)
        held.extend(_spread(phrase, people))
    known = tuple(_only_candidate(held, people))
    abroad = hosts_abroad(document, home)
    known = tuple((replace(p, of=p.of or abroad.get(p.span)), persons) for p, persons in known)
    sides: dict[tuple[Person, ...], Term] = {}
    for phrase, persons in known:
        if isinstance(phrase.of, Term):
            sides.setdefault(persons, phrase.of)
    return tuple((_filled(phrase, persons, sides.get(persons), home), persons) for phrase, persons in known)


def _only_candidate(held: list[Holding], people: People) -> list[Holding]:
    """ "The Foreign Secretary met ..." in an article that names one more person than posts: the post is hers."""
    posted = {person for _, persons in held for person in persons}
    free = [person for person in people.everyone if person not in posted]
    taken = {phrase.role.iri for phrase, persons in held if persons}
    bare = [p for p, persons in held if not persons and not p.plural and p.title[:1].isupper() and " " in p.title]
    open_ = {p.title for p in bare if p.of is None and p.role.iri not in taken and local(p.role.iri) != "spokesperson"}
    if len(free) != 1 or len(open_) != 1:
        return held
    return [(p, (free[0],)) if not persons and p.title in open_ else (p, persons) for p, persons in held]


def _shares_name(document: Document, mention: Mention[PostPhrase], following: Mention[PostPhrase]) -> bool:
    """ "Deputy Prime Minister and Foreign Minister NAME": the first title shares the name of the second."""
    gap = document.article.text[mention.span.end : following.span.begin].strip().lower()
    return gap in ("and", "/", "–", "-", "—", ",", "&", "and the", ", the") and bool(following.value.names)


def _goes_on(document: Document, before: Mention[PostPhrase], mention: Mention[PostPhrase]) -> bool:
    """ "NAME, Deputy Prime Minister and Minister of ..., who is also ...": a second title of a name before the first."""
    gap = document.words(Span(before.span.end, mention.span.begin))
    names = before.value.names
    behind = bool(names) and names[0][0].begin > before.span.begin
    return (
        bool(names)
        and set(gap) <= _LINKS
        and (not behind or "who" in gap or document.covered(names[0][0], POST_PHRASES))
    )


def _as_counterpart(phrase: PostPhrase, held: list[Holding], following: Mention[PostPhrase] | None) -> PostPhrase:
    """ "His Serbian counterpart" holds the post that was named last (or is named next), for the other side."""
    if not phrase.role.iri.endswith("/counterpart"):
        return phrase
    named = (p for p, persons in reversed(held) if persons and not p.role.iri.endswith("/counterpart"))
    model = next(named, following.value if following else None)
    if model is None:
        return phrase
    several = " and " in model.title and local(model.role.iri) in _ONE_PORTFOLIO
    return replace(phrase, title=model.role.label.title() if several else model.title, role=model.role)


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


def _filled(phrase: PostPhrase, persons: tuple[Person, ...], own: Term | None, home: Term | None) -> PostPhrase:
    """A post without a side: its ``own`` of the person's other titles, that of the authority records, or the home state."""
    if phrase.of is not None or not persons:
        return phrase
    source = vocabulary()
    known = source.head_of(phrase.role.iri, persons[0].name) or source.value(phrase.role.iri, "kg:usualSide")
    of_state = local(phrase.role.iri) in _OF_STATE
    sent = (
        "head-of-mission" in phrase.role.traits and isinstance(phrase.to, Term) and home and phrase.to.iri != home.iri
    )
    side = own or (source.term(known) if known else home if of_state or sent else None)
    return replace(phrase, of=side) if side else phrase
