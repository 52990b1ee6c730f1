"""Which flow a figure observes: exports, imports, turnover, investment; else "other", the count of things."""

from __future__ import annotations

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.figures.sites import RATIOS, Site
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.posts.claim import POST_PHRASES
from kg.language.lexicon import FLOWS
from kg.model import Document, Mention, Span, Term
from kg.vocabulary import local

GOODS = ("tons", "tonnes", "barrels", "litres", "kilograms", "cubic metres")
_BREAKS = frozenset("and , . ; ( )".split())


def flows(document: Document, site: Site, context: str, listed: bool) -> list[str]:
    """The flows of a quantity; two for a share "of foreign trade and foreign investment".

    ``context`` is the flow spoken of before; a ``listed`` share ("A (30%), B (20%)") keeps to it.
    """
    following = flows_after(document, site)
    moved = [local(m.value.iri) for m in _named(document, site.left)][-1:]
    if following == ["turnover"] and site.quantity.unit == "percent" and moved in (["exports"], ["imports"]):
        return moved
    if following:
        return following
    if site.quantity.unit in GOODS:
        shipped = [*moved, *(local(m.value.iri) for m in _named(document, site.ahead)), context]
        moved = [flow for flow in shipped if flow in ("exports", "imports")][:1]
        return moved or ["other"]
    if site.quantity.unit not in RATIOS and not site.quantity.unit.isupper():
        return ["other"]
    named = _named(document, site.left)
    if not named and not listed:
        named = [m for m in _named(document, site.before) if not _is_aside(document, m, site)]
    if named:
        return [local(_strongest(document, named).value.iri)]
    if site.bracket == "other" and not listed:
        head = [local(m.value.iri) for m in _named(document, site.ahead)]
        return head[:1] or [context or "other"]
    ahead = [local(m.value.iri) for m in _named(document, site.right)]
    return [context or next(iter(ahead), "other")]


def flows_after(document: Document, site: Site) -> list[str]:
    """ "$38.6 billion in exports", "30% of Kazakhstan's foreign trade and foreign investment"."""
    mentions = document.inside(site.right, FLOWS)
    if not mentions:
        return []
    first, following = mentions[0], mentions[1:2]
    between = document.words(Span(site.mention.span.end, first.span.begin))
    direct = not between
    if (
        not (direct or between[:1] in (["in"], ["of"], ["worth"], ["fell"], ["on"]))
        or len(between) > 7
        or _BREAKS & set(between)
    ):
        return []
    if site.quantity.unit != "percent":
        following = []
    coordinated = [m for m in following if document.words(Span(first.span.end, m.span.begin)) == ["and"]]
    return [local(m.value.iri) for m in (first, *coordinated)]


def _named(document: Document, span: Span) -> list[Mention[Term]]:
    """The flows that a span names, outside of titles and names."""
    mentions = document.inside(span, FLOWS)
    return [m for m in mentions if not document.covered(m.span, POST_PHRASES, FRAMEWORK_MENTIONS, BODY_MENTIONS)]


def _strongest(document: Document, mentions: list[Mention[Term]]) -> Mention[Term]:
    """The nearest flow, unless it is the bare word "trade" and a fuller name stands before it."""
    bare = document.article.quote(mentions[-1].span).lower() in ("trade", "commerce")
    return mentions[-2] if bare and len(mentions) > 1 else mentions[-1]


def _is_aside(document: Document, mention: Mention[Term], site: Site) -> bool:
    """Whether a mention stands in brackets that are closed before a quantity."""
    depth = 0
    for word in document.words(Span(mention.span.end, site.mention.span.begin)):
        depth += (word == "(") - (word == ")")
        if depth < 0:
            return True
    return False
