"""Which sides a stretch of text puts a flow between: reporter and counterpart, by prepositions and possessives.

"Exports from A to B" have reporter A and counterpart B, whoever publishes them; an investment has the side
that receives it as reporter.
"""

from __future__ import annotations

import itertools

from kg.kinds.figures.parties import Pair, parties, word_after, word_before
from kg.language.lexicon import FLOWS
from kg.model import Document, Mention, Sentence, Span, Term
from kg.vocabulary import vocabulary

_RECEIVED = ("investment", "aid", "debt")
_TWO_WAY = frozenset("turnover balance other production gdp".split())
_MEMBERS = frozenset("countries states nations companies partners firms markets".split())
_OWNED = frozenset("exports imports exporters importers".split())
_TRADING = frozenset("sold sells exported exports shipped supplied bought buys imported imports purchased".split())
_BOTH = frozenset("countries neighbours neighbors states nations sides them".split())
_OF_ALL = frozenset("total overall country whole".split())
_WITH_ALL = frozenset("foreign external total overall".split())


def pair(document: Document, flow: str, window: Span, context: Pair) -> Pair | None:
    """The pair that a stretch of text names for a flow, completed from the context; None if it names nobody."""
    mentions = parties(document, window)
    if not mentions:
        return Pair(context.reporter, None) if context.counterpart and _with_the_world(document, window) else None
    both = _between(document, mentions)
    if both:
        return both
    denoted = [m.value if flow == "other" else _denoted(document, m, context) for m in mentions]
    roles = _roles(document, flow, mentions)
    reporter = _first(denoted, roles, "reporter")
    counterpart = _first(denoted, roles, "counterpart")
    told = {side.iri for side in (reporter, counterpart) if side}
    loose = [party for party in denoted if party.iri not in told]
    if reporter and not counterpart and not loose and flow not in _RECEIVED and _WITH_ALL & set(document.words(window)):
        return Pair(reporter, None)
    return _completed(*_placed(flow, reporter, counterpart, loose, context), context)


def _with_the_world(document: Document, window: Span) -> bool:
    """Whether a stretch of text names no partner but speaks of all trade: "the country's foreign trade turnover"."""
    named = (document.words(m.span)[0] for m in document.inside(window, FLOWS))
    return bool({"foreign", "external"} & set(named)) and bool(_OF_ALL & set(document.words(window)))


def sentence_pair(document: Document, sentence: Sentence, context: Pair, home: Term | None) -> Pair:
    """The pair that a sentence without figures sets for the next ones ("France is a partner of Kazakhstan").

    Where no word tells whose partner the other is, the pair of before stays, or the home state reports.
    """
    mentions = parties(document, sentence.span)
    both = _between(document, mentions)
    if both:
        return both
    states = _distinct([m for m in mentions if "Region" not in m.value.traits])
    named = states or _distinct(mentions)
    if len(named) != 2:
        return context
    first, second = named
    owner = next((m for m in mentions if word_after(document, m) == "'s" or word_before(document, m) == "of"), None)
    if owner is None and context.holds(first) and context.holds(second):
        return context
    reporter = owner.value if owner else home
    return Pair(first, second) if reporter and reporter.iri == first.iri else Pair(second, first)


def speaks_of_both(document: Document, sentence: Sentence, both: Pair) -> bool:
    """Whether a sentence speaks of two sides without their names: "trade between the two countries"."""
    words = document.words(sentence.span)
    if {"bilateral", "mutual", "way"} & set(words) and all(
        both.holds(m.value) for m in parties(document, sentence.span)
    ):
        return True
    between = (words[k + 1 : k + 4] for k, word in enumerate(words) if word == "between")
    return any(_BOTH & set(following) and not {"and"} & set(following) for following in between)


def _distinct(mentions: list[Mention[Term]]) -> list[Term]:
    found: dict[str, Term] = {}
    for mention in mentions:
        found.setdefault(mention.value.iri, mention.value)
    return list(found.values())


def _first(denoted: list[Term], roles: list[str], role: str) -> Term | None:
    return next((party for party, own in zip(denoted, roles, strict=True) if own == role), None)


def _between(document: Document, mentions: list[Mention[Term]]) -> Pair | None:
    """ "between A and B", "A and B trade", "Kazakh-French"."""
    for left, right in itertools.pairwise(mentions):
        gap = document.words(Span(left.span.end, right.span.begin))
        coordinated = gap in (["and"], ["and", "the"]) and word_before(document, left) == "between"
        if left.value.iri != right.value.iri and (coordinated or gap in (["-"], ["–"], ["—"])):
            return Pair(left.value, right.value)
    return None


def _roles(document: Document, flow: str, mentions: list[Mention[Term]]) -> list[str]:
    """The role of each party; things counted are where they are: "projects by South African firms in Botswana"."""
    roles = [_role(document, flow, m) for m in mentions]
    if flow != "other" or not any(word_before(document, m) == "in" for m in mentions):
        return roles
    return ["reporter" if word_before(document, m) == "in" else "" for m in mentions]


def _role(document: Document, flow: str, mention: Mention[Term]) -> str:
    """Whether a party is named as reporter or counterpart of a flow; empty if its place tells neither."""
    word, after = word_before(document, mention), word_after(document, mention)
    adjective = mention.value.form == "adjective"
    owns = after in ("'s", "'") or adjective or after in _OWNED
    possessor = "reporter" if owns or word == "of" else ""
    if after in _TRADING and flow in ("exports", "imports"):
        return "reporter"
    if adjective and word == "of" and flow == "imports" and after not in _OWNED:
        return "counterpart"
    if word == "with":
        return "reporter" if possessor and flow in ("exports", "imports") else "counterpart"
    if flow == "exports":
        return {"to": "counterpart", "from": "reporter"}.get(word, possessor)
    if flow == "imports":
        return {"from": "counterpart", "to": "reporter", "into": "reporter"}.get(word, possessor)
    if flow in _RECEIVED:
        if word in ("in", "into", "to", "for"):
            signed_there = word == "in" and mention.value.form == "capital"
            return "" if signed_there else "reporter"
        return "counterpart" if word in ("from", "by") or adjective or after == "'s" else ""
    if flow == "other" and word == "from" and not adjective:
        return "counterpart"
    return "reporter" if flow in _TWO_WAY and (possessor or word in ("in", "for")) else ""


def _placed(
    flow: str, reporter: Term | None, counterpart: Term | None, loose: list[Term], context: Pair
) -> tuple[Term | None, Term | None]:
    """Reporter and counterpart with the parties whose place tells nothing put on the open sides."""
    for party in loose:
        if flow in _RECEIVED or reporter is not None:
            counterpart = counterpart or party
        elif flow != "other" and counterpart is None and not context.holds(party):
            counterpart = party
        else:
            reporter = party
    return reporter, counterpart


def _completed(reporter: Term | None, counterpart: Term | None, context: Pair) -> Pair:
    """A pair whose open side is taken from the context."""
    if reporter and counterpart and reporter.iri == counterpart.iri:
        counterpart = None
    if reporter and not counterpart and context.holds(reporter):
        counterpart = context.other(reporter)
    if counterpart and not reporter and context.reporter:
        same = context.reporter.iri == counterpart.iri
        reporter = context.counterpart if same else context.reporter
    return Pair(reporter, counterpart)


def _denoted(document: Document, mention: Mention[Term], context: Pair) -> Term:
    """ "European investments" after talk of the EU are the EU's; "European countries" are Europe."""
    party = mention.value
    if party.form != "adjective" or "Region" not in party.traits or word_after(document, mention) in _MEMBERS:
        return party
    region = set(vocabulary().members(party.iri))
    unions = [side for side in context if side and "Union" in side.traits and _lies_in(side, region)]
    return unions[0] if unions else party


def _lies_in(union: Term, region: set[str]) -> bool:
    """Whether most members of a union belong to a region."""
    members = set(vocabulary().members(union.iri))
    return len(members & region) > len(members) / 2
