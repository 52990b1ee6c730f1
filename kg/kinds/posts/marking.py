"""Titles with the names that they introduce, as values: what a title says of the post, and the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.kinds.names import may_be_in_name
from kg.kinds.posts.claim import POST_PHRASES, PostPhrase
from kg.kinds.posts.complements import grow_right
from kg.kinds.posts.holders import Holder, holders
from kg.kinds.posts.titles import Title, grow_left, is_title
from kg.language.layers import Hit, Layers
from kg.language.lexicon import PARTIES, ROLES
from kg.model import Mention, Term
from kg.vocabulary import vocabulary

_RANKS = ("/ambassador", "/legislator")
_PLURALS = """heads missions ministers ambassadors presidents secretaries commissioners representatives envoys speakers
    chargés leaders consuls directors governors mayors senators chairs""".split()
_PLURAL = re.compile(rf"\b(?:{'|'.join(_PLURALS)})\b", re.IGNORECASE)


def posts(layers: Layers) -> Iterator[Mention[PostPhrase]]:
    """The title phrases of a document."""
    reach = 0
    pending: Title | None = None
    for role in layers.hits(ROLES):
        if role.first < reach or not is_title(layers, role):
            continue
        title = _read(layers, role, reach)
        if pending and _is_rank(pending, title):
            title = _with_rank(pending, title)
        elif pending:
            yield _mention(layers, pending)
        reach, pending = title.last, title
        if layers.at(ROLES, reach) is None:
            yield _mention(layers, title)
            pending = None
    if pending:
        yield _mention(layers, pending)


def _read(layers: Layers, role: Hit[Term], reach: int) -> Title:
    """The title around a role, in its sentence and behind token ``reach``."""
    title = Title(role, role.first, role.last, plural=role.mention.value.form == "plural")
    sentence = layers.sentence_of(role.first)
    grow_left(layers, title, max(sentence.first, reach))
    grow_right(layers, title, sentence.last)
    return title


def _is_rank(title: Title, following: Title) -> bool:
    """ "Foreign Secretary Ambassador NAME", "Foreign Minister Senator NAME": the second title is a rank, no post."""
    return following.first == title.last and following.term.iri.endswith(_RANKS) and not following.of


def _with_rank(title: Title, following: Title) -> Title:
    title.cuts.append((title.last, following.last))
    title.last = following.last
    return title


def _mention(layers: Layers, title: Title) -> Mention[PostPhrase]:
    names = holders(layers, title)
    phrase = _phrase(layers, title, names)
    return Mention(phrase.span, POST_PHRASES, phrase)


def _phrase(layers: Layers, title: Title, names: list[Holder]) -> PostPhrase:
    body = title.body.mention.value if title.body else None
    return PostPhrase(
        title=_words(layers, title),
        role=_role(layers, title),
        of=title.of or body or (title.left[-1] if title.left else None),
        to=title.to,
        new=title.new,
        names=tuple(names),
        span=layers.span(title.first, title.last),
        plural=title.plural,
    )


def _role(layers: Layers, title: Title) -> Term:
    before = {layers.fold(k) for k in range(title.first, title.role.first)}
    if title.term.iri.endswith(("/minister", "/foreign-minister")) and before & {"deputy", "vice"}:
        return vocabulary().term("code:deputy-minister")
    return title.term


def _words(layers: Layers, title: Title) -> str:
    """The title's own words, without parties, names and "newly appointed", in the singular."""
    last = min(title.last, _names_begin(layers, title)) if title.plural else title.last
    cut = {k for first, end in title.cuts for k in range(first, end)}
    words = _joined(layers, [k for k in range(title.first, last) if k not in cut])
    if title.term.form == "hidden":
        words = words.replace(layers.words(title.role.first, title.role.last), title.term.label.title())
    if title.plural:
        words = _PLURAL.sub(lambda match: _singular(match.group()), words)
    return words[:1].upper() + words[1:]


def _names_begin(layers: Layers, title: Title) -> int:
    """The first token behind the role that is a party, a comma or part of a name, else the title's end."""
    k = title.role.last
    while k < title.last and not layers.at(PARTIES, k) and not may_be_in_name(layers, k) and layers.fold(k) != ",":
        k += 1
    return k


def _joined(layers: Layers, kept: list[int]) -> str:
    """Tokens as text: no blank before a comma or where two of them touch."""
    words: list[str] = []
    for k in kept:
        touches = layers.text_at(k) == "," or (layers.adjacent(k) and k - 1 in kept)
        words.append(layers.text_at(k) if touches or not words else " " + layers.text_at(k))
    return "".join(words)


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
