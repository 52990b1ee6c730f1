"""The names that a title introduces: after it, before it in apposition, or in a list.

A list may give each name a sending side of its own ("ambassadors of France A and Poland B").
"""

from __future__ import annotations

from kg.kinds.names import may_be_in_name, name_begin, name_end, skip_honorifics
from kg.kinds.posts.titles import ARTICLES, Title
from kg.language.layers import DASHES, Layers
from kg.language.lexicon import PARTIES, ROLES
from kg.model import Span, Term

_COPULAS = ("who", "is", "was", "as")
_BETWEEN_NAME_AND_TITLE = frozenset([*ARTICLES, *_COPULAS, "newly", "appointed", "current"])
_LIST_MARKS = (",", ";", "&")
_LIST_WORDS = frozenset("and the of as well".split())

Holder = tuple[Span, Term | None]


def holders(layers: Layers, title: Title) -> list[Holder]:
    """The spans of the names with the side that a list gives each; a title grows over the list behind it."""
    sentence = layers.sentence_of(title.first)
    if title.plural or len(title.left) > 1:
        listed = _listed(layers, title, sentence.last)
        if listed:
            _take_in(layers, title, listed)
            return listed
    name = _after(layers, title, sentence.last) or _before(layers, title, sentence.first)
    surname = name is not None and " " not in layers.text[name.begin : name.end]
    return [(name, None)] if name and not (surname and title.plural) else []


# --- One name ---------------------------------------------------------------------------------------------------


def _after(layers: Layers, title: Title, limit: int) -> Span | None:
    """The name right after the title, perhaps behind a comma, a dash or another title ("and Foreign Minister")."""
    i = skip_honorifics(layers, title.last)
    apposed = layers.text_at(i) in (",", ":", *DASHES)
    if apposed:
        i = skip_honorifics(layers, i + 1)
    end = name_end(layers, i, limit)
    if end == i or (apposed and not _is_apposition(layers, i, end)):
        return None
    return layers.span(i, end)


def _is_apposition(layers: Layers, first: int, last: int) -> bool:
    """Whether a name behind a comma belongs to the title before it, and to no title behind it."""
    if layers.text_at(last) == ",":
        return not _title_follows(layers, last)
    closed = layers.fold(last) in (".", ",", "and", ";") or layers.text_at(last)[:1].islower()
    return last - first > 1 and closed


def _title_follows(layers: Layers, i: int) -> bool:
    """Whether a title without a name of its own follows the comma at token i."""
    role = layers.at(ROLES, i + 1 + (layers.fold(i + 1) in ARTICLES))
    return role is not None and not may_be_in_name(layers, _behind_side(layers, role.last))


def _behind_side(layers: Layers, i: int) -> int:
    """The token behind "of the Republic of Chile" at token i, else i."""
    party = layers.at(PARTIES, layers.skip_the(i + 1)) if layers.fold(i) == "of" else None
    return party.last if party else i


def _before(layers: Layers, title: Title, limit: int) -> Span | None:
    """The name before the title in apposition: "NAME, the TITLE", "NAME (TITLE)" or "NAME is the TITLE"."""
    i = title.first
    while i > limit and layers.fold(i - 1) in _BETWEEN_NAME_AND_TITLE:
        i -= 1
    apposed = layers.text_at(i - 1) in (",", "(")
    said = i < title.first and layers.fold(i) in _COPULAS
    if i - 1 <= limit or not (apposed or said):
        return None
    end = i - 1 if apposed else i
    begin = name_begin(layers, end, limit)
    honoured = layers.fold(begin - 1) in ("mr", "ms", "mrs", "dr", ".")
    return layers.span(begin, end) if end - begin > 1 or (end > begin and honoured) else None


# --- A list of names --------------------------------------------------------------------------------------------


def _listed(layers: Layers, title: Title, limit: int) -> list[Holder]:
    """The distributive list: "of the EU A, France B and Poland C", "A (France), B (Poland)", "A and B"."""
    names: list[Holder] = []
    side = title.of
    i = title.last + (layers.text_at(title.last) in (",", ":", *DASHES))
    while i < limit:
        i = skip_honorifics(layers, i)
        party = layers.at(PARTIES, i)
        end = name_end(layers, i, limit)
        if party and names:
            side, i = party.mention.value, party.last
        elif end > i and (end > i + 1 or _stands_alone(layers, title, i)):
            own, after = _side_behind(layers, end)
            names.append((layers.span(i, end), own or side))
            side, i = None, _accredited(layers, title, after)
        elif end == i and (layers.text_at(i) in _LIST_MARKS or layers.fold(i) in _LIST_WORDS):
            i += 1
        else:
            break
    return _distributed(title, names)


def _stands_alone(layers: Layers, title: Title, i: int) -> bool:
    """Whether a name of one word can stand in a list: right behind the title, or with its side ("A (France)")."""
    behind = i <= title.role.last or title.role.last == title.last
    return behind or (layers.text_at(i + 1) in ("(", ",", "and") and layers.at(PARTIES, i + 2) is not None)


def _side_behind(layers: Layers, i: int) -> tuple[Term | None, int]:
    """The side behind a name that ends before token i ("(France)", "of France"), and the token after it."""
    opened = layers.text_at(i) in ("(", "from") or layers.fold(i) == "of"
    party = layers.at(PARTIES, layers.skip_the(i + 1)) if opened else None
    if party is None:
        return None, i
    return party.mention.value, party.last + (layers.text_at(party.last) == ")")


def _accredited(layers: Layers, title: Title, i: int) -> int:
    """Reads "in the Republic of Kazakhstan" after the list, where all of them are accredited; the token after it."""
    party = layers.at(PARTIES, layers.skip_the(i + 1)) if layers.fold(i) == "in" else None
    if party is None:
        return i
    title.to = title.to or party.mention.value
    return party.last


def _distributed(title: Title, names: list[Holder]) -> list[Holder]:
    """One side each where as many parties stand before the title as names behind it ("French and Polish ministers A and B")."""
    if len(title.left) < 2 or len(names) != len(title.left):
        return names
    return [(span, given or side) for (span, given), side in zip(names, title.left, strict=True)]


def _take_in(layers: Layers, title: Title, listed: list[Holder]) -> None:
    """Grows a title over the list behind it, unless that is a single name without any side."""
    if len(listed) > 1 or title.of or title.left:
        title.last = max(title.last, layers.after(listed[-1][0]))
