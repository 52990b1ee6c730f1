"""What an article denies, calls off, plans or supposes: marked once, asked by every trigger of an event or figure."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.kind import Kind
from kg.language.layers import Layers
from kg.model import Document, Layer, Mention, Span

DENIED = "denied"
# What is still to come.
AHEAD = ("planned", "expected")
# The strongest first: what is denied is so even where it was planned.
STATUSES = (DENIED, "cancelled", "postponed", "hypothetical", *AHEAD)


MODALITY: Layer[str] = Layer("modality", lambda status: (status,))


def mark(layers: Layers) -> Iterator[Mention[str]]:
    """The scopes of a document, the widest that each rule gives up to one place."""
    for sentence in layers.sentences:
        reach: dict[tuple[str, int], int] = {}
        for match in layers.lines.matches("modality", sentence):
            first, last = match.slots["scope"]
            if reach.setdefault((match.rule.name, last), first) == first:
                yield Mention(layers.span(first, last), MODALITY, match.rule.gives["status"], rule=match.rule.id)


def status(document: Document, span: Span) -> str | None:
    """The strongest status whose scope holds a span; None for what is plainly told."""
    found = modality(document, span)
    return found.value if found else None


def modality(document: Document, span: Span) -> Mention[str] | None:
    """The scope that holds a span and has the strongest status, with the rule that gave it."""
    sentence = document.sentence_at(span)
    scopes = document.inside(sentence.span, MODALITY) if sentence else []
    over = [mention for mention in scopes if mention.span.covers(span)]
    return min(over, key=lambda mention: STATUSES.index(mention.value), default=None)


KIND = Kind(name="modality", layers=(MODALITY,), marks_after=("parties",), marks=(mark,))
