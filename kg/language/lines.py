"""The sentences of a document as lines, and what the rules of its language find in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from kg.language.alphabet import Line, Marked
from kg.language.language import Language
from kg.language.rules import Match, RuleSet
from kg.model import Layer, Sentence, Token


class Lines:
    """Sentences with the mentions in them; a line is made anew where a rule is asked."""

    def __init__(self, language: Language, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.language, self._tokens, self._sentences = language, tokens, sentences
        self._firsts = [sentence.first for sentence in sentences]
        self._mentions: dict[tuple[str, int], list[Marked]] = {}

    @cached_property
    def _encoded(self) -> list[str]:
        return self.language.alphabet.tokens(self._tokens)

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        """The characters of each sentence without its mentions."""
        return {
            sentence.first: frozenset("".join(self._encoded[sentence.first : sentence.last]))
            for sentence in self._sentences
        }

    def add(self, layer: Layer[object], value: object, first: int, last: int) -> None:
        """Puts a mention of tokens ``first`` to ``last`` (excluded) into its sentence."""
        if layer.name not in self.language.layers:
            return
        sentence = self._sentences[bisect_right(self._firsts, first) - 1]
        if last <= sentence.last:
            marked = self.language.alphabet.marked(first, last, layer.name, layer.tags(value))
            self._mentions.setdefault((layer.name, sentence.first), []).append(marked)

    def line(self, rules: RuleSet, sentence: Sentence) -> Line:
        """A sentence with the mentions that some rules ask for."""
        return self.language.alphabet.line(self._encoded, *sentence[:2], self._marked(rules, sentence))

    def matches(self, subject: str, sentence: Sentence) -> list[Match]:
        """What the rules on a subject find in a sentence, in the order of the rules."""
        rules = self.language.rules(subject)
        tried = rules.tried(self._held(rules, sentence))
        if not tried:
            return []
        line = self.line(rules, sentence)
        return [match for rule in tried for match in rule.matches(line)]

    def _held(self, rules: RuleSet, sentence: Sentence) -> frozenset[str]:
        """The characters of a line that is not made yet."""
        words = self._words[sentence.first]
        return words.union(*(marked.opening for marked in self._marked(rules, sentence)))

    def _marked(self, rules: RuleSet, sentence: Sentence) -> list[Marked]:
        first = sentence.first
        return [marked for layer in rules.layers for marked in self._mentions.get((layer, first), ())]
