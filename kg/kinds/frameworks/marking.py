"""Names of frameworks: agreements, formats, commissions, programmes and routes, in quotation marks, capitals or lower case."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.bodies.extents import Extent, extent_of, in_statistics, is_either, is_framework, with_parties
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.frameworks.complements import complement_end, definite_end
from kg.kinds.names import common_words
from kg.language.layers import Hit, Layers
from kg.language.lexicon import FRAMEWORK_KINDS, FRAMEWORK_TERMS, INSTITUTION_KINDS, PARTIES, ROLES
from kg.model import Mention, Term
from kg.vocabulary import FRAMEWORK_CLASSES, expand, local, slug

_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’"}
_KINDS_OF_EITHER = {"agency": "commission", "company": "commission", "other-institution": "other"}
_ALWAYS_FRAMEWORKS = ("format", "forum", "programme")
_DOCUMENTS = frozenset("agreement treaty protocol memorandum pact declaration communiqué".split())
_PLAIN_MODIFIERS = frozenset(
    """strategic partnership peace free trade joint cooperation border gas oil visa investment security defence
    defense economic guarantee loan ceasefire framework""".split()
)
_PAIR_MODIFIERS = frozenset(
    """intergovernmental joint business economic investment trade mixed bilateral governmental
    interparliamentary""".split()
)
_ROUTE_MODIFIERS = frozenset("gas oil transport economic energy power trade railway multimodal".split())

Found = tuple[Extent, str]


def frameworks(layers: Layers) -> Iterator[Mention[Framework]]:
    """The frameworks named in a document, still without evidence."""
    for hit in (*layers.hits(FRAMEWORK_TERMS), *layers.hits(PARTIES)):
        kinds = sorted(hit.mention.value.traits & FRAMEWORK_CLASSES)
        counted = PARTIES.holds(hit.mention) and in_statistics(layers, hit)
        if kinds and not layers.over(BODY_MENTIONS, hit.first) and not counted:
            yield Mention(hit.mention.span, FRAMEWORK_MENTIONS, _known(hit, kinds[0].lower()))
    reach = 0
    either = (head for head in layers.hits(INSTITUTION_KINDS) if is_either(layers, head))
    for head in sorted((*layers.hits(FRAMEWORK_KINDS), *either), key=lambda h: (h.first, -h.last)):
        if head.first < reach or layers.covered(head.first, BODY_MENTIONS, FRAMEWORK_TERMS):
            continue
        found = (
            _quoted(layers, head)
            or _named(layers, head)
            or _behind_its_name(layers, head)
            or _paired(layers, head)
            or _definite(layers, head)
            or _plain(layers, head)
        )
        if found:
            extent, kind = found
            reach = extent.last
            yield Mention(layers.span(extent.first, extent.last), FRAMEWORK_MENTIONS, _framework(layers, extent, kind))


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
    return (with_parties(layers, first, head.last), _kind(head)) if first is not None else None


def _named(layers: Layers, head: Hit[Term]) -> Found | None:
    """A capitalised name, with "between A and B" and an abbreviation in brackets behind it."""
    if not layers.capital(head.first):
        return None
    kind, extent = _kind(head), extent_of(layers, head)
    if is_either(layers, head) and kind not in _ALWAYS_FRAMEWORKS and not is_framework(layers, head, extent):
        return None
    extent = _without_meeting(layers, head, extent)
    last = complement_end(layers, head, extent.last)
    if last - extent.first < 2 or (last == extent.last and _only_party(layers, head, extent)):
        return None
    return with_parties(layers, extent.first, last), _KINDS_OF_EITHER.get(kind, kind)


def _without_meeting(layers: Layers, head: Hit[Term], extent: Extent) -> Extent:
    """ "Joint Commission meeting" names the commission."""
    last = extent.last
    while layers.fold(last - 1) in ("meeting", "session", "summit", "round") and last - 1 > head.first:
        last -= 1
    return Extent(extent.first, last, extent.parties)


def _only_party(layers: Layers, head: Hit[Term], extent: Extent) -> bool:
    """ "Kazakhstan's Strategy" alone names nothing in particular."""
    around = (*range(extent.first, head.first), *range(head.last, extent.last))
    return all(layers.over(PARTIES, k) or layers.possessive(k) for k in around)


def _behind_its_name(layers: Layers, head: Hit[Term]) -> Found | None:
    """A route or programme in lower case behind its name: "Baku-Tbilisi-Kars railway", "Amazon Vision programme"."""
    kind = _kind(head)
    if kind not in ("route", "programme") or layers.capital(head.first):
        return None
    i = head.first
    while layers.fold(i - 1) in _ROUTE_MODIFIERS:
        i -= 1
    end = i
    while i > layers.sentence_of(head.first).first and (layers.capital(i - 1) or layers.text_at(i - 1) in "-–—"):
        i -= 1
    words = [k for k in range(i, end) if layers.capital(k)]
    named = [k for k in words if layers.fold(k) not in common_words() and not layers.over(PARTIES, k)]
    if len(words) < 2 or not named:
        return None
    return with_parties(layers, i, head.last), kind


def _paired(layers: Layers, head: Hit[Term]) -> Found | None:
    """A commission or forum in lower case behind the two sides that it ties: "Russian-Mongolian commission"."""
    if _kind(head) not in ("commission", "forum") or layers.capital(head.first):
        return None
    i = head.first
    while layers.fold(i - 1) in _PAIR_MODIFIERS:
        i -= 1
    second = layers.before(PARTIES, i)
    first = layers.before(PARTIES, second.first - 1) if second and layers.text_at(second.first - 1) in "-–—" else None
    if second is None or first is None:
        return None
    begin = first.first - (layers.fold(first.first - 1) == "joint")
    last = complement_end(layers, head, head.last)
    return with_parties(layers, begin, last), _kind(head)


def _definite(layers: Layers, head: Hit[Term]) -> Found | None:
    """A lower-case kind with a complement that makes it definite: "an agreement to facilitate the visa regime"."""
    if layers.capital(head.first):
        return None
    last = definite_end(layers, head)
    return (with_parties(layers, head.first, last), _kind(head)) if last else None


def _plain(layers: Layers, head: Hit[Term]) -> Found | None:
    """A document in lower case that its place, subject ("peace agreement") or signing makes definite."""
    if layers.fold(head.first) not in _DOCUMENTS or head.last - head.first > 1:
        return None
    if layers.capital(head.first) and not _signed(layers, head.first, head.last):
        return None
    first = head.first
    while layers.fold(first - 1) in _PLAIN_MODIFIERS and not layers.capital(first - 1):
        first -= 1
    if first == head.first and _place(layers, first - 1):
        first -= 1
    if first == head.first and not _signed(layers, first, head.last):
        return None
    return with_parties(layers, first, head.last), _kind(head)


def _place(layers: Layers, i: int) -> bool:
    """Whether token i, inside its sentence, names a place by which a document is called ("the Minsk agreement")."""
    if not layers.capital(i) or layers.fold(i) in common_words() or layers.over(ROLES, i):
        return False
    party = layers.over(PARTIES, i)
    adjective = party is not None and party.mention.value.form != "capital"
    inside = i > layers.sentence_of(i + 1).first
    return inside and not adjective and layers.fold(i) not in ("the", "this", "both")


def _signed(layers: Layers, first: int, last: int) -> bool:
    """Whether a word of signing stands right before or behind a document."""
    near = (*range(max(0, first - 4), first), *range(last, min(last + 3, len(layers.tokens))))
    return any(layers.fold(k).startswith(("sign", "finali", "initial")) for k in near)


# --- The value --------------------------------------------------------------------------------------------------


def _framework(layers: Layers, extent: Extent, kind: str) -> Framework:
    words = layers.words(extent.first, extent.last)
    full = _unquoted(words, kind)
    head, between, _ = words.partition(" between ")
    name = head if between and " to " not in head else full
    aliases = ({words, full} - {name}) | _abbreviation(layers, extent.last)
    sides: dict[str, Term] = {hit.mention.value.iri: hit.mention.value for hit in extent.parties}
    kind = "other" if kind == "other-framework" else kind
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
