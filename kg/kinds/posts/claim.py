"""Titles in the text, and who holds which post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.kinds.bodies.claim import Body
from kg.kinds.frameworks.claim import Framework
from kg.kinds.kind import Key
from kg.kinds.people.claim import Person
from kg.model import Layer, Span, Term
from kg.vocabulary import local


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A title as found in the text, with what it says of the post and the names it introduces.

    ``names`` are the spans of the names that the phrase introduces, each with the sending side that a
    distributive list gives it ("ambassadors of France A and Poland B"). ``sides`` are those before a plural ("French and
    Polish ministers"). A title is ``lent`` where it ends in that of another ("adviser to the President"; that is ``inner``), ``owned`` behind "its" or the like, and ``taken_over`` where "counterpart" stands for it.
    """

    title: str
    role: Term
    of: Term | Body | Framework | None
    to: Term | Body | None
    new: bool
    names: tuple[tuple[Span, Term | None], ...]
    span: Span
    plural: bool = False
    sides: tuple[Term, ...] = ()
    lent: bool = False
    inner: bool = False
    owned: bool = False
    taken_over: bool = False


def tags(phrase: PostPhrase) -> Iterator[str]:
    """What a pattern may ask of a title: its role and the wider ones, whether it names several holders, a side, an official."""
    yield local(phrase.role.iri)
    yield from phrase.role.traits
    told = {
        "plural": phrase.plural,
        "sided": phrase.of,
        "lent": phrase.lent,
        "inner": phrase.inner,
        "long": " " in phrase.title,
    }
    yield from (tag for tag, value in told.items() if value)


# Titles by themselves, and with the names that they introduce.
TITLES: Layer[PostPhrase] = Layer("title", tags)
POST_PHRASES: Layer[PostPhrase] = Layer("post", tags)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's holding of a post."""

    person: Person
    title: str
    role: Term
    of: Term | Body | Framework | None
    to: Term | Body | None
    new: bool
    evidence: tuple[Span, ...]


def side_of(post: PostPhrase | Tenure) -> Term | None:
    """The side of a post, or that of its body."""
    side = post.of.of if isinstance(post.of, Body) else post.of
    return side if isinstance(side, Term) else None


Holding = tuple[PostPhrase, tuple[Person, ...]]
Held = tuple[Holding, ...]


class Posts(NamedTuple):
    """The title phrases of a document with their people, and the tenures that they make."""

    held: Held
    tenures: tuple[Tenure, ...]


POSTS: Key[Posts] = Key("posts")
