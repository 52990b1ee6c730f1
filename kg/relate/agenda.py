"""What was on the table: the coordinated noun phrases behind (or before) words such as "discussed".

A list is split at commas and "and", but never inside a phrase that the vocabulary knows as one topic. A phrase
that the vocabulary does not know becomes a topic of its own, unless nothing in it says what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.model import AgendaItem, Document, Mention, Sentence, Span, Term, Token
from kg.vocabulary import expand, slug, vocabulary

_LEAD = re.compile(
    r"^(?:(?:such(?: \S+){0,6}? as|including|as well as|also|and|or|the|a|an|in|on|of|to|both|with|among|between them|(?:areas|fields|spheres|sectors|directions) (?:of|such as|like)"
    r"|(?:area|field|sphere|sector) of|(?:issues|matters|questions|topics|aspects) (?:of|on|related to|relating to|concerning|regarding|including|such as)|key|current|topical|pressing|priority|important|promising"
    r"|various|upcoming|reciprocal|further|particular|areas|number of|wide range of|broad range of|range of|cooperation in(?: the (?:fields?|areas?|spheres?) of)?|fight against) )+"
)
_TRAIL = re.compile(r"(?: (?:spheres|fields|sectors|areas|among others|others|etc|as well))+$")
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
    ]
)
_GENERIC = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "to",
        "and",
        "or",
        "with",
        "by",
        "from",
        "at",
        "as",
        "prospects",
        "prospect",
        "deepening",
        "deepen",
        "further",
        "strengthening",
        "strengthen",
        "partnership",
        "cooperation",
        "interaction",
        "ties",
        "relations",
        "relationship",
        "development",
        "developing",
        "develop",
        "expanding",
        "expand",
        "issues",
        "issue",
        "state",
        "current",
        "status",
        "agenda",
        "matters",
        "matter",
        "mutual",
        "interest",
        "key",
        "important",
        "various",
        "number",
        "range",
        "wide",
        "areas",
        "area",
        "ways",
        "way",
        "fields",
        "field",
        "spheres",
        "topics",
        "possibilities",
        "opportunities",
        "expansion",
        "implementation",
        "work",
        "working",
        "joint",
        "practical",
        "steps",
        "measures",
        "efforts",
        "future",
        "existing",
        "other",
        "others",
        "same",
        "present",
        "bilateral",
        "both",
        "two",
        "countries",
        "sides",
        "parties",
        "high",
        "level",
        "questions",
        "question",
        "enhancing",
        "enhance",
        "promotion",
        "promoting",
        "improving",
        "possibility",
        "plans",
        "plan",
        "prospective",
        "including",
        "also",
        "well",
        "more",
    ]
)
_ADJECTIVE = re.compile(r"(?:al|ic|ary|ive|ian|ical|ant|ese|ish)$")


def agenda(document: Document, sentence: Sentence) -> tuple[list[AgendaItem], Span]:
    """The topics that a sentence puts on the table, and the span of its words that do so."""
    cues = document.inside(sentence.span, "agenda-cues")
    items: list[AgendaItem] = []
    begin, end = sentence.span.end, sentence.span.begin
    for k, cue in enumerate(cues):
        limit = cues[k + 1].span.begin if k + 1 < len(cues) else sentence.span.end
        phrase = _before(document, sentence, cue) if _passive(document, cue) else _after(document, cue, limit)
        found = list(_items(document, phrase))
        if found:
            items.extend(found)
            begin, end = min(begin, cue.span.begin, phrase[0].begin), max(end, cue.span.end, phrase[-1].end)
    return items, Span(begin, end)


def loose_topics(document: Document, sentence: Sentence) -> list[AgendaItem]:
    """The topics of the vocabulary that a sentence names outside of any list; none where figures stand."""
    if document.inside(sentence.span, "quantity"):
        return []
    names = [m.span for m in document.inside(sentence.span, "framework", "body", "post")]
    return [
        AgendaItem(m.value, document.article.quote(m.span), m.span)
        for m in document.inside(sentence.span, "topics")
        if not any(n.covers(m.span) for n in names)
    ]


def _passive(document: Document, cue: Mention) -> bool:
    before = document.words(Span(max(0, cue.span.begin - 12), cue.span.begin))[-2:]
    return document.article.quote(cue.span).lower() in ("discussed", "considered", "reviewed", "addressed") and bool(
        {"was", "were", "been"} & set(before)
    )


def _before(document: Document, sentence: Sentence, cue: Mention) -> list[Token]:
    """The subject of "... were discussed": from the last name, title or opening comma to the auxiliary."""
    tokens = [t for t in document.tokens[sentence.first : sentence.last] if t.end <= cue.span.begin]
    while tokens and tokens[-1].fold in ("was", "were", "been", "also", "have", "has", "had"):
        tokens.pop()
    start = max(
        (
            m.span.end
            for m in document.inside(sentence.span, "name", "post", "meeting-kinds")
            if m.span.end <= cue.span.begin
        ),
        default=sentence.span.begin,
    )
    kept = [t for t in tokens if t.begin >= start]
    for reference in document.inside(sentence.span, "name"):
        kept = [t for t in kept if t.begin >= reference.span.end or t.end <= reference.span.begin]
    while kept and (
        kept[0].text == "," or (kept[0].text[0].isupper() and kept[0].fold not in ("issues", "topics", "such"))
    ):
        kept = kept[1:]
    return kept


def _after(document: Document, cue: Mention, limit: int) -> list[Token]:
    """The words behind a cue up to the end of its clause."""
    phrase: list[Token] = []
    tokens = document.tokens_in(Span(cue.span.end, limit))
    for k, token in enumerate(tokens):
        if token.fold in _STOP or (token.text == "," and k + 1 < len(tokens) and _participle(tokens[k + 1])):
            break
        phrase.append(token)
    return phrase


def _participle(token: Token) -> bool:
    return token.fold.endswith("ing") and token.fold not in (
        "including",
        "mining",
        "banking",
        "farming",
        "manufacturing",
        "training",
        "shipping",
        "engineering",
        "processing",
    )


def _items(document: Document, phrase: list[Token]) -> Iterator[AgendaItem]:
    if not phrase:
        return
    span = Span(phrase[0].begin, phrase[-1].end)
    topics = document.inside(span, "topics")
    whole = [m.span for m in (*topics, *document.inside(span, "framework", "body"))]
    chunks = _chunks(phrase, whole)
    for k, chunk in enumerate(chunks):
        head = _shared_head(chunk, chunks[k + 1]) if k + 1 < len(chunks) else ""
        item = _item(document, chunk, topics, head)
        if item:
            yield item


def _chunks(phrase: list[Token], whole: list[Span]) -> list[list[Token]]:
    """Splits a list at commas and "and" outside of known phrases."""
    chunks: list[list[Token]] = [[]]
    for token in phrase:
        inside = any(s.begin < token.begin and token.end < s.end for s in whole)
        if not inside and token.fold in (",", "and", "&", "or"):
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


def _item(document: Document, chunk: list[Token], topics: list[Mention], head: str) -> AgendaItem | None:
    tokens = _stripped(chunk)
    if not tokens or len(tokens) > 16:
        return None
    span = Span(tokens[0].begin, tokens[-1].end)
    words = " ".join(document.article.quote(span).split())
    if head:
        words = f"{words} {head}"
    known = [m for m in topics if span.covers(m.span)]
    rest = [t.fold for t in tokens if not any(m.span.begin <= t.begin < m.span.end for m in known)]
    if len(known) == 1 and not head and set(rest) <= _GENERIC:
        return AgendaItem(known[0].value, document.article.quote(known[0].span), known[0].span)
    same = _topic(words)
    if same:
        return AgendaItem(same, words, span)
    if head or any(w not in _GENERIC and len(w) > 2 for w in (t.fold for t in tokens)):
        return AgendaItem(
            Term(expand("topic:" + slug(words)), words.lower() if words.istitle() else words, "topics"), words, span
        )
    return None


def _topic(words: str) -> Term | None:
    """The topic of the vocabulary that a phrase names as a whole."""
    return _by_name().get(words.lower())


@cache
def _by_name() -> dict[str, Term]:
    return {form.lower(): term for form, term in vocabulary().forms() if term.kind == "topics"}
