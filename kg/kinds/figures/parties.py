"""Parties near a figure, and the words that govern them."""

from __future__ import annotations

from typing import NamedTuple

from kg.kinds.bodies.claim import BODY_MENTIONS
from kg.kinds.figures.sites import position
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.people.claim import NAMES
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.quantities.claim import QUANTITIES
from kg.language.lexicon import PARTIES
from kg.model import Document, Mention, Span, Term

_SKIPPED = frozenset(
    """the a an both economy of republic market markets countries states member nations direction regions
    companies""".split()
)

_KINDS_OF_STATE = frozenset("nation country state economy neighbour neighbor power".split())
_WAYS = frozenset("gateway bridge hub largest biggest".split())
_MONEY = frozenset("$ dollar dollars pound pounds franc francs dinar dinars".split())


class Pair(NamedTuple):
    """Reporter and counterpart; None where the text names none."""

    reporter: Term | None
    counterpart: Term | None

    def holds(self, party: Term) -> bool:
        """Whether a party is one of the two."""
        return party.iri in {side.iri for side in self if side}

    def other(self, party: Term) -> Term | None:
        """The side that is not the party: the counterpart of the reporter, else the reporter."""
        return self.counterpart if self.reporter and self.reporter.iri == party.iri else self.reporter


NOBODY = Pair(None, None)


def parties(document: Document, span: Span) -> list[Mention[Term]]:
    """The parties named inside a span, outside of titles and names of bodies."""
    mentions = document.inside(span, PARTIES)
    return [m for m in mentions if not _is_part(document, m) and not _is_setting(document, m)]


def _is_setting(document: Document, mention: Mention[Term]) -> bool:
    """Whether a region only tells where a side lies: "Southeast Asia's second-largest economy", "gateway to West Africa"."""
    before = [token.fold for token in document.tokens_in(Span(max(0, mention.span.begin - 24), mention.span.begin))]
    if "Union" in mention.value.traits and {"partner", "partners"} & set(before[-4:]) and "in" in before[-2:]:
        return True
    if "Region" not in mention.value.traits:
        return False
    after = word_after(document, mention)
    return after in ("'s", "’s") or after in _KINDS_OF_STATE or word_before(document, mention) in _WAYS


def _is_part(document: Document, mention: Mention[Term]) -> bool:
    """Whether a party only belongs to a title, a name or a currency ("US dollars")."""
    whole = document.covered(mention.span, POST_PHRASES, FRAMEWORK_MENTIONS, NAMES) or document.nested(
        mention.span, BODY_MENTIONS
    )
    return whole or (document.nested(mention.span, QUANTITIES) and word_after(document, mention) in _MONEY)


def word_before(document: Document, mention: Mention[Term]) -> str:
    """The word that governs a party: articles and "the economy of" are skipped; empty at the text's begin."""
    tokens = document.tokens
    i = position(document, mention.span.begin) - 1
    while i >= 0 and tokens[i].fold in _SKIPPED:
        if tokens[i].fold == "of" and tokens[i - 1].fold not in _SKIPPED:
            break
        i -= 1
    return tokens[i].fold if i >= 0 else ""


def word_after(document: Document, mention: Mention[Term]) -> str:
    """The word after a party; empty at the text's end."""
    i = position(document, mention.span.end)
    return document.tokens[i].fold if i < len(document.tokens) else ""
