"""Officials met abroad: in the sentences that tell of a visit to another state, a title without a side is that state's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from kg.kinds.kind import Readings
from kg.kinds.posts.claim import POST_PHRASES
from kg.language.lexicon import MEETING_KINDS, PARTIES
from kg.language.rules import Match
from kg.model import Layer, Mention, Sentence, Span, Term
from kg.vocabulary import local, vocabulary

T = TypeVar("T")


def hosts_abroad(readings: Readings, home: Term | None) -> dict[Span, Term]:
    """The state whose official each title stands for that has no side and is met abroad.

    A visit or stay sets the place until another one is told of; of the titles in its sentences those count that are met
    or invite.
    """
    found: dict[Span, Term] = {}
    place: Term | None = None
    if home is None or all(mention.value.of for mention in readings.document.of(POST_PHRASES)):
        return found
    for sentence in readings.document.sentences:
        matches = readings.lines.matches("abroad", sentence)
        places = [_mention(readings, match, "place", PARTIES) for match in matches if "place" in match.slots]
        place = vocabulary().term(places[-1].value.iri) if places else place
        if place and place.iri != home.iri:
            found.update((span, place) for span in _hosts(readings, sentence, matches))
    return found


def _hosts(readings: Readings, sentence: Sentence, matches: list[Match]) -> Iterator[Span]:
    """The titles of a sentence that are met: behind a word of meeting, or of invitation."""
    meets = [
        m.span.end for m in readings.document.inside(sentence.span, MEETING_KINDS) if local(m.value.iri) != "visit"
    ]
    begin = min(meets, default=sentence.span.end)
    for match in matches:
        if "host" in match.slots:
            title = _mention(readings, match, "host", POST_PHRASES)
            if match.rule.name == "invited" or title.span.begin > begin:
                yield title.span


def _mention(readings: Readings, match: Match, slot: str, layer: Layer[T]) -> Mention[T]:
    """The mention of a layer that a slot holds."""
    document = readings.document
    return document.inside(document.span(*match.slots[slot]), layer)[0]
