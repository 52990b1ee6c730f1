"""Institutions under one identity: "Kazakhstan's Foreign Ministry" and "Ministry of Foreign Affairs of Kazakhstan"."""

from __future__ import annotations

from dataclasses import replace

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.language.lexicon import PARTIES
from kg.model import Document, Mention, Span, Term
from kg.vocabulary import expand, fold, slug, vocabulary


def bodies(document: Document, home: Term | None) -> tuple[tuple[Mention[Body], Body], ...]:
    """Each mention of an institution with the institution; the fullest form names it, the others are aliases."""
    mentions = [m for m in document.of(BODY_MENTIONS) if not document.nested(m.span, BODY_MENTIONS, FRAMEWORK_MENTIONS)]
    groups: list[list[tuple[Mention[Body], Body]]] = []
    by_key: dict[str, int] = {}
    for mention in mentions:
        body = _with_state(_at_its_place(document, mention, home), home)
        number = min((by_key[key] for key in _keys(body) if key in by_key), default=len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append((mention, body))
        for key in _keys(body):
            by_key.setdefault(key, number)
    merged = [(_merge(document, group), group) for group in groups]
    owner = {mention: body for body, group in merged for mention, _ in group}
    return tuple((mention, owner[mention]) for mention in mentions)


def _merge(document: Document, group: list[tuple[Mention[Body], Body]]) -> Body:
    best = max((body for _, body in group), key=lambda b: (len(b.name), b.name))
    forms = {
        form for mention, body in group for form in (*body.aliases, body.name, document.article.quote(mention.span))
    }
    return replace(best, aliases=tuple(sorted(forms - {best.name})))


def _at_its_place(document: Document, mention: Mention[Body], home: Term | None) -> Body:
    """ "The Foreign Office in Islamabad" is the foreign ministry of the state of that capital, or of the home state."""
    body = mention.value
    if document.words(mention.span) != ["foreign", "office"]:
        return body
    near = document.inside(Span(mention.span.end, mention.span.end + 30), PARTIES)
    beside = (m.value for m in near if document.words(Span(mention.span.end, m.span.begin)) == ["in"])
    state = next(beside, home)
    if state is None or body.of is None or state.iri == body.of.iri:
        return body
    state = vocabulary().term(state.iri)
    name = f"Ministry of Foreign Affairs of {state.label}"
    iri = expand("id:" + slug(f"Ministry of Foreign Affairs {state.label}"))
    return Body(iri, name, "ministry", state, ("Foreign Office",))


def _with_state(body: Body, home: Term | None) -> Body:
    """A ministry without a state belongs to the home state."""
    if body.of is not None or body.kind != "ministry" or home is None:
        return body
    if body.name != "Ministry of Foreign Affairs":
        return replace(body, of=home)
    iri = expand("id:" + slug(f"{body.name} {home.label}"))
    return replace(body, iri=iri, name=f"{body.name} of {home.label}", of=home, aliases=(body.name, *body.aliases))


def _keys(body: Body) -> tuple[str, ...]:
    """What a body has in common with all its names: its IRI; of media the first word ("Trend", "Trend News Agency")."""
    return (body.iri, f"media {_first_word(body)}") if body.kind == "media" else (body.iri,)


def _first_word(body: Body) -> str:
    return fold(body.name).replace(".", " ").split()[0]
