"""Titles as chains: around a role of the vocabulary the pieces that rules see to its left and right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from kg.kinds.bodies.claim import Body
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import TITLES, PostPhrase
from kg.kinds.posts.pieces import acronyms, take
from kg.kinds.posts.title import Title, Tokens
from kg.kinds.posts.wording import words
from kg.kinds.runs import RUNS
from kg.language.layers import Hit, Layers
from kg.language.lexicon import ROLES, tags
from kg.language.rules import Match
from kg.model import Mention, Sentence, Term
from kg.vocabulary import local, vocabulary

_DEPUTIES = {
    "minister": "deputy-minister",
    "foreign-minister": "deputy-minister",
    "prime-minister": "deputy-prime-minister",
    "president": "vice-president",
}


class Pieces:
    """What the rules see of titles in a sentence, by the tokens where it begins and ends."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self.before: dict[int, list[Match]] = {}
        self.behind: dict[int, list[Match]] = {}
        self.loose: set[Tokens] = set()
        for match in matches:
            _PLACED[match.rule.gives["place"]](self, match)

    def ending(self, title: Title, limit: int) -> Match | None:
        """The piece right before a title, no further than token ``limit``."""
        pieces = (piece for piece in self.before.get(title.first, ()) if piece.first >= limit)
        return next((piece for piece in pieces if _fits(title, piece)), None)

    def beginning(self, title: Title) -> Match | None:
        """The piece right behind a title."""
        return next((piece for piece in self.behind.get(title.last, ()) if _fits(title, piece)), None)


_PLACED: dict[str, Callable[[Pieces, Match], object]] = {
    "before": lambda pieces, match: pieces.before.setdefault(match.last, []).append(match),
    "behind": lambda pieces, match: pieces.behind.setdefault(match.first, []).append(match),
    "loose": lambda pieces, match: pieces.loose.add(match.slots["head"]),
    "kept": lambda pieces, match: pieces.loose.discard(match.slots["head"]),
}


def _fits(title: Title, piece: Match) -> bool:
    return piece.rule.gives.get("only", "") in (*title.traits, "")


def titles(layers: Layers) -> Iterator[Mention[PostPhrase]]:
    """The titles of a document, left to right, without the names of those who hold them."""
    known = acronyms(layers)
    by_sentence = groupby(layers.hits(ROLES), key=lambda head: layers.sentence_of(head.first))
    for sentence, heads in by_sentence:
        pieces = Pieces(layers.lines.matches("titles", sentence))
        for title in _in_sentence(layers, sentence, heads, pieces, known):
            yield Mention(layers.span(title.first, title.last), TITLES, _phrase(layers, title))


def _in_sentence(
    layers: Layers, sentence: Sentence, heads: Iterable[Hit[Term]], pieces: Pieces, known: Mapping[str, Body]
) -> Iterator[Title]:
    reach = done = sentence.first
    for head in heads:
        if head.first < reach or not _is_head(layers, head, pieces):
            continue
        title = Title(head, head.first, head.last, frozenset(_traits(head)), known, inner=head.first < done)
        _grow(layers, title, pieces, reach)
        reach, done = title.reach, title.last
        yield title


def _is_head(layers: Layers, head: Hit[Term], pieces: Pieces) -> bool:
    return (head.first, head.last) not in pieces.loose and not layers.covered(head.first, PERIODS, RUNS)


def _traits(head: Hit[Term]) -> Iterator[str]:
    """What a piece may ask of the head: its tags, and whether it has words of a portfolio itself."""
    yield from tags(head.mention.value)
    if head.last - head.first > 2:
        yield "worded"


def _grow(layers: Layers, title: Title, pieces: Pieces, limit: int) -> None:
    """Takes in piece after piece, to the left down to token ``limit``, then to the right."""
    while piece := pieces.ending(title, limit):
        title.first = piece.first
        take(layers, title, piece)
    while piece := pieces.beginning(title):
        title.last = piece.last
        take(layers, title, piece)


def _phrase(layers: Layers, title: Title) -> PostPhrase:
    plural = "plural" in title.traits
    sides = tuple(reversed(title.left)) if plural else ()
    return PostPhrase(
        title=words(layers, title),
        role=_role(layers, title),
        of=title.of or title.body or next(iter(title.left), None),
        to=title.to,
        new=title.new,
        names=(),
        span=layers.span(title.first, title.last),
        plural=plural,
        sides=sides,
        lent=title.lent is not None,
        inner=title.inner,
        owned=title.owned,
    )


def _role(layers: Layers, title: Title) -> Term:
    """The role, lowered by "deputy": a deputy prime minister heads no government."""
    role = title.head.mention.value
    lowered = _DEPUTIES.get(local(role.iri))
    before = {layers.fold(k) for k in range(title.first, title.head.first)}
    deputy = lowered and before & layers.lines.language.words("titles", "deputies")
    return vocabulary().term(f"code:{lowered}") if deputy else role
