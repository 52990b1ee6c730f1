"""Trees of patterns as regular expressions over encoded lines, and what a match of them must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.language.alphabet import ANY, GLUED, MARK, SHAPES, Alphabet
from kg.language.patterns import Choice, Edge, List, Look, Mention, Node, Repeat, Row, Shape, Slot, Touching, Word, walk


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
                return f"{MARK}*{ANY}{_shaped(name)}."
            case Edge(sign):
                return r"\A" if sign == "^" else rf"{MARK}*\Z"
            case Row(parts):
                return "".join(map(self.expression, parts))
            case Choice(parts):
                return f"(?:{'|'.join(map(self.expression, parts))})"
            case Repeat(part, least, most, lazy):
                # What was once gone over is not gone over in another way, which could be tried 2, 4, 8, ... times.
                group = "(?>" if most > 2 else "(?:"
                return f"{group}{self.expression(part)}){{{least},{most}}}{'?' * lazy}"
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
    return _shaped("upper" if word.isupper() and len(word) > 1 else "cap")


def _shaped(name: str) -> str:
    """The expression for the shape of a token, for any shape where the name is empty."""
    return f"[{SHAPES[name]}]" if name else "."


def needed(node: Node, compiler: Compiler) -> tuple[frozenset[str], ...]:
    """Sets of characters of each of which any match holds at least one, the rarest first; none where nothing is sure."""
    return tuple(sorted(set(_needed(node, compiler)), key=lambda found: (_commonness(found, compiler), sorted(found))))


def _needed(node: Node, compiler: Compiler) -> Iterator[frozenset[str]]:
    alphabet = compiler.alphabet
    match node:
        case Word(tokens):
            yield from (frozenset([alphabet.word(token)]) for token in tokens)
        case List(name):
            yield frozenset(alphabet.word(phrase[0]) for phrase in compiler.lists[name])
        case Mention(layer, tags):
            yield frozenset([alphabet.layer(layer)[0]])
            yield from (frozenset([alphabet.tag(tag)]) for tag in tags)
        case Shape(name) if name:
            yield frozenset(SHAPES[name])
        case Touching(part):
            yield from (frozenset(GLUED), *_needed(part, compiler))
        case Row(parts):
            yield from (found for part in parts for found in _needed(part, compiler))
        case Choice(parts):
            each = [needed(part, compiler) for part in parts]
            if all(each):
                yield frozenset().union(*(found[0] for found in each))
        case Slot(_, part):
            yield from _needed(part, compiler)
        case Repeat(part, least) if least:
            yield from _needed(part, compiler)


def _commonness(found: frozenset[str], compiler: Compiler) -> int:
    """Words are rarer than layers, and these than shapes; few are rarer than many."""
    return len(found) + 1000 * max(map(compiler.alphabet.rank, found), default=0)


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
