"""Officials met abroad: in a sentence that tells of a visit to another state, a title without a side is that state's."""

from __future__ import annotations

from kg.kinds.posts.claim import POST_PHRASES, PostPhrase
from kg.language.lexicon import MEETING_KINDS, PARTIES
from kg.model import Document, Mention, Sentence, Span, Term
from kg.vocabulary import local, vocabulary

_TO_A_PLACE = frozenset("in to visited visits visit".split())
_STAYS = frozenset("been is was are were".split())
_BEFORE_HOST = frozenset("with on met by and".split())
_INVITED = ("invitation", "of")


def hosts_abroad(document: Document, home: Term | None) -> dict[Span, Term]:
    """The state whose official each title stands for that has no side and is met abroad.

    A visit ("visited Peru") or stay ("In Lima, ...", "was in Peru") sets the place until another one is told of; of
    the titles in its sentences those count that stand behind a word of meeting ("called on") or invitation.
    """
    found: dict[Span, Term] = {}
    place: Term | None = None
    for sentence in document.sentences:
        place = _place(document, sentence, place)
        if place is None or home is None or place.iri == home.iri:
            continue
        for mention in document.inside(sentence.span, POST_PHRASES):
            envoy = "head-of-mission" in mention.value.role.traits
            if mention.value.of is None and not envoy and _is_met(document, sentence, mention):
                found[mention.span] = place
    return found


def _place(document: Document, sentence: Sentence, before: Term | None) -> Term | None:
    """The state where a sentence plays: that of a visit or of a capital behind "in", else the one before."""
    visits = [m for m in document.inside(sentence.span, MEETING_KINDS) if local(m.value.iri) == "visit"]
    for party in document.inside(sentence.span, PARTIES):
        if "State" not in party.value.traits or party.value.form == "adjective":
            continue
        words = document.words(Span(sentence.span.begin, party.span.begin))
        towards = bool(_TO_A_PLACE & set(words[-2:])) and any(v.span.end <= party.span.begin for v in visits)
        there = words == ["in"] or (words[-1:] == ["in"] and bool(_STAYS & set(words[-2:])))
        if there or towards:
            before = vocabulary().term(party.value.iri)
    return before


def _is_met(document: Document, sentence: Sentence, title: Mention[PostPhrase]) -> bool:
    """Whether a title stands behind a word of meeting or invitation, as the one who is met."""
    before = document.words(Span(sentence.span.begin, title.span.begin))
    if tuple(before[-2:]) == _INVITED:
        return True
    begin = min([title.span, *(span for span, _ in title.value.names)]).begin
    kinds = document.inside(Span(sentence.span.begin, begin), MEETING_KINDS)
    near = document.words(Span(sentence.span.begin, begin))[-3:]
    return bool(_BEFORE_HOST & set(near)) and any(local(kind.value.iri) != "visit" for kind in kinds)
