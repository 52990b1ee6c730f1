"""What was on the table: the topics and frameworks that a sentence puts there or raises.

A phrase that the vocabulary does not know becomes a topic of its own, unless nothing in it says what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kg.discourse.modality import DENIED, status
from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.quantities.claim import QUANTITIES
from kg.kinds.topics.claim import AgendaItem
from kg.kinds.topics.phrases import chunks, is_adjective, phrase_of, shared_head, stripped
from kg.language.lexicon import ACTS, CUES, FLOWS, PARTIES, TOPICS
from kg.model import Document, Mention, Sentence, Span, Term, Token
from kg.vocabulary import expand, local, slug, vocabulary

_GENERIC = frozenset(
    """a an the of in on for to or with by from at as prospects prospect deepening deepen further strengthening
    strengthen partnership cooperation interaction ties relations relationship development developing develop
    expanding expand issues issue state current status agenda matters matter mutual interest key important
    various number range wide areas area ways way fields field spheres topics possibilities opportunities
    expansion implementation work working joint practical steps measures efforts future existing other others
    same present bilateral both two countries some was were fact sides parties high level questions question
    enhancing enhance promotion promoting improving possibility plans plan prospective including also well more
    all any several new it them this these their commitment interaction near medium long term dialogue
    constructive close upcoming reciprocal mutual fight against statement meeting release report worldwide broad
    spectrum""".split()
)
_COORDINATED = frozenset("cooperation ties relations interaction".split())
# The words of a headed cue belong to its topic: "anniversary of diplomatic relations".
_CUES = ("topics-follow", "topics-precede", "topics-raised", "topics-headed")
_SPOKEN = frozenset("you we us i".split())
_NO_NOUN = ("at", "is", "are", "was", "were", "be")
_BETWEEN_SIDES = frozenset("bilateral mutual two-way turnover value".split())
_SETTINGS = (
    ["within", "the", "framework", "of"],
    ["under", "the"],
    ["provided", "for", "by"],
    ["in", "accordance", "with"],
    ["in", "line", "with"],
)


class Agenda(NamedTuple):
    """What a sentence puts on the table, what it only raises, and the span of the words that do so."""

    items: list[AgendaItem]
    raised: list[AgendaItem]
    span: Span


def agenda(document: Document, sentence: Sentence) -> Agenda:
    """The topics that a sentence puts on the table or raises."""
    cues = [cue for cue in document.inside(sentence.span, CUES) if status(document, cue.span) != DENIED]
    found: dict[str, list[AgendaItem]] = {kind: [] for kind in _CUES}
    taken: list[Span] = []
    for cue in sorted(cues, key=lambda c: (_CUES.index(local(c.value.iri)), c.span)):
        if any(t.begin <= cue.span.begin < t.end for t in taken) or _is_setting(_before(document, sentence, cue)):
            continue
        phrase = phrase_of(document, sentence, cue, cues)
        if phrase and local(cue.value.iri) == "topics-headed":
            phrase = [*document.tokens_in(cue.span), *phrase]
        items = list(_items(document, phrase))
        if items:
            found[local(cue.value.iri)].extend(items)
            taken.append(Span(min(cue.span.begin, phrase[0].begin), max(cue.span.end, phrase[-1].end)))
    raised = [*found["topics-headed"], *found["topics-raised"], *_frameworks(document, sentence)]
    begin = min((t.begin for t in taken), default=sentence.span.end)
    end = max((t.end for t in taken), default=sentence.span.begin)
    return Agenda([*found["topics-precede"], *found["topics-follow"]], raised, Span(begin, end))


def loose_topics(document: Document, sentence: Sentence) -> list[AgendaItem]:
    """The topics of the vocabulary that a sentence names outside of any list; none where figures stand."""
    if document.inside(sentence.span, QUANTITIES):
        return []
    return [
        _known_item(document, mention)
        for mention in document.inside(sentence.span, TOPICS)
        if not document.covered(mention.span, FRAMEWORK_MENTIONS, BODY_MENTIONS, POST_PHRASES)
        and status(document, mention.span) != DENIED
        and not _is_of_name(document, sentence, mention)
    ]


def told_trade(document: Document, sentence: Sentence) -> list[AgendaItem]:
    """The trade between the sides of which someone tells a figure: "the minister noted that bilateral trade ..."."""
    if not document.inside(sentence.span, QUANTITIES) or not document.inside(sentence.span, ACTS):
        return []
    trade = vocabulary().term(expand("topic:trade"))
    flows = (m for m in document.inside(sentence.span, FLOWS) if local(m.value.iri) == "turnover")
    words = ((m, " ".join(document.article.quote(m.span).split())) for m in flows)
    return [AgendaItem(trade, form, m.span) for m, form in words if _BETWEEN_SIDES & set(form.lower().split())][:1]


def _is_of_name(document: Document, sentence: Sentence, mention: Mention[Term]) -> bool:
    """Whether a capitalised word inside a sentence belongs to a name that was not read as one."""
    return mention.span.begin > sentence.span.begin and document.article.quote(mention.span)[0].isupper()


def framework_item(mention: Mention[Framework]) -> AgendaItem:
    """A framework as a topic."""
    framework = mention.value
    return AgendaItem(
        Term(framework.iri, framework.name, FRAMEWORK_MENTIONS.name, traits=frozenset({framework.kind})),
        framework.name,
        mention.span,
    )


def _frameworks(document: Document, sentence: Sentence) -> Iterator[AgendaItem]:
    """The frameworks that a sentence speaks of, unless they are only its setting ("within the framework of ...")."""
    if document.inside(sentence.span, QUANTITIES):
        return
    for mention in document.inside(sentence.span, FRAMEWORK_MENTIONS):
        before = [word for word in _before(document, sentence, mention) if word != "implementation"]
        venue = document.article.quote(mention.span).endswith(("format", "platform"))
        if not venue and not _is_setting(before) and not document.covered(mention.span, POST_PHRASES):
            yield framework_item(mention)


def _before(document: Document, sentence: Sentence, mention: Mention[object]) -> list[str]:
    return document.words(Span(sentence.span.begin, mention.span.begin))


def _is_setting(before: list[str]) -> bool:
    """Whether the words before something make it the setting: "within the framework of the implementation of ..."."""
    near = before[-6:]
    return any(near[k : k + len(words)] == words for words in _SETTINGS for k in range(len(near)))


# --- From words to topics ---------------------------------------------------------------------------------------


def _items(document: Document, phrase: list[Token]) -> Iterator[AgendaItem]:
    if not phrase:
        return
    span = Span(phrase[0].begin, phrase[-1].end)
    parts = chunks(
        phrase,
        [*(m.span for m in document.inside(span, TOPICS, FRAMEWORK_MENTIONS, BODY_MENTIONS)), *_pairs(document, span)],
    )
    nouns = {token.fold for token in phrase}
    noun = "cooperation" if nouns & _COORDINATED else "issues" if "issues" in nouns else ""
    exchanged = False
    for k, chunk in enumerate(parts):
        tokens = stripped(document, chunk)
        item = _item(document, tokens, shared_head(document, chunk, parts[k + 1 :]), noun)
        if item and exchanged and len(tokens) == 1:
            words = f"exchange of {item.words}"
            item = replace(item, topic=_new_topic(words), words=words)
        exchanged = [t.fold for t in tokens[-3:-1]] == ["exchange", "of"] or (exchanged and len(tokens) == 1)
        if item:
            yield item


def _pairs(document: Document, span: Span) -> Iterator[Span]:
    """The spans of two parties that "and" joins: "markets of the Middle East and Africa" is one topic."""
    for left, right in pairwise(document.inside(span, PARTIES)):
        joined = document.words(Span(left.span.end, right.span.begin)) in (["and"], ["and", "the"])
        if joined and document.words(Span(right.span.end, right.span.end + 2)) != ["'s"]:
            yield Span(left.span.begin, right.span.end)


def _item(document: Document, tokens: list[Token], head: str, noun: str) -> AgendaItem | None:
    """The topic that some words name; ``head`` is the noun that they share with the words after them, ``noun`` that of
    the whole list for a lone adjective."""
    if not tokens or len(tokens) > 16 or tokens[0].fold in _NO_NOUN or _SPOKEN & {t.fold for t in tokens}:
        return None
    span = Span(tokens[0].begin, tokens[-1].end)
    if document.covered(span, POST_PHRASES, BODY_MENTIONS) or document.inside(span, QUANTITIES):
        return None
    if document.covered(span, NAMES) or _is_capital(document, span):
        return None
    named = document.inside(span, FRAMEWORK_MENTIONS)
    if named:
        return framework_item(named[0])
    known = document.inside(span, TOPICS)
    rest = {t.fold for t in tokens if not any(m.span.begin <= t.begin < m.span.end for m in known)}
    if len(known) == 1 and not head and rest <= _GENERIC:
        return _known_item(document, known[0])
    words = " ".join(document.article.quote(span).split())
    if head:
        words = f"{words} {head}"
    elif noun and is_adjective(tokens) and _topic(words) is None:
        words = f"{words} {noun}"
    telling = head or any(t.fold not in _GENERIC and len(t.fold) > 2 and t.fold != "and" for t in tokens)
    topic = _topic(words) or (_new_topic(words) if telling else None)
    return AgendaItem(topic, words, span) if topic else None


def _is_capital(document: Document, span: Span) -> bool:
    """Whether a span is no more than the name of a capital, which tells where something is."""
    return any(m.span == span and m.value.form == "capital" for m in document.inside(span, PARTIES))


def _known_item(document: Document, mention: Mention[Term]) -> AgendaItem:
    return AgendaItem(mention.value, _short(document.article.quote(mention.span)), mention.span)


def _new_topic(words: str) -> Term:
    return Term(expand("topic:" + slug(words)), words.lower() if words.istitle() else words, TOPICS.name)


def _short(words: str) -> str:
    """ "investment cooperation" is the topic "investment": the shorter form that the vocabulary also knows."""
    head, _, last = words.rpartition(" ")
    generic = last.lower() in ("cooperation", "issues", "relations", "ties")
    return head if generic and _topic(head) is not None and _topic(head) == _topic(words) else words


def _topic(words: str) -> Term | None:
    """The topic of the vocabulary that a phrase names as a whole."""
    return _by_name().get(words.lower())


@cache
def _by_name() -> dict[str, Term]:
    return {form.lower(): term for form, term in vocabulary().forms() if term.kind == TOPICS.name}
