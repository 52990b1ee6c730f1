"""Names of frameworks: agreements, formats, commissions, programmes and routes, in quotation marks, capitals or lower case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.bodies.extents import Extent, extent_of, in_statistics, is_either, is_framework, with_parties
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.frameworks.complements import Wording
from kg.kinds.names import common_words
from kg.language.layers import Hit, Layers
from kg.language.lexicon import FRAMEWORK_KINDS, FRAMEWORK_TERMS, INSTITUTION_KINDS, PARTIES
from kg.model import Mention, Term
from kg.vocabulary import FRAMEWORK_CLASSES, expand, local, slug

_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’"}
_KINDS_OF_EITHER = {"agency": "commission", "company": "commission", "other-institution": "other"}
_ALWAYS_FRAMEWORKS = ("format", "forum", "programme")
# How far from a document a word of signing stands at most.
_BEFORE, _BEHIND = 4, 3


class Found(NamedTuple):
    """Where a framework is named, with its parties; its kind; the token after its name, behind which its sides may stand."""

    extent: Extent
    kind: str
    last: int


def frameworks(layers: Layers) -> Iterator[Mention[Framework]]:
    """The frameworks named in a document, still without evidence."""
    for hit in (*layers.hits(FRAMEWORK_TERMS), *layers.hits(PARTIES)):
        kinds = sorted(hit.mention.value.traits & FRAMEWORK_CLASSES)
        counted = PARTIES.holds(hit.mention) and in_statistics(layers, hit)
        if kinds and not layers.over(BODY_MENTIONS, hit.first) and not counted:
            yield Mention(hit.mention.span, FRAMEWORK_MENTIONS, _known(hit, kinds[0].lower()))
    reach, wording = 0, Wording(layers)
    either = (head for head in layers.hits(INSTITUTION_KINDS) if is_either(layers, head))
    for head in sorted((*layers.hits(FRAMEWORK_KINDS), *either), key=lambda h: (h.first, -h.last)):
        if head.first < reach or layers.covered(head.first, BODY_MENTIONS, FRAMEWORK_TERMS):
            continue
        found = _quoted(layers, head) or _named(layers, wording, head) or _in_lower_case(layers, wording, head)
        if found:
            reach = found.extent.last
            span = layers.span(found.extent.first, found.extent.last)
            yield Mention(span, FRAMEWORK_MENTIONS, _framework(layers, found))


def _known(hit: Hit[Term], kind: str) -> Framework:
    """A framework of the vocabulary; a printed form other than its label is an alias."""
    term = hit.mention.value
    return Framework(term.iri, term.label, kind, (), (), ())


def _kind(head: Hit[Term]) -> str:
    return local(head.mention.value.iri)


def _quoted(layers: Layers, head: Hit[Term]) -> Found | None:
    """A name in quotation marks before its kind: the "Central Asia – EU" format."""
    closing = head.first - 1
    opening = next((o for o, c in _QUOTES.items() if c == layers.text_at(closing)), None)
    if opening is None:
        return None
    places = (k for k in range(closing - 2, max(closing - 14, -1), -1) if layers.text_at(k) == opening)
    first = next(places, None)
    return Found(with_parties(layers, first, head.last), _kind(head), head.last) if first is not None else None


def _named(layers: Layers, wording: Wording, head: Hit[Term]) -> Found | None:
    """A capitalised name, with "between A and B" and an abbreviation in brackets behind it."""
    if not layers.capital(head.first):
        return None
    kind, extent = _kind(head), extent_of(layers, head)
    if is_either(layers, head) and kind not in _ALWAYS_FRAMEWORKS and not is_framework(layers, head, extent):
        return None
    held = wording.begin(extent.last, "sitting")
    extent = extent if held is None or held < head.last else extent._replace(last=held)
    first = wording.begin(extent.first, "prefix")
    first = extent.first if first is None else first
    last = max(extent.last, wording.end(head.last, "complement"), wording.end(extent.last, "complement"))
    if last - first < 2 or (last - first == extent.last - extent.first and _only_party(layers, head, extent)):
        return None
    return _with_sides(layers, wording, Extent(first, last, ()), _KINDS_OF_EITHER.get(kind, kind))


def _only_party(layers: Layers, head: Hit[Term], extent: Extent) -> bool:
    """ "Kazakhstan's Strategy" alone names nothing in particular."""
    around = (*range(extent.first, head.first), *range(head.last, extent.last))
    return all(layers.over(PARTIES, k) or layers.possessive(k) for k in around)


def _in_lower_case(layers: Layers, wording: Wording, head: Hit[Term]) -> Found | None:
    """A kind in lower case that what stands before it, its complement or its signing makes definite."""
    begin = wording.begin(head.last, "named")
    begin = _behind_a_name(layers, wording, head) if begin is None else begin
    if begin is None:
        return None
    last = wording.end(wording.end(head.last, "complement"), "purpose")
    found = _with_sides(layers, wording, Extent(begin, last, ()), _kind(head))
    definite = begin < head.first or found.extent.last > head.last or _signed(wording, begin, head.last)
    return found if definite else None


def _behind_a_name(layers: Layers, wording: Wording, head: Hit[Term]) -> int | None:
    """Where a name before a route or programme begins: "Baku-Tbilisi-Kars railway", "Amazon Vision programme"."""
    begin = wording.begin(head.last, "behind")
    words = range(begin if begin is not None else head.first, head.first)
    named = any(
        layers.capital(k) and not layers.over(PARTIES, k) and layers.fold(k) not in common_words() for k in words
    )
    return begin if named else None


def _with_sides(layers: Layers, wording: Wording, name: Extent, kind: str) -> Found:
    """A name with the sides behind it, those of "... between A and B" as a part of it, those of its signing not."""
    last = wording.end(name.last, "between")
    tied = with_parties(layers, name.first, wording.end(last, "sides"))
    return Found(tied._replace(last=last), kind, name.last)


def _signed(wording: Wording, first: int, last: int) -> bool:
    """Whether a word of signing stands right before or behind a document."""
    near = (*range(max(0, first - _BEFORE), first), *range(last, last + _BEHIND))
    return any(wording.end(k, "signing") > k for k in near)


# --- The value --------------------------------------------------------------------------------------------------


def _framework(layers: Layers, found: Found) -> Framework:
    extent = found.extent
    words = layers.words(extent.first, extent.last)
    full = _unquoted(words, found.kind)
    name = full if found.last == extent.last else layers.words(extent.first, found.last)
    aliases = ({words, full} - {name}) | _abbreviation(layers, extent.last)
    sides: dict[str, Term] = {hit.mention.value.iri: hit.mention.value for hit in extent.parties}
    kind = "other" if found.kind == "other-framework" else found.kind
    return Framework(expand("id:" + slug(name)), name, kind, tuple(sides.values()), tuple(sorted(aliases)), ())


def _unquoted(words: str, kind: str) -> str:
    """The name inside its quotation marks; what stands behind them belongs to it unless it only tells the kind."""
    if words[:1] not in _QUOTES:
        return words
    ends = [words.index(mark, 1) for mark in _QUOTES.values() if mark in words[1:]]
    if not ends:
        return words
    inner, rest = words[1 : ends[-1]], words[ends[-1] + 1 :]
    return inner if kind in _ALWAYS_FRAMEWORKS else inner + rest


def _abbreviation(layers: Layers, i: int) -> set[str]:
    """The abbreviation that stands in brackets from token i on, if there is one."""
    word = layers.text_at(i + 1)
    bracketed = layers.text_at(i) == "(" and layers.text_at(i + 2) == ")"
    return {word} if bracketed and word.isupper() and len(word) > 1 else set()
