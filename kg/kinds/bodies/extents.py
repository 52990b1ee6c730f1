"""Where the name of an institution or framework begins and ends, told from its head noun.

A name grows from its head to the left over capitalised words and parties, and to the right over "of", "for",
"on" complements. Whether "commission" or "council" heads an institution or a framework is told by the words
around it ("intergovernmental", "joint", two parties).
"""

from __future__ import annotations

from typing import NamedTuple

from kg.kinds.names import common_words, portfolio_word
from kg.kinds.periods.claim import PERIODS
from kg.language.layers import DASHES, Hit, Layers
from kg.language.lexicon import FRAMEWORK_KINDS, INSTITUTION_KINDS, PARTIES, ROLES
from kg.model import Term

_TIES = frozenset(
    """intergovernmental joint bilateral mixed working business cooperation ministerial consultative high-level
    trilateral inter contact partnership binational bi association""".split()
)
_EITHER = frozenset(
    """commission committee council group dialogue forum conference platform initiative programme program centre
    center union board""".split()
)
_INNER = frozenset("of the for and on in to at".split())
_AMOUNTS = frozenset("% percent pct million billion trillion mln bln mn bn".split())
_MEMBERS = frozenset("countries country states state member members region nations market markets".split())
_BEFORE_MINISTRY = ("foreign", "defence", "defense", "finance", "interior", "economy")
_FUNCTION_WORDS = frozenset(
    """the a an in on at during after before as for by with from this that these those its their his her our under
    within according meanwhile of to and both among when while""".split()
)


class Extent(NamedTuple):
    """The tokens of a name, and the parties named inside it."""

    first: int
    last: int
    parties: tuple[Hit[Term], ...]


def extent_of(layers: Layers, head: Hit[Term]) -> Extent:
    """The name that grows from a head noun, within its sentence."""
    sentence = layers.sentence_of(head.first)
    first = _grow_left(layers, head.first, sentence.first)
    last = _grow_right(layers, head.last, sentence.last)
    return with_parties(layers, first, last)


def with_parties(layers: Layers, first: int, last: int) -> Extent:
    """Tokens ``first`` to ``last`` (excluded) as an extent."""
    parties = [hit for k in range(first, last) if (hit := layers.at(PARTIES, k))]
    return Extent(first, last, tuple(parties))


def is_either(layers: Layers, head: Hit[Term]) -> bool:
    """Whether a head noun may name an institution as well as a framework ("commission", "council")."""
    return layers.fold(head.last - 1) in _EITHER


def is_framework(layers: Layers, head: Hit[Term], extent: Extent) -> bool:
    """Whether "commission", "council" and the like tie parties together."""
    if not is_either(layers, head):
        return False
    words = {layers.fold(k) for k in range(extent.first, extent.last)}
    sides = {hit.mention.value.iri for hit in extent.parties}
    return bool(words & _TIES) or len(sides) > 1


def in_statistics(layers: Layers, union: Hit[Term]) -> bool:
    """Whether a union is spoken of as a group of states: "CIS countries", or in a sentence with amounts or shares."""
    sentence = layers.sentence_of(union.first)
    words = {layers.fold(k) for k in range(sentence.first, sentence.last)}
    return bool(words & _AMOUNTS) or layers.fold(union.last) in _MEMBERS or _only_qualifies(layers, union)


def _only_qualifies(layers: Layers, union: Hit[Term]) -> bool:
    """Whether a union's name only qualifies a noun ("European"); an abbreviation still names it ("the APEC summit")."""
    return union.mention.value.form == "adjective" and not layers.words(union.first, union.last).isupper()


# --- To the left ------------------------------------------------------------------------------------------------


def _grow_left(layers: Layers, i: int, limit: int) -> int:
    start = i
    if layers.fold(i) == "ministry" and layers.fold(i - 1) in _BEFORE_MINISTRY and i - 1 >= limit:
        i -= 1
    while i > limit:
        party = layers.before(PARTIES, i)
        if party and party.first >= limit and party.mention.value.form != "capital":
            i = party.first
        elif _goes_on_left(layers, i, start, limit):
            i -= 1
        else:
            break
    while i < start and _is_loose(layers, i):
        i += 1
    return i


def _goes_on_left(layers: Layers, i: int, start: int, limit: int) -> bool:
    """Whether the word or mark before token i belongs to a name that has grown from ``start`` to token i."""
    return (
        (layers.possessive(i - 1) and layers.before(PARTIES, i - 1) is not None)
        or (layers.capital(i - 1) and _belongs(layers, i - 1, limit))
        or _hyphened(layers, i, start, limit)
        or _listed(layers, i, start, limit)
    )


def _belongs(layers: Layers, i: int, limit: int) -> bool:
    """A capitalised word is part of a name to its right unless it is a title, a month or a sentence's first function word."""
    if layers.covered(i, ROLES, PERIODS):
        return False
    return not (i == limit and layers.fold(i) in _FUNCTION_WORDS)


def _hyphened(layers: Layers, i: int, start: int, limit: int) -> bool:
    """Whether the mark before token i is a dash that ties token i to a party or, without a gap, to a name."""
    if layers.text_at(i - 1) not in DASHES or i >= start or i - 1 <= limit:
        return False
    return layers.before(PARTIES, i - 1) is not None or (layers.capital(i - 2) and layers.adjacent(i))


def _listed(layers: Layers, i: int, start: int, limit: int) -> bool:
    """Whether a comma or "and" before token i lies inside a list of portfolio words ("Economy, Budget, and Finance")."""
    if layers.fold(i - 1) not in ("and", "&", ",") or i - 2 < limit or not portfolio_word(layers, i - 2):
        return False
    return (i < start and portfolio_word(layers, i)) or (layers.fold(i) == "and" and i + 1 < start)


def _is_loose(layers: Layers, i: int) -> bool:
    """Whether token i cannot begin a name."""
    return layers.fold(i) in ("the", "and", ",", "&") or layers.possessive(i) or layers.text_at(i) in DASHES


# --- To the right -----------------------------------------------------------------------------------------------


def _grow_right(layers: Layers, i: int, limit: int) -> int:
    end = i
    while i < limit:
        party = layers.at(PARTIES, i)
        if party and end == i and layers.fold(i - 1) in _INNER:
            i = end = party.last
            second = layers.at(PARTIES, i + 1) if layers.fold(i) == "and" else None
            i = end = second.last if second else i
            if layers.fold(i) not in ("of", "on", "for", "and") and not _qualifies(layers, party, i):
                break
        elif _field_follows(layers, i) or _hyphen_goes_on(layers, i):
            i += 1 + 2 * (layers.fold(i) == "in")
            end = i
        elif _capital_goes_on(layers, i) or (end == i and _list_goes_on(layers, i)):
            i += 1
            end = i
        elif end == i and _complement_follows(layers, i, limit):
            i = layers.skip_the(i + 1)
            end = i if layers.at(PARTIES, i) or layers.capital(i) else end
        else:
            break
    while end > 0 and layers.fold(end - 1) in _INNER | {",", "&"}:
        end -= 1
    return end


def _qualifies(layers: Layers, party: Hit[Term], i: int) -> bool:
    """Whether a party only qualifies what goes on at token i: "Bureau of Indian Standards", "of Pakistan Chambers"."""
    return portfolio_word(layers, i) or (party.mention.value.form == "adjective" and layers.capital(i))


def _capital_goes_on(layers: Layers, i: int) -> bool:
    """Whether the capitalised token i carries on a name that reaches up to it."""
    if not layers.capital(i) or layers.fold(i) == "the" or layers.at(ROLES, i):
        return False
    return layers.fold(i - 1) in _INNER or layers.fold(i) in common_words()


def _field_follows(layers: Layers, i: int) -> bool:
    """Whether "in the Field of ..." carries on a name at token i."""
    return (
        layers.fold(i) == "in" and layers.fold(i + 1) == "the" and layers.capital(i + 2) and layers.fold(i + 3) == "of"
    )


def _hyphen_goes_on(layers: Layers, i: int) -> bool:
    """Whether a hyphen inside "Trade-Economic and Scientific-Technical Cooperation" stands at token i."""
    tied = layers.text_at(i) in ("-", "‑") and layers.adjacent(i) and layers.adjacent(i + 1)
    return tied and layers.capital(i - 1) and portfolio_word(layers, i + 1)


def _list_goes_on(layers: Layers, i: int) -> bool:
    """Whether token i is a comma or "&" before "Budget, and Finance"."""
    return (
        layers.fold(i) in (",", "&")
        and portfolio_word(layers, i + 1)
        and layers.fold(i + 2) in ("and", "&", ",")
        and layers.capital(i + 3)
    )


def _complement_follows(layers: Layers, i: int, limit: int) -> bool:
    """Whether token i is a preposition (or "and") before more of a name."""
    word, j = layers.fold(i), layers.skip_the(i + 1)
    if word not in ("of", "for", "on", "and", "at") or j >= limit or layers.at(ROLES, j):
        return False
    if word == "of":
        return layers.at(PARTIES, j) is not None or layers.capital(j)
    ahead = range(j, min(j + 5, limit))
    other = any(layers.at(FRAMEWORK_KINDS, k) or layers.at(INSTITUTION_KINDS, k) for k in ahead)
    closed = word == "and" and (layers.at(PARTIES, j) or layers.at(INSTITUTION_KINDS, j) or (j > i + 1 and other))
    return portfolio_word(layers, j) and not closed
