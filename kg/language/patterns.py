"""The language of patterns: its text to a tree. It is described in ``docs/reference/rule-language.md``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.language.alphabet import SHAPES

LONGEST = 40
_TOKEN = re.compile(
    r"\s*(?:(?P<slot>[a-z][a-z_]*):(?=[^\s])|(?P<layer><[^<>\s]+>)|(?P<list>@[\w-]+)|(?P<shape>%\w+)"
    r"|(?P<quoted>'[^'\s]+'(?!s\b))|(?P<count>\{\d+(?:,\d+)?\})|(?P<sign>[()|?*+!&^$~_])"
    r"|(?P<word>[^\s()<>{}|?!&^$~@%_:*+]+))"
)


class PatternError(ValueError):
    """A pattern that cannot be read, with the place in it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One phrase, given as its tokens."""

    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A word list by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a layer with some tags and without others."""

    layer: str
    tags: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A token by its shape, or any where the name is empty."""

    name: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The begin or end of the sentence."""

    sign: str


@dataclass(frozen=True, slots=True)
class Row:
    """One after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part some number of times."""

    part: Node
    least: int
    most: int
    lazy: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A part that is kept under a name."""

    name: str
    part: Node


@dataclass(frozen=True, slots=True)
class Look:
    """Nothing, where a part comes next or (``!``) does not."""

    part: Node
    sign: str


@dataclass(frozen=True, slots=True)
class Touching:
    """A part that touches the token before it."""

    part: Node


Node = Word | List | Mention | Shape | Edge | Row | Choice | Repeat | Slot | Look | Touching


# --- Text to tree -----------------------------------------------------------------------------------------------


def parse(text: str, tokens_of: Callable[[str], tuple[str, ...]]) -> Node:
    """The tree of a pattern; ``tokens_of`` splits a word as the language's analyser does. Raises PatternError."""
    return _Parser(text, tokens_of).whole()


class _Parser:
    def __init__(self, text: str, tokens_of: Callable[[str], tuple[str, ...]]) -> None:
        self.text, self.tokens_of = text, tokens_of
        self.position = 0

    def whole(self) -> Node:
        node = self._choice()
        if self.text[self.position :].strip():
            raise self._error("nothing may follow here")
        return node

    def _error(self, what: str) -> PatternError:
        return PatternError(f"{what}: {self.text[: self.position]}⟨here⟩{self.text[self.position :]}")

    def _peek(self) -> re.Match[str] | None:
        return _TOKEN.match(self.text, self.position)

    def _take(self, *signs: str) -> str:
        """The sign that comes next, if it is one of those; else empty."""
        match = self._peek()
        if match and match["sign"] in signs and match["sign"]:
            self.position = match.end()
            return match["sign"]
        return ""

    def _choice(self) -> Node:
        parts = [self._row()]
        while self._take("|"):
            parts.append(self._row())
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _row(self) -> Node:
        parts: list[Node] = []
        while (match := self._peek()) and match["sign"] not in ("|", ")"):
            parts.append(self._part())
        if not parts:
            raise self._error("a word, list or layer is missing")
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _part(self) -> Node:
        match = self._peek()
        if match and match["slot"]:
            self.position = match.end()
            return Slot(match["slot"], self._part())
        sign = self._take("!", "&", "_")
        if sign:
            return Touching(self._part()) if sign == "_" else Look(self._part(), sign)
        return self._repeated(self._atom())

    def _repeated(self, node: Node) -> Node:
        match = self._peek()
        bounds: tuple[int, int] | None = None
        if match and match["count"]:
            self.position = match.end()
            first, _, last = match["count"].strip("{}").partition(",")
            bounds = int(first), int(last or first)
        else:
            sign = self._take("?", "*", "+")
            bounds = {"?": (0, 1), "*": (0, LONGEST), "+": (1, LONGEST)}.get(sign)
        if bounds is None:
            return node
        if not bounds[0] <= bounds[1] <= LONGEST or not bounds[1]:
            raise self._error(f"a repetition goes from few to many, up to {LONGEST}")
        return Repeat(node, *bounds, bool(self._take("?")))

    def _atom(self) -> Node:
        match = self._peek()
        if match is None:
            raise self._error("this cannot be read")
        self.position = match.end()
        if match["sign"] == "(":
            node = self._choice()
            if not self._take(")"):
                raise self._error("a bracket is not closed")
            return node
        if match["sign"] in ("^", "$"):
            return Edge(match["sign"])
        if match["sign"] == "~":
            return Shape("")
        return self._leaf(match)

    def _leaf(self, match: re.Match[str]) -> Node:
        if match["layer"]:
            layer, *tags = match["layer"].strip("<>").split(".")
            without = tuple(tag[1:] for tag in tags if tag.startswith("!"))
            return Mention(layer, tuple(tag for tag in tags if not tag.startswith("!")), without)
        if match["list"]:
            return List(match["list"][1:])
        if match["shape"]:
            if match["shape"][1:] not in SHAPES:
                raise self._error(f"there is no shape {match['shape']}")
            return Shape(match["shape"][1:])
        word = match["word"] or (match["quoted"] or "").strip("'")
        if not word:
            raise self._error("this cannot stand here")
        return Word(self.tokens_of(word))


def walk(node: Node) -> Iterator[Node]:
    """A tree and all that is in it."""
    yield node
    match node:
        case Row(parts) | Choice(parts):
            for part in parts:
                yield from walk(part)
        case Repeat(part) | Slot(_, part) | Look(part) | Touching(part):
            yield from walk(part)
