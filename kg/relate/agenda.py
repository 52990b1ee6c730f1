"""What was on the table: the coordinated noun phrases behind (or before) words such as "discussed".

A list is split at commas and "and", but never inside a phrase that the vocabulary knows as one topic. A phrase
that the vocabulary does not know becomes a topic of its own, unless nothing in it says what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.model import AgendaItem, Document, Framework, Mention, Sentence, Span, Term, Token
from kg.vocabulary import expand, local, slug, vocabulary

_VERBS = "strengthen|deepen|expand|develop|enhanc|boost|broaden|promot|intensify|increas|further|improv|advanc|foster|bolster|facilitat|implement|establish"
_LEAD = re.compile(
    rf"^(?:(?:such(?: \S+){{0,6}}? as|including|as well as|also|and|or|the|a|an|in|on|of|to|both|with|among|between them|(?:areas|fields|spheres|sectors|directions|domains) (?:of|such as|like)"
    r"|(?:area|field|sphere|sector|domain) of|(?:issues|matters|questions|topics|aspects) (?:of|on|related to|relating to|concerning|regarding|including|such as)|key|topical|pressing|important|promising"
    r"|various|reciprocal|further|particular|areas|number of|wide range of|broad range of|range of|(?:bilateral |mutual |joint )?(?:cooperation|projects|efforts|interaction|ties) (?:in|on)(?: the)?(?: (?:fields?|areas?|spheres?) of)?|fight against"
    rf"|(?:plans|ways|steps|efforts|how|ideas|measures|coordination|opportunities|need) to \S+|(?:{_VERBS})ing(?: the)?|importance of|need for|their|its|our|his|her|upcoming visits? of|ideas on|mutual goal of|advancing|full|effective|successful) )+"
)
_TRAIL = re.compile(
    r"(?: (?:spheres?|fields?|sectors?|areas?|among others|others|etc|as well|too|next week|today|between the two countries|between two countries|between the countries))+$"
)
_STOP = frozenset(
    [
        ";",
        ":",
        "(",
        ")",
        ".",
        "“",
        "”",
        '"',
        "while",
        "which",
        "who",
        "where",
        "whereas",
        "during",
        "that",
        "stressing",
        "noting",
        "emphasizing",
        "emphasising",
        "confirming",
        "underlining",
        "expressing",
        "reaffirming",
        "highlighting",
        "held",
        "aimed",
        "between",
        "taking",
        "provided",
        "would",
        "will",
        "has",
        "had",
        "were",
        "was",
    ]
)
_GENERIC = frozenset(
    """a an the of in on for to and or with by from at as prospects prospect deepening deepen further strengthening
    strengthen partnership cooperation interaction ties relations relationship development developing develop
    expanding expand issues issue state current status agenda matters matter mutual interest key important
    various number range wide areas area ways way fields field spheres topics possibilities opportunities
    expansion implementation work working joint practical steps measures efforts future existing other others
    same present bilateral both two countries some was were fact sides parties high level questions question
    enhancing enhance promotion promoting improving possibility plans plan prospective including also well more
    all any several new it them this these their commitment interaction near medium long term dialogue
    constructive close upcoming reciprocal mutual fight against""".split()
)
_ADJECTIVE = re.compile(r"(?:al|ic|ary|ive|ian|ical|ant|ese|ish)$")
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
    cues = document.inside(sentence.span, "agenda-cues")
    found: dict[str, list[AgendaItem]] = {"topics-follow": [], "topics-raised": []}
    taken: list[Span] = []
    for cue in sorted(cues, key=lambda c: (local(c.value.iri), c.span)):
        if any(t.begin <= cue.span.begin < t.end for t in taken) or _setting(document, sentence, cue):
            continue
        phrase = _phrase(document, sentence, cue, cues)
        items = list(_items(document, phrase))
        if items:
            found[local(cue.value.iri)].extend(items)
            taken.append(Span(min(cue.span.begin, phrase[0].begin), max(cue.span.end, phrase[-1].end)))
    raised = [*found["topics-raised"], *_frameworks(document, sentence)]
    span = Span(
        min((t.begin for t in taken), default=sentence.span.end),
        max((t.end for t in taken), default=sentence.span.begin),
    )
    return Agenda(found["topics-follow"], raised, span)


def _phrase(document: Document, sentence: Sentence, cue: Mention, cues: list[Mention]) -> list[Token]:
    """The words that a cue puts on the table: before it in the passive, else up to the next cue of its kind."""
    if _passive(document, cue):
        return _before(document, sentence, cue)
    same = (c.span.begin for c in cues if c.span.begin > cue.span.begin and c.value.iri == cue.value.iri)
    phrase = _after(document, cue, next(same, sentence.span.end))
    return (
        []
        if phrase and phrase[0].fold in ("line", "order", "accordance", "particular", "general", "turn", "this")
        else phrase
    )


def _setting(document: Document, sentence: Sentence, cue: Mention) -> bool:
    """Whether a cue only tells of the setting: "within the framework of the implementation of ..."."""
    before = document.words(Span(sentence.span.begin, cue.span.begin))[-6:]
    return any(_holds(before, words) for words in _SETTINGS)


def loose_topics(document: Document, sentence: Sentence) -> list[AgendaItem]:
    """The topics of the vocabulary that a sentence names outside of any list; none where figures stand."""
    if document.inside(sentence.span, "quantity"):
        return []
    return [
        AgendaItem(m.value, _short(document.article.quote(m.span)), m.span)
        for m in document.inside(sentence.span, "topics")
        if not document.covered(m.span, "framework", "body", "post")
    ]


def _frameworks(document: Document, sentence: Sentence) -> Iterator[AgendaItem]:
    """The frameworks that a sentence speaks of, unless they are only its setting ("within the framework of ...")."""
    if document.inside(sentence.span, "quantity"):
        return
    for mention in document.inside(sentence.span, "framework"):
        before = [w for w in document.words(Span(sentence.span.begin, mention.span.begin)) if w != "implementation"][
            -6:
        ]
        setting = any(_holds(before, words) for words in _SETTINGS)
        if not setting and not document.article.quote(mention.span).endswith(("format", "platform")):
            yield _framework_item(document, mention)


def _framework_item(document: Document, mention: Mention) -> AgendaItem:
    framework: Framework = mention.value
    return AgendaItem(Term(framework.iri, framework.name, "framework"), framework.name, mention.span)


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[k : k + len(part)] == part for k in range(len(words)))


def _passive(document: Document, cue: Mention) -> bool:
    before = document.words(Span(max(0, cue.span.begin - 12), cue.span.begin))[-2:]
    passive = ("discussed", "considered", "reviewed", "addressed", "examined", "covered")
    return document.article.quote(cue.span).lower() in passive and bool({"was", "were", "been"} & set(before))


def _before(document: Document, sentence: Sentence, cue: Mention) -> list[Token]:
    """The subject of "... were discussed": from the last name, title or opening comma to the auxiliary."""
    tokens = [t for t in document.tokens[sentence.first : sentence.last] if t.end <= cue.span.begin]
    while tokens and tokens[-1].fold in ("was", "were", "been", "also", "have", "has", "had"):
        tokens.pop()
    openers = (
        m.span.end
        for m in document.inside(sentence.span, "name", "post", "meeting-kinds")
        if m.span.end <= cue.span.begin
    )
    start = max(openers, default=sentence.span.begin)
    names = [m.span for m in document.inside(sentence.span, "name")]
    kept = [t for t in tokens if t.begin >= start and not any(n.begin <= t.begin < n.end for n in names)]
    while kept and (
        kept[0].text == "," or (kept[0].text[0].isupper() and kept[0].fold not in ("issues", "topics", "such"))
    ):
        kept = kept[1:]
    return kept


def _after(document: Document, cue: Mention, limit: int) -> list[Token]:
    """The words behind a cue up to the end of its clause."""
    phrase: list[Token] = []
    tokens = document.tokens_in(Span(cue.span.end, limit))
    gerunds = bool(tokens) and tokens[0].fold.endswith("ing")
    for k, token in enumerate(tokens):
        inside = document.covered(Span(token.begin, token.end), "framework")
        participle = token.text == "," and k + 1 < len(tokens) and _participle(tokens[k + 1]) and not gerunds
        if not inside and (token.fold in _STOP or participle):
            break
        phrase.append(token)
    return phrase


def _participle(token: Token) -> bool:
    nouns = (
        "including",
        "mining",
        "banking",
        "farming",
        "manufacturing",
        "training",
        "shipping",
        "engineering",
        "processing",
        "housing",
        "fishing",
        "peacekeeping",
    )
    return token.fold.endswith("ing") and token.fold not in nouns


def _items(document: Document, phrase: list[Token]) -> Iterator[AgendaItem]:
    if not phrase:
        return
    span = Span(phrase[0].begin, phrase[-1].end)
    topics = document.inside(span, "topics")
    frameworks = document.inside(span, "framework")
    whole = [m.span for m in (*topics, *frameworks, *document.inside(span, "body"))]
    chunks = _chunks(phrase, whole)
    joint = any(t.fold in ("cooperation", "ties", "relations", "interaction") for t in phrase)
    for k, chunk in enumerate(chunks):
        head = _shared_head(chunk, chunks[k + 1]) if k + 1 < len(chunks) else ""
        item = _item(document, chunk, topics, frameworks, head, joint)
        if item:
            yield item


def _chunks(phrase: list[Token], whole: list[Span]) -> list[list[Token]]:
    """Splits a list at commas, "and" and "including", outside of known phrases."""
    chunks: list[list[Token]] = [[]]
    for token in phrase:
        inside = any(s.begin < token.begin and token.end < s.end for s in whole)
        if not inside and token.fold in (",", "and", "or", "including"):
            chunks.append([])
        else:
            chunks[-1].append(token)
    return [c for c in chunks if c]


def _shared_head(chunk: list[Token], following: list[Token]) -> str:
    """ "bilateral and multilateral cooperation": the noun that a lone adjective shares with the next chunk."""
    stripped = _stripped(chunk)
    words = _stripped(following)
    if (
        len(stripped) == 1
        and _ADJECTIVE.search(stripped[0].fold)
        and 1 < len(words) <= 3
        and _ADJECTIVE.search(words[0].fold)
    ):
        return " ".join(t.text for t in words[1:])
    return ""


def _stripped(chunk: list[Token]) -> list[Token]:
    """A chunk without its lead ("including in the areas of") and trail ("spheres")."""
    line = " ".join(t.fold for t in chunk)
    lead = _LEAD.match(line + " ")
    skip = len(lead.group().split()) if lead else 0
    trail = _TRAIL.search(line)
    drop = len(trail.group().split()) if trail else 0
    return chunk[skip : len(chunk) - drop]


def _item(
    document: Document, chunk: list[Token], topics: list[Mention], frameworks: list[Mention], head: str, joint: bool
) -> AgendaItem | None:
    tokens = _stripped(chunk)
    if not tokens or len(tokens) > 16:
        return None
    span = Span(tokens[0].begin, tokens[-1].end)
    named = next((m for m in frameworks if span.covers(m.span)), None)
    if named:
        return _framework_item(document, named)
    words = " ".join(document.article.quote(span).split())
    if head:
        words = f"{words} {head}"
    elif joint and len(tokens) == 1 and _ADJECTIVE.search(tokens[0].fold) and _topic(words) is None:
        words = f"{words} cooperation"
    known = [m for m in topics if span.covers(m.span)]
    rest = [t.fold for t in tokens if not any(m.span.begin <= t.begin < m.span.end for m in known)]
    if len(known) == 1 and not head and set(rest) <= _GENERIC:
        quote = document.article.quote(known[0].span)
        return AgendaItem(known[0].value, _short(quote), known[0].span)
    same = _topic(words)
    if same:
        return AgendaItem(same, words, span)
    if head or any(w not in _GENERIC and len(w) > 2 for w in (t.fold for t in tokens)):
        return AgendaItem(
            Term(expand("topic:" + slug(words)), words.lower() if words.istitle() else words, "topics"), words, span
        )
    return None


def _short(words: str) -> str:
    """ "investment cooperation" is the topic "investment": the shorter form that the vocabulary also knows."""
    head, _, last = words.rpartition(" ")
    shorter = (
        last.lower() in ("cooperation", "issues", "relations", "ties")
        and _topic(head) is not None
        and _topic(head) == _topic(words)
    )
    return head if shorter else words


def _topic(words: str) -> Term | None:
    """The topic of the vocabulary that a phrase names as a whole."""
    return _by_name().get(words.lower())


@cache
def _by_name() -> dict[str, Term]:
    return {form.lower(): term for form, term in vocabulary().forms() if term.kind == "topics"}
