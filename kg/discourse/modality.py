"""What an article denies, calls off, plans or supposes: marked once, asked by every trigger of an event or figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.kinds.kind import Kind
from kg.language.layers import Layers
from kg.model import Document, Layer, Mention, Span

# The strongest first: what is denied is so even where it was planned.
STATUSES = ("denied", "cancelled", "postponed", "hypothetical", "planned", "expected")


@dataclass(frozen=True, slots=True)
class Modality:
    """The status of what lies in a scope, and the rule that tells it."""

    status: str
    rule: str


MODALITY: Layer[Modality] = Layer("modality", lambda modality: (modality.status,))


def mark(layers: Layers) -> Iterator[Mention[Modality]]:
    """The scopes of a document, the widest that each rule gives up to one place."""
    for sentence in layers.sentences:
        reach: dict[tuple[str, int], int] = {}
        for match in layers.lines.matches("modality", sentence):
            first, last = match.slots["scope"]
            if reach.setdefault((match.rule.name, last), first) == first:
                yield Mention(layers.span(first, last), MODALITY, Modality(match.rule.gives["status"], match.rule.name))


def status(document: Document, span: Span) -> str | None:
    """The strongest status whose scope holds a span; None for what is plainly told."""
    found = modality(document, span)
    return found.status if found else None


def modality(document: Document, span: Span) -> Modality | None:
    """The modality behind the strongest status whose scope holds a span."""
    sentence = document.sentence_at(span)
    scopes = document.inside(sentence.span, MODALITY) if sentence else []
    over = [mention.value for mention in scopes if mention.span.covers(span)]
    return min(over, key=lambda m: STATUSES.index(m.status), default=None)


KIND = Kind(name="modality", layers=(MODALITY,), marks_after=("parties", "periods"), marks=(mark,))
