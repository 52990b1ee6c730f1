"""Which part of a flow a figure is of: "copper exports", "exports of services", "the mining sector sold ...".

Of the words around a figure some only say that it amounts to something (``scopes.toml`` of the language). Any other word
that no cue explains narrows the flow where it stands beside it, and else makes the reading unsure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.figures.flows import OTHER
from kg.kinds.figures.frames import Frame, Scope
from kg.kinds.figures.scene import Cue, Figure, Scene
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES
from kg.language.language import Language
from kg.language.lexicon import APPROXIMATIONS
from kg.model import Layer, Term
from kg.vocabulary import fold, local

_SUBJECT = "scopes"
_PLAIN = ("function", "whole", "saying", "amounting", "when")
_NAMED: tuple[Layer[object], ...] = (BODY_MENTIONS, FRAMEWORK_MENTIONS, NAMES, POST_PHRASES, APPROXIMATIONS)

Run = tuple[int, int]


class Ground:
    """The words of one sentence that tell of each of its figures."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._tokens, self._sentence = scene.document.tokens, scene.sentence

    def scope(self, figure: Figure, flow: str, frame: Frame) -> Scope:
        """The scope of a figure of a flow."""
        begin, end = self._reaches[figure.number]
        runs = list(self._runs(begin, figure.cue.first))
        tail = list(self._runs(figure.cue.last, end))[:1]
        named = self._named(figure, flow, begin)
        own = self._own(runs, figure, named)
        rest = [run for run in runs if run not in own]
        after = named.last if named else begin
        near = sum(last - first for first, last in rest if first >= after) + self._stands_in(named)
        far = sum(last - first for first, last in rest if first < after)
        words = "" if flow == OTHER else " ".join(self._words(run) for run in (*own, *tail))
        if words or flow == OTHER:
            return Scope(words, False, near, far)
        told = self._told(flow, frame)
        if named is None:
            near, far = near + told.near, far + told.far
        return Scope(told.words, bool(told.words), near, far)

    def _own(self, runs: list[Run], figure: Figure, named: Cue[Term] | None) -> list[Run]:
        """The words that narrow the flow: beside it, right before the figure, of a share, else those that name a sector."""
        if named is None:
            return runs[-1:]
        beside = (self._beside(run, named) or self._heads(run, figure) or self._shares(run) for run in runs)
        return [run for run, is_so in zip(runs, beside, strict=True) if is_so] or [
            run for run in runs if self._is_sector(run)
        ]

    def _heads(self, run: Run, figure: Figure) -> bool:
        """Whether only marks stand between words and a figure: "copper - $3 million"."""
        return not any(self._tokens[k].text[0].isalnum() for k in range(run[1], figure.cue.first))

    def _shares(self, run: Run) -> bool:
        """Whether words name what has a share: "the share of copper"."""
        before = [self._tokens[k].fold for k in range(max(run[0] - 2, self._sentence.first), run[0])]
        return len(before) == 2 and before[0] in self._list("sharing") and before[1] in self._list("partitive")

    def _told(self, flow: str, frame: Frame) -> Scope:
        """The scope that is taken over from the figure before, or from the sentence before where this names no flow."""
        if frame.previous is not None:
            return frame.previous.scope
        if not self._scene.flows and frame.before is not None and frame.before.flow == flow:
            return frame.before.scope
        return Scope()

    def _named(self, figure: Figure, flow: str, begin: int) -> Cue[Term] | None:
        """The last cue of a flow before a figure, from a token on."""
        there = [c for c in self._scene.flows if begin <= c.first < figure.cue.first and local(c.value.iri) == flow]
        return there[-1] if there else None

    def _beside(self, run: Run, named: Cue[Term]) -> bool:
        """Whether words stand right before a flow, or behind it after "of"."""
        first, last = run
        if last <= named.first:
            return all(self._tokens[k].fold in self._list("joining") for k in range(last, named.first))
        between = range(named.last, first)
        return bool(between) and self._tokens[between[0]].fold in self._list("partitive") and len(between) <= 2

    def _is_sector(self, run: Run) -> bool:
        return self._tokens[run[1] - 1].fold in self._list("sectors")

    def _stands_in(self, named: Cue[Term] | None) -> bool:
        """Whether a flow is of something told of before: "exports of these"."""
        behind = [self._tokens[k].fold for k in range(named.last, named.last + 2)] if named else []
        return len(behind) == 2 and behind[0] in self._list("partitive") and behind[1] in self._list("standing_in")

    @cached_property
    def _reaches(self) -> list[Run]:
        """For each figure the first token that tells of it, and the end of what behind it still does."""
        found, begin = [], self._sentence.first
        for figure in self._scene.figures:
            begin = max([begin, *(k + 1 for k in self._clauses if begin <= k < figure.cue.first)])
            end = self._end(figure)
            found.append((begin, end))
            begin = end
        return found

    def _end(self, figure: Figure) -> int:
        """Where the words behind a figure that name what it is of end: "$2 billion worth of grain"."""
        place, last = figure.cue.last, self._sentence.last
        if place >= last or self._tokens[place].fold not in self._list("partitive"):
            return place
        while place < last and place not in self._begins and self._tokens[place].text[0].isalpha():
            place += 1
        return place

    @cached_property
    def _begins(self) -> frozenset[int]:
        return frozenset(figure.cue.first for figure in self._scene.figures)

    @cached_property
    def _clauses(self) -> list[int]:
        marks = self._list("clause")
        return [k for k in range(self._sentence.first, self._sentence.last) if self._tokens[k].fold in marks]

    def _runs(self, begin: int, end: int) -> Iterator[Run]:
        """The stretches of words that nothing explains, joined over "and" and "of"."""
        places = [k for k in range(begin, end) if k in self._open]
        if not places:
            return
        first = places[0]
        for place, following in pairwise(places):
            if any(self._tokens[k].fold not in self._list("joining") for k in range(place + 1, following)):
                yield first, place + 1
                first = following
        yield first, places[-1] + 1

    @cached_property
    def _open(self) -> frozenset[int]:
        """The words that nothing explains."""
        scene, document = self._scene, self._scene.document
        cues: Sequence[Cue[object]] = [
            *(*scene.flows, *scene.parties, *scene.titled, *scene.periods, *scene.changes, *scene.measures),
            *(figure.cue for figure in scene.figures),
        ]
        explained = {k for cue in cues for k in range(cue.first, cue.last)}
        for layer in _NAMED:
            for mention in document.inside(scene.sentence.span, layer):
                explained.update(range(*document.range(mention.span)))
        plain, adverbs = _plain(scene.language), tuple(self._list("adverb_endings"))
        words = (k for k in range(self._sentence.first, self._sentence.last) if self._tokens[k].text[0].isalpha())
        told = ((k, self._tokens[k].fold) for k in words if k not in explained)
        return frozenset(k for k, word in told if word not in plain and not word.endswith(adverbs))

    def _words(self, run: Run) -> str:
        """A stretch as written; what a hyphen ties to a flow is told with it: "re-exports"."""
        first, last = run
        tied = [
            c.last for c in self._scene.flows if c.first == last + 1 and self._tokens[last].fold in self._list("tying")
        ]
        text = self._scene.document.article.text
        return fold(" ".join(text[self._tokens[first].begin : self._tokens[max([last, *tied]) - 1].end].split()))

    def _list(self, name: str) -> frozenset[str]:
        return self._scene.language.words(_SUBJECT, name)


@cache
def _plain(language: Language) -> frozenset[str]:
    """The words that leave what is measured as it is."""
    months = map(fold, language.table("words", "months"))
    return frozenset(months).union(*(language.words(_SUBJECT, name) for name in _PLAIN))
