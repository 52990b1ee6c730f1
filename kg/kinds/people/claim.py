"""People as an article names them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A human being as the article names her: fullest form first, other forms after."""

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
