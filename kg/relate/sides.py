"""Which sides a figure lies between: reporter and counterpart, read from prepositions and possessives.

"Exports from A to B" have reporter A and counterpart B, whoever publishes them; an investment has the side
that receives it as reporter.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from kg.model import Document, Mention, Sentence, Span, Term, Token
from kg.vocabulary import vocabulary

_TRADE = frozenset(("turnover", "balance", "other", "production", "gdp"))
_MEMBERS = frozenset("countries states nations companies partners firms markets".split())
_SKIP = frozenset(
    """the a an both economy of republic market markets countries states member nations direction regions companies""".split()
)


class Pair(NamedTuple):
    """Reporter and counterpart; None where the text names none."""

    reporter: Term | None
    counterpart: Term | None

    def holds(self, party: Term | None) -> bool:
        """Whether a party is one of the two."""
        return party is not None and party.iri in {p.iri for p in self if p}


NOBODY = Pair(None, None)


class Sides:
    """Looks up parties and the words around them in one document."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self._document = document
        self._index = {token.begin: i for i, token in enumerate(document.tokens)}

    def index(self, begin: int) -> int:
        """The token that begins at a code point."""
        return self._index[begin]

    def inside(self, span: Span) -> list[Mention]:
        """The parties named inside a span, outside of titles and names of bodies."""
        names = ("post", "framework", "body", "name")
        return [m for m in self._document.inside(span, "party") if not self._document.covered(m.span, *names)]

    def whole(self, window: Span) -> bool:
        """Whether a stretch of text speaks of trade with all the world."""
        return bool({"foreign", "external", "total", "overall"} & set(self._document.words(window)))

    def before(self, mention: Mention) -> tuple[str, ...]:
        """The two words that govern a party: articles and "the economy of" are skipped."""
        i = self._index[mention.span.begin] - 1
        while (
            i >= 0
            and self.tokens[i].fold in _SKIP
            and not (self.tokens[i].fold == "of" and self.tokens[i - 1].fold not in _SKIP | {"economy"})
        ):
            i -= 1
        return tuple(t.fold for t in self.tokens[max(i - 1, 0) : i + 1])

    def after(self, mention: Mention) -> str:
        """The word after a party."""
        i = self._index[mention.span.begin]
        while i < len(self.tokens) and self.tokens[i].begin < mention.span.end:
            i += 1
        return self.tokens[i].fold if i < len(self.tokens) else ""


def pair(sides: Sides, flow: str, window: Span, context: Pair) -> Pair | None:
    """The pair that a stretch of text names for a flow, completed from the context; None if it names nobody."""
    mentions = sides.inside(window)
    if not mentions:
        return None
    both = _between(sides, mentions)
    if both:
        return both
    reporter = counterpart = None
    for mention in mentions:
        side, party = (
            _role(sides, flow, mention),
            denoted(sides, mention, context) if flow != "other" else mention.value,
        )
        if side == "reporter":
            reporter = reporter or party
        elif side == "counterpart":
            counterpart = counterpart or party
    parties = [denoted(sides, m, context) if flow != "other" else m.value for m in mentions]
    loose = [p for p in parties if p.iri not in {p.iri for p in (reporter, counterpart) if p}]
    if reporter and not counterpart and not loose and sides.whole(window):
        return Pair(reporter, None)
    return _complete(flow, reporter, counterpart, loose, context)


def _between(sides: Sides, mentions: Sequence[Mention]) -> Pair | None:
    """ "between A and B", "A and B trade", "Kazakh-French"."""
    for left, right in itertools.pairwise(mentions):
        gap = _gap(sides.tokens, sides.index(left.span.begin), left.span.end, right.span.begin)
        if left.value.iri == right.value.iri:
            continue
        if sides.before(left)[-1:] == ("between",) and gap in (["and"], ["and", "the"]):
            return Pair(left.value, right.value)
        if gap in (["-"], ["–"], ["—"]):
            return Pair(left.value, right.value)
    return None


def _gap(tokens: Sequence[Token], start: int, begin: int, end: int) -> list[str]:
    return [t.fold for t in tokens[start : start + 14] if begin <= t.begin < end]


def _role(sides: Sides, flow: str, mention: Mention) -> str:
    """Whether a party is named as reporter or counterpart of a flow; empty if its place tells neither."""
    word = (sides.before(mention) or ("",))[-1]
    possessor = sides.after(mention) in ("'s", "'") or mention.value.form == "adjective" or word == "of"
    if word == "with":
        return "reporter" if possessor and flow in ("exports", "imports") else "counterpart"
    if flow == "exports":
        return {"to": "counterpart", "from": "reporter"}.get(word, "reporter" if possessor else "")
    if flow == "imports":
        return {"from": "counterpart", "to": "reporter", "into": "reporter"}.get(word, "reporter" if possessor else "")
    if flow in ("investment", "aid", "debt"):
        if word in ("in", "into", "to", "for"):
            return "reporter"
        if word in ("from", "by") or mention.value.form == "adjective" or (possessor and sides.after(mention) == "'s"):
            return "counterpart"
        return ""
    if flow in _TRADE:
        return "reporter" if possessor or word in ("in", "for") else ""
    return ""


def _complete(flow: str, reporter: Term | None, counterpart: Term | None, loose: list[Term], context: Pair) -> Pair:
    """Fills the open side from parties without a telling place, then from the context."""
    for party in loose:
        if flow == "other" and reporter is None:
            reporter = party
        elif flow in ("investment", "aid", "debt") or reporter is not None:
            counterpart = counterpart or party
        elif counterpart is not None or not context.holds(party):
            reporter, counterpart = (reporter or party, counterpart) if counterpart else (reporter, party)
        else:
            reporter = reporter or party
    if reporter and counterpart and reporter.iri == counterpart.iri:
        counterpart = None
    if reporter and not counterpart and context.holds(reporter):
        other = context.counterpart if context.reporter and context.reporter.iri == reporter.iri else context.reporter
        counterpart = other
    if counterpart and not reporter:
        other = context.reporter
        reporter = other if other and other.iri != counterpart.iri else context.counterpart if other else None
    return Pair(reporter, counterpart)


def denoted(sides: Sides, mention: Mention, context: Pair) -> Term:
    """ "European investments" after talk of the EU are the EU's; "European countries" are Europe."""
    party: Term = mention.value
    if party.form != "adjective" or "Region" not in party.traits or sides.after(mention) in _MEMBERS:
        return party
    region = set(vocabulary().members(party.iri))
    unions = [p for p in context if p and "Union" in p.traits and _mostly(set(vocabulary().members(p.iri)), region)]
    return unions[0] if unions else party


def _mostly(members: set[str], region: set[str]) -> bool:
    return len(members & region) > len(members) / 2


def sentence_pair(sides: Sides, sentence: Sentence, context: Pair) -> Pair:
    """The pair that a sentence without figures sets for the next ones ("France is a partner of Kazakhstan")."""
    mentions = sides.inside(sentence.span)
    found = _between(sides, mentions)
    if found:
        return found
    parties: list[Term] = []
    states = [m for m in mentions if "Region" not in m.value.traits]
    for mention in states if len({m.value.iri for m in states}) > 1 else mentions:
        if mention.value.iri not in {p.iri for p in parties}:
            parties.append(mention.value)
    if len(parties) == 2:
        first, second = parties
        owner = next((m for m in mentions if sides.after(m) == "'s" or (sides.before(m) or ("",))[-1] == "of"), None)
        return Pair(second, first) if owner is None or owner.value.iri == second.iri else Pair(first, second)
    return context
