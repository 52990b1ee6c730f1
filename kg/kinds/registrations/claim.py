"""Who published the article, and its entry in a public register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.kinds.bodies.claim import Body
from kg.kinds.kind import Key
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Registration:
    """A publisher's entry in a public register (rov:registration)."""

    publisher: Body
    number: str
    issued: str | None
    registrar: Body | None
    evidence: Span
    rules: tuple[str, ...]


class Registrations(NamedTuple):
    """The publisher of an article, and what its footer says of public registers."""

    publisher: Body | None
    entries: tuple[Registration, ...]


REGISTRATIONS: Key[Registrations] = Key("registrations")
