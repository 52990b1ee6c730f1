"""The language of patterns: its text to a tree, the tree to a regular expression over encoded lines.

The language is described in ``docs/reference/rule-language.md``, the encoding in :mod:`kg.language.alphabet`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.language.alphabet import ANY, GLUED, MARK, SHAPES, Alphabet

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


# --- Tree to regular expression -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Compiler:
    """Turns trees into regular expressions over the lines of an alphabet, given the word lists."""

    alphabet: Alphabet
    lists: Mapping[str, tuple[tuple[str, ...], ...]]
    slots: list[str] = field(default_factory=list)

    def expression(self, node: Node) -> str:
        """The regular expression of a tree; slot number N is the group ``sN``."""
        match node:
            case Word(tokens):
                return "".join(self._token(token) for token in tokens)
            case List(name):
                return self._list(name)
            case Mention():
                return self._mention(node)
            case Shape(name):
                return f"{MARK}*{ANY}{SHAPES.get(name, '.')}."
            case Edge(sign):
                return r"\A" if sign == "^" else rf"{MARK}*\Z"
            case Row(parts):
                return "".join(map(self.expression, parts))
            case Choice(parts):
                return f"(?:{'|'.join(map(self.expression, parts))})"
            case Repeat(part, least, most, lazy):
                return f"(?:{self.expression(part)}){{{least},{most}}}{'?' * lazy}"
            case Slot(name, part):
                self.slots.append(name)
                return f"(?P<s{len(self.slots) - 1}>{self.expression(part)})"
            case Look(part, sign):
                return f"(?{'!' if sign == '!' else '='}{self.expression(part)})"
            case Touching(part):
                return f"(?={MARK}*{ANY}.{GLUED}){self.expression(part)}"

    def _token(self, word: str) -> str:
        return f"{MARK}*{self.alphabet.word(word)}{_case(word)}."

    def _list(self, name: str) -> str:
        phrases = self.lists[name]
        single: dict[str, list[str]] = {}
        for phrase in phrases:
            if len(phrase) == 1:
                single.setdefault(_case(phrase[0]), []).append(self.alphabet.word(phrase[0]))
        longer = sorted((p for p in phrases if len(p) > 1), key=lambda p: (-len(p), p))
        parts = ["".join(map(self._token, phrase)) for phrase in longer]
        parts += [f"{MARK}*[{''.join(sorted(set(words)))}]{case}." for case, words in sorted(single.items())]
        return f"(?:{'|'.join(parts)})"

    def _mention(self, node: Mention) -> str:
        begin, end = self.alphabet.layer(node.layer)
        close = self.alphabet.close
        wanted = "".join(f"(?=[^{close}]*{self.alphabet.tag(tag)})" for tag in node.tags)
        refused = "".join(f"(?![^{close}]*{self.alphabet.tag(tag)})" for tag in node.without)
        return f"{MARK}*{begin}{wanted}{refused}[^{close}]*{close}[^{end}]*{end}"


def _case(word: str) -> str:
    """The shape that the case of a written word asks for."""
    if not word[:1].isupper():
        return "."
    return SHAPES["upper"] if word.isupper() and len(word) > 1 else SHAPES["cap"]


# --- What a tree needs -----------------------------------------------------------------------------------------------


def anchor(node: Node, compiler: Compiler) -> frozenset[str] | None:
    """Characters of which any match holds at least one, as few as can be; None where nothing is sure."""
    match node:
        case Word(tokens):
            return frozenset([compiler.alphabet.word(tokens[0])])
        case List(name):
            return frozenset(compiler.alphabet.word(phrase[0]) for phrase in compiler.lists[name])
        case Mention(layer):
            return frozenset([compiler.alphabet.layer(layer)[0]])
        case Row(parts):
            sure = [found for part in parts if (found := anchor(part, compiler))]
            return min(sure, key=lambda found: (_commonness(found, compiler), sorted(found)), default=None)
        case Choice(parts):
            each = [anchor(part, compiler) for part in parts]
            return frozenset().union(*(found for found in each if found)) if all(each) else None
        case Repeat(part, least):
            return anchor(part, compiler) if least else None
        case Slot(_, part) | Touching(part):
            return anchor(part, compiler)
    return None


def _commonness(found: frozenset[str], compiler: Compiler) -> int:
    """Words are rarer than layers, few rarer than many."""
    return len(found) + 1000 * any(compiler.alphabet.is_mark(char) for char in found)


def register(node: Node, compiler: Compiler) -> None:
    """Gives every word, layer and tag of a tree its character."""
    for part in walk(node):
        match part:
            case Word(tokens):
                phrases: Iterable[tuple[str, ...]] = [tokens]
            case List(name):
                phrases = compiler.lists[name]
            case Mention(layer, tags, without):
                compiler.alphabet.layer(layer)
                phrases = ()
                for tag in (*tags, *without):
                    compiler.alphabet.tag(tag)
            case _:
                phrases = ()
        for word in (word for phrase in phrases for word in phrase):
            compiler.alphabet.word(word)


def walk(node: Node) -> Iterator[Node]:
    """A tree and all that is in it."""
    yield node
    match node:
        case Row(parts) | Choice(parts):
            for part in parts:
                yield from walk(part)
        case Repeat(part) | Slot(_, part) | Look(part) | Touching(part):
            yield from walk(part)
