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

from kg.language.patterns import Mention, Slot, walk
from kg.reading import kinds, layers
from kg.vocabulary import local, vocabulary

# What marks and reads; modules that write RDF and labels may word them.
PORTED = (
    "kg/discourse/modality.py",
    "kg/kinds/periods/dating.py",
    "kg/kinds/periods/marking.py",
    "kg/kinds/periods/own_day.py",
    "kg/kinds/periods/phrases.py",
    "kg/kinds/periods/placing.py",
    "kg/kinds/registrations/reading.py",
    "kg/kinds/frameworks/complements.py",
    "kg/kinds/frameworks/marking.py",
    "kg/kinds/topics/agenda.py",
    "kg/kinds/topics/phrases.py",
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PREFIXED = re.compile(r"[\w-]+:[\w-]*")


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
    return frozenset(
        kinds().keys()
        | layers()
        | known.files.keys()
        | {rule.name for rule in rules}
        | slots
        | tags
        | gifts
        | lists
        | codes
    )


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string literals of a module but docstrings, messages of errors and the specifications of formats."""
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(node.value)
        elif isinstance(node, ast.Raise):
            left_out.update(ast.walk(node))
        elif isinstance(node, ast.FormattedValue) and node.format_spec:
            left_out.update(ast.walk(node.format_spec))
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from sorted(
        (node for node in strings if node not in left_out), key=lambda node: (node.lineno, node.col_offset)
    )


def wording(text: str) -> list[str]:
    """The literals of a module that hold words and are no names, each with its line."""
    return [
        f"{node.lineno}: {node.value!r}"
        for node in literals(ast.parse(text))
        if _WORD.search(node.value) and node.value not in names() and not _PREFIXED.fullmatch(node.value)
    ]


@pytest.mark.parametrize("module", PORTED)
def test_no_string_literal_is_a_word_that_the_reader_matches(module: str) -> None:
    assert wording((ROOT / module).read_text("utf-8")) == [], module


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
