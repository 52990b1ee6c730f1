"""Candidates of a witness become mentions, but only where the rules marked nothing and the words look like a name.

The rules come first: where they drew the edge of a name, a witness does not move it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES, TITLES
from kg.kinds.runs import HONORIFICS, NOUNS, RUNS
from kg.language.lexicon import PARTIES, ROLES
from kg.model import Document, Layer, Mention, Span, Token, in_order
from kg.vocabulary import expand, fold, slug, vocabulary
from kg.witness.base import Candidate, Witness

_NAMING = (NAMES, BODY_MENTIONS, FRAMEWORK_MENTIONS, POST_PHRASES)
# What might be a name, a noun or a title: nothing that the rules have made up their mind about.
_CANDIDATES = (RUNS, HONORIFICS, NOUNS, TITLES)
_BESIDE_NAMES = (PARTIES, ROLES, POST_PHRASES)
_JOINTS = ("-", "‑", "'", "’", ".")


def second(document: Document, witness: Witness) -> Document:
    """The document with what the witness adds to the rules' mentions. Raises WitnessUnavailable where it cannot read."""
    candidates = sorted(witness.candidates(document.article.text), key=lambda c: (c.span.begin, -c.span.end, c.kind))
    if not candidates:
        return document
    added = _Judge(document, witness.name).accepted(candidates)
    mentions = in_order((*document.mentions, *added))
    return replace(document, mentions=tuple(mentions))


class _Judge:
    """Which candidates a document accepts; marks code points once, so that time grows linearly with the text."""

    def __init__(self, document: Document, source: str) -> None:
        self.document, self.source = document, source
        self.marked = _marked(document)
        self.names = _marked(document, NAMES)
        self.naming = _marked(document, *_NAMING)
        self.beside = _marked(document, *_BESIDE_NAMES)
        self.people = {fold(word) for m in document.of(NAMES) for word in m.value.split()}

    def accepted(self, candidates: Iterable[Candidate]) -> Iterator[Mention[str] | Mention[Body]]:
        """The candidates that are accepted, as mentions; of two that overlap the first."""
        reach = 0
        for kind, span in candidates:
            mention = self._person(span) if kind == "person" else self._institution(span)
            if mention and mention.span.begin >= reach:
                reach = mention.span.end
                yield mention

    def _person(self, span: Span) -> Mention[str] | None:
        """A full name without titles, parties and honorifics; a surname alone is left to the stage that resolves."""
        tokens = _trimmed(self._tokens(span), lambda t: bool(self.beside[t.begin]) or t.fold in _forms("honorifics"))
        if sum(map(_capital, tokens)) < 2 or not all(map(_may_be_in_name, tokens)):
            return None
        name = Span(tokens[0].begin, tokens[-1].end)
        # What touches a name of the rules, they have left out of it.
        touching = self.names[max(0, name.begin - 2) : name.end + 2]
        if any(touching) or any(self.marked[name.begin : name.end]) or not self._in_prose(name):
            return None
        return Mention(name, NAMES, self._printed(name), self.source)

    def _institution(self, span: Span) -> Mention[Body] | None:
        """A name that holds a capitalised word which the rules did not mark and which is no person's."""
        tokens = _trimmed(self._tokens(span), lambda t: t.fold == "the")
        if not any(_capital(t) and not self.marked[t.begin] and t.fold not in self.people for t in tokens):
            return None
        name = Span(tokens[0].begin, tokens[-1].end)
        if any(self.naming[name.begin : name.end]) or not self._in_prose(name):
            return None
        printed = self._printed(name)
        return Mention(name, BODY_MENTIONS, Body(expand("id:" + slug(printed)), printed, "other"), self.source)

    def _tokens(self, span: Span) -> list[Token]:
        return [token for token in self.document.tokens_in(span) if token.end <= span.end]

    def _printed(self, span: Span) -> str:
        return " ".join(self.document.article.quote(span).split())

    def _in_prose(self, span: Span) -> bool:
        """Whether a span stands in one sentence with a word in lower case: no byline, heading or address."""
        sentence = self.document.sentence_at(span)
        return sentence is not None and any(t.text.islower() for t in self.document.tokens_in(sentence.span))


def _marked(document: Document, *layers: Layer[object]) -> bytearray:
    """For each code point of the text whether a mention of the layers (or of any layer) covers it; one more at the end."""
    marks = bytearray(len(document.article.text) + 1)
    for mention in document.mentions:
        if mention.layer in layers or not (layers or mention.layer in _CANDIDATES):
            begin, end = mention.span
            marks[begin:end] = b"\1" * (end - begin)
    return marks


def _trimmed(tokens: list[Token], is_edge: Callable[[Token], bool]) -> list[Token]:
    """Tokens without those at both edges that cannot begin or end a name."""
    while tokens and (is_edge(tokens[0]) or not (_capital(tokens[0]) or tokens[0].fold in _forms("particles"))):
        tokens = tokens[1:]
    while tokens and (is_edge(tokens[-1]) or not _capital(tokens[-1])):
        tokens = tokens[:-1]
    return tokens


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _may_be_in_name(token: Token) -> bool:
    letters = token.text.replace("'", "").replace("’", "").replace(".", "")
    return (_capital(token) and letters.isalpha()) or token.fold in _forms("particles") or token.text in _JOINTS


@cache
def _forms(kind: str) -> frozenset[str]:
    """The folded words of a word list of the vocabulary."""
    source = vocabulary()
    return frozenset(fold(form) for term in source.within(kind) for form in source.values(term.iri, "skos:hiddenLabel"))
