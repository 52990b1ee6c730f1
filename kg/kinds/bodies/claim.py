"""Institutions, and the mentions of them in an article."""

from __future__ import annotations

from dataclasses import dataclass

from kg.kinds.kind import Key
from kg.model import Layer, Mention, Term


@dataclass(frozen=True, slots=True)
class Body:
    """An institution: a public body, organisation, company or agency."""

    iri: str
    name: str
    kind: str
    of: Term | None = None
    aliases: tuple[str, ...] = ()
    receiving: Term | None = None


BODY_MENTIONS: Layer[Body] = Layer("body", lambda body: (body.kind,))
BODIES: Key[tuple[tuple[Mention[Body], Body], ...]] = Key("bodies")
