"""The phrases that a sentence puts on the table, and the list that each of them is, as ranges of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from kg.kinds.kind import Readings
from kg.language.rules import Match
from kg.model import Sentence

# How a phrase comes up. Where one lies in another, the first of these counts.
BEFORE, TABLE, HEADED, RAISED = _ROLES = ("before", "table", "headed", "raised")
# No topic has more words.
LONGEST = 16
_GOVERNING, _EDGES = "topics", "phrases"


class Range(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded)."""

    first: int
    last: int


class Phrase(NamedTuple):
    """Words that stand for what is talked about, how they come up, and the rule that tells so."""

    role: str
    words: Range
    rule: str


class _Found:
    """What the rules on a subject find in a sentence, by what they give."""

    def __init__(self, readings: Readings, sentence: Sentence, subject: str) -> None:
        self._by_kind: dict[str, list[Match]] = {}
        for match in readings.lines.matches(subject, sentence):
            self._by_kind.setdefault(match.rule.gives["as"], []).append(match)

    def matches(self, kind: str) -> list[Match]:
        return self._by_kind.get(kind, [])

    def ranges(self, kind: str) -> list[Range]:
        return sorted(Range(*match.slots["at"]) for match in self.matches(kind))


class Wording:
    """What governs topics in a sentence, and the phrases that are governed."""

    def __init__(self, readings: Readings, sentence: Sentence) -> None:
        self._readings, self._sentence = readings, sentence
        self._governing = _Found(readings, sentence, _GOVERNING)
        self._settings = {k for here in self._governing.ranges("setting") for k in range(*here)}

    @cached_property
    def _edges(self) -> Edges:
        return Edges(self._readings, self._sentence)

    def is_setting(self, i: int) -> bool:
        """Whether token i only tells the setting: "within the framework of the implementation of ..."."""
        return i in self._settings

    def phrases(self) -> list[Phrase]:
        """What is talked about, in the order of the text; of those in one another one."""
        known: list[Phrase] = []
        taken = set(self._settings)
        for role in _ROLES:
            for match in self._governing.matches(role):
                cue = match.slots.get("topics", (match.first,))[0]
                if cue not in taken:
                    words = self._words(role, match)
                    known.append(Phrase(role, words, match.rule.id))
                    taken.update((cue, *range(*words)))
        return sorted(known, key=lambda phrase: phrase.words)

    def _words(self, role: str, match: Match) -> Range:
        """The words that a match is about: named by it, or up to the stop behind or before it."""
        if "topics" in match.slots:
            return Range(*match.slots["topics"])
        if role == BEFORE:
            return Range(self._edges.after_stop(match.first), match.first)
        return Range(match.first if role == HEADED else match.last, self._edges.next_stop(match.last))

    def items(self, phrase: Phrase) -> list[Range]:
        """The topics of a phrase."""
        return self._edges.items(phrase.words)


class Edges:
    """Where phrases of a sentence end, and how they fall into lists."""

    def __init__(self, readings: Readings, sentence: Sentence) -> None:
        self._tokens, self._sentence = readings.document.tokens, sentence
        words, found = readings.lines.language.words, _Found(readings, sentence, _EDGES)
        self._adjectival, self._nominal = tuple(words(_EDGES, "adjectival")), tuple(words(_EDGES, "nominal"))
        stops = found.ranges("stop")
        self._begins = sorted(stop.first for stop in stops)
        self._ends = sorted(stop.last for stop in stops)
        self._cuts = {cut.first for cut in found.ranges("cut")}
        self._splits = dict(found.ranges("split"))
        self._leads = dict(found.ranges("lead"))
        self._trails = {last: first for first, last in reversed(found.ranges("trail"))}
        self._coupled = {coupled.first for coupled in found.ranges("coupled")}
        self._inside = {k for whole in found.ranges("whole") for k in range(whole.first + 1, whole.last)}

    def next_stop(self, i: int) -> int:
        """Where words from token i on end: at the next stop, or with the sentence."""
        k = bisect_left(self._begins, i)
        return self._begins[k] if k < len(self._begins) else self._sentence.last

    def after_stop(self, i: int) -> int:
        """Where words before token i begin: behind the last stop, or with the sentence."""
        k = bisect_right(self._ends, i)
        return self._ends[k - 1] if k else self._sentence.first

    def items(self, words: Range) -> list[Range]:
        """The parts of a list, each without what leads to it and what trails behind it."""
        parts = map(self._stripped, self._parts(words))
        return [part for part in parts if part.first < part.last]

    def _parts(self, words: Range) -> Iterator[Range]:
        """A list split at its commas and conjunctions; behind words that cut a part off, only a comma goes on with it."""
        begin, end = words.first, None
        i = begin
        while i < words.last:
            end = i if end is None and i in self._cuts else end
            if self._is_split(begin, i, end):
                yield Range(begin, i if end is None else end)
                begin, end = self._splits[i], None
            i = self._splits.get(i, i + 1)
        yield Range(begin, words.last if end is None else end)

    def _is_split(self, begin: int, i: int, end: int | None) -> bool:
        if i not in self._splits or i in self._inside:
            return False
        return not self._shares(begin, i) if end is None else self._tokens[i].text == ","

    def _shares(self, begin: int, i: int) -> bool:
        """Whether what is before token i shares words behind it: "economic and human ties", "protection and use of water"."""
        if i - begin > LONGEST:
            return False
        words = [self._tokens[k].fold for k in range(*self._stripped(Range(begin, i))) if k not in self._splits]
        if i in self._coupled and len(words) == 1:
            return words[0].endswith(self._nominal)
        return bool(words) and all(word.endswith(self._adjectival) for word in words)

    def _stripped(self, part: Range) -> Range:
        first, last = part
        while first < last and first in self._leads:
            first = self._leads[first]
        while first < last and last in self._trails:
            last = self._trails[last]
        return Range(first, last)
