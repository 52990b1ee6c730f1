"""Where the name of a person begins and ends: capitalised words, particles, hyphens and initials.

Nothing here knows a single name. What is not part of a name is known instead: parties, titles, the words of
portfolios and institutions, function words.
"""

from __future__ import annotations

from functools import cache

from kg.kinds.periods.claim import PERIODS
from kg.language.layers import Layers
from kg.language.lexicon import (
    CHANGES,
    FLOWS,
    FRAMEWORK_KINDS,
    INSTITUTION_KINDS,
    MEETING_KINDS,
    PARTIES,
    ROLES,
    TOPICS,
)
from kg.vocabulary import fold, vocabulary

_NOT_IN_NAMES = frozenset(
    """the a an this that these those in on at of for to from by with and or but as if it its he she they we you i
    his her their our your there here during after before while when where who which what also both between
    among under over about according meanwhile moreover furthermore however earlier later today yesterday
    tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december mr mrs ms dr photo source read more news press trade exports
    imports turnover concluding following speaking special particular active issues talks meeting currently
    following such other others another all some many most each every no not one two three first second third
    last next new former then now since until despite due thanks per total foreign he's it's let's commenting
    addressing touching noting welcoming taking given having being""".split()
)
_COMMON_LAYERS = (ROLES, INSTITUTION_KINDS, FRAMEWORK_KINDS, FLOWS, CHANGES, MEETING_KINDS, TOPICS)
_COMMON_FORMS = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "kg:plural")
_RANKS_IN_NAMES = frozenset("amir emir prince king sultan emperor dean".split())
_MARKS = str.maketrans("", "", "'’‘ʻʼ.")
_HYPHENS = ("-", "‑")
_MOST_HONORIFICS = 12


@cache
def honorifics() -> frozenset[str]:
    """Words that stand before a name and are no part of it."""
    return _forms("honorifics")


@cache
def particles() -> frozenset[str]:
    """Words that stand inside names, mostly in lower case."""
    return _forms("particles")


def _forms(kind: str) -> frozenset[str]:
    source = vocabulary()
    return frozenset(fold(form) for term in source.within(kind) for form in source.values(term.iri, "skos:hiddenLabel"))


@cache
def common_words() -> frozenset[str]:
    """Words of the vocabulary that stand capitalised in titles and names of bodies, but not in names of people."""
    words = set(_NOT_IN_NAMES)
    source = vocabulary()
    terms = (term for kind in ("portfolios", *(layer.name for layer in _COMMON_LAYERS)) for term in source.within(kind))
    for term in terms:
        forms = (form for prop in _COMMON_FORMS for form in source.values(term.iri, prop))
        words.update(word for form in forms for word in fold(form).replace("-", " ").split())
    return frozenset(words - particles() - _RANKS_IN_NAMES)


def portfolio_word(layers: Layers, i: int) -> bool:
    """Whether token i is a capitalised word of titles and names of bodies."""
    return layers.capital(i) and _is_common(layers.fold(i)) and layers.fold(i) not in honorifics()


def _is_common(word: str) -> bool:
    """Whether a word, or the singular of a longer one, is common."""
    return word in common_words() or (len(word) > 6 and word.removesuffix("s") in common_words())


def may_be_in_name(layers: Layers, i: int) -> bool:
    """Whether token i can stand inside a person's name."""
    text = layers.text_at(i)
    if len(text) == 2 and text[1] == "." and text[0].isupper():
        return True
    if not text[:1].isupper() or not text.translate(_MARKS).isalpha():
        return False
    word = layers.fold(i)
    if _is_common(word) or (word in honorifics() and not _is_family_name(layers, i)):
        return False
    titled = layers.covered(i, ROLES) and not _is_name_of_rank(layers, i)
    return not titled and not layers.covered(i, PARTIES, PERIODS)


def _is_name_of_rank(layers: Layers, i: int) -> bool:
    """ "Sultan bin Saad", "Amir ibn Ali": a given name, no rank."""
    return layers.fold(i) in _RANKS_IN_NAMES and layers.fold(i + 1) in ("bin", "ibn", "bint")


def name_end(layers: Layers, i: int, limit: int) -> int:
    """The token after a name that begins at token i, or i where none begins (at most six words)."""
    j, words = i, 0
    while j < limit and words < 6:
        if may_be_in_name(layers, j):
            j, words = j + 1, words + 1
        elif words and _hyphen_inside(layers, j) and layers.text_at(j + 1)[:1].isalpha():
            j += 2
        elif layers.fold(j) in particles() and (words or layers.capital(j)) and _goes_on(layers, j + 1, limit):
            j += 1
        else:
            break
    while j > i and layers.text_at(j - 1) in _HYPHENS:
        j -= 1
    return j


def _hyphen_inside(layers: Layers, j: int) -> bool:
    """Whether token j is a hyphen that touches the words around it."""
    return layers.text_at(j) in _HYPHENS and layers.adjacent(j) and layers.adjacent(j + 1)


def _goes_on(layers: Layers, j: int, limit: int) -> bool:
    """Whether a particle before token j is followed by more of a name ("van der Berg", "Al-Thani")."""
    while j < limit and (layers.fold(j) in particles() or layers.text_at(j) in (*_HYPHENS, "'")):
        j += 1
    return j < limit and may_be_in_name(layers, j)


def name_begin(layers: Layers, i: int, limit: int) -> int:
    """The first token of a name that ends right before token i, or i where none does."""
    j, words = i, 0
    while j > limit and words < 6:
        if may_be_in_name(layers, j - 1):
            j, words = j - 1, words + 1
        elif words and j - 2 >= limit and _joins_names(layers, j - 1):
            j -= 1
        else:
            break
    return j


def _joins_names(layers: Layers, k: int) -> bool:
    """Whether token k is a hyphen or particle behind more of a name."""
    hyphen = layers.text_at(k) in _HYPHENS and layers.adjacent(k + 1) and layers.capital(k - 1)
    return hyphen or (layers.fold(k) in particles() and may_be_in_name(layers, k - 1))


def _is_family_name(layers: Layers, i: int) -> bool:
    """ "Tan Sri" is an honorific, "Tan" alone a family name."""
    return layers.fold(i) == "tan" and layers.fold(i + 1) not in honorifics()


def skip_honorifics(layers: Layers, i: int) -> int:
    """The token after honorifics ("H.E. Dr.") that begin at token i."""
    limit = i + _MOST_HONORIFICS
    while i < limit and layers.fold(i) in honorifics() and layers.capital(i) and not _is_family_name(layers, i):
        i += 1
        if layers.text_at(i) == "." and layers.adjacent(i):
            i += 1
    return i
