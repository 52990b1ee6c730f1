"""What may be a word of a person's name: the one gate, by shape, place and a list of words that are no names.

Nothing here knows a single name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
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
from kg.model import Layer, Term
from kg.vocabulary import fold, vocabulary

_COMMON_LAYERS = (ROLES, INSTITUTION_KINDS, FRAMEWORK_KINDS, FLOWS, CHANGES, MEETING_KINDS, TOPICS)
_FIELD_LAYERS = (INSTITUTION_KINDS, TOPICS)
_COMMON_FORMS = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "kg:plural")
_NAMED = (PARTIES, PERIODS, BODY_MENTIONS, FRAMEWORK_MENTIONS)
_SUBJECT = "names"
_MARKS = str.maketrans("", "", "'’‘ʻʼ.")
# A word longer than this is told from its plural, and counts in a headline.
LONG = 4


@cache
def particles() -> frozenset[str]:
    """Words that stand inside names, mostly in lower case."""
    return _forms("particles")


@cache
def portfolio_words() -> frozenset[str]:
    """The words of portfolios and bodies."""
    return _forms("portfolios")


def _forms(kind: str) -> frozenset[str]:
    source = vocabulary()
    terms = source.within(kind)
    return frozenset(_bare(fold(form)) for term in terms for form in source.values(term.iri, "skos:hiddenLabel"))


def _bare(word: str) -> str:
    """A word without the full stops of an abbreviation."""
    return word.replace(".", "")


def is_honorific(layers: Layers, i: int) -> bool:
    """Whether token i is a form of address; "HE" is one, "He" is not."""
    return _bare(layers.text_at(i)) in _printed_honorifics()


@cache
def _printed_honorifics() -> frozenset[str]:
    source = vocabulary()
    forms = {
        _bare(form) for term in source.within("honorifics") for form in source.values(term.iri, "skos:hiddenLabel")
    }
    return frozenset(forms | {form.upper() for form in forms})


@cache
def common_words() -> frozenset[str]:
    """Words of the vocabulary that stand capitalised in titles and names of bodies, but not in names of people."""
    return (_words_of(_COMMON_LAYERS) | portfolio_words()) - particles()


@cache
def field_words() -> frozenset[str]:
    """Words that name the field of a ministry or body."""
    named = {word for word in _words_of(_FIELD_LAYERS) if len(word) >= LONG}
    return frozenset((named | portfolio_words()) - _words_of((MEETING_KINDS,)) - particles())


def _words_of(layers: Iterable[Layer[Term]]) -> frozenset[str]:
    source = vocabulary()
    terms = [term for layer in layers for term in source.within(layer.name)]
    forms = [form for term in terms for prop in _COMMON_FORMS for form in source.values(term.iri, prop)]
    return frozenset(word for form in forms for word in fold(form).replace("-", " ").split())


def portfolio_word(layers: Layers, i: int) -> bool:
    """Whether token i is a capitalised word of titles and names of bodies."""
    return layers.capital(i) and _is_common(layers.fold(i)) and not is_honorific(layers, i)


def _is_common(word: str) -> bool:
    """Whether a word, or the singular of a longer one, is one of the vocabulary's."""
    return word in common_words() or (len(word) > 6 and word.removesuffix("s") in common_words())


def is_plain(layers: Layers, i: int) -> bool:
    """Whether token i is a word of the language that is no name ("immigration", "finally", "makes")."""
    word, known = layers.fold(i), layers.lines.language.common
    one = _singular(word) if len(word) > LONG else word
    return word in known or one in known or (one != word and one in portfolio_words())


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def may_be_in_name(layers: Layers, i: int) -> bool:
    """Whether token i can stand inside a person's name."""
    text = layers.text_at(i)
    if len(text) == 2 and text[1] == "." and text[0].isupper():
        return True
    shaped = text[:1].isupper() and text.translate(_MARKS).isalpha()
    return shaped and not is_listed(layers, "pronouns", i) and (_is_given(layers, i) or _is_free(layers, i))


def _is_free(layers: Layers, i: int) -> bool:
    """Whether token i is no word of titles and bodies, and stands in no mention of something else."""
    if _is_rank(layers, i):
        return True
    addressed = is_honorific(layers, i) and not is_family_name(layers, i)
    return not (addressed or _is_common(layers.fold(i)) or layers.covered(i, ROLES, *_NAMED))


def _is_rank(layers: Layers, i: int) -> bool:
    """ "Sultan bin Saad", "Amir ibn Ali": a given name, no rank."""
    return is_listed(layers, "ranks", i) and is_listed(layers, "son", i + 1)


def _is_given(layers: Layers, i: int) -> bool:
    """ "Chad Morley", "Georgia Whitlock": a state's name before a surname, where nothing governs a state."""
    if not is_listed(layers, "given", i) or is_listed(layers, "governing", i - 1):
        return False
    party = layers.at(PARTIES, i)
    return party is not None and party.last == i + 1 and _is_surname(layers, i + 1)


def _is_surname(layers: Layers, i: int) -> bool:
    text = layers.text_at(i)
    return text[:1].isupper() and text.isalpha() and _is_free(layers, i) and not is_plain(layers, i)


def is_listed(layers: Layers, name: str, i: int) -> bool:
    """Whether a word list of the language's file on names holds token i."""
    return layers.fold(i) in layers.lines.language.words(_SUBJECT, name)


def is_family_name(layers: Layers, i: int) -> bool:
    """ "Tan Sri" is an honorific, "Tan" alone a family name, "Sheikh" behind a name."""
    behind = not is_honorific(layers, i - 1) and may_be_in_name(layers, i - 1)
    last = behind and not layers.capital(i + 1) and layers.text_at(i + 1) != "."
    return last or (is_listed(layers, "families", i) and not is_honorific(layers, i + 1))
