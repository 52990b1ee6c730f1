"""Names of people: those that titles introduce, and those that honorifics, verbs of saying or repetition give away."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.names import common_words, honorifics, may_be_in_name, name_end, skip_honorifics
from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES
from kg.language.layers import Layers
from kg.language.lexicon import ACTS, MEETING_KINDS
from kg.model import Mention, Span

_PLACES = (
    "City",
    "Province",
    "Region",
    "District",
    "Airport",
    "Street",
    "Square",
    "Palace",
    "University",
    "Delta",
    "Bridge",
)


def names(layers: Layers) -> Iterator[Mention[str]]:
    """The full names in a document as printed."""
    found: dict[Span, str] = {}
    for hit in layers.hits(POST_PHRASES):
        phrase = hit.mention.value
        for span, _ in phrase.names:
            found[span] = _printed(layers, span)
    known = {word for name in found.values() for word in name.split()}
    taken = {place for span in found for place in range(*span)}
    for span in (*_after_honorifics(layers), *_speakers(layers), *_recurring(layers, known)):
        if taken.isdisjoint(range(*span)):
            found[span] = _printed(layers, span)
            taken.update(range(*span))
            known.update(found[span].split())
    for span, name in sorted(found.items()):
        yield Mention(span, NAMES, name)


def _printed(layers: Layers, span: Span) -> str:
    return " ".join(layers.text[span.begin : span.end].split())


def _after_honorifics(layers: Layers) -> Iterator[Span]:
    """ "Mr. NAME", "H.E. Dr NAME"."""
    for i in range(len(layers.tokens)):
        if layers.fold(i) in honorifics() and layers.capital(i) and layers.fold(i - 1) not in honorifics():
            begin = skip_honorifics(layers, i)
            sentence = layers.sentence_of(i)
            end = name_end(layers, begin, sentence.last)
            if end > begin and begin < sentence.last:
                yield layers.span(begin, end)


def _speakers(layers: Layers) -> Iterator[Span]:
    """A name of two to four words that stands right before a verb of saying or meeting: "NAME said", "NAME met"."""
    meetings = [hit for hit in layers.hits(MEETING_KINDS) if not layers.capital(hit.first)]
    for verb in (*layers.hits(ACTS), *meetings):
        end = verb.first
        begin = end
        while begin > layers.sentence_of(verb.first).first and may_be_in_name(layers, begin - 1):
            begin -= 1
        begin = _behind_opening(layers, begin)
        if 2 <= end - begin <= 4 and _person_like(layers, begin, end):
            yield layers.span(begin, end)


def _recurring(layers: Layers, known: set[str]) -> Iterator[Span]:
    """Two or three capitalised words whose last one recurs behind a title or an honorific: "NAME SURNAME ... Mr SURNAME"."""
    after = {
        layers.text_at(skip_honorifics(layers, i))
        for i in range(len(layers.tokens))
        if layers.fold(i) in honorifics() and layers.capital(i)
    }
    surnames = {name for name in after | known if name[:1].isupper()}
    for i in range(1, len(layers.tokens)):
        if layers.text_at(i) not in surnames or not may_be_in_name(layers, i):
            continue
        begin = i
        while begin > layers.sentence_of(i).first and i - begin < 2 and may_be_in_name(layers, begin - 1):
            begin -= 1
        begin = _behind_opening(layers, begin)
        if begin < i and _person_like(layers, begin, i + 1):
            yield layers.span(begin, i + 1)


def _behind_opening(layers: Layers, i: int) -> int:
    """The token behind an "As" or "An" that opens a sentence, which is no particle of a name; else token i."""
    opens = layers.fold(i) in ("as", "an") and i == layers.sentence_of(i).first
    return i + 1 if opens else i


def _person_like(layers: Layers, first: int, last: int) -> bool:
    """Whether no word of a candidate is a common word or belongs to a body or framework."""
    return layers.text_at(last) not in _PLACES and not any(
        layers.fold(k) in common_words()
        or layers.over(BODY_MENTIONS, k)
        or layers.over(FRAMEWORK_MENTIONS, k)
        or (layers.text_at(k).isupper() and len(layers.text_at(k)) > 1)
        for k in range(first, last)
    )
