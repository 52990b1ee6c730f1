"""Where a title ends: "of Foreign Affairs", "for Trade", "of France to Kazakhstan", ", Ministry of Finance".

A party in a complement tells whose post it is, or where its holder is sent; a body tells of what.
"""

from __future__ import annotations

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.names import portfolio_word
from kg.kinds.posts.titles import ARTICLES, Title
from kg.language.layers import Hit, Layers
from kg.language.lexicon import PARTIES, ROLES
from kg.model import Term

_PORTFOLIO_NOUNS = frozenset("affairs diplomatic mission missions delegation the".split())


def grow_right(layers: Layers, title: Title, limit: int) -> None:
    """Takes in the complements behind a title, from preposition to preposition, up to token ``limit``."""
    i = title.last
    while i < limit:
        after = _step_right(layers, title, i, limit)
        if after == i:
            break
        i = after
    title.last = i


def _step_right(layers: Layers, title: Title, i: int, limit: int) -> int:
    """The token after the title when the complement at token i is taken in, or i where nothing fits."""
    word = layers.fold(i)
    if word in ("of", "for"):
        return _governed(layers, title, i, limit)
    if word in ("to", "in"):
        return _accredited(layers, title, i)
    if word == "on":
        subject = _skip_articles(layers, i + 1)
        return _noun_phrase(layers, title, subject, limit) if portfolio_word(layers, subject) else i
    if word in ("and", "&") and i == title.role.last > title.role.first + 1 and _list_goes_on(layers, i, limit):
        return _noun_phrase(layers, title, i + 1, limit)
    if word == "," and _apposed(layers, title, i):
        return _noun_phrase(layers, title, i + 1, limit)
    side = layers.at(PARTIES, i + 1)
    desk = side is None or ("Region" in side.mention.value.traits and title.term.iri.endswith("secretary"))
    if word == "(" and i == title.role.last and layers.capital(i + 1) and desk:
        return next((k + 1 for k in range(i + 2, min(i + 8, limit)) if layers.text_at(k) == ")"), i)
    return i


def _apposed(layers: Layers, title: Title, i: int) -> bool:
    """Whether a ministry or a body stands behind the comma at token i: "Minister, Ministry of ..."."""
    ministry = title.role.last == i and portfolio_word(layers, i + 1) and layers.fold(i + 1) == "ministry"
    body = layers.at(BODY_MENTIONS, i + 1) is not None and title.body is None and title.of is None
    return ministry or body


def _skip_articles(layers: Layers, i: int) -> int:
    while layers.fold(i) in ARTICLES:
        i += 1
    return i


def _governed(layers: Layers, title: Title, i: int, limit: int) -> int:
    """Reads "of France", "for Foreign Affairs"; returns the token after it, or i where nothing fits."""
    begin = _skip_articles(layers, i + 1)
    party = layers.at(PARTIES, begin)
    to_mission = layers.fold(i) == "for" and title.of_mission
    portfolio = party is not None and portfolio_word(layers, party.last)
    if party and layers.fold(i) == "for" and not (to_mission or portfolio) and "Region" in party.mention.value.traits:
        return party.last
    if party is None or portfolio or _part_of_body(layers, party):
        end = _noun_phrase(layers, title, begin, limit)
        return end if end > begin else i
    if to_mission:
        title.to = title.to or party.mention.value
    else:
        title.of = title.of or party.mention.value
    last = _skip_members(layers, party.last) if title.plural else party.last
    title.cuts.append((i, last))
    return last


def _skip_members(layers: Layers, i: int) -> int:
    """The token after "member states" in "ambassadors of EU member states"."""
    j = i + (layers.fold(i) == "member")
    return j + 1 if layers.fold(j) in ("states", "countries") else i


def _accredited(layers: Layers, title: Title, i: int) -> int:
    """Reads "to Kazakhstan", "in the Republic of Kazakhstan", "to the President"."""
    begin = _skip_articles(layers, i + 1)
    party = layers.at(PARTIES, begin)
    if party is None or _part_of_body(layers, party):
        body = layers.at(BODY_MENTIONS, begin)
        return body.last if body and layers.fold(i) == "to" else i
    if layers.fold(i) == "in" and not title.of_mission:
        return i
    title.to = title.to or party.mention.value
    title.cuts.append((i, party.last))
    return party.last


def _part_of_body(layers: Layers, party: Hit[Term]) -> bool:
    """Whether the party is the beginning of the name of a body or framework ("Council of Europe", "Tajik-Turkmen
    Joint Commission")."""
    wholes = (layers.over(BODY_MENTIONS, party.first), layers.over(FRAMEWORK_MENTIONS, party.first))
    return any(whole is not None and whole.last > party.last for whole in wholes)


def _noun_phrase(layers: Layers, title: Title, i: int, limit: int) -> int:
    """Reads a portfolio or body ("Foreign Affairs and Security Policy", "the European Commission")."""
    body: Hit[Body | Framework] | None = layers.at(BODY_MENTIONS, i) or (
        layers.at(FRAMEWORK_MENTIONS, i) if layers.fold(i - 1) != "for" else None
    )
    if body:
        return _body(layers, title, body, i)
    j = end = i
    while j < limit:
        if _is_portfolio_noun(layers, j):
            if layers.at(PARTIES, j) and layers.fold(end) == "of" and not portfolio_word(layers, j + 1):
                break
            j += 1
            end = j if layers.fold(j - 1) != "the" else end
        elif end == j and (_list_goes_on(layers, j, limit) or _portfolio_follows(layers, j)):
            j += 1
        else:
            break
    return end


def _is_portfolio_noun(layers: Layers, i: int) -> bool:
    title_word = layers.at(ROLES, i) is not None
    party = layers.at(PARTIES, i)
    if party and party.mention.value.form == "adjective" and portfolio_word(layers, party.last):
        return party.last == i + 1
    return (portfolio_word(layers, i) and not title_word) or layers.fold(i) in _PORTFOLIO_NOUNS


def _list_goes_on(layers: Layers, i: int, limit: int) -> bool:
    """Whether token i is a comma, dash or "and" before more portfolio words, and no new title or party."""
    if layers.text_at(i) not in ("&", ",", "and", "-", "–", "‑"):
        return False
    j = i + 1 + (layers.fold(i + 1) == "and")
    return j < limit and _is_portfolio_noun(layers, j) and not layers.at(ROLES, j)


def _portfolio_follows(layers: Layers, i: int) -> bool:
    """Whether token i is "of" or "for" before a portfolio."""
    j = layers.skip_the(i + 1)
    return layers.fold(i) in ("of", "for") and portfolio_word(layers, j) and not layers.at(PARTIES, j)


def _body(layers: Layers, title: Title, body: Hit[Body | Framework], i: int) -> int:
    """A body's name in a title: its state is whose post it is; a body without a state is so itself."""
    party = layers.before(PARTIES, body.last) if BODY_MENTIONS.holds(body.mention) else None
    if party and party.first > body.first and layers.fold(party.first - 1) in ("of", "the"):
        title.of = title.of or party.mention.value
        begin = party.first
    else:
        title.body = body
        begin = i
    preposition = begin - (2 if layers.fold(begin - 1) in ARTICLES else 1)
    title.cuts.append((preposition, body.last))
    return body.last
