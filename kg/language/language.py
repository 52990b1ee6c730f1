"""A language: its analyser, its word lists and tables, and its rules by subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol

from kg.language.alphabet import Alphabet
from kg.language.expressions import Compiler
from kg.language.rules import Phrase, RuleFile, RuleSet
from kg.model import BadRules, Sentence, Span, Token

_SHARED = "words"
_COMMON = "common.txt"


class Analyser(Protocol):
    """What a language's ``analyser.py`` offers."""

    def tokenise(self, text: str, without: tuple[Span, ...] = ()) -> tuple[Token, ...]:
        """The tokens of a text."""
        ...

    def split(self, text: str, tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
        """Sentences as ranges of tokens."""
        ...


class Language:
    """The language in a folder: ``analyser.py``, and a ``.toml`` file a subject; ``others`` are folders with more files.

    Raises BadRules with all that is wrong with them.
    """

    def __init__(self, folder: Path, analyser: Analyser, layers: frozenset[str], others: Iterable[Path] = ()) -> None:
        self.code, self.analyser, self._folder = folder.name, analyser, folder
        self.alphabet = Alphabet()
        self.files: dict[str, RuleFile] = {}
        phrase = cache(self._phrase)
        for path in (path for place in (folder, *others) for path in sorted(place.glob("*.toml"))):
            if path.stem in self.files:
                raise BadRules(f"{path}: there are rules on {path.stem} in {self.files[path.stem].path}; rename one")
            self.files[path.stem] = RuleFile(path, self.code, phrase)
        shared = self.files[_SHARED].phrases() if _SHARED in self.files else {}
        self._lists: dict[str, Mapping[str, tuple[Phrase, ...]]] = {}
        self._rules: dict[str, RuleSet] = {}
        self._words: dict[tuple[str, str], frozenset[str]] = {}
        for subject, file in self.files.items():
            self._lists[subject] = {**shared, **file.phrases()}
            compiler = Compiler(self.alphabet, self._lists[subject])
            self._rules[subject] = RuleSet(file.rules(compiler, layers), file.needs())
        problems = [problem for file in self.files.values() for problem in file.problems]
        if problems:
            raise BadRules("\n".join(problems))

    def _phrase(self, text: str) -> Phrase:
        return tuple(token.text for token in self.analyser.tokenise(text))

    @cached_property
    def layers(self) -> frozenset[str]:
        """The layers that some rule asks for."""
        return frozenset().union(*(rules.layers for rules in self._rules.values()))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words of the language that are no names, folded; none where it has no list of them."""
        path = self._folder / _COMMON
        lines = path.read_text("utf-8").splitlines() if path.is_file() else []
        return frozenset(line for line in lines if line and not line.startswith("#"))

    def rules(self, subject: str) -> RuleSet:
        """The rules on a subject; none where the language has no file on it."""
        return self._rules.get(subject, RuleSet(()))

    def lists(self, subject: str) -> Mapping[str, tuple[Phrase, ...]]:
        """The word lists and tables that the rules on a subject may use, as phrases."""
        return self._lists[subject]

    def sourced(self, subject: str) -> frozenset[str]:
        """The lists and tables for the rules on a subject that come from general sources."""
        files = (self.files[name] for name in (subject, _SHARED) if name in self.files)
        return frozenset(name for file in files for name in file.sources)

    def words(self, subject: str, name: str) -> frozenset[str]:
        """A word list; empty where the language has none of that name."""
        key = subject, name
        if key not in self._words:
            found = self.files[subject].lists.get(name, ()) if subject in self.files else ()
            self._words[key] = frozenset(found)
        return self._words[key]

    def table(self, subject: str, name: str) -> Mapping[str, object]:
        """A table from words to values; empty where the language has none of that name."""
        return self.files[subject].tables.get(name, {}) if subject in self.files else {}
