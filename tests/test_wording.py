"""How a language words things stands in its rules: ported modules hold no word that the reader matches."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rules import english
from support import ROOT

from kg.kinds.figures.weights import shipped
from kg.language.patterns import Mention, Slot, walk
from kg.model import FISCAL
from kg.reading import kinds, layers
from kg.vocabulary import local, vocabulary

ROOMS = ("figures", "parties", "periods", "quantities", "registrations")
# Modules that write RDF and labels may word them.
WRITING = {"rdf.py", "facts.py", "derived.py"}
PORTED = (
    "kg/discourse/dateline.py",
    "kg/discourse/modality.py",
    "kg/language/layers.py",
    "kg/language/lines.py",
    *sorted(
        file.relative_to(ROOT).as_posix()
        for room in ROOMS
        for file in (ROOT / "kg" / "kinds" / room).glob("*.py")
        if file.name not in WRITING
    ),
    "kg/kinds/people/marking.py",
    "kg/kinds/posts/abroad.py",
    "kg/kinds/posts/holdings.py",
    "kg/kinds/posts/marking.py",
    "kg/kinds/posts/pieces.py",
    "kg/kinds/posts/sides.py",
    "kg/kinds/posts/titles.py",
    "kg/kinds/posts/wording.py",
    "kg/kinds/runs.py",
    "kg/kinds/meetings/claim.py",
    "kg/kinds/meetings/drafts.py",
    "kg/kinds/meetings/occasions.py",
    "kg/kinds/meetings/reading.py",
    "kg/kinds/meetings/scene.py",
    "kg/kinds/meetings/sessions.py",
    "kg/kinds/meetings/settings.py",
    "kg/kinds/meetings/talks.py",
    "kg/kinds/meetings/told.py",
    "kg/kinds/frameworks/complements.py",
    "kg/kinds/frameworks/marking.py",
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PREFIXED = re.compile(r"[\w-]+:[\w-]*")
_FILE = re.compile(r"[\w-]+\.tsv|utf-8")
# The sides of a figure and the roles of parties, each by a letter.
LETTERS = ("LR", "RC")
# Names of features, of which several words and signs may be put together: "tie", "as previous", "|leaves bracket".
_FEATURE = re.compile(r"[\w-]+")


@cache
def names() -> frozenset[str]:
    """What a module may call things by: kinds, layers, subjects, rules with their slots, tags and gifts, lists, codes of the vocabulary."""
    known = english()
    rules = [rule for subject in known.files for rule in known.rules(subject).rules]
    nodes = [node for rule in rules for node in walk(rule.node)]
    slots = {node.name for node in nodes if isinstance(node, Slot)}
    tags = {tag for node in nodes if isinstance(node, Mention) for tag in (*node.tags, *node.without)}
    gifts = {text for rule in rules for pair in rule.gives.items() for text in pair}
    lists = {name for file in known.files.values() for name in (*file.lists, *file.tables)}
    codes = {local(term.iri) for kind in ("class", *layers()) for term in vocabulary().within(kind)}
    calendars = {name for term in vocabulary().within("party") for name in vocabulary().values(term.iri, "kg:calendar")}
    return frozenset(
        kinds().keys()
        | layers()
        | known.files.keys()
        | {name for rule in rules for name in (rule.name, f"{rule.name}2")}
        | slots
        | tags
        | gifts
        | lists
        | codes
        | calendars
        | {term.form for _, term in vocabulary().forms()}
        | {FISCAL, *LETTERS}
    )


@cache
def features() -> frozenset[str]:
    """The words in the names of what speaks for the reading of a figure; no word of them is matched.

    The names are in the learned table, but for those that weigh nothing there: what the room yields or adds.
    """
    modules = [ast.parse((ROOT / module).read_text("utf-8")) for module in PORTED if "/figures/" in module]
    made = (text for tree in modules for node in ast.walk(tree) if makes(node) for text in literals(node))
    return frozenset(word for name in (*shipped(), *(node.value for node in made)) for word in _FEATURE.findall(name))


def makes(node: ast.AST) -> bool:
    """Whether a node yields something, or adds it to a set."""
    return isinstance(node, ast.Yield) or (isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".add"))


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string literals of a module but docstrings, messages of errors, names of types and the specifications of formats."""
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(node.value)
        elif isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "TypeVar"):
            left_out.update(ast.walk(node))
        elif isinstance(node, ast.FormattedValue) and node.format_spec:
            left_out.update(ast.walk(node.format_spec))
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from sorted(
        (node for node in strings if node not in left_out), key=lambda node: (node.lineno, node.col_offset)
    )


def wording(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The literals of a module that hold words and are no names, each with its line; ``known`` are further names."""
    return [
        f"{node.lineno}: {node.value!r}"
        for node in literals(ast.parse(text))
        if _WORD.search(node.value) and not is_name(node.value, known)
    ]


def is_name(text: str, known: frozenset[str]) -> bool:
    """Whether a literal only names something."""
    named = text in names() or known.issuperset(_FEATURE.findall(text))
    return bool(named or _PREFIXED.fullmatch(text) or _FILE.fullmatch(text))


@pytest.mark.parametrize("module", PORTED)
def test_no_string_literal_is_a_word_that_the_reader_matches(module: str) -> None:
    known = features() if "/figures/" in module else frozenset()
    assert wording((ROOT / module).read_text("utf-8"), known) == [], module


def test_the_search_finds_words_and_leaves_names_alone() -> None:
    text = '''
"""A docstring about meetings."""
def read(document):
    """Who met."""
    if document.fold in ("convened", "talks with"):
        raise BadInput(f"{document} holds no meeting")
    return re.compile(r"^signed\\\\b"), f"{document:>10}", "modality", "scope", "denied", "kg:Meeting", ", ", "No."
'''
    assert wording(text) == ["5: 'convened'", "5: 'talks with'", "7: '^signed\\\\\\\\b'", "7: 'No.'"]


def test_every_ported_module_is_there() -> None:
    assert [module for module in PORTED if not Path(ROOT, module).is_file()] == []
