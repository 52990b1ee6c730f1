"""Candidates for names of people: runs of words that may be in a name, with particles, hyphens, initials and nicknames.

Titles, honorifics, verbs and repetition tell which of them name people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.kinds.names import (
    LONG,
    field_words,
    is_family_name,
    is_honorific,
    is_listed,
    is_plain,
    may_be_in_name,
    particles,
    portfolio_words,
)
from kg.kinds.periods.claim import PERIODS
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES, ROLES
from kg.model import Layer, Mention, Sentence
from kg.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Run:
    """A candidate for a name as printed; it is ``telling`` where "bin" or the like shows that it is one."""

    text: str
    telling: bool = False


def _tags(run: Run) -> Iterator[str]:
    yield "full" if " " in run.text else "single"
    if run.telling:
        yield "telling"


# Candidates for names; forms of address before them; capitalised words of portfolios and bodies.
RUNS: Layer[Run] = Layer("run", _tags)
HONORIFICS: Layer[str] = Layer("honorific")
NOUNS: Layer[str] = Layer("noun")

Barred = Callable[[Layers, int], bool]
_HYPHENS = ("-", "‑")
_MOST_WORDS = 9
_LONGEST_ABBREVIATION = 5


def runs(layers: Layers) -> Iterator[Mention[Run] | Mention[str]]:
    """The candidates for names in a document, and the forms of address before them."""
    for sentence in layers.sentences:
        barred = _barred(layers, sentence)
        reach = sentence.first
        for i in _capitals(layers, sentence):
            if i >= reach:
                begin = skip_honorifics(layers, i, sentence.last)
                first, last = _run(layers, sentence, i, begin, barred)
                yield from _mentions(layers, i, begin, first, last)
                reach = max(begin, last)


def _run(layers: Layers, sentence: Sentence, i: int, begin: int, barred: Barred) -> tuple[int, int]:
    """Where a run begins and ends, given the token ``begin`` behind forms of address at token i."""
    governed = begin > i or layers.before(ROLES, i) is not None
    first = _behind_abbreviation(layers, begin if governed else _behind_plain(layers, i, sentence))
    last = name_end(layers, first, sentence.last, barred)
    text = layers.text_at(first)
    alone = last - first == 1 and begin == i and (is_abbreviation(text) or len(text) == 1)
    return (first, first) if alone else (first, last)


def _mentions(layers: Layers, i: int, begin: int, first: int, last: int) -> Iterator[Mention[Run] | Mention[str]]:
    if begin > i:
        yield Mention(layers.span(i, begin), HONORIFICS, layers.words(i, begin))
    if last > first:
        telling = any(is_listed(layers, "son", k) for k in range(first, last))
        yield Mention(layers.span(first, last), RUNS, Run(layers.words(first, last), telling))


def _barred(layers: Layers, sentence: Sentence) -> Barred:
    """What ends a name: in a line whose long words are all capitalised, any word that is no name ("Makes")."""
    long = [token.text for token in layers.tokens[sentence.first : sentence.last] if len(token.text) > LONG]
    closed = layers.text_at(sentence.last - 1) == "."
    headed = not closed and len(long) > 1 and all(not text[0].islower() for text in long)
    return is_plain if headed else _is_nothing


def _is_nothing(layers: Layers, i: int) -> bool:
    return False


def _behind_plain(layers: Layers, i: int, sentence: Sentence) -> int:
    """The first token from token i on that is no plain word with a capital: "Finally", "Immigration Ana Rey"."""
    while i < sentence.last and layers.capital(i) and _is_loose(layers, i):
        i += 1
    return i + (i == sentence.first and is_listed(layers, "opening", i))


def _is_loose(layers: Layers, i: int) -> bool:
    return is_plain(layers, i) and layers.fold(i) not in particles() and not layers.covered(i, ROLES)


def _behind_abbreviation(layers: Layers, i: int) -> int:
    """ "Chairman NCA Luis Sol": an abbreviation before a whole name is no part of it."""
    text = layers.text_at(i)
    if is_listed(layers, "roman", i) or not is_abbreviation(text):
        return i + is_listed(layers, "roman", i)
    one, other = layers.text_at(i + 1), layers.text_at(i + 2)
    vowels = layers.lines.language.words("names", "vowels")
    certain = other.istitle() or is_listed(layers, "governing", i - 1) or not set(fold(text)) & vowels
    return i + (one.istitle() and certain)


def is_abbreviation(text: str) -> bool:
    """Whether a word may be an abbreviation by its shape."""
    return text.isupper() and text.isalpha() and 1 < len(text) <= _LONGEST_ABBREVIATION


def name_end(layers: Layers, i: int, limit: int, barred: Barred = _is_nothing) -> int:
    """The token after a name that begins at token i, or i where none begins."""
    j, words = i, 0
    while j < limit and words < _MOST_WORDS:
        after = _word_end(layers, i, j, limit, barred)
        if after == j:
            break
        words += layers.capital(j)
        j = after
    while j > i and (
        layers.text_at(j - 1) in _HYPHENS or (layers.fold(j - 1) in particles() and not layers.capital(j - 1))
    ):
        j -= 1
    return j


def _word_end(layers: Layers, first: int, j: int, limit: int, barred: Barred) -> int:
    """The token after the word, particle or hyphen of a name from token ``first`` that stands at token j, else j."""
    if may_be_in_name(layers, j):
        return j if barred(layers, j) else j + 1
    if j > first and _hyphen_inside(layers, j):
        return j + 2
    inside = j > first or layers.capital(j)
    joins = layers.fold(j) in particles() or (j > first and is_honorific(layers, j))
    if inside and joins and _goes_on(layers, j + 1, limit):
        return j + 1
    return _nickname_end(layers, j) if j > first else j


def _hyphen_inside(layers: Layers, j: int) -> bool:
    """Whether token j is a hyphen that touches the words around it."""
    tied = layers.text_at(j) in _HYPHENS and layers.adjacent(j) and layers.adjacent(j + 1)
    return tied and layers.text_at(j + 1)[:1].isalpha()


def _goes_on(layers: Layers, j: int, limit: int) -> bool:
    """Whether a particle before token j is followed by more of a name ("van der Berg", "Al-Thani")."""
    while j < limit and _is_joint(layers, j):
        j += 1
    return j < limit and may_be_in_name(layers, j)


def _is_joint(layers: Layers, j: int) -> bool:
    return layers.fold(j) in particles() or is_honorific(layers, j) or layers.text_at(j) in (*_HYPHENS, "'")


def _nickname_end(layers: Layers, j: int) -> int:
    """The token after a name in quotes at token j, inside another: 'Ana “Anita” Rey'."""
    quoted = layers.text_at(j) in ("“", '"') and layers.text_at(j + 2) in ("”", '"')
    return j + 3 if quoted and may_be_in_name(layers, j + 1) and may_be_in_name(layers, j + 3) else j


def skip_honorifics(layers: Layers, i: int, end: int) -> int:
    """The token after honorifics ("H.E. Dr.") that begin at token i of a sentence with an end."""
    while i < end and is_honorific(layers, i) and not is_family_name(layers, i):
        i += 1
        if layers.text_at(i) == "." and layers.adjacent(i):
            i += 1
    return i


# --- What is no name --------------------------------------------------------------------------------------------


def nouns(layers: Layers) -> Iterator[Mention[str]]:
    """The capitalised words of portfolios and bodies, and words in lower case that carry them on."""
    for sentence in layers.sentences:
        for i in _capitals(layers, sentence):
            if _is_noun(layers, i, sentence):
                yield Mention(layers.span(i, i + 1), NOUNS, layers.text_at(i))
                if _carries_on(layers, i + 1, sentence):
                    yield Mention(layers.span(i + 1, i + 2), NOUNS, layers.text_at(i + 1))


def _capitals(layers: Layers, sentence: Sentence) -> list[int]:
    """The tokens of a sentence with a capital first letter."""
    tokens = layers.tokens
    return [k for k in range(sentence.first, sentence.last) if tokens[k].text[0].isupper()]


def _is_noun(layers: Layers, i: int, sentence: Sentence) -> bool:
    word = layers.fold(i)
    plain = i > sentence.first and len(word) > LONG and is_plain(layers, i)
    return (plain or word in field_words()) and not layers.covered(i, ROLES, PARTIES, PERIODS, RUNS)


def _carries_on(layers: Layers, i: int, sentence: Sentence) -> bool:
    """ "International cooperation": a word of portfolios in lower case right behind a capitalised one."""
    return i < sentence.last and layers.fold(i) in portfolio_words() and not layers.capital(i)
