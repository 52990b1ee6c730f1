"""What was tried on a stretch of text: marks, rules that match, rules that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.kinds.kind import Readings
from kg.language.rules import Match, Rule
from kg.model import BadInput, Mention, Span


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matches, with its words and those of its slots."""

    rule: Rule
    span: Span
    slots: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with the marks on it, the rules that match there, and those that were tried in vain."""

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
    return [_stretch(readings, span) for span in spans]


def _stretch(readings: Readings, span: Span) -> Stretch:
    marks = tuple(m for m in readings.document.mentions if _meet(m.span, span))
    tried = dict(_tried(readings, span))
    matched = tuple(found for every in tried.values() for found in every if _meet(found.span, span))
    return Stretch(span, marks, matched, tuple(rule for rule, every in tried.items() if not every))


def _tried(readings: Readings, span: Span) -> Iterator[tuple[str, list[Found]]]:
    """The rules that were tried on the sentences of a span, each with what it found there."""
    lines = readings.lines
    for sentence in readings.document.sentences:
        if _meet(sentence.span, span):
            for subject in lines.language.files:
                rules = lines.language.rules(subject)
                line = lines.line(rules, sentence)
                for rule in rules.tried(line):
                    yield rule.id, [_found(readings, match) for match in rule.matches(line)]


def _found(readings: Readings, match: Match) -> Found:
    tokens = readings.document.tokens

    def span(first: int, last: int) -> Span:
        return Span(tokens[first].begin, tokens[last - 1].end)

    slots = {name: span(*range_) for name, range_ in match.slots.items()}
    return Found(match.rule, span(match.first, match.last), slots)


def _meet(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end
