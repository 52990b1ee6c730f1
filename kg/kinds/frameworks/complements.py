"""What follows the head of a framework's name: "between A and B", "on trade and economic cooperation", "to intensify ..."."""

from __future__ import annotations

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.language.layers import Hit, Layers
from kg.language.lexicon import PARTIES
from kg.model import Term
from kg.vocabulary import local

_SUBJECT_ENDS = frozenset(
    """cooperation affairs issues relations matters development trade demarcation delimitation interaction
    investment connectivity partnership""".split()
)
_SUBJECT_BREAKS = frozenset("was were is held took has in . ( )".split())
_CLAUSE_END = frozenset(
    """which that , . ; : ( ) who where as while with is was were are has have had will would should""".split()
)
_PHRASE_END = _CLAUSE_END | frozenset("in held at during from".split())
_OPENERS = ("on", "for", "of")
_INSIDE_NAMES = frozenset("in of and the for to on with - , &".split())
_FIELDS = ("field", "fields", "area", "areas", "sphere", "spheres", "sector")
_NEW_CLAUSE = ("the", "to", "a", "an", "other", "also")
_INDEFINITE = ("reached", "in", "of", "no", "any", "full", "mutual")
_DEFINITE = {
    "agreement": ("on", "to", "for"),
    "memorandum": ("on", "for"),
    "treaty": ("on",),
    "protocol": ("on", "of", "to"),
    "road map": ("on", "for", "to"),
    "roadmap": ("on", "for", "to"),
    "memorandum of understanding": ("on", "for"),
    "action plan": ("on", "for"),
    "convention": ("on",),
}


def complement_end(layers: Layers, head: Hit[Term], i: int) -> int:
    """The token after the complement of a capitalised name that reaches up to token i, or i where none follows."""
    limit = layers.sentence_of(head.first).last
    word = layers.fold(i)
    if word == "between":
        return _parties_end(layers, i, limit)
    if i + 1 >= limit or layers.fold(i + 1) in ("the", "be", "a") or layers.at(PARTIES, i + 1):
        return i
    if word in _OPENERS and layers.capital(i + 1):
        return _parties_end(layers, _capitals_end(layers, i + 1, limit), limit)
    if word in ("on", "for"):
        return _parties_end(layers, _subjects_end(layers, i, limit), limit)
    if word == "of" and layers.fold(i + 1) == "cooperation":
        return _phrase_end(layers, i, limit)
    purpose = word == "to" and local(head.mention.value.iri) == "programme"
    return _phrase_end(layers, i, limit) if purpose else i


def definite_end(layers: Layers, head: Hit[Term]) -> int | None:
    """The token after the complement that makes a kind in lower case definite ("an agreement to facilitate ...")."""
    form = " ".join(layers.fold(k) for k in range(head.first, head.last))
    if layers.fold(head.last) not in _DEFINITE.get(form, ()) or layers.fold(head.first - 1) in _INDEFINITE:
        return None
    if form.startswith("road") and {"a", "an"} & {layers.fold(head.first - k) for k in (1, 2, 3)}:
        return None
    limit = layers.sentence_of(head.first).last
    k = head.last + 1
    while k < limit and layers.fold(k) not in _CLAUSE_END and k - head.last < 16:
        if layers.fold(k) == "and" and layers.fold(k + 1) in _NEW_CLAUSE:
            break
        k += 1
    return k if k - head.last > 2 else None


def _capitals_end(layers: Layers, i: int, limit: int) -> int:
    """The token after a run of capitalised words and the small words inside it ("Trade in Services and Investment")."""
    k = end = i
    while k < limit and (layers.capital(k) or layers.fold(k) in _INSIDE_NAMES):
        k += 1
        end = k if layers.capital(k - 1) else end
    return end


def _parties_end(layers: Layers, i: int, limit: int) -> int:
    """The token after the sides that follow a "between" at token i; i where it opens none."""
    if layers.fold(i) != "between":
        return i
    k, end = i + 1, i
    while k < limit and (layers.fold(k) in ("the", "and", ",") or _side_at(layers, k)):
        side = _side_at(layers, k)
        k = side.last if side else k + 1
        end = k if side else end
    return end


def _side_at(layers: Layers, i: int) -> Hit[Body | Term] | None:
    return layers.at(BODY_MENTIONS, i) or layers.at(PARTIES, i)


def _phrase_end(layers: Layers, i: int, limit: int) -> int:
    """The token after the phrase that a preposition at token i opens, at most 14 tokens on."""
    k = i + 1
    while k < limit and (layers.fold(k) not in _PHRASE_END or _in_the_field(layers, k)) and k - i < 14:
        if layers.fold(k) == "and" and layers.fold(k + 1) in _NEW_CLAUSE:
            break
        k += 1
    return k


def _in_the_field(layers: Layers, i: int) -> bool:
    """Whether "in the field of ..." goes on with the subject at token i."""
    return [layers.fold(k) for k in (i, i + 1)] == ["in", "the"] and layers.fold(i + 2) in _FIELDS


def _subjects_end(layers: Layers, i: int, limit: int) -> int:
    """The token after a list of subjects: up to the noun that closes it, or a few words in lower case."""
    for k in range(i + 1, min(i + 14, limit)):
        if layers.fold(k) in _SUBJECT_ENDS and layers.text_at(k + 1) not in (",", "and", "-"):
            return _phrase_end(layers, k, limit) if _in_the_field(layers, k + 1) else k + 1
        if layers.fold(k) in _SUBJECT_BREAKS or layers.at(PARTIES, k):
            break
    k = _phrase_end(layers, i, limit)
    if any(_in_the_field(layers, j) for j in range(i, k)):
        return k
    return k if k - i <= 4 and not layers.capital(i + 1) else i
