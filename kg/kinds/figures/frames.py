"""What figures take over from the text around them: the figure before, the sentence before, the lead of the article."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Period, Term


@dataclass(frozen=True, slots=True)
class Scope:
    """The words that narrow a flow to a part (empty: the whole), and whether they were told of a figure before; how many
    words near a figure and farther off nothing explains."""

    words: str = ""
    inherited: bool = False
    near: int = 0
    far: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What one figure was read as."""

    flow: str
    measure: str
    reporter: Term | None
    counterpart: Term | None
    period: Period | None
    negative: bool
    unit: str
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of a figure.

    ``previous`` is the figure before in its sentence, ``head`` the first one of the sentence, ``before`` the head of
    the last sentence with figures, ``lead`` the first figure of trade in the article, ``both`` the last figure with two sides. ``home`` is the state whose matters
    the article tells, ``sides`` are those of the meeting that the sentence is about, ``day`` the article's own, ``often`` the
    IRIs of the parties that it names most, ``topic`` the parties that the last sentences without figures name, the
    latest last, ``bracket`` is that of the figure before. ``mentioned`` is the period that the sentences before name last,
    ``main`` the one that the article names most, ``headed`` the one in its headline. ``item`` is the party that heads the
    line: "* Peru: exports ...".
    """

    home: Term | None = None
    day: str | None = None
    sides: tuple[Term, ...] = ()
    previous: Told | None = None
    head: Told | None = None
    before: Told | None = None
    lead: Told | None = None
    both: Told | None = None
    opening: Period | None = None
    same_paragraph: bool = True
    headline: str = ""
    often: tuple[str, ...] = ()
    topic: tuple[Term, ...] = ()
    bracket: str = ""
    mentioned: Period | None = None
    main: Period | None = None
    headed: Period | None = None
    item: Term | None = None

    @property
    def carried(self) -> list[tuple[str, Told]]:
        """The figures told before that are at hand, each with its name, the nearest first."""
        told = {"previous": self.previous, "head": self.head, "before": self.before, "lead": self.lead}
        return [(name, figure) for name, figure in told.items() if figure is not None]

    def leaves_bracket(self, bracket: str) -> bool:
        """Whether the figure before stood in a bracket and one in this does not."""
        return bool(self.bracket) and not bracket
