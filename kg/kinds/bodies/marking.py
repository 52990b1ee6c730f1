"""Names of institutions: bodies of the vocabulary, and a head noun ("ministry", "agency") with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.bodies.extents import Extent, extent_of, in_statistics, is_framework
from kg.language.layers import Hit, Layers
from kg.language.lexicon import BODY_TERMS, INSTITUTION_KINDS, PARTIES
from kg.model import Mention, Term
from kg.vocabulary import expand, local, slug, vocabulary

_KINDS = {"political-party": "party", "other-institution": "other"}
_NAMED_ALONE = ("ministry", "parliament", "government", "agency")
_NAMED_IN_LOWER_CASE = ("government", "parliament", "ministry", "mission")
_LOWER_CASE_HEADS = (
    "government",
    "parliament",
    "ministry",
    "embassy",
    "consulate",
    "senate",
    "cabinet",
    "mfa",
    "duma",
    "group",
)
_FOREIGN_MINISTRY = "Ministry of Foreign Affairs"


def institutions(layers: Layers) -> Iterator[Mention[Body]]:
    """The institutions named in a document."""
    for hit in layers.hits(BODY_TERMS):
        yield Mention(hit.mention.span, BODY_MENTIONS, _known(hit.mention.value))
    for hit in layers.hits(PARTIES):
        if "Institution" in hit.mention.value.traits and not in_statistics(layers, hit):
            yield Mention(hit.mention.span, BODY_MENTIONS, _known(hit.mention.value))
    reach = 0
    for head in layers.hits(INSTITUTION_KINDS):
        if head.first < reach or layers.over(BODY_TERMS, head.first) or layers.over(PARTIES, head.first):
            continue
        extent = _abroad(layers, head, extent_of(layers, head))
        if _is_name(layers, head, extent) and not is_framework(layers, head, extent):
            reach = extent.last
            yield Mention(layers.span(extent.first, extent.last), BODY_MENTIONS, _body(layers, head, extent))


def _abroad(layers: Layers, head: Hit[Term], extent: Extent) -> Extent:
    """The name of a mission with the land where it is: "Embassy of Chile in Peru"."""
    if local(head.mention.value.iri) != "mission":
        return extent
    found = layers.lines.matches("bodies", layers.sentence_of(head.first))
    lands = dict(match.slots["at"] for match in found)
    return extent._replace(last=lands.get(extent.last, extent.last))


def _is_name(layers: Layers, head: Hit[Term], extent: Extent) -> bool:
    """A head noun is a name when capitalised with company, or when it is tied to a party ("the Kazakh government")."""
    kind = local(head.mention.value.iri)
    capital = layers.capital(head.first)
    if extent.last - extent.first == head.last - head.first:
        return capital and _tells_enough(layers, head) and kind in _NAMED_ALONE
    return capital or (
        kind in _NAMED_IN_LOWER_CASE
        and bool(extent.parties)
        and head.mention.value.form != "plural"
        and layers.fold(head.last - 1) in _LOWER_CASE_HEADS
    )


def _tells_enough(layers: Layers, head: Hit[Term]) -> bool:
    """Whether a head noun has several words or is an abbreviation."""
    form = layers.words(head.first, head.last)
    return head.last - head.first > 1 or (form.isupper() and 2 < len(form) < 5)


def _known(term: Term) -> Body:
    """A body of the vocabulary."""
    source = vocabulary()
    kind = local(source.value(term.iri, "dcterms:type") or "other")
    whole = source.value(term.iri, "org:subOrganizationOf")
    return Body(term.iri, term.label, kind, source.term(whole) if whole else None)


def _body(layers: Layers, head: Hit[Term], extent: Extent) -> Body:
    kind = local(head.mention.value.iri)
    of = extent.parties[-1].mention.value if extent.parties else None
    printed = name = layers.words(extent.first, extent.last)
    if kind == "ministry" and _is_foreign_ministry(layers, extent):
        name = f"{_FOREIGN_MINISTRY} of {of.label}" if of else _FOREIGN_MINISTRY
    aliases = (printed,) if printed != name else ()
    return Body(expand("id:" + slug(_identity(name, of))), name, _KINDS.get(kind, kind), of, aliases)


def _identity(name: str, of: Term | None) -> str:
    """The part of a name that makes its IRI: "of the Republic of Kazakhstan" and "of Kazakhstan" are one."""
    if of is None:
        return name
    for form in (of.label, *vocabulary().values(of.iri, "skos:altLabel")):
        for ending in (f" of the {form}", f" of {form}"):
            if name.endswith(ending):
                return name.removesuffix(ending) + " " + of.label
    return name


def _is_foreign_ministry(layers: Layers, extent: Extent) -> bool:
    words = [layers.fold(k) for k in range(extent.first, extent.last)]
    line = " ".join(words)
    alone = "ministry of foreign affairs" in line and "foreign affairs and" not in line
    return words[-1] in ("mfa", "mofa") or "foreign ministry" in line or alone
