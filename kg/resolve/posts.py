"""Title phrases with the people they belong to; what a title leaves open is filled from the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Document, Mention, Person, PostPhrase, Span, Term
from kg.resolve.people import People
from kg.vocabulary import vocabulary

_LINKS = frozenset(", who is was also and the as well – - —".split())

Held = tuple[tuple[PostPhrase, tuple[Person, ...]], ...]

_OF_STATE = frozenset(
    """secretary president prime-minister minister foreign-minister deputy-minister head-of-state monarch
    vice-president spokesperson""".split()
)


def posts(document: Document, people: People, home: Term | None) -> Held:
    """Each title phrase with the people it names, one phrase a sending side for a distributive list."""
    held: list[tuple[PostPhrase, tuple[Person, ...]]] = []
    mentions = [m for m in document.mentions if m.kind == "post"]
    before: Mention | None = None
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        phrase: PostPhrase = mention.value
        if not phrase.names and following is not None and _shares_name(document, mention, following):
            phrase = replace(phrase, names=following.value.names, of=phrase.of or following.value.of)
        elif not phrase.names and before is not None and _goes_on(document, before, mention):
            phrase = replace(phrase, names=before.value.names)
        before = Mention(mention.span, mention.kind, phrase)
        phrase = _as_counterpart(phrase, held, following)
        held.extend(_spread(phrase, people))
    held = _only_candidate(held, people)
    return tuple((_filled(phrase, persons, held, home), persons) for phrase, persons in held)


def _only_candidate(
    held: list[tuple[PostPhrase, tuple[Person, ...]]], people: People
) -> list[tuple[PostPhrase, tuple[Person, ...]]]:
    """ "The Foreign Secretary met ..." in an article that names one more person than posts: the post is hers."""
    posted = {person for _, persons in held for person in persons}
    free = [person for person in people.everyone if person not in posted]
    taken = {phrase.role.iri for phrase, persons in held if persons}
    bare = [p for p, persons in held if not persons and not p.plural and p.title[:1].isupper() and " " in p.title]
    open_ = {p.title for p in bare if p.of is None and p.role.iri not in taken}
    if len(free) != 1 or len(open_) != 1:
        return held
    return [(p, (free[0],)) if not persons and p.title in open_ else (p, persons) for p, persons in held]


def _shares_name(document: Document, mention: Mention, following: Mention) -> bool:
    """ "Deputy Prime Minister and Foreign Minister NAME": the first title shares the name of the second."""
    gap = document.article.text[mention.span.end : following.span.begin].strip().lower()
    return gap in ("and", "–", "-", "—", ",", "&", "and the", ", the") and bool(following.value.names)


def _goes_on(document: Document, before: Mention, mention: Mention) -> bool:
    """ "NAME, Deputy Prime Minister and Minister of ..., who is also ...": a second title of a name before the first."""
    gap = document.words(Span(before.span.end, mention.span.begin))
    names = before.value.names
    behind = bool(names) and names[0][0].begin > before.span.begin
    return bool(names) and set(gap) <= _LINKS and (not behind or "who" in gap or document.covered(names[0][0], "post"))


def _as_counterpart(
    phrase: PostPhrase, held: list[tuple[PostPhrase, tuple[Person, ...]]], following: Mention | None
) -> PostPhrase:
    """ "His Serbian counterpart" holds the post that was named last (or is named next), for the other side."""
    if not phrase.role.iri.endswith("/counterpart"):
        return phrase
    named = (p for p, persons in reversed(held) if persons and not p.role.iri.endswith("/counterpart"))
    model = next(named, following.value if following else None)
    return replace(phrase, title=model.title, role=model.role) if model else phrase


def _spread(phrase: PostPhrase, people: People) -> Iterator[tuple[PostPhrase, tuple[Person, ...]]]:
    named = [(people.spans[span], span, side) for span, side in phrase.names if span in people.spans]
    if not named:
        yield phrase, ()
    sides = [side for _, _, side in named]
    for person, span, side in named:
        own = (
            phrase
            if len(named) == 1 and side is None
            else replace(phrase, of=side or (phrase.of if not any(sides) else None), names=((span, side),))
        )
        yield own, (person,)


def _filled(
    phrase: PostPhrase,
    persons: tuple[Person, ...],
    held: list[tuple[PostPhrase, tuple[Person, ...]]],
    home: Term | None,
) -> PostPhrase:
    """A post of state without a state: that of the person's other titles, else the home state."""
    if phrase.of is not None or not persons:
        return phrase
    for other, others in held:
        if others == persons and isinstance(other.of, Term):
            return replace(phrase, of=other.of)
    known = vocabulary().head_of(phrase.role.iri, persons[0].name.split()[-1])
    if known:
        return replace(phrase, of=vocabulary().term(known))
    usual = vocabulary().value(phrase.role.iri, "kg:usualSide")
    if usual:
        return replace(phrase, of=vocabulary().term(usual))
    if (phrase.role.iri.rsplit("/", 1)[-1] in _OF_STATE) and home is not None:
        return replace(phrase, of=home)
    return phrase


def evidence(phrase: PostPhrase) -> Span:
    """From the title (or a name before it) to the end of the name."""
    spans = [phrase.span, *(span for span, _ in phrase.names)]
    return Span(
        min(s.begin for s in spans),
        max(s.end for s in spans) if not phrase.plural else max(s.end for s, _ in phrase.names),
    )
