"""What a SHACL engine is: something with a name that runs shapes over a graph."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Result(NamedTuple):
    """One result of a validation, with plain IRIs; component and severity by their local names."""

    shape: str
    component: str
    focus: str
    value: str | None
    severity: str
    message: str


class Engine(Protocol):
    """Runs the shapes of the package over a graph."""

    @property
    def name(self) -> str:
        """The engine as the option ``--engine`` names it."""
        ...

    def results(self, ntriples: str) -> list[Result]:
        """What the shapes find in a graph, in any order."""
        ...

    def report(self, ntriples: str) -> str:
        """The engine's own sh:ValidationReport on a graph, in Turtle."""
        ...
