"""Phrases of the vocabulary found in tokens, with a trie: linear in the text, whatever the size of the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from unicodedata import category

from kg.language.language import Language
from kg.language.lexicon import layer_of
from kg.model import Layer, Mention, Span, Term, Token
from kg.vocabulary import vocabulary


class Entry(NamedTuple):
    """A term under one of its forms, as spelled in the lexicon."""

    form: str
    layer: Layer[Term]
    term: Term


@dataclass(slots=True)
class _Node:
    """What a run of folded tokens means by itself, and how it may go on."""

    entries: list[Entry] = field(default_factory=list)
    following: dict[str, _Node] = field(default_factory=dict)


class Gazetteer:
    """Matches the longest phrase of each lexicon (layer) at each token; matches of a layer do not overlap.

    Raises ReadoutError for a term of an unknown lexicon.
    """

    def __init__(self, forms: Iterable[tuple[str, Term]], tokenise: Callable[[str], Sequence[Token]]) -> None:
        self._root = _Node()
        for form, term in forms:
            node = self._root
            for token in tokenise(form):
                node = node.following.setdefault(token.fold, _Node())
            node.entries.append(Entry(form, layer_of(term), term))

    def mentions(self, text: str, tokens: Sequence[Token]) -> list[Mention[Term]]:
        """All matches as mentions on the layer of the term's lexicon, whose value is the term."""
        found: list[Mention[Term]] = []
        reach: dict[Layer[Term], int] = {}
        for i in range(len(tokens)):
            node = self._root.following.get(tokens[i].fold)
            if node is None:
                continue
            best: dict[Layer[Term], tuple[int, Term]] = {}
            j = i + 1
            while node is not None:
                for entry in node.entries:
                    own = _same_case(entry.form, text, tokens[i], tokens[j - 1]) and not _is_of_money(
                        text, tokens[j - 1]
                    )
                    if j > reach.get(entry.layer, 0) and own:
                        best[entry.layer] = (j, entry.term)
                node = node.following.get(tokens[j].fold) if j < len(tokens) else None
                j += 1
            for layer, (end, term) in best.items():
                if i >= reach.get(layer, 0):
                    reach[layer] = end
                    found.append(Mention(Span(tokens[i].begin, tokens[end - 1].end), layer, term))
        return found


def _same_case(form: str, text: str, first: Token, last: Token) -> bool:
    """A form in capitals ("US") needs capitals, a capitalised one ("Turkey") a capital, others nothing."""
    if not form[0].isupper():
        return True
    if form.isupper() and len(form) <= 6:
        return text[first.begin : last.end] == form
    return first.text[0].isupper()


def _is_of_money(text: str, last: Token) -> bool:
    """Whether a currency sign touches a word, which then tells whose money it is: "US$"."""
    return category(text[last.end : last.end + 1] or " ") == "Sc"


@cache
def gazetteer(language: Language) -> Gazetteer:
    """The gazetteer of the vocabulary that ships with the package, its phrases split as a language does."""
    return Gazetteer(vocabulary().forms(), language.analyser.tokenise)
