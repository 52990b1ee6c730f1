"""What a second witness is: something with a name that finds people and institutions in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol

from kg.model import Span

NONE = "none"


class Candidate(NamedTuple):
    """A span that a witness takes for the name of a person or an institution."""

    kind: Literal["person", "institution"]
    span: Span


class Witness(Protocol):
    """A second reader of names; ``name`` tells the model with its version, as the provenance will."""

    @property
    def name(self) -> str:
        """The witness with its version ("spacy en_core_web_sm 3.8.0")."""
        ...

    def candidates(self, text: str) -> Iterable[Candidate]:
        """What the witness takes for names in a text. Raises WitnessUnavailable where it cannot read."""
        ...


class Nobody:
    """The witness of rules-only reading: finds nothing."""

    name = NONE

    def candidates(self, text: str) -> Iterable[Candidate]:
        """No candidates."""
        return ()


WITNESSES = {NONE: Nobody}
