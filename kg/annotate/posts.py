"""Titles: "Deputy Minister of Foreign Affairs of Kazakhstan", with the names that they introduce.

A title phrase grows from its head (a role of the vocabulary) to the left over modifiers, portfolios and
parties, and to the right over "of", "for", "to" and "in" complements. Names stand after it, before it in
apposition, or in a list that may give each name a sending side of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.annotate.layers import Hit, Layers
from kg.annotate.names import common_words, may_be_in_name, name_begin, name_end, skip_honorifics
from kg.model import Mention, PostPhrase, Span, Term
from kg.vocabulary import vocabulary

_MODIFIERS = frozenset(
    """deputy vice first second acting assistant senior former chief associate adjunct interim outgoing under
    parliamentary permanent special""".split()
)
_NEW = frozenset(["newly", "appointed", "new", "incoming"])
_KEPT = frozenset(["former", "acting", "interim"])
_ARTICLES = frozenset(["the", "a", "an"])
_LEFT_STOP = frozenset("and or with by from to of at".split())
_DASHES = ("-", "–", "—", "‑")
_MISSION = "head-of-mission"
_GOVERNING = frozenset("head heads chief secretary dean leader leaders".split())
_COPULAS = frozenset("the a an who is was as also newly appointed current".split())


@dataclass(slots=True)
class _Phrase:
    """A title phrase while it is being read."""

    role: Hit
    first: int
    last: int
    left: list[Term] = field(default_factory=list)
    of: list[Term] = field(default_factory=list)
    to: Term | None = None
    body: Hit | None = None
    new: bool = False
    plural: bool = False
    cuts: list[tuple[int, int]] = field(default_factory=list)


def posts(layers: Layers) -> Iterator[Mention]:
    """The title phrases of a document as mentions of kind ``post``; each value is a :class:`PostPhrase`."""
    reach = 0
    pending: _Phrase | None = None
    for role in layers.hits("roles"):
        if role.first < reach or not _is_title(layers, role):
            continue
        phrase = _read(layers, role, reach)
        if pending is not None and _personal_rank(pending, phrase):
            phrase = _with_rank(pending, phrase)
        elif pending is not None:
            yield _mention(layers, pending)
        reach, pending = phrase.last, phrase
        if layers.at("roles", reach) is None:
            yield _mention(layers, phrase)
            pending = None
    if pending is not None:
        yield _mention(layers, pending)


def _mention(layers: Layers, phrase: _Phrase) -> Mention:
    names = _names(layers, phrase)
    return Mention(layers.span(phrase.first, phrase.last), "post", _value(layers, phrase, names))


def _personal_rank(phrase: _Phrase, following: _Phrase) -> bool:
    """ "Foreign Secretary Ambassador NAME": the second title is a rank, no post."""
    return (
        following.first == phrase.last and following.role.mention.value.iri.endswith("/ambassador") and not following.of
    )


def _with_rank(phrase: _Phrase, following: _Phrase) -> _Phrase:
    phrase.cuts.append((phrase.last, following.last))
    phrase.last = following.last
    return phrase


def _is_title(layers: Layers, role: Hit) -> bool:
    """Guards against words that are titles only in a title's place ("heads for", "chair" the verb)."""
    word = layers.fold(role.first)
    single = role.last - role.first == 1
    if (
        single
        and not layers.capital(role.first)
        and word in ("head", "heads", "chief", "chair", "leader", "leaders", "secretary", "premier", "office", "dean")
    ):
        governed = layers.fold(role.last) in ("of", "for") and word in _GOVERNING
        return governed or (layers.text_at(role.first - 1) == "," and may_be_in_name(layers, role.first - 2))
    if layers.over("period", role.first):
        return False
    return not (single and word in ("king", "prince") and not layers.capital(role.first))


def _read(layers: Layers, role: Hit, reach: int) -> _Phrase:
    phrase = _Phrase(role, role.first, role.last, plural=role.mention.value.form == "plural")
    sentence = layers.sentence_of(role.first)
    _left(layers, phrase, max(sentence.first, reach))
    _right(layers, phrase, sentence.last)
    return phrase


def _left(layers: Layers, phrase: _Phrase, limit: int) -> None:
    """Grows to the left: "Russian Economic Development Deputy Minister", "the newly appointed ..."."""
    i = phrase.first
    while i > limit:
        party = layers.before("party", i)
        word, text = layers.fold(i - 1), layers.text_at(i - 1)
        if party and party.first >= limit and not _closes_complement(layers, party):
            phrase.left.insert(0, party.mention.value)
            phrase.cuts.append((party.first, i))
            i = party.first
        elif text in ("'s", "’s") and layers.before("party", i - 1):
            phrase.cuts.append((i - 1, i))
            i -= 1
        elif word in _NEW or (word == "the" and layers.fold(i) in _NEW):
            phrase.new = phrase.new or word in ("new", "incoming", "appointed", "newly")
            phrase.cuts.append((i - 1, i))
            i -= 1
        elif word in _MODIFIERS or (
            word in common_words()
            and layers.capital(i - 1)
            and word not in _LEFT_STOP
            and text[0].isalpha()
            and not _sentence_word(layers, i - 1)
        ):
            i -= 1
        elif (
            word in ("and", "&")
            and _portfolio(layers, i - 2)
            and i - 2 >= limit
            and _portfolio(layers, i)
            and i < phrase.role.first
        ):
            i -= 2
        elif word in ("and", ",") and phrase.left and layers.before("party", i - 1) and phrase.plural:
            i -= 1
            phrase.cuts.append((i, i + 1))
        elif word == "his" or word == "her":
            break
        else:
            break
    while i < phrase.role.first and layers.fold(i) in ("the", "and", ",", "first") and layers.fold(i) != "first":
        i += 1
    phrase.first = i


def _sentence_word(layers: Layers, i: int) -> bool:
    """A function word that is capitalised only because a sentence begins with it."""
    return layers.fold(i) in (
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "during",
        "after",
        "as",
        "for",
        "this",
        "his",
        "her",
        "their",
        "meanwhile",
        "today",
    )


def _closes_complement(layers: Layers, party: Hit) -> bool:
    """Whether a party before a head belongs to what comes before it ("of France Minister ..." does not occur)."""
    return (
        party.mention.value.form in ("label", "hidden")
        and layers.fold(party.first - 1) in ("of", "to")
        and layers.text_at(party.last) not in ("'s", "’s")
    )


def _portfolio(layers: Layers, i: int) -> bool:
    return layers.capital(i) and layers.fold(i) in common_words()


def _right(layers: Layers, phrase: _Phrase, limit: int) -> None:
    """Grows to the right over complements, from preposition to preposition."""
    i = phrase.last
    while i < limit:
        word = layers.fold(i)
        if word in ("of", "for", "to", "in", "at", "on"):
            after = _complement(layers, phrase, word, i + 1, limit)
        elif word == "," and phrase.role.last == i and _portfolio(layers, i + 1) and layers.fold(i + 1) == "ministry":
            after = _noun_phrase(layers, phrase, i + 1, limit)
        elif word == "(" and i == phrase.role.last and layers.capital(i + 1) and not layers.at("party", i + 1):
            after = next((k + 1 for k in range(i + 2, min(i + 8, limit)) if layers.text_at(k) == ")"), i)
        elif word == "," and layers.at("body", i + 1) and phrase.body is None and not phrase.of:
            after = _noun_phrase(layers, phrase, i + 1, limit)
        else:
            break
        if after == i:
            break
        i = after
    phrase.last = i


def _complement(layers: Layers, phrase: _Phrase, prep: str, i: int, limit: int) -> int:
    """Reads what follows a preposition; returns the token after it, or the preposition's own where nothing fits."""
    start = i - 1
    while layers.fold(i) in _ARTICLES:
        i += 1
    party = layers.at("party", i)
    mission = _MISSION in phrase.role.mention.value.traits or phrase.role.mention.value.iri.endswith(_MISSION)
    if prep in ("on", "at"):
        return _noun_phrase(layers, phrase, i, limit) if _portfolio(layers, i) and prep == "on" else start
    portfolio = prep == "for" and not mission and party is not None and "Region" in party.mention.value.traits
    if portfolio and party is not None:
        return party.last
    if party and not _part_of_body(layers, party):
        end = party.last
        if prep in ("to", "in"):
            if prep == "in" and not mission:
                return start
            phrase.to = phrase.to or party.mention.value
            phrase.cuts.append((start, end))
            return end
        if prep == "for" and mission:
            phrase.to = phrase.to or party.mention.value
        elif not phrase.of:
            phrase.of.append(party.mention.value)
        phrase.cuts.append((start, end))
        return end
    if prep in ("to", "in"):
        body = layers.at("body", i)
        if prep == "to" and body:
            return body.last
        return start
    end = _noun_phrase(layers, phrase, i, limit)
    return end if end > i else start


def _part_of_body(layers: Layers, party: Hit) -> bool:
    """Whether the party is the beginning of a body's name ("European Commission", "Council of Europe")."""
    body = layers.over("body", party.first)
    return body is not None and body.last > party.last


def _noun_phrase(layers: Layers, phrase: _Phrase, i: int, limit: int) -> int:
    """A portfolio or body ("Foreign Affairs and Security Policy", "the European Commission")."""
    body = layers.at("body", i) or layers.at("framework", i)
    if body:
        return _body(layers, phrase, body, i)
    j = end = i
    while j < limit:
        if (_portfolio(layers, j) and not layers.at("roles", j)) or layers.fold(j) in (
            "affairs",
            "diplomatic",
            "mission",
            "missions",
            "delegation",
            "the",
        ):
            if layers.at("party", j) and layers.fold(end) == "of":
                break
            j += 1
            end = j if layers.fold(j - 1) != "the" else end
        elif (
            layers.text_at(j) in ("&", ",", "and", "-", "–", "‑") and end == j and _continues(layers, j + 1, limit)
        ) or (
            layers.fold(j) in ("of", "for")
            and end == j
            and _portfolio(layers, j + 1 + (layers.fold(j + 1) == "the"))
            and not layers.at("party", j + 1 + (layers.fold(j + 1) == "the"))
        ):
            j += 1
        else:
            break
    return end


def _body(layers: Layers, phrase: _Phrase, body: Hit, i: int) -> int:
    """A body's name in a title: its state is whose post it is; a body without a state is so itself."""
    party = layers.before("party", body.last) if body.mention.kind == "body" else None
    if party and party.first > body.first and layers.fold(party.first - 1) in ("of", "the"):
        if not phrase.of:
            phrase.of.append(party.mention.value)
        phrase.cuts.append((party.first - _back(layers, party.first), body.last))
    else:
        phrase.body = body
        phrase.cuts.append((i - _back(layers, i), body.last))
    return body.last


def _continues(layers: Layers, j: int, limit: int) -> bool:
    """After a comma or "and": more portfolio words, and no new title or name."""
    if layers.fold(j) == "and":
        j += 1
    return j < limit and _portfolio(layers, j) and layers.at("roles", j) is None and not layers.at("party", j)


def _back(layers: Layers, i: int) -> int:
    """How many tokens of preposition and article stand before token i."""
    return 2 if layers.fold(i - 1) in _ARTICLES else 1


# --- Names -----------------------------------------------------------------------------------------------


def _names(layers: Layers, phrase: _Phrase) -> list[tuple[Span, Term | None]]:
    sentence = layers.sentence_of(phrase.first)
    if phrase.plural or len(phrase.left) > 1:
        listed = _list(layers, phrase, sentence.last)
        if listed:
            return listed
    following = _after(layers, phrase, sentence.last)
    if following:
        return [(following, None)]
    preceding = _before(layers, phrase, sentence.first)
    return [(preceding, None)] if preceding else []


def _after(layers: Layers, phrase: _Phrase, limit: int) -> Span | None:
    """The name right after the title, perhaps behind a comma, a dash or another title ("and Foreign Minister")."""
    i = skip_honorifics(layers, phrase.last)
    comma = layers.text_at(i) in (",", ":") or layers.text_at(i) in _DASHES
    if comma:
        i = skip_honorifics(layers, i + 1)
    end = name_end(layers, i, limit)
    if end == i:
        return None
    if (
        comma
        and (end - i == 1 or (layers.fold(end) not in (",", ".", "and", ";") and not _verbish(layers, end)))
        and layers.text_at(end) not in (",",)
    ):
        return None
    if comma and layers.at("roles", end) is None and _title_follows(layers, end):
        return None
    return layers.span(i, end)


def _title_follows(layers: Layers, i: int) -> bool:
    """Whether ", TITLE" follows a name, so that the name belongs to that title."""
    role = layers.at("roles", i + 1 + (layers.fold(i + 1) in _ARTICLES)) if layers.text_at(i) == "," else None
    return role is not None and not may_be_in_name(layers, role.last)


def _verbish(layers: Layers, i: int) -> bool:
    return layers.text_at(i)[:1].islower()


def _before(layers: Layers, phrase: _Phrase, limit: int) -> Span | None:
    """The name before the title in apposition: "NAME, the TITLE" or "NAME (TITLE)"."""
    i = phrase.first
    while i > limit and layers.fold(i - 1) in (
        "the",
        "a",
        "an",
        "who",
        "is",
        "was",
        "as",
        "newly",
        "appointed",
        "current",
    ):
        i -= 1
    if i - 1 <= limit or (
        layers.text_at(i - 1) not in (",", "(")
        and not (i < phrase.first and layers.fold(i) in ("who", "is", "was", "as"))
    ):
        return None
    end = i - 1 if layers.text_at(i - 1) in (",", "(") else i
    begin = name_begin(layers, end, limit)
    if end - begin < 2 and not (end > begin and layers.fold(begin - 1) in ("mr", "ms", "mrs", "dr", ".")):
        return None
    return layers.span(begin, end)


def _list(layers: Layers, phrase: _Phrase, limit: int) -> list[tuple[Span, Term | None]]:
    """The distributive list: "of the EU A, France B and Poland C", "A (France), B (Poland)", "A and B"."""
    names: list[tuple[Span, Term | None]] = []
    side: Term | None = phrase.of[0] if phrase.of else None
    i = phrase.last
    if layers.text_at(i) in (",", ":", *_DASHES):
        i += 1
    while i < limit:
        i = skip_honorifics(layers, i)
        party = layers.at("party", i)
        if party and names:
            side, i = party.mention.value, party.last
            continue
        end = name_end(layers, i, limit)
        if end == i + 1 and ((names and i > 0) or i > phrase.role.last) and not _single(layers, phrase, i):
            break
        if end > i:
            span, i = layers.span(i, end), end
            bracketed = (
                layers.at("party", i + 1 + (layers.fold(i + 1) == "the"))
                if layers.text_at(i) in ("(", "of", "from") or layers.fold(i) == "of"
                else None
            )
            if bracketed:
                side, i = bracketed.mention.value, bracketed.last + (layers.text_at(bracketed.last) == ")")
            names.append((span, side))
            side = None
            if layers.fold(i) == "in" and layers.at("party", i + 1 + (layers.fold(i + 1) == "the")):
                i = _sent_to(layers, phrase, i)
        elif layers.text_at(i) in (",", ";", "and", "&") or layers.fold(i) in ("and", "the", "of", "as", "well"):
            i += 1
        else:
            break
    sides = phrase.left if len(phrase.left) > 1 else []
    if sides and len(names) == len(sides):
        names = [(span, given or sides[k]) for k, (span, given) in enumerate(names)]
    if len(names) == 1 and not phrase.of and not phrase.left:
        return names
    if names:
        phrase.last = max(phrase.last, layers._ends[names[-1][0].end])  # noqa: SLF001 - same stage
    return names


def _single(layers: Layers, phrase: _Phrase, i: int) -> bool:
    """Whether a name of one word can stand in a list: right behind the title, or with its side ("A (France)")."""
    return phrase.role.last == phrase.last or (
        layers.text_at(i + 1) in ("(", ",", "and") and layers.at("party", i + 2) is not None
    )


def _sent_to(layers: Layers, phrase: _Phrase, i: int) -> int:
    """ "... in the Republic of Kazakhstan" after the list: where all of them are accredited."""
    party = layers.at("party", i + 1 + (layers.fold(i + 1) == "the"))
    assert party is not None
    phrase.to = phrase.to or party.mention.value
    return party.last


# --- The value ---------------------------------------------------------------------------------------------


def _value(layers: Layers, phrase: _Phrase, names: list[tuple[Span, Term | None]]) -> PostPhrase:
    of: Term | None = phrase.of[0] if phrase.of else phrase.left[-1] if phrase.left else None
    body = phrase.body.mention.value if phrase.body else None
    return PostPhrase(
        title=_title(layers, phrase),
        role=_role(layers, phrase),
        of=body if body is not None and not phrase.of else of,
        to=phrase.to,
        new=phrase.new,
        names=tuple(names),
        span=layers.span(phrase.first, phrase.last),
        plural=phrase.plural,
    )


def _role(layers: Layers, phrase: _Phrase) -> Term:
    role: Term = phrase.role.mention.value
    before = {layers.fold(k) for k in range(phrase.first, phrase.role.first)}
    if role.iri.endswith(("/minister", "/foreign-minister")) and before & {"deputy", "vice"}:
        role = vocabulary().term("code:deputy-minister")
    return role


def _title(layers: Layers, phrase: _Phrase) -> str:
    """The title's own words, without parties, names and "newly appointed", in the singular."""
    last = phrase.last
    if phrase.plural:
        last = min(last, max(phrase.role.last, _noun_phrase_end(layers, phrase)))
    cut = {k for first, end in phrase.cuts for k in range(first, end)}
    kept = [k for k in range(phrase.first, last) if k not in cut]
    words: list[str] = []
    for k in kept:
        text = layers.text_at(k)
        if words and ((layers.adjacent(k) and k - 1 in kept) or text == ","):
            words[-1] += text
        else:
            words.append(text)
    title = " ".join(words)
    if phrase.role.mention.value.form == "hidden":
        title = title.replace(
            layers.words(phrase.role.first, phrase.role.last), phrase.role.mention.value.label.title()
        )
    if phrase.plural:
        title = _singular(title)
    return title[:1].upper() + title[1:]


def _noun_phrase_end(layers: Layers, phrase: _Phrase) -> int:
    k = phrase.role.last
    while (
        k < phrase.last and not layers.at("party", k) and not may_be_in_name(layers, k) and layers.fold(k) not in (",",)
    ):
        k += 1
    return k


def _singular(title: str) -> str:
    return re.sub(
        r"\b(heads|missions|ministers|ambassadors|presidents|secretaries|commissioners|representatives|envoys|speakers|chargés|leaders|consuls|directors|governors|mayors|senators)\b",
        lambda m: m.group()[:-3] + "y" if m.group().endswith("ies") else m.group()[:-1],
        title,
        flags=re.IGNORECASE,
    )
