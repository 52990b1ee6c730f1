"""News agencies and companies that only their place gives away: before "reports", in a dateline, in a list of firms."""

from __future__ import annotations

from collections.abc import Iterator

from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.names import may_be_in_name
from kg.language.layers import Layers
from kg.language.lexicon import PARTIES, ROLES
from kg.model import Mention, Term
from kg.vocabulary import expand, slug

_CONJUNCTIONS = frozenset("as it that which he she they".split())
_REPORTS = ("reports", "reported", "informs")
_COMPANY_WORDS = frozenset("companies groups firms corporations giants enterprises manufacturers brands".split())
_LIST_OPENERS = ("as", "including", "like", ":", "namely", "are")
_LIST_MARKS = (",", "and", "&")


def media(layers: Layers) -> Iterator[Mention[Body]]:
    """News agencies as speakers: "/TASS/", "Trend reports", "NAME News Agency reports"."""
    for sentence in layers.sentences:
        for i in range(sentence.first, sentence.last):
            if layers.fold(i) in _REPORTS and not _has_subject(layers, i):
                first = _agency_before(layers, i, sentence.first)
                if first < i and layers.fold(i - 1) not in _CONJUNCTIONS:
                    yield _mention(layers, first, i, "media")


def dateline_agency(layers: Layers) -> Iterator[Mention[Body]]:
    """The agency in the brackets of a dateline: "ISLAMABAD, (NAME - 8th Oct, 2024)", "DUSHANBE, 29.11.2023 (NAME) -"."""
    for i in range(min(60, len(layers.tokens) - 2)):
        first = i + 1
        if layers.text_at(i) != "(" or not layers.capital(first):
            continue
        if layers.at(PARTIES, first) or layers.covered(first, BODY_MENTIONS):
            continue
        last = first
        while layers.capital(last) or (layers.text_at(last) == "/" and layers.capital(last + 1)):
            last += 1
        closed = layers.text_at(last) in (")", "-", "–", ",")
        if closed and _city_before(layers, i) and not layers.over(ROLES, first):
            yield _mention(layers, first, last, "media")
            return


def companies(layers: Layers) -> Iterator[Mention[Body]]:
    """Companies in a list that says so: "such companies as A, B and C", "firms including A"."""
    for sentence in layers.sentences:
        for i in range(sentence.first, sentence.last):
            if layers.fold(i) in _COMPANY_WORDS and not layers.capital(i):
                begin = _list_begin(layers, i + 1, sentence.last)
                if begin:
                    yield from _listed(layers, begin, _side(layers, sentence.first, i))


def _mention(layers: Layers, first: int, last: int, kind: str, side: Term | None = None) -> Mention[Body]:
    name = layers.words(first, last)
    return Mention(layers.span(first, last), BODY_MENTIONS, Body(expand("id:" + slug(name)), name, kind, side))


# --- Agencies ---------------------------------------------------------------------------------------------------


def _has_subject(layers: Layers, i: int) -> bool:
    """Whether a pronoun or a known body stands before the verb at token i."""
    return layers.fold(i - 1) in ("he", "she", "also") or layers.over(BODY_MENTIONS, i - 1) is not None


def _agency_before(layers: Layers, i: int, limit: int) -> int:
    """The first token of a capitalised name (or site name such as "DKnews.kz") between a comma and token i."""
    k = i
    while k > limit and _in_agency_name(layers, k, i):
        k -= 1
    opened = layers.text_at(k - 1) in (",", "”", '"', ".")
    return k if opened and i - k <= 6 and not _is_official(layers, k, i) else i


def _in_agency_name(layers: Layers, k: int, end: int) -> bool:
    """Whether the token before token k carries on an agency's name that ends before token ``end``."""
    mark = layers.text_at(k - 1) in (".", "-") and layers.adjacent(k - 1)
    touching = layers.adjacent(k) and (
        mark or layers.text_at(k - 1).isalpha() or (k < end and layers.text_at(k) == ".")
    )
    return layers.capital(k - 1) or touching


def _is_official(layers: Layers, first: int, last: int) -> bool:
    """Whether a title or party stands among the tokens, so that they name no agency."""
    titled = any(layers.covered(k, ROLES, PARTIES) for k in range(first, last))
    return titled and not may_be_in_name(layers, first)


def _city_before(layers: Layers, i: int) -> bool:
    """Whether a capital in capital letters stands right before token i."""
    return any(layers.text_at(k).isupper() and layers.at(PARTIES, k) for k in range(max(0, i - 8), i))


# --- Lists of companies -----------------------------------------------------------------------------------------


def _list_begin(layers: Layers, i: int, limit: int) -> int | None:
    """The first name of the list that follows token i, in this sentence or as "Among them are A, B" in the next."""
    for k in range(i, min(i + 8, limit)):
        if layers.fold(k) in _LIST_OPENERS and layers.capital(k + 1):
            return k + 1
        if layers.text_at(k) in (".", ";"):
            following = [layers.fold(j) for j in range(k + 1, k + 4)]
            return k + 4 if following == ["among", "them", "are"] else None
    return None


def _side(layers: Layers, first: int, i: int) -> Term | None:
    """The party whose adjective stands shortly before token i, else behind it."""
    before = (layers.before(PARTIES, k) for k in range(i, max(first, i - 4) - 1, -1))
    side = next((hit.mention.value for hit in before if hit and hit.mention.value.form == "adjective"), None)
    if side:
        return side
    following = next((hit for k in range(i, i + 4) if (hit := layers.at(PARTIES, k))), None)
    return following.mention.value if following and following.mention.value.form == "adjective" else None


def _listed(layers: Layers, i: int, side: Term | None) -> Iterator[Mention[Body]]:
    """The capitalised names from token i on that commas and "and" hold together."""
    while i < len(layers.tokens):
        end = i
        while layers.capital(end) and not layers.over(PARTIES, end):
            end += 1
        if end == i:
            return
        if not layers.over(BODY_MENTIONS, i):
            yield _mention(layers, i, end, "company", side)
        if layers.text_at(end) not in _LIST_MARKS:
            return
        i = end
        while layers.text_at(i) in _LIST_MARKS:
            i += 1
