"""What was tried on a stretch of text: marks, rules that match, rules that do not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.kinds.kind import Readings
from kg.language.rules import Match, Rule
from kg.model import BadInput, Mention, Span, Token


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
    return [_stretch(readings, span) for span in spans]


def _stretch(readings: Readings, span: Span) -> Stretch:
    document, lines = readings.document, readings.lines
    marks = tuple(mark for mark in document.mentions if _meet(mark.span, span))
    matched: list[Found] = []
    in_vain: list[str] = []
    for sentence in document.sentences:
        inside = [i for i in range(sentence.first, sentence.last) if _meet(document.tokens[i], span)]
        for subject in lines.language.files if inside else ():
            rules = lines.language.rules(subject)
            line = lines.line(rules, sentence)
            found = [_found(readings, match) for match in rules.matches(line)]
            matched.extend(each for each in found if _meet(each.span, span))
            known = {each.rule for each in found}
            here = rules.tried(line.part(inside[0], inside[-1] + 1))
            in_vain.extend(rule.id for rule in here if rule not in known)
    return Stretch(span, marks, tuple(matched), tuple(in_vain))


def _found(readings: Readings, match: Match) -> Found:
    tokens = readings.document.tokens

    def span(first: int, last: int) -> Span:
        return Span(tokens[first].begin, tokens[last - 1].end)

    slots = {name: span(*range_) for name, range_ in match.slots.items()}
    return Found(match.rule, span(match.first, match.last), slots)


def _meet(one: Span | Token, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end
