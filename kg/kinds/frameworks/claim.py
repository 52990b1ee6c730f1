"""Agreements, formats, commissions, forums, programmes and routes."""

from __future__ import annotations

from dataclasses import dataclass

from kg.kinds.kind import Key
from kg.model import Layer, Span, Term
from kg.vocabulary import expand, local


@dataclass(frozen=True, slots=True)
class Framework:
    """An agreement, format, commission, forum, programme or route that ties parties."""

    iri: str
    name: str
    kind: str
    parties: tuple[Term, ...]
    aliases: tuple[str, ...]
    evidence: tuple[Span, ...]


FRAMEWORK_MENTIONS: Layer[Framework] = Layer("framework", lambda framework: (framework.kind,))
FRAMEWORKS: Key[tuple[Framework, ...]] = Key("frameworks")
# The IRIs of a document's frameworks by those under which they were marked.
FRAMEWORK_IRIS: Key[dict[str, str]] = Key("framework IRIs")


def framework_iri(what: Framework) -> str:
    """A framework's name with its parties: two pairs may each have a "Joint Commission"."""
    sides = sorted(local(p.iri) for p in what.parties)
    return expand("id:" + "-".join([local(what.iri), *sides]))
