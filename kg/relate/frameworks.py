"""Agreements, formats, commissions, forums, programmes and routes, with the parties that they tie."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Framework, Meeting, Resolution, Span, Term

_OF_THE_MEETING = frozenset(("commission", "agreement", "format"))


def frameworks(
    resolution: Resolution, meetings: tuple[Meeting, ...], of_sentence: dict[int, int]
) -> tuple[Framework, ...]:
    """The frameworks of a document; one without parties of its own takes those of the meeting it came up at."""
    document = resolution.document
    found: dict[str, Framework] = {}
    for mention in document.mentions:
        if mention.kind != "framework" or _nested(resolution, mention.span):
            continue
        framework: Framework = mention.value
        number = _meeting_at(resolution, mention.span, of_sentence)
        parties = framework.parties or (
            meetings[number].parties if number is not None and framework.kind in _OF_THE_MEETING else ()
        )
        if not parties:
            parties = _signers(resolution, mention.span)
        known = found.get(framework.iri)
        found[framework.iri] = (
            _merged(known, framework, parties, mention.span)
            if known
            else replace(framework, parties=parties, evidence=(mention.span,))
        )
    return tuple(found.values())


def _meeting_at(resolution: Resolution, span: Span, of_sentence: dict[int, int]) -> int | None:
    sentence = resolution.document.sentence_at(span)
    return of_sentence.get(sentence.first) if sentence else None


def _signers(resolution: Resolution, span: Span) -> tuple[Term, ...]:
    """The parties that sign a document, in the sentence that tells of it."""
    sentence = resolution.document.sentence_at(span)
    signing = (
        [m for m in resolution.document.inside(sentence.span, "meeting-kinds") if m.value.iri.endswith("/signing")]
        if sentence
        else []
    )
    if sentence is None or not signing:
        return ()
    before = Span(sentence.span.begin, signing[0].span.begin)
    sides = {m.value.iri: m.value for m in resolution.document.inside(before, "party")}
    return tuple(sides.values()) if len(sides) > 1 else ()


def _nested(resolution: Resolution, span: Span) -> bool:
    return any(
        m.kind in ("framework", "post") and m.span != span and m.span.covers(span) for m in resolution.document.mentions
    )


def _merged(known: Framework, new: Framework, parties: tuple[Term, ...], span: Span) -> Framework:
    aliases = {*known.aliases, *new.aliases, new.name} - {known.name}
    best = known.parties or parties
    return replace(known, parties=best, aliases=tuple(sorted(aliases)), evidence=(*known.evidence, span))
