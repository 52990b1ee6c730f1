"""The sentences of a document as lines, and what the rules of its language find in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.language.alphabet import Line, Marked
from kg.language.language import Language
from kg.language.rules import Match, RuleSet
from kg.model import Layer, Sentence, Token, sentence_number


class Lines:
    """Sentences with the mentions in them; a line is made anew where a rule is asked."""

    def __init__(self, language: Language, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.language, self._tokens, self._sentences = language, tokens, sentences
        self._words: dict[int, set[str]] = {}
        self._mentions: dict[tuple[str, int], list[tuple[int, int, Layer[object], object]]] = {}

    @cached_property
    def _encoded(self) -> list[str]:
        return self.language.alphabet.tokens(self._tokens)

    def add(self, layer: Layer[object], value: object, first: int, last: int) -> None:
        """Puts a mention of tokens ``first`` to ``last`` (excluded) into its sentence."""
        key = layer.name, self._sentences[sentence_number(self._sentences, first)].first
        self._mentions.setdefault(key, []).append((first, last, layer, value))

    def line(self, rules: RuleSet, sentence: Sentence) -> Line:
        """A sentence with the mentions that some rules ask for."""
        return self.language.alphabet.line(
            self._encoded, sentence.first, sentence.last, self._marked(rules.layers, sentence)
        )

    def matches(self, subject: str, sentence: Sentence) -> list[Match]:
        """What the rules on a subject find in a sentence, in the order of the rules."""
        rules = self.language.rules(subject)
        return rules.matches(self.line(rules, sentence)) if self._may_match(rules, sentence) else []

    def _may_match(self, rules: RuleSet, sentence: Sentence) -> bool:
        """Whether a word or a mention of a sentence is an anchor of some rule."""
        words = self._words.get(sentence.first)
        if words is None:
            words = self._words[sentence.first] = {token[0] for token in self._encoded[sentence.first : sentence.last]}
        if rules.unsure or not rules.anchors.isdisjoint(words):
            return True
        marked = (layer for layer in rules.layers if (layer, sentence.first) in self._mentions)
        return any(self.language.alphabet.layer(layer)[0] in rules.anchors for layer in marked)

    def _marked(self, layers: Iterable[str], sentence: Sentence) -> Iterable[Marked]:
        for name in layers:
            for first, last, layer, value in self._mentions.get((name, sentence.first), ()):
                if last <= sentence.last:
                    yield first, last, name, layer.tags(value)
