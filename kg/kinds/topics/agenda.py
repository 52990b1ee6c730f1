"""What was on the table: the topics and frameworks that a sentence puts there or raises.

A phrase that the vocabulary does not know becomes a topic of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kg.discourse.modality import DENIED, status
from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.kind import Readings
from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.quantities.claim import QUANTITIES
from kg.kinds.topics.claim import AgendaItem
from kg.kinds.topics.phrases import BEFORE, LONGEST, RAISED, TABLE, Phrase, Wording
from kg.language.lexicon import PARTIES, TOPICS
from kg.model import Document, Mention, Sentence, Span, Term
from kg.vocabulary import expand, slug, vocabulary


class Agenda(NamedTuple):
    """What a sentence puts on the table, what it only raises, and the span of the words that do so."""

    items: list[AgendaItem]
    raised: list[AgendaItem]
    span: Span


def agenda(readings: Readings, sentence: Sentence) -> Agenda:
    """The topics that a sentence puts on the table or raises."""
    document, wording = readings.document, Wording(readings, sentence)
    found: dict[bool, list[AgendaItem]] = {True: [], False: []}
    taken: list[Span] = []
    for phrase in wording.phrases():
        items = list(_items(document, wording, phrase))
        found[phrase.role in (TABLE, BEFORE)].extend(items)
        taken.extend(item.evidence for item in items)
    begin = min((span.begin for span in taken), default=sentence.span.end)
    end = max((span.end for span in taken), default=sentence.span.begin)
    return Agenda(found[True], [*found[False], *_frameworks(document, wording, sentence)], Span(begin, end))


def framework_item(mention: Mention[Framework]) -> AgendaItem:
    """A framework as a topic."""
    framework = mention.value
    return AgendaItem(
        Term(framework.iri, framework.name, FRAMEWORK_MENTIONS.name, traits=frozenset({framework.kind})),
        framework.name,
        mention.span,
    )


def _frameworks(document: Document, wording: Wording, sentence: Sentence) -> Iterator[AgendaItem]:
    """The frameworks that a sentence speaks of, unless they are only its setting or stand where figures are told."""
    if document.inside(sentence.span, QUANTITIES):
        return
    for mention in document.inside(sentence.span, FRAMEWORK_MENTIONS):
        setting = wording.is_setting(document.range(mention.span)[0])
        if not setting and not document.covered(mention.span, POST_PHRASES):
            yield framework_item(mention)


def _items(document: Document, wording: Wording, phrase: Phrase) -> Iterator[AgendaItem]:
    """The topics of a phrase."""
    for first, last in wording.items(phrase):
        span = Span(document.tokens[first].begin, document.tokens[last - 1].end)
        if last - first <= LONGEST and not _is_other(document, span, phrase.role):
            item = replace(_item(document, span), rule=phrase.rule)
            if last - first > 1 or _is_known(document, item):
                yield item


def _is_other(document: Document, span: Span, role: str) -> bool:
    """Whether words name a person, post or body, measure something, are denied, or are a party that is only raised."""
    head = document.tokens_in(span)[0]
    named = document.covered(Span(head.begin, head.end), NAMES, POST_PHRASES) or document.covered(span, BODY_MENTIONS)
    parties = [mention for mention in document.inside(span, PARTIES) if mention.span == span]
    placed = any(role == RAISED or mention.value.form == "capital" for mention in parties)
    counted = document.inside(span, QUANTITIES)
    return named or placed or bool(counted) or status(document, span) == DENIED


def _is_known(document: Document, item: AgendaItem) -> bool:
    """Whether a lone word says what it is about: a topic of the vocabulary, or the name of a party or framework."""
    named = document.inside(item.evidence, PARTIES, FRAMEWORK_MENTIONS)
    return bool(named) or bool(vocabulary().values(item.topic.iri, "skos:prefLabel"))


def _item(document: Document, span: Span) -> AgendaItem:
    named = document.inside(span, FRAMEWORK_MENTIONS)
    if named:
        return framework_item(named[0])
    words = " ".join(document.article.quote(span).split())
    return AgendaItem(_topic(words) or _new_topic(words), words, span)


def _new_topic(words: str) -> Term:
    return Term(expand("topic:" + slug(words)), words.lower() if words.istitle() else words, TOPICS.name)


def _topic(words: str) -> Term | None:
    """The topic of the vocabulary that a phrase names as a whole."""
    return _by_name().get(words.lower())


@cache
def _by_name() -> dict[str, Term]:
    return {form.lower(): term for form, term in vocabulary().forms() if term.kind == TOPICS.name}
