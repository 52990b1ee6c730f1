"""What the checks say."""

from __future__ import annotations

from dataclasses import dataclass

REFEREE = "kg:RefereeConstraintComponent"
# The SHACL engines that run the shapes; the first stands for the best that is installed.
AUTO, COMPILED, PYSHACL = ENGINES = ("auto", "compiled", "pyshacl")


@dataclass(frozen=True, slots=True)
class Quote:
    """A span with its words, as a finding or a picture shows them.

    ``article`` and ``source`` (its IRI) are given where the words stand in another article than the finding's.
    """

    begin: int
    end: int
    quote: str
    article: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape or the referee found wrong.

    ``focus`` is the IRI of the culprit, ``shape`` and ``component`` say which constraint of ``shapes/`` it breaks;
    what only the referee finds has the component REFEREE and no shape.
    ``needed`` tells, where no repair is proposed, what each figure would have to be; ``question`` is what to ask
    those who published the figures.
    """

    article: str
    rule: str
    severity: str
    message: str
    focus: str
    spans: tuple[Quote, ...] = ()
    stated: str | None = None
    computed: str | None = None
    tolerance: str | None = None
    repair: str | None = None
    needed: tuple[str, ...] = ()
    question: str | None = None
    shape: str = ""
    component: str = "SPARQLConstraintComponent"


@dataclass(frozen=True, slots=True)
class Report:
    """What shapes and referee found (sh:ValidationReport), and the name of the SHACL engine that ran the shapes."""

    findings: tuple[Finding, ...]
    engine: str

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.findings
