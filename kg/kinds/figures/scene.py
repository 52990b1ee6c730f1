"""One sentence as the figures in it see it: quantities, flows, parties and periods by token, and what the rules tie together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Readings
from kg.kinds.people.claim import NAMES
from kg.kinds.periods.claim import PERIODS, When
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.quantities.claim import QUANTITIES
from kg.language.lexicon import CHANGES, CURRENCIES, FLOWS, MEASURES, PARTIES
from kg.model import Layer, Quantity, Sentence, Span, Term, Token

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_PLAIN = {"percent": "percent", "percentage-points": "points", "times": "times"}


class Cue(NamedTuple, Generic[T_co]):
    """A mention in a sentence with its tokens ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    value: T_co
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a sentence: its number there, its tokens, and the bracket that it stands in.

    ``unit`` is the class of its unit: money, percent, points, times, goods or count.
    """

    number: int
    cue: Cue[Quantity]
    bracket: str
    unit: str

    @property
    def quantity(self) -> Quantity:
        """The number and its unit."""
        return self.cue.value


class Scene:
    """The cues of one sentence, and the rules that tie them or tell of them."""

    def __init__(self, readings: Readings, sentence: Sentence) -> None:
        self.document, self.sentence, self.language = readings.document, sentence, readings.lines.language
        quantities = self._cues(QUANTITIES)
        self.figures = [
            Figure(k, cue, self._bracket(cue, quantities), self._class(cue.value.unit))
            for k, cue in enumerate(quantities)
        ]
        self._begins = [cue.first for cue in quantities]
        self.flows = [
            c for c in self._cues(FLOWS) if not self._within(c, POST_PHRASES, FRAMEWORK_MENTIONS, BODY_MENTIONS)
        ]
        self.parties = [c for c in self._cues(PARTIES) if not self._part_of_name(c)]
        self.titled = [
            c for c in self._cues(PARTIES) if self._within(c, POST_PHRASES, BODY_MENTIONS, FRAMEWORK_MENTIONS)
        ]
        self.periods: list[Cue[When]] = self._cues(PERIODS)
        self.changes, self.measures = self._cues(CHANGES), self._cues(MEASURES)
        self._ties: dict[tuple[int, int], set[str]] = {}
        self._told: dict[int, set[str]] = {}
        self._says: dict[tuple[int, int | None], list[Mapping[str, str]]] = {}
        self._ids: dict[tuple[int, int | None], set[str]] = {}
        self._neighbours: dict[int, list[Cue[Term] | None]] = {}
        self.both = False
        if quantities:
            self._relate(readings)
            self.parties = [
                cue for cue in self.parties if "epithet" not in self.told(cue) or "State" in cue.value.traits
            ]

    def _cues(self, layer: Layer[T]) -> list[Cue[T]]:
        return [
            Cue(*self.document.range(m.span), m.value, m.span) for m in self.document.inside(self.sentence.span, layer)
        ]

    def _class(self, unit: str) -> str:
        if unit.isupper():
            return "money"
        return _PLAIN.get(unit) or ("goods" if unit in self.language.words("figures", "goods") else "count")

    def _within(self, cue: Cue[object], *layers: Layer[object]) -> bool:
        return self.document.covered(cue.span, *layers)

    def _part_of_name(self, cue: Cue[Term]) -> bool:
        """Whether a party only belongs to a title, a name or a currency."""
        named = self._within(cue, POST_PHRASES, FRAMEWORK_MENTIONS, NAMES)
        return named or self.document.nested(cue.span, BODY_MENTIONS) or self._within(cue, QUANTITIES, CURRENCIES)

    def _bracket(self, cue: Cue[Quantity], quantities: Sequence[Cue[Quantity]]) -> str:
        """What an opened bracket that holds a quantity stands behind: quantity, period or other; empty without one."""
        tokens = self.document.tokens
        depth = 0
        for k in range(cue.first - 1, self.sentence.first - 1, -1):
            depth += (tokens[k].text == "(") - (tokens[k].text == ")")
            if depth > 0:
                behind = next((q for q in quantities if q.last == k), None)
                return "quantity" if behind else "other"
        return ""

    def _relate(self, readings: Readings) -> None:
        for match in readings.lines.matches("figures", self.sentence):
            self.both |= match.rule.name == "two-sides"
            if match.rule.name == "respectively":
                self._pair_off(match.first)
            slots = {name: first for name, (first, _) in match.slots.items()}
            if "second" in slots:
                self._ties.setdefault((slots.pop("second"), slots.pop("other")), set()).add(match.rule.name)
            figure = slots.pop("figure", None)
            for name, first in slots.items():
                told = {"other": f"{match.rule.name}2", "also": "also"}.get(name, match.rule.name)
                self._told.setdefault(first, set()).add(told)
                self._ids.setdefault((first, figure), set()).add(match.rule.id)
                if name == "party" and match.rule.gives:
                    self._says.setdefault((first, figure), []).append(match.rule.gives)
                if figure is not None:
                    self._ties.setdefault((figure, first), set()).add(match.rule.name)
            if figure is not None:
                self._told.setdefault(figure, set()).add(match.rule.name)

    def _pair_off(self, place: int) -> None:
        """Ties the last figures before "respectively" in order to the parties, periods and flows listed before them."""
        tokens, listing = self.document.tokens, self.language.words("scopes", "listing")
        figures = _listed([f.cue for f in self.figures if f.cue.last <= place], tokens, listing)
        if not figures:
            return
        for cues in (self.parties, self.periods, self.flows):
            listed = _listed([cue for cue in cues if cue.last <= figures[0].first], tokens, listing)
            if len(listed) == len(figures) > 1:
                for figure, cue in zip(figures, listed, strict=True):
                    self._ties.setdefault((figure.first, cue.first), set()).add("respectively")

    def ties(self, figure: Figure, cue: Cue[object]) -> set[str]:
        """The rules that tie a figure to a cue."""
        return self._ties.get((figure.cue.first, cue.first), set())

    def told(self, cue: Cue[object]) -> set[str]:
        """The rules that tell of a cue."""
        return self._told.get(cue.first, set())

    def also(self, figure: Figure) -> list[Term]:
        """The further flows of which a figure is told: "30% of trade and investment"."""
        return [cue.value for cue in self.flows if "two-flows" in self.ties(figure, cue) and "also" in self.told(cue)]

    def says(self, figure: Figure, cue: Cue[Term], flow: str) -> set[str]:
        """The roles that the rules give a party for a flow, by itself or beside a figure."""
        given = [*self._says.get((cue.first, None), ()), *self._says.get((cue.first, figure.cue.first), ())]
        return {role for gives in given if (role := gives.get(flow, gives.get("any")))}

    def rules(self, figure: Figure, parts: Iterable[object]) -> tuple[str, ...]:
        """The ids of the rules that tell of what a figure was read as, by itself or beside the figure."""
        chosen = {_key(part) for part in parts if part is not None}
        cues = (*self.flows, *self.parties, *self.titled, *self.periods)
        places = [cue.first for cue in cues if _key(cue.value) in chosen]
        every = (self._ids.get((first, beside), set()) for first in places for beside in (None, figure.cue.first))
        return tuple(sorted(set[str]().union(*every)))

    def place(self, figure: Figure, cue: Cue[object]) -> str:
        """Where a cue stands from a figure: on its left or right, and beyond how many other figures (two at most)."""
        side = self._side(figure, cue)
        if side == "in":
            return side
        reach = (figure.cue.last, cue.first) if side == "R" else (cue.first, figure.cue.first)
        first, last = (bisect_left(self._begins, place) for place in reach)
        return f"{side}{min(max(last - first, 0), 2)}"

    def mark(self, figure: Figure, place: str) -> str:
        """The mark that touches a figure on the side of a place; "word" where none does."""
        k = figure.cue.last if place[0] == "R" else figure.cue.first - 1
        text = self.document.tokens[k].text if place != "in" and k < len(self.document.tokens) else ""
        return text if text and not text[0].isalnum() else "word"

    @staticmethod
    def _side(figure: Figure, cue: Cue[object]) -> str:
        if cue.first >= figure.cue.first and cue.last <= figure.cue.last:
            return "in"
        return "R" if cue.first >= figure.cue.last else "L"

    def gap(self, figure: Figure, cue: Cue[object]) -> int:
        """How many tokens lie between a figure and a cue."""
        return cue.first - figure.cue.last if cue.first >= figure.cue.last else figure.cue.first - cue.last

    def nearest(self, figure: Figure, cues: Iterable[Cue[T]], side: str) -> Cue[T] | None:
        """The cue that stands nearest to a figure on its left ("L") or right ("R")."""
        there = (cue for cue in cues if self._side(figure, cue)[0] == side)
        return min(there, key=lambda cue: self.gap(figure, cue), default=None)

    def neighbours(self, figure: Figure) -> list[Cue[Term] | None]:
        """The parties that stand nearest to a figure on its left and on its right."""
        if figure.number not in self._neighbours:
            self._neighbours[figure.number] = [self.nearest(figure, self.parties, side) for side in "LR"]
        return self._neighbours[figure.number]


def _listed(cues: Sequence[Cue[T]], tokens: Sequence[Token], listing: frozenset[str]) -> list[Cue[T]]:
    """The last of some cues with those before it from which only the words of a list part it."""
    found: list[Cue[T]] = []
    for cue in reversed(cues):
        if found and any(token.fold not in listing for token in tokens[cue.last : found[-1].first]):
            break
        found.append(cue)
    return found[::-1]


def _key(part: object) -> object:
    """What tells two parts of a figure apart: of a term its IRI, under whatever form the text names it."""
    return part.iri if isinstance(part, Term) else part
