"""Titles while they are read: "Deputy Minister of Foreign Affairs of Kazakhstan", and where they begin.

A title grows from its head (a role of the vocabulary) to the left over modifiers, portfolios and parties, and to
the right over its complements.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import Framework
from kg.kinds.names import may_be_in_name, portfolio_word
from kg.kinds.periods.claim import PERIODS
from kg.language.layers import DASHES, Hit, Layers
from kg.language.lexicon import BODY_TERMS, PARTIES
from kg.model import Term

ARTICLES = frozenset(["the", "a", "an"])
_MODIFIERS = frozenset(
    """deputy vice first second acting assistant senior former chief associate adjunct interim under
    parliamentary permanent special""".split()
)
_NEW = frozenset("newly appointed new incoming".split())
_LEAVING = frozenset("outgoing departing".split())
_FUNCTION_WORDS = frozenset(
    """and or with by from to of at the a an in on during after as for this his her their meanwhile today""".split()
)
_TITLES_IN_PLACE = frozenset("head heads chief chair leader leaders secretary premier office dean".split())
_GOVERNING = frozenset("head heads chief secretary dean leader leaders".split())
_MISSION = "head-of-mission"


@dataclass(slots=True)
class Title:
    """A title phrase while it is being read; ``cuts`` are the tokens that are no words of the title itself."""

    role: Hit[Term]
    first: int
    last: int
    left: list[Term] = field(default_factory=list)
    of: Term | None = None
    to: Term | None = None
    body: Hit[Body | Framework] | None = None
    new: bool = False
    plural: bool = False
    cuts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def term(self) -> Term:
        """The role of the vocabulary."""
        return self.role.mention.value

    @property
    def of_mission(self) -> bool:
        """Whether the title is that of an envoy."""
        return _MISSION in self.term.traits or self.term.iri.endswith(_MISSION)


def is_title(layers: Layers, role: Hit[Term]) -> bool:
    """Guards against words that are titles only in a title's place ("heads for", "chair" the verb)."""
    word = layers.fold(role.first)
    if layers.fold(role.last) in ("bin", "ibn", "bint"):
        return False
    single = role.last - role.first == 1
    lower = single and not layers.capital(role.first)
    if lower and word in _TITLES_IN_PLACE:
        governed = layers.fold(role.last) in ("of", "for") and word in _GOVERNING
        return governed or (layers.text_at(role.first - 1) == "," and may_be_in_name(layers, role.first - 2))
    return not layers.over(PERIODS, role.first) and not (lower and word in ("king", "prince"))


def grow_left(layers: Layers, title: Title, limit: int) -> None:
    """Takes in what stands before a title, down to token ``limit``: "Russian Economic Development", "newly appointed"."""
    i = title.first
    while i > limit and layers.fold(i) != "the":
        before = _step_left(layers, title, i, limit)
        if before == i:
            break
        i = before
    while i < title.role.first and layers.fold(i) in ("the", "and", ","):
        i += 1
    title.first = i
    if not title.left and layers.fold(i - 1) in ("by", "under", ",", *DASHES):
        title.of = title.of or _delegation(layers, i, limit)


def _delegation(layers: Layers, i: int, limit: int) -> Term | None:
    """ "A Saudi business delegation led by ...", "a delegation from Hungary headed by ...": whose delegation it is."""
    words = [layers.fold(k) for k in range(max(limit, i - 14), i)]
    if words[-2:-1] == ["side"] or words[-3:-2] == ["side"]:
        party = layers.at(PARTIES, i - words[::-1].index("side") - 2)
        return party.mention.value if party else None
    if "delegation" not in words or words[-2:-1] not in (["led"], ["headed"], ["leadership"]):
        return None
    parties = (hit for k in range(i - 1, max(limit, i - 14), -1) if (hit := layers.at(PARTIES, k)))
    return next((hit.mention.value for hit in parties), None)


def _step_left(layers: Layers, title: Title, i: int, limit: int) -> int:
    """The first token of the title when what stands before token i is taken in, or i where nothing fits."""
    party = layers.before(PARTIES, i)
    if party and party.first >= limit and not _closes_complement(layers, party):
        title.left.insert(0, party.mention.value)
        title.cuts.append((party.first, i))
        return party.first
    body = layers.before(BODY_MENTIONS, i) if i == title.role.first and title.body is None else None
    if (
        body
        and body.mention.value.kind == "ministry"
        and body.first >= limit
        and layers.covered(body.first, BODY_TERMS)
    ):
        title.body = body
        title.cuts.append((body.first, i))
        return body.first
    if _is_newly(layers, i - 1):
        title.new = title.new or layers.fold(i - 1) in _NEW
        title.cuts.append((i - 1, i))
        return i - 1
    if layers.possessive(i - 1) and layers.before(PARTIES, i - 1):
        title.cuts.append((i - 1, i))
        return i - 1
    if _is_modifier(layers, i - 1):
        return i - 1
    if _joins_portfolios(layers, title, i, limit):
        return i - 2
    if layers.fold(i - 1) in ("and", ",") and title.left and title.plural and layers.before(PARTIES, i - 1):
        title.cuts.append((i - 1, i))
        return i - 1
    return i


def _closes_complement(layers: Layers, party: Hit[Term]) -> bool:
    """Whether a party before a head belongs to what comes before it ("of France Minister ..." does not occur)."""
    return (
        party.mention.value.form in ("label", "hidden")
        and layers.fold(party.first - 1) in ("of", "to")
        and not layers.possessive(party.last)
    )


def _is_newly(layers: Layers, i: int) -> bool:
    """Whether token i belongs to "the newly appointed"."""
    return layers.fold(i) in _NEW | _LEAVING or (layers.fold(i) == "the" and layers.fold(i + 1) in _NEW)


def _is_modifier(layers: Layers, i: int) -> bool:
    """Whether token i is a modifier ("deputy") or a capitalised word of a portfolio."""
    word = layers.fold(i)
    return word in _MODIFIERS or (portfolio_word(layers, i) and word not in _FUNCTION_WORDS)


def _names_several(layers: Layers, title: Title, i: int) -> bool:
    """Whether "and" joins portfolios between token i and the head: "Investment, Trade and Industry Minister"."""
    return any(layers.fold(k) in ("and", "&") for k in range(i, title.role.first))


def _joins_portfolios(layers: Layers, title: Title, i: int, limit: int) -> bool:
    """Whether "and" before token i joins two words of a portfolio before the head."""
    return (
        (layers.fold(i - 1) in ("and", "&") or (layers.text_at(i - 1) == "," and _names_several(layers, title, i)))
        and limit <= i - 2
        and i < title.role.first
        and portfolio_word(layers, i - 2)
        and portfolio_word(layers, i)
    )
