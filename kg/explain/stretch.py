"""What was tried on a stretch of text: marks, rules that match, rules that do not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.kinds.kind import Readings
from kg.language.rules import Match, Rule
from kg.model import BadInput, Mention, Span, sentence_number


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matches, with its words and those of its slots."""

    rule: Rule
    span: Span
    slots: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with the marks on it and the rules that match there.

    ``in_vain`` are those that were tried since words of the stretch call for them, and that match nowhere in its sentence.
    """

    span: Span
    marks: tuple[Mention[object], ...]
    matched: tuple[Found, ...]
    in_vain: tuple[str, ...]


def stretches(readings: Readings, words: str) -> list[Stretch]:
    """Each place of some words in an article. Raises BadInput where they are not in it."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    text = readings.document.article.text
    spans = [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []
    if not spans:
        raise BadInput(f"“{words}” is not in {readings.document.article.name}; give words as they stand in the text")
    tried = _Tried(readings)
    return [tried.on(span) for span in spans]


class _Tried:
    """What was tried on an article, sentence by sentence; each is looked at once."""

    def __init__(self, readings: Readings) -> None:
        self._readings, self._document = readings, readings.document
        self._marks: dict[int, list[Mention[object]]] = {}
        for mention in self._document.mentions:
            first = self._document.range(mention.span)[0]
            self._marks.setdefault(sentence_number(self._document.sentences, first), []).append(mention)
        self._found: dict[int, list[Found]] = {}

    def on(self, span: Span) -> Stretch:
        """What was tried on a stretch."""
        tokens, sentences = self._document.tokens, self._document.sentences
        first = bisect_right(tokens, span.begin, key=lambda token: token.end)
        last = bisect_left(tokens, span.end, key=lambda token: token.begin)
        marks: list[Mention[object]] = []
        matched: list[Found] = []
        in_vain: list[str] = []
        numbers = {sentence_number(sentences, i) for i in (first, last - 1)} if first < last else set()
        for number in range(min(numbers, default=0), max(numbers, default=-1) + 1):
            marks.extend(mark for mark in self._marks.get(number, ()) if _meet(mark.span, span))
            matched.extend(found for found in self._all(number) if _meet(found.span, span))
            begin, end = max(first, sentences[number].first), min(last, sentences[number].last)
            in_vain.extend(self._in_vain(number, begin, end))
        return Stretch(span, tuple(marks), tuple(matched), tuple(in_vain))

    def _all(self, number: int) -> list[Found]:
        """All rules that match in a sentence."""
        if number not in self._found:
            lines, sentence = self._readings.lines, self._document.sentences[number]
            every = (match for subject in lines.language.files for match in lines.matches(subject, sentence))
            self._found[number] = [_found(self._readings, match) for match in every]
        return self._found[number]

    def _in_vain(self, number: int, first: int, last: int) -> Iterator[str]:
        """The rules that some tokens of a sentence call for, and that match nowhere in it."""
        lines, sentence = self._readings.lines, self._document.sentences[number]
        matched = {found.rule for found in self._all(number)}
        for subject in lines.language.files:
            rules = lines.language.rules(subject)
            here = rules.called(set(lines.line(rules, sentence).part(first, last).text))
            yield from (rule.id for rule in here if rule not in matched)


def _found(readings: Readings, match: Match) -> Found:
    span = readings.document.span
    slots = {name: span(*range_) for name, range_ in match.slots.items()}
    return Found(match.rule, span(match.first, match.last), slots)


def _meet(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end
