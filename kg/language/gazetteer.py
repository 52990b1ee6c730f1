"""Phrases of the vocabulary found in tokens, with a trie: linear in the text, whatever the size of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from kg.languages.en.analyser import tokenise
from kg.model import Mention, Span, Term, Token
from kg.vocabulary import vocabulary

Trie = dict[str | None, Any]


class Entry(NamedTuple):
    """A term under one of its forms, as spelled in the lexicon."""

    form: str
    term: Term


class Gazetteer:
    """Matches the longest phrase of each lexicon (kind) at each token; matches of a kind do not overlap."""

    def __init__(self, forms: Iterable[tuple[str, Term]]) -> None:
        self._root: Trie = {}
        for form, term in forms:
            node = self._root
            for token in tokenise(form):
                node = node.setdefault(token.fold, {})
            node.setdefault(None, []).append(Entry(form, term))

    def mentions(self, text: str, tokens: Sequence[Token]) -> list[Mention]:
        """All matches as mentions whose kind is the term's and whose value is the term."""
        found: list[Mention] = []
        reach: dict[str, int] = {}
        for i in range(len(tokens)):
            node: Trie | None = self._root.get(tokens[i].fold)
            if node is None:
                continue
            best: dict[str, tuple[int, Term]] = {}
            j = i + 1
            while node is not None:
                for entry in node.get(None, ()):
                    if j > reach.get(entry.term.kind, 0) and _same_case(entry.form, text, tokens[i], tokens[j - 1]):
                        best[entry.term.kind] = (j, entry.term)
                node = node.get(tokens[j].fold) if j < len(tokens) else None
                j += 1
            for kind, (end, term) in best.items():
                if i >= reach.get(kind, 0):
                    reach[kind] = end
                    found.append(Mention(Span(tokens[i].begin, tokens[end - 1].end), kind, term))
        return found


def _same_case(form: str, text: str, first: Token, last: Token) -> bool:
    """A form in capitals ("US") needs capitals, a capitalised one ("Turkey") a capital, others nothing."""
    if not form[0].isupper():
        return True
    if form.isupper() and len(form) <= 6:
        return text[first.begin : last.end] == form
    return first.text[0].isupper()


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the vocabulary that ships with the package."""
    return Gazetteer(vocabulary().forms())
