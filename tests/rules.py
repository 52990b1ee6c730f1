"""Examples of rules, run: what a rule finds in a text, and what is left of it without a word or an alternative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kg.kinds.kind import Readings
from kg.language.expressions import Compiler
from kg.language.language import Language
from kg.language.patterns import Choice, List, Look, Node, Repeat, Row, Slot, Touching, walk
from kg.language.rules import Rule, RuleSet
from kg.read.text import article
from kg.reading import language_named, mark, read

DATE = "2024-03-14"


def english() -> Language:
    return language_named("en")


@cache
def readings(text: str) -> Readings:
    from dataclasses import replace

    return read(mark(replace(article("example", text), date=DATE)))


def found(rule: Rule, text: str) -> list[Mapping[str, str]]:
    """The slots of each match of a rule in a text."""
    known = readings(text)
    rules = RuleSet([rule])
    article_, tokens = known.document.article, known.document.tokens
    return [
        {name: article_.text[tokens[first].begin : tokens[last - 1].end] for name, (first, last) in match.slots.items()}
        for sentence in known.document.sentences
        for match in rules.matches(known.lines.line(rules, sentence))
    ]


def holds(rule: Rule, example: Mapping[str, str]) -> bool:
    """Whether a rule matches an example with its slots."""
    wanted = {name: text for name, text in example.items() if name not in ("text", "reads")}
    return any(wanted.items() <= slots.items() for slots in found(rule, example["text"]))


def variants(
    rule: Rule, lists: Mapping[str, tuple[tuple[str, ...], ...]], exempt: frozenset[str]
) -> Iterator[tuple[str, Rule]]:
    """The rule without each word of its lists and each alternative of its pattern, with what was taken out."""
    for part in {node.name for node in walk(rule.node) if isinstance(node, List)} - exempt:
        for phrase in lists[part]:
            rest = {**lists, part: tuple(other for other in lists[part] if other != phrase)}
            if rest[part]:
                yield f"@{part}: {' '.join(phrase)}", variant(rule, rule.node, rest)
    for choice in (node for node in walk(rule.node) if isinstance(node, Choice)):
        for branch in choice.parts:
            rest_ = Choice(tuple(other for other in choice.parts if other != branch))
            yield f"alternative {branch}", variant(rule, without(rule.node, choice, rest_), lists)


def variant(rule: Rule, node: Node, lists: Mapping[str, tuple[tuple[str, ...], ...]]) -> Rule:
    entry = {"name": rule.name, "pattern": rule.pattern}
    return Rule(rule.where, rule.id, entry, node, Compiler(english().alphabet, lists))


def without(node: Node, old: Node, new: Node) -> Node:
    """A tree with one part put in the place of another."""
    if node is old:
        return new
    match node:
        case Row(parts):
            return Row(tuple(without(part, old, new) for part in parts))
        case Choice(parts):
            return Choice(tuple(without(part, old, new) for part in parts))
        case Repeat(part, least, most, lazy):
            return Repeat(without(part, old, new), least, most, lazy)
        case Slot(name, part):
            return Slot(name, without(part, old, new))
        case Look(part, sign):
            return Look(without(part, old, new), sign)
        case Touching(part):
            return Touching(without(part, old, new))
    return node
