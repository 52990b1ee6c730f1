"""Rules as files: word lists, tables and patterns with their examples, checked when they are loaded.

The form of a file is described in ``docs/reference/rule-language.md``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.language.alphabet import START, Line
from kg.language.expressions import Compiler, anchor, register
from kg.language.patterns import List, Node, PatternError, Slot, parse, walk
from kg.language.patterns import Mention as MentionNode
from kg.model import BadRules

Phrase = tuple[str, ...]
Example = Mapping[str, str]
_KEYS = {"name", "pattern", "gives", "examples", "never"}
_PARTS = {"words", "tables", "sources", "parts", "rule", "needs"}
_PART = re.compile(r"#([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matches: tokens ``first`` to ``last`` (excluded), and those of each slot."""

    rule: Rule
    first: int
    last: int
    slots: Mapping[str, tuple[int, int]]


class Rule:
    """A pattern under a name, with examples that it matches and sentences in which it is silent.

    ``where`` is its file and line, ``id`` its language, subject and name ("en/modality/not").
    """

    def __init__(self, where: str, subject: str, entry: Mapping[str, object], node: Node, compiler: Compiler) -> None:
        self.where = where
        self.name = str(entry["name"])
        self.id = f"{subject}/{self.name}"
        self.pattern = str(entry["pattern"])
        self.node = node
        self.gives: Mapping[str, str] = _texts(entry.get("gives", {}))
        self.examples: tuple[Example, ...] = tuple(map(_texts, _entries(entry.get("examples"))))
        self.never: tuple[Example, ...] = tuple(
            _texts(never) if isinstance(never, dict) else {"text": str(never)} for never in _entries(entry.get("never"))
        )
        self._compiler = Compiler(compiler.alphabet, compiler.lists)
        register(node, compiler)

    @cached_property
    def anchor(self) -> frozenset[str]:
        """Characters of which any match holds one; empty where nothing is sure."""
        return anchor(self.node, self._compiler) or frozenset()

    @cached_property
    def _expression(self) -> tuple[re.Pattern[str], list[str]]:
        # A match begins before the marks of its first token, so that a look-ahead sees them.
        compiled = re.compile(f"{START}(?:{self._compiler.expression(self.node)})")
        return compiled, self._compiler.slots

    def matches(self, line: Line) -> Iterator[Match]:
        """The matches in a line, one from each token at most, also where they overlap."""
        expression, names = self._expression
        found = expression.search(line.text)
        while found:
            first, last = line.token(found.start()), line.token(found.end())
            if last > first:
                yield Match(self, first, last, dict(_slots(line, found, names)))
            found = expression.search(line.text, line.offset(first) + 1) if last > first else None


def _slots(line: Line, found: re.Match[str], names: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for number, name in enumerate(names):
        begin, end = found.span(f"s{number}")
        if end > begin:
            yield name, (line.token(begin), line.token(end))


class RuleSet:
    """The rules of one subject in one language."""

    def __init__(self, rules: Iterable[Rule], needs: Iterable[str] = ()) -> None:
        self.rules = tuple(rules)
        self.layers = frozenset(
            node.layer for rule in self.rules for node in walk(rule.node) if isinstance(node, MentionNode)
        ) | frozenset(needs)

    @cached_property
    def _anchored(self) -> tuple[dict[str, list[int]], list[int]]:
        by_char: dict[str, list[int]] = {}
        for number, rule in enumerate(self.rules):
            for char in rule.anchor:
                by_char.setdefault(char, []).append(number)
        return by_char, [number for number, rule in enumerate(self.rules) if not rule.anchor]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Characters of which a line holds one where a rule with an anchor matches."""
        return frozenset(self._anchored[0])

    @cached_property
    def unsure(self) -> bool:
        """Whether some rule has no anchor."""
        return bool(self._anchored[1])

    def tried(self, line: Line) -> list[Rule]:
        """The rules that are tried on a line, since one of their anchors stands there."""
        by_char, always = self._anchored
        numbers = {number for char in set(line.text) if char in by_char for number in by_char[char]}
        return [self.rules[number] for number in sorted(numbers.union(always))]

    def matches(self, line: Line) -> list[Match]:
        """All matches of all rules in a line, in the order of the rules."""
        return [match for rule in self.tried(line) for match in rule.matches(line)]


# --- Files --------------------------------------------------------------------------------------------------------


class RuleFile:
    """What one file of a language says: its word lists, tables and rules; ``problems`` gathers all that is wrong with it."""

    def __init__(self, path: Path, language: str, tokens_of: Callable[[str], Phrase]) -> None:
        self.path, self._tokens_of = path, tokens_of
        self._subject = f"{language}/{path.stem}"
        self.problems: list[str] = []
        try:
            self._text = path.read_text("utf-8")
            self._data: Mapping[str, object] = tomllib.loads(self._text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BadRules(f"{path}: cannot be read as TOML ({error})") from error
        self.problems.extend(f"{path}: there is no part called {key}" for key in self._data.keys() - _PARTS)
        self.sources = _texts(self._data.get("sources", {}))
        self.lists = {name: tuple(map(str, _entries(words))) for name, words in _table(self._data.get("words"))}
        self.tables = {name: dict(_table(table)) for name, table in _table(self._data.get("tables"))}
        self._parts = _texts(self._data.get("parts", {}))
        self._check_words()

    def _check_words(self) -> None:
        for name, words in self.lists.items():
            self.problems.extend(
                f"{self.path}:{self._line(name)}: {word!r} stands twice in {name}"
                for word in sorted({word for word in words if words.count(word) > 1})
            )
        for name in self.sources.keys() - self.lists.keys() - self.tables.keys():
            self.problems.append(f"{self.path}:{self._line(name)}: a source for {name}, which is no list or table")

    def phrases(self) -> dict[str, tuple[Phrase, ...]]:
        """Lists and the keys of tables as phrases of tokens."""
        every = {**self.lists, **{name: tuple(table) for name, table in self.tables.items()}}
        return {name: tuple(map(self._tokens_of, words)) for name, words in every.items()}

    def rules(self, compiler: Compiler, layers: frozenset[str]) -> Iterator[Rule]:
        """The rules; what is wrong with them is added to ``problems``."""
        names: set[str] = set()
        for entry in _entries(self._data.get("rule")):
            if not isinstance(entry, dict) or not {"name", "pattern"} <= entry.keys():
                self.problems.append(f"{self.path}: a rule has a name and a pattern")
                continue
            where = f"{self.path}:{self._line(str(entry['name']))}"
            problems = [f"there is no key {key}" for key in sorted(entry.keys() - _KEYS)]
            if entry["name"] in names:
                problems.append(f"two rules are called {entry['name']}")
            names.add(str(entry["name"]))
            try:
                node = parse(_PART.sub(self._part, str(entry["pattern"])), self._tokens_of)
                problems.extend(_unknown(node, compiler, layers))
                problems.extend(_unslotted(node, entry))
            except PatternError as error:
                problems.append(str(error))
            if problems:
                self.problems.extend(f"{where}: {problem}" for problem in problems)
            else:
                yield Rule(where, self._subject, entry, node, compiler)

    def _part(self, named: re.Match[str]) -> str:
        """What a name of a part of patterns stands for."""
        if named[1] not in self._parts:
            raise PatternError(f"there is no part #{named[1]}")
        return f"({self._parts[named[1]]})"

    def needs(self) -> frozenset[str]:
        """Layers that the rules want to look into beside those in their patterns."""
        return frozenset(map(str, _entries(self._data.get("needs"))))

    def _line(self, name: str) -> int:
        """The line where a list, table or rule is named."""
        word = re.escape(name)
        named = re.search(rf"^[ \t]*(?:name *= *[\"']{word}[\"']|{word} *=|\[tables\.{word}\])", self._text, re.M)
        return self._text.count("\n", 0, named.start()) + 1 if named else 1


def _unknown(node: Node, compiler: Compiler, layers: frozenset[str]) -> Iterator[str]:
    for part in walk(node):
        if isinstance(part, List) and part.name not in compiler.lists:
            yield f"there is no list @{part.name}"
        if isinstance(part, MentionNode) and part.layer not in layers:
            yield f"there is no layer <{part.layer}>"


def _unslotted(node: Node, entry: Mapping[str, object]) -> Iterator[str]:
    slots = {part.name for part in walk(node) if isinstance(part, Slot)}
    for example in _entries(entry.get("examples")):
        if not isinstance(example, dict) or "text" not in example:
            yield "an example has a text"
            continue
        yield from (
            f"an example names the slot {name}, which the pattern has not"
            for name in sorted(example.keys() - slots - {"text", "reads"})
        )


def _entries(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _table(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, dict) else ()


def _texts(value: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in _table(value)}
