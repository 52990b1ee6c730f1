"""The two sides that a figure lies between: by the words before it and after it, else those of its context."""

from __future__ import annotations

from kg.kinds.figures.flows import flows_after
from kg.kinds.figures.parties import Pair, parties, word_after, word_before
from kg.kinds.figures.sides import pair
from kg.kinds.figures.sites import Site
from kg.model import Document, Span, Term

_OF_COUNTERPART = frozenset(
    """companies enterprises firms investors businesses tourists students visitors joint-ventures""".split()
)
_CLAUSE_MARKS = frozenset(", ; ( ) . :".split())
_CLAUSE_WORDS = frozenset("and which while including than".split())


def pair_of(document: Document, site: Site, flow: str, measure: str, context: Pair, first: bool) -> Pair:
    """The pair of a figure; only the ``first`` one of a sentence looks back over the whole sentence."""
    shared = _whole_and_part(document, site) if measure == "share" else None
    if shared:
        return shared
    part = _share_of(document, site) if measure == "share" else None
    if part and context.reporter and not Pair(context.reporter, None).holds(part):
        return Pair(context.reporter, part)
    if document.words(site.left)[-2:] == ["which", "is"]:
        return context
    flow_follows = measure == "level" and flow in flows_after(document, site)
    left = None if flow_follows else pair(document, flow, site.left, context)
    own = parties(document, site.mention.span)
    if own and flow == "other":
        return _counted(site, own[0].value, left, context)
    right = _right(document, site, flow, context)
    if left and right:
        return _merged(left, right)
    earlier = pair(document, flow, site.before, context) if first else None
    return left or right or earlier or context


def _share_of(document: Document, site: Site) -> Term | None:
    """ "The share of Russia was 62%": the part of the whole spoken of."""
    for mention in reversed(parties(document, site.left)):
        before = document.words(Span(site.left.begin, mention.span.begin))[-3:]
        behind = document.words(Span(mention.span.end, site.left.end))
        if behind in (["'s"], ["s"]) or behind[:2] == ["'s", "share"]:
            return mention.value
        if before[-2:] == ["share", "of"] or before == ["share", "of", "the"]:
            return mention.value
    return None


def seen_from_home(sides: Pair, home: Term | None) -> Pair:
    """A count of things is seen from the home state where that is one of the sides."""
    reporter, counterpart = sides
    if reporter is None and home and (counterpart is None or counterpart.iri != home.iri):
        return Pair(home, counterpart)
    if home and reporter and counterpart and counterpart.iri == home.iri and "State" not in reporter.traits:
        return Pair(counterpart, reporter)
    return sides


def _counted(site: Site, party: Term, left: Pair | None, context: Pair) -> Pair:
    """ "3,000 European companies": things counted with the party that they are from."""
    if site.quantity.unit not in _OF_COUNTERPART and context.holds(party):
        return Pair(party, next((side for side in context if side and side.iri != party.iri), None))
    reporter = left.reporter if left and left.reporter else context.reporter
    return Pair(reporter if reporter and reporter.iri != party.iri else context.counterpart, party)


def _right(document: Document, site: Site, flow: str, context: Pair) -> Pair | None:
    """Parties right after a quantity ("$19 billion in the economy of Kazakhstan"), within its clause."""
    end = site.right.begin
    for token in document.tokens_in(site.right):
        if token.text in _CLAUSE_MARKS or token.fold in _CLAUSE_WORDS:
            break
        end = token.end
    return pair(document, flow, Span(site.right.begin, end), context) if end > site.right.begin else None


def _whole_and_part(document: Document, site: Site) -> Pair | None:
    """ "The EU accounts for 30% of Kazakhstan's foreign trade": the part is the counterpart, the whole reports."""
    if document.words(site.right)[:1] not in (["of"], ["in"]):
        return None
    owners = (
        m.value
        for m in parties(document, site.right)
        if m.value.form == "adjective" or word_after(document, m) == "'s" or word_before(document, m) in ("of", "'s")
    )
    whole = next(owners, None)
    others = (m.value for m in reversed(parties(document, site.left)) if whole and m.value.iri != whole.iri)
    part = next(others, None)
    return Pair(whole, part) if whole and part else None


def _merged(left: Pair, right: Pair) -> Pair:
    """The pair of the text before a figure, completed by the text after it."""
    if right.reporter and left.counterpart:
        return Pair(right.reporter, left.counterpart)
    if left.reporter and not left.counterpart and right.counterpart != left.reporter:
        return Pair(left.reporter, right.counterpart)
    return left
