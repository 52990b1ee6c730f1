"""What the pieces of a title add to it: sides, bodies, and the tokens that are no words of it."""

from __future__ import annotations

from collections.abc import Callable

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.posts.title import Title, Tokens
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES
from kg.language.rules import Match
from kg.model import Term
from kg.vocabulary import expand, slug


def take(layers: Layers, title: Title, piece: Match) -> None:
    """Adds what a piece tells; all but words are cut out of the title."""
    part = piece.rule.gives["part"]
    whole = (piece.first, piece.last)
    title.cuts.extend([] if part == "words" else [_PARTS[part](layers, title, piece) or whole])
    title.lent = whole if "lent" in piece.rule.gives else title.lent


def _of(layers: Layers, title: Title, piece: Match) -> None:
    side = _party(layers, piece, "of")
    if piece.rule.gives["place"] == "before":
        title.left.append(side)
    else:
        title.of = title.of or (None if title.body else side)


def _to(layers: Layers, title: Title, piece: Match) -> None:
    title.to = title.to or _party(layers, piece, "to")


def _body(layers: Layers, title: Title, piece: Match) -> Tokens | None:
    """A body: whose post it is, or its state where its name ends in one; then only the state is no word of the title."""
    first, last = piece.slots.get("body") or piece.slots["abbreviation"]
    hit, union = layers.at(BODY_MENTIONS, first), layers.at(PARTIES, first)
    if union and union.last == last:
        title.left.append(union.mention.value)
        return None
    tail = _state_behind(layers, title, first, last) if hit and piece.rule.gives["place"] == "behind" else None
    if tail:
        return tail
    title.body = title.body or (hit.mention.value if hit else _named(layers, title, first, last))
    return None


def _state_behind(layers: Layers, title: Title, first: int, last: int) -> Tokens | None:
    """The state at the end of a body's name ("Senate of Chile"); no tokens for a body of the state that names none."""
    hit, party = layers.at(BODY_MENTIONS, first), layers.before(PARTIES, last)
    if party and party.first > first + 1 and title.of is None:
        title.of = party.mention.value
        return _with_preposition(layers, party.first), last
    return (first, first) if hit and party is None and _only_tells(title, hit.mention.value) else None


def _with_preposition(layers: Layers, i: int) -> int:
    """The first of the articles and prepositions before token i."""
    loose = layers.lines.language.words("titles", "loose")
    while layers.fold(i - 1) in loose:
        i -= 1
    return i


def _only_tells(title: Title, body: Body) -> bool:
    """Whether a body without its state only tells which post of the state it is: "Minister at the Ministry of ..."."""
    return body.kind == "government" or (body.kind == "ministry" and "state-minister" in title.traits)


def _inner(layers: Layers, title: Title, piece: Match) -> Tokens | None:
    """ "of the African Union Commission": the side is no word of the title, what is named behind it is."""
    title.of = title.of or _party(layers, piece, "of")
    return piece.slots["of"]


def _body_to(layers: Layers, title: Title, piece: Match) -> Tokens | None:
    hit = layers.filling(BODY_MENTIONS, piece, "body")
    title.to = title.to or (hit.mention.value if hit else None)
    return None


def _framework(layers: Layers, title: Title, piece: Match) -> None:
    hit = layers.filling(FRAMEWORK_MENTIONS, piece, "framework")
    title.body = title.body or (hit.mention.value if hit else None)


def _firm(layers: Layers, title: Title, piece: Match) -> None:
    title.body = title.body or _named(layers, title, *piece.slots["firm"])


def _new(layers: Layers, title: Title, piece: Match) -> None:
    title.new = True


def _owned(layers: Layers, title: Title, piece: Match) -> None:
    title.owned = True


def _cut(layers: Layers, title: Title, piece: Match) -> None:
    return None


_PARTS: dict[str, Callable[[Layers, Title, Match], Tokens | None]] = {
    "of": _of,
    "to": _to,
    "body": _body,
    "body-to": _body_to,
    "inner": _inner,
    "framework": _framework,
    "firm": _firm,
    "new": _new,
    "owned": _owned,
    "cut": _cut,
}


def _party(layers: Layers, piece: Match, slot: str) -> Term:
    hit = layers.filling(PARTIES, piece, slot)
    assert hit is not None  # The slot is a mention of a party.
    return hit.mention.value


def _named(layers: Layers, title: Title, first: int, last: int) -> Body:
    """A body that only its place in a title gives away ("NCA director", "CEO of NAME"), or the one it is short for."""
    name = layers.words(first, last)
    return title.acronyms.get(name) or Body(expand("id:" + slug(name)), name, "other")


def acronyms(layers: Layers) -> dict[str, Body]:
    """The bodies of a document by their initials."""
    bodies = [hit.mention.value for hit in layers.hits(BODY_MENTIONS)]
    return {_initials(body.name): body for body in reversed(bodies)}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
