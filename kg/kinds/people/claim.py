"""People as an article names them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Layer

NAMES: Layer[str] = Layer("name")


@dataclass(frozen=True, slots=True)
class Person:
    """A human being as the article names her: fullest form first, other forms after."""

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
