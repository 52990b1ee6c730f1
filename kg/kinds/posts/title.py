"""A title while it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.kinds.bodies.claim import Body
from kg.kinds.frameworks.claim import Framework
from kg.language.layers import Hit
from kg.model import Term

Tokens = tuple[int, int]


@dataclass(slots=True)
class Title:
    """Its head, the tokens taken in so far, and those that are no words of it (``cuts``)."""

    head: Hit[Term]
    first: int
    last: int
    traits: frozenset[str]
    acronyms: Mapping[str, Body]
    inner: bool = False
    left: list[Term] = field(default_factory=list)
    of: Term | None = None
    to: Term | Body | None = None
    body: Body | Framework | None = None
    new: bool = False
    owned: bool = False
    lent: Tokens | None = None
    cuts: list[Tokens] = field(default_factory=list)

    @property
    def reach(self) -> int:
        """Where the next title may begin: inside of a title that ends in that of another ("adviser to the President")."""
        return self.lent[0] if self.lent else self.last
