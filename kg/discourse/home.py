"""The state whose matters an article tells: its capital stands in the dateline, its officials need no state."""

from __future__ import annotations

import re
from collections import Counter

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Key, Kind, Readings
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POST_PHRASES
from kg.language.lexicon import CURRENCIES, PARTIES
from kg.model import Document, Mention, Span, Term
from kg.vocabulary import fold, vocabulary

_SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson press said says told informs informed reported reports announced".split()
)

_SHORT = 4
_OF_OTHERS = 2
_SIGNED = (["from", ":"], ["source", ":"], ["issued", "by"])
_AGENCY = re.compile(r"\([^()\n]{2,24}\)\s*[-–—:]")


# The state whose matters a document tells, as far as it can be told; and where something in the text says so.
HOME: Key[Term | None] = Key("home")
TOLD_HOME: Key[Term | None] = Key("told home")


def read(readings: Readings) -> None:
    """The state whose matters a document tells."""
    document = readings.document
    states = _states(document)
    told, counts = _told(document, states), _counts(document, states)
    readings[TOLD_HOME] = told or _clearly_named(counts)
    readings[HOME] = told or _most_named(counts)


KIND = Kind(name="home", read=read)


def _told(document: Document, states: list[Mention[Term]]) -> Term | None:
    """The state of the dateline's capital, else of the body that speaks, else that an official's title implies, else of
    the source's domain; None where nothing of this is there."""
    return (
        _dateline(document, states)
        or _speaking_body(document)
        or _spoken_for(document)
        or _usual_side(document)
        or _domain(document, states)
    )


def _states(document: Document) -> list[Mention[Term]]:
    states = (m for m in document.of(PARTIES) if "State" in m.value.traits)
    return [m for m in states if not document.covered(m.span, CURRENCIES)]


def _dateline(document: Document, states: list[Mention[Term]]) -> Term | None:
    for mention in states:
        early = mention.value.form == "capital" and mention.span.begin < 400
        if (
            early
            and _is_told_of(document, states, mention)
            and (document.article.quote(mention.span).isupper() or _heads_line(document, mention))
        ):
            return vocabulary().term(mention.value.iri)
    return None


def _is_told_of(document: Document, states: list[Mention[Term]], place: Mention[Term]) -> bool:
    """Whether the text below a dateline names its state too; a correspondent may write of others from there."""
    near = place.span.end + 40
    line = document.article.text.find("\n", place.span.end, near)
    return any(m.value.iri == place.value.iri and m.span.begin > (line if line >= 0 else near) for m in states)


def _heads_line(document: Document, mention: Mention[Term]) -> bool:
    """ "New Delhi: ...", "Ankara, May 7, ...": a capital at the head of a line, before a colon, dash or comma and date."""
    before = document.article.text[: mention.span.begin].rsplit("\n", 1)[-1].strip()
    after = document.article.text[mention.span.end : mention.span.end + 30].lstrip()
    dated = any(
        0 <= m.span.begin - mention.span.end < 14
        for m in document.inside(Span(mention.span.end, mention.span.end + 40), PERIODS)
    )
    agency = _AGENCY.match(after) is not None
    own = document.inside(Span(mention.span.end, mention.span.end + 40), PARTIES)[:1]
    if (
        not before
        and after[:1] == ","
        and own
        and own[0].value.iri == mention.value.iri
        and own[0].value.form != "adjective"
    ):
        return True
    return not before and (agency or after[:1] in (":", "–", "—", "-") or (after[:1] in (",", "(", "/") and dated))


def _speaking_body(document: Document) -> Term | None:
    """The state of a ministry or government named in the first lines as the source."""
    first = document.sentences[0].span if document.sentences else Span(0, 0)
    for mention in document.inside(first, BODY_MENTIONS):
        if document.covered(mention.span, FRAMEWORK_MENTIONS):
            continue
        side = mention.value.of
        if mention.value.kind in ("ministry", "government") and side and _is_told(side):
            return vocabulary().term(side.iri)
    return None


def _is_told(side: Term) -> bool:
    """Whether a body's side is a state or union by its own name ("for Europe" is a field)."""
    return side.form != "adjective" and "Region" not in side.traits


def _spoken_for(document: Document) -> Term | None:
    """The state of a ministry whose spokesperson or press service speaks: "a Foreign Office spokesman said", "From: ..."."""
    for mention in document.inside(Span(0, len(document.article.text)), BODY_MENTIONS):
        after = document.words(Span(mention.span.end, mention.span.end + 16))[:1]
        side = mention.value.of
        before = document.words(Span(max(0, mention.span.begin - 16), mention.span.begin))[-2:]
        speaks = bool(set(after) & _SPEAKERS) or before in _SIGNED
        named = not document.covered(mention.span, FRAMEWORK_MENTIONS)
        if mention.value.kind == "ministry" and side and "Region" not in side.traits and speaks and named:
            return vocabulary().term(side.iri)
    return None


def _usual_side(document: Document) -> Term | None:
    for mention in document.of(POST_PHRASES):
        if mention.value.of is None:
            side = vocabulary().value(mention.value.role.iri, "kg:usualSide")
            if side:
                return vocabulary().term(side)
    return None


def _domain(document: Document, states: list[Mention[Term]]) -> Term | None:
    """The state of the source's country domain, or whose name (or capital) its host holds, if the article names that
    state too."""
    host = (document.article.source or "").split("//")[-1].split("/")[0].lower()
    for mention in states:
        codes = {c.lower() for c in vocabulary().values(mention.value.iri, "skos:notation") if len(c) == 2}
        if host.rsplit(".", 1)[-1] in codes or _is_held(host, mention, document):
            return vocabulary().term(mention.value.iri)
    return None


def _is_held(host: str, mention: Mention[Term], document: Document) -> bool:
    """Whether a host holds a state's name or capital ("limatimes")."""
    named = fold(document.article.quote(mention.span) if mention.value.form == "capital" else mention.value.label)
    return named in host.split(".") or (len(named) > _SHORT and named.replace(" ", "") in host)


def _counts(document: Document, states: list[Mention[Term]]) -> Counter[str]:
    """How often each state is named, but for one whose official is the "counterpart"; a state that titles name tells
    less, since its own officials need none."""
    other = {m.value.iri for m in states if document.words(Span(m.span.end, m.span.end + 14))[:1] == ["counterpart"]}
    counts = Counter(m.value.iri for m in states if m.value.iri not in other) or Counter(m.value.iri for m in states)
    sides = (m.value.of for m in document.of(POST_PHRASES))
    counts.subtract(_OF_OTHERS * [side.iri for side in sides if isinstance(side, Term) and side.iri in counts])
    return counts


def _most_named(counts: Counter[str]) -> Term | None:
    """The state that is named most, of several the first."""
    return vocabulary().term(counts.most_common(1)[0][0]) if counts else None


def _clearly_named(counts: Counter[str]) -> Term | None:
    """The state that is named more often than any other, and more than once."""
    ranked = [*counts.most_common(2), ("", 1), ("", 1)]
    return vocabulary().term(ranked[0][0]) if ranked[0][1] > ranked[1][1] else None
