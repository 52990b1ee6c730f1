"""Agreements, formats, commissions, forums, programmes and routes, with the parties that they tie."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Framework, Meeting, Resolution, Sentence, Span, Term
from kg.vocabulary import local

_OF_THE_MEETING = ("commission", "agreement", "format")


def frameworks(
    resolution: Resolution, meetings: tuple[Meeting, ...], of_sentence: dict[int, int]
) -> tuple[Framework, ...]:
    """The frameworks of a document; one without parties of its own takes those of the meeting it came up at."""
    found: dict[str, Framework] = {}
    for mention in resolution.document.mentions:
        if mention.kind != "framework" or resolution.document.nested(mention.span, "framework", "post"):
            continue
        framework: Framework = mention.value
        sentence = resolution.document.sentence_at(mention.span)
        number = of_sentence.get(sentence.first) if sentence else None
        met = meetings[number].parties if number is not None and framework.kind in _OF_THE_MEETING else ()
        parties = framework.parties or met or (_signers(resolution, sentence) if sentence else ())
        known = found.get(framework.iri)
        if known:
            found[framework.iri] = _merged(known, framework, parties, mention.span)
        else:
            found[framework.iri] = replace(framework, parties=parties, evidence=(mention.span,))
    return tuple(found.values())


def _signers(resolution: Resolution, sentence: Sentence) -> tuple[Term, ...]:
    """The parties that sign a document, in the sentence that tells of it."""
    triggers = resolution.document.inside(sentence.span, "meeting-kinds")
    signing = next((m for m in triggers if local(m.value.iri) == "signing"), None)
    if signing is None:
        return ()
    before = Span(sentence.span.begin, signing.span.begin)
    sides = {m.value.iri: m.value for m in resolution.document.inside(before, "party")}
    return tuple(sides.values()) if len(sides) > 1 else ()


def _merged(known: Framework, new: Framework, parties: tuple[Term, ...], span: Span) -> Framework:
    aliases = {*known.aliases, *new.aliases, new.name} - {known.name}
    best = known.parties or parties
    return replace(known, parties=best, aliases=tuple(sorted(aliases)), evidence=(*known.evidence, span))
