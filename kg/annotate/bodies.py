"""Names of institutions and of frameworks: a head noun ("ministry", "agreement") with what belongs to its name.

A name grows from its head to the left over capitalised words and parties, and to the right over "of", "for",
"on" complements. Whether "commission" or "council" heads an institution or a framework is told by the words
around it ("intergovernmental", "joint", two parties).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.annotate.layers import Hit, Layers
from kg.annotate.names import common_words, may_be_in_name
from kg.model import Body, Framework, Mention, Term
from kg.vocabulary import expand, local, slug, vocabulary

_TIES = frozenset(
    """intergovernmental joint bilateral mixed working business cooperation ministerial consultative high-level
    trilateral inter contact partnership""".split()
)
_EITHER = frozenset(
    """commission committee council group dialogue forum conference platform initiative programme program centre
    center union board""".split()
)
_INNER = frozenset("of the for and on in to at".split())
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’"}
_DASHES = ("-", "–", "—", "‑")
_CLAUSE_END = frozenset(
    """which that , . ; : ( ) who where as while with is was were are has have had will would should and""".split()
)
_LOWER_TAIL = {"agreement": ("on", "to", "for"), "memorandum": ("on", "for"), "treaty": ("on",), "protocol": ("on", "of", "to"), "road map": ("on", "for", "to"),
               "roadmap": ("on", "for", "to"), "memorandum of understanding": ("on", "for"), "action plan": ("on", "for"), "convention": ("on",)}  # fmt: skip
_MINISTRY_OF_FOREIGN_AFFAIRS = frozenset(["mfa", "mofa"])


class Extent(NamedTuple):
    """The tokens of a name, and the parties named inside it."""

    first: int
    last: int
    parties: tuple[Hit, ...]


def bodies(layers: Layers) -> Iterator[Mention]:
    """The institutions named in a document (kind ``body``, value :class:`Body`)."""
    for hit in layers.hits("bodies"):
        yield Mention(hit.mention.span, "body", _known(hit.mention.value))
    reach = 0
    for head in layers.hits("institution-kinds"):
        if head.first < reach or layers.over("bodies", head.first):
            continue
        extent = _extent(layers, head)
        if _is_name(layers, head, extent) and not is_framework(layers, head, extent):
            reach = extent.last
            yield Mention(layers.span(extent.first, extent.last), "body", _body(layers, head, extent))


def frameworks(layers: Layers) -> Iterator[Mention]:
    """The frameworks named in a document (kind ``framework``, value :class:`Framework` without evidence)."""
    reach = 0
    heads = [
        *layers.hits("framework-kinds"),
        *(h for h in layers.hits("institution-kinds") if layers.fold(h.last - 1) in _EITHER),
    ]
    for head in sorted(heads, key=lambda h: (h.first, -h.last)):
        if head.first < reach or layers.over("body", head.first):
            continue
        found = _quoted(layers, head) or _named(layers, head) or _definite(layers, head) or _plain(layers, head)
        if found:
            extent, kind = found
            reach = extent.last
            yield Mention(layers.span(extent.first, extent.last), "framework", _framework(layers, extent, kind))


# --- Where a name begins and ends ----------------------------------------------------------------------------


def _extent(layers: Layers, head: Hit) -> Extent:
    sentence = layers.sentence_of(head.first)
    first = _grow_left(layers, head.first, sentence.first)
    last = _grow_right(layers, head.last, sentence.last)
    return _with_parties(layers, first, last)


def _with_parties(layers: Layers, first: int, last: int) -> Extent:
    parties = [hit for k in range(first, last) if (hit := layers.at("party", k))]
    return Extent(first, last, tuple(parties))


def _grow_left(layers: Layers, i: int, limit: int) -> int:
    start = i
    if (
        layers.fold(i) == "ministry"
        and layers.fold(i - 1) in ("foreign", "defence", "defense", "finance", "interior", "economy")
        and i - 1 >= limit
    ):
        i -= 1
    while i > limit:
        party = layers.before("party", i)
        text, word = layers.text_at(i - 1), layers.fold(i - 1)
        if party and party.first >= limit and party.mention.value.form != "capital":
            i = party.first
        elif (
            (text in ("'s", "’s") and layers.before("party", i - 1))
            or (layers.capital(i - 1) and _belongs(layers, i - 1, limit))
            or (
                text in _DASHES
                and i < start
                and i - 1 > limit
                and (layers.capital(i - 2) or layers.before("party", i - 1))
                and (layers.adjacent(i) or layers.before("party", i - 1))
            )
            or (
                word in ("and", "&", ",")
                and i - 2 >= limit
                and layers.capital(i - 2)
                and layers.fold(i - 2) in common_words()
                and _listed(layers, i, start)
            )
        ):
            i -= 1
        else:
            break
    while i < start and (layers.fold(i) in ("the", "and", ",", "&") or layers.text_at(i) in ("'s", "’s", *_DASHES)):
        i += 1
    return i


def _belongs(layers: Layers, i: int, limit: int) -> bool:
    """A capitalised word is part of a name to its right unless it is a title, a month or a sentence's first function word."""
    if layers.over("roles", i) or layers.over("period", i):
        return False
    return not (i == limit and layers.fold(i) in _FUNCTION)


_FUNCTION = frozenset(
    """the a an in on at during after before as for by with from this that these those its their his her our under
    within according meanwhile of to and both among when while""".split()
)


def _listed(layers: Layers, i: int, start: int) -> bool:
    """Whether a comma or "and" before token i lies inside a list of portfolio words ("Economy, Budget, and Finance")."""
    return (i < start and layers.capital(i) and layers.fold(i) in common_words()) or (
        layers.fold(i) in ("and",) and i + 1 < start
    )


def _grow_right(layers: Layers, i: int, limit: int) -> int:
    end = i
    while i < limit:
        word = layers.fold(i)
        party = layers.at("party", i)
        if party and end == i and layers.fold(i - 1) in _INNER:
            i = end = party.last
            if layers.fold(i) not in ("of", "on", "for", "and"):
                break
        elif (
            layers.capital(i)
            and layers.fold(i) not in ("the",)
            and not layers.at("roles", i)
            and (layers.fold(i - 1) in _INNER or layers.fold(i) in common_words())
        ):
            i += 1
            end = i
        elif word in ("of", "for", "on", "and", "at") and end == i and _capital_follows(layers, i + 1, limit, word):
            i += 1 + (layers.fold(i + 1) == "the")
            end = i if layers.at("party", i) or layers.capital(i) else end
        elif (
            word in (",", "&")
            and end == i
            and layers.capital(i + 1)
            and layers.fold(i + 1) in common_words()
            and layers.fold(i + 2) in ("and", "&", ",")
            and layers.capital(i + 3)
        ):
            i += 1
            end = i
        else:
            break
    while end > 0 and layers.fold(end - 1) in _INNER | {",", "&"}:
        end -= 1
    return end


def _capital_follows(layers: Layers, i: int, limit: int, word: str) -> bool:
    i += layers.fold(i) == "the"
    if i >= limit or layers.at("roles", i):
        return False
    if word == "and":
        return (
            layers.capital(i)
            and layers.fold(i) in common_words()
            and not layers.at("party", i)
            and not layers.at("institution-kinds", i)
        )
    if word in ("at", "on", "for"):
        return layers.capital(i) and layers.fold(i) in common_words()
    return layers.at("party", i) is not None or layers.capital(i)


# --- What kind of name it is ----------------------------------------------------------------------------------


def _is_name(layers: Layers, head: Hit, extent: Extent) -> bool:
    """A head noun is a name when capitalised with company, or when it is tied to a party ("the Kazakh government")."""
    kind = local(head.mention.value.iri)
    capital = layers.capital(head.first)
    alone = extent.last - extent.first == head.last - head.first
    form = layers.words(head.first, head.last)
    if alone:
        return (
            capital
            and (head.last - head.first > 1 or (form.isupper() and len(form) > 2))
            and kind in ("ministry", "parliament", "government", "agency")
        )
    if not capital:
        return (
            kind in ("government", "parliament", "ministry", "mission")
            and bool(extent.parties)
            and head.mention.value.form != "plural"
            and _lower_ok(layers, head, extent)
        )
    return True


def _lower_ok(layers: Layers, head: Hit, extent: Extent) -> bool:
    word = layers.fold(head.last - 1)
    return word in ("government", "parliament", "ministry", "embassy", "consulate", "senate", "cabinet", "mfa", "duma")


def is_framework(layers: Layers, head: Hit, extent: Extent) -> bool:
    """Whether "commission", "council" and the like tie parties together."""
    if layers.fold(head.last - 1) not in _EITHER:
        return False
    words = {layers.fold(k) for k in range(extent.first, extent.last)}
    sides = {hit.mention.value.iri for hit in extent.parties}
    return bool(words & _TIES) or len(sides) > 1


def _known(term: Term) -> Body:
    """A body of the vocabulary."""
    source = vocabulary()
    kind = local(source.value(term.iri, "dcterms:type") or "other")
    whole = source.value(term.iri, "org:subOrganizationOf")
    return Body(term.iri, term.label, kind, source.term(whole) if whole else None)


def _body(layers: Layers, head: Hit, extent: Extent) -> Body:
    kind = local(head.mention.value.iri)
    of = extent.parties[-1].mention.value if extent.parties else None
    name = layers.words(extent.first, extent.last)
    if kind == "ministry" and _is_foreign_ministry(layers, extent):
        name = f"Ministry of Foreign Affairs of {of.label}" if of else "Ministry of Foreign Affairs"
    kind = {"political-party": "party", "other-institution": "other"}.get(kind, kind)
    aliases = (layers.words(extent.first, extent.last),)
    return Body(expand("id:" + slug(_identity(name, of))), name, kind, of, tuple(a for a in aliases if a != name))


def _identity(name: str, of: Term | None) -> str:
    """The part of a name that makes its IRI: "of the Republic of Kazakhstan" and "of Kazakhstan" are one."""
    if of is None:
        return name
    for prefix in (f" of the {of.label}", f" of {of.label}"):
        if name.endswith(prefix):
            return name.removesuffix(prefix) + " " + of.label
    for form in vocabulary().values(of.iri, "skos:altLabel"):
        for prefix in (f" of the {form}", f" of {form}"):
            if name.endswith(prefix):
                return name.removesuffix(prefix) + " " + of.label
    return name


def _is_foreign_ministry(layers: Layers, extent: Extent) -> bool:
    words = [layers.fold(k) for k in range(extent.first, extent.last)]
    if words[-1] in _MINISTRY_OF_FOREIGN_AFFAIRS:
        return True
    line = " ".join(words)
    return "foreign ministry" in line or ("ministry of foreign affairs" in line and "foreign affairs and" not in line)


# --- Frameworks -------------------------------------------------------------------------------------------------


def _quoted(layers: Layers, head: Hit) -> tuple[Extent, str] | None:
    """A name in quotation marks before its kind: the "Central Asia – EU" format."""
    i = head.first - 1
    closing = layers.text_at(i)
    opening = next((o for o, c in _QUOTES.items() if c == closing), None)
    if opening is None:
        return None
    for k in range(i - 1, max(i - 14, -1), -1):
        if layers.text_at(k) == opening and k < i - 1:
            return _with_parties(layers, k, head.last), local(head.mention.value.iri)
    return None


def _named(layers: Layers, head: Hit) -> tuple[Extent, str] | None:
    """A capitalised name, with "between A and B" and an abbreviation in brackets behind it."""
    if not layers.capital(head.first):
        return None
    extent = _extent(layers, head)
    kind = local(head.mention.value.iri)
    either = layers.fold(head.last - 1) in _EITHER
    if either and kind not in ("format", "forum", "programme") and not is_framework(layers, head, extent):
        return None
    while layers.fold(extent.last - 1) in ("meeting", "session", "summit", "round") and extent.last - 1 > head.first:
        extent = Extent(extent.first, extent.last - 1, extent.parties)
    if extent.last - extent.first < 2 or _only_party(layers, head, extent):
        return None
    last = _tail(layers, head, extent.last)
    kind = {"agency": "commission", "company": "commission", "other-institution": "other"}.get(kind, kind)
    return _with_parties(layers, extent.first, last), kind


def _only_party(layers: Layers, head: Hit, extent: Extent) -> bool:
    """ "Kazakhstan's Strategy" alone names nothing in particular."""
    return all(
        layers.over("party", k) or layers.text_at(k) in ("'s", "’s")
        for k in (*range(extent.first, head.first), *range(head.last, extent.last))
    )


_TAIL_ENDS = frozenset(
    """cooperation affairs issues relations matters development trade demarcation delimitation interaction
    investment connectivity partnership""".split()
)


def _tail(layers: Layers, head: Hit, i: int) -> int:
    """The token after "between A and B", "on trade, economic and scientific cooperation" or "to intensify ..."."""
    sentence = layers.sentence_of(head.first)
    word = layers.fold(i)
    if word == "between":
        return _between(layers, i, sentence.last)
    if (
        word not in ("on", "for", "to")
        or i + 1 >= sentence.last
        or layers.fold(i + 1) in ("the", "be", "a")
        or layers.at("party", i + 1)
    ):
        return i
    if word == "to":
        return _clause(layers, i, sentence.last) if local(head.mention.value.iri) == "programme" else i
    return _subjects(layers, i, sentence.last)


def _between(layers: Layers, i: int, limit: int) -> int:
    k = i + 1
    while k < limit and (layers.at("party", k) or layers.fold(k) in ("the", "and", ",")):
        party = layers.at("party", k)
        k = party.last if party else k + 1
    while k > i and layers.fold(k - 1) in ("the", "and", ","):
        k -= 1
    return k if layers.before("party", k) else i


def _clause(layers: Layers, i: int, limit: int) -> int:
    k = i + 1
    while (
        k < limit
        and layers.fold(k) not in _CLAUSE_END - {"and"}
        and layers.fold(k) not in ("in", "held", "at", "during", "from")
        and k - i < 14
    ):
        k += 1
    return k


def _subjects(layers: Layers, i: int, limit: int) -> int:
    """A list of subjects after "on": up to the noun that closes it, or a few words."""
    for k in range(i + 1, min(i + 14, limit)):
        if layers.fold(k) in _TAIL_ENDS and layers.text_at(k + 1) not in (",", "and", "-"):
            return k + 1
        if layers.fold(k) in ("was", "were", "is", "held", "took", "has", "in", ".", "(", ")") or layers.at("party", k):
            break
    k = _clause(layers, i, limit)
    return k if k - i <= 4 and not layers.capital(i + 1) else i


def _definite(layers: Layers, head: Hit) -> tuple[Extent, str] | None:
    """A lower-case kind with a complement that makes it definite: "an agreement to facilitate the visa regime"."""
    form = " ".join(layers.fold(k) for k in range(head.first, head.last))
    if layers.capital(head.first) or form not in _LOWER_TAIL or layers.fold(head.last) not in _LOWER_TAIL[form]:
        return None
    if layers.fold(head.first - 1) in ("reached", "in", "of", "no", "any", "full", "mutual"):
        return None
    if form.startswith("road") and {"a", "an"} & {layers.fold(head.first - k) for k in (1, 2, 3)}:
        return None
    sentence = layers.sentence_of(head.first)
    k = head.last + 1
    while k < sentence.last and layers.fold(k) not in _CLAUSE_END - {"and"} and k - head.last < 16:
        if layers.fold(k) == "and" and layers.fold(k + 1) in ("the", "to", "a", "an", "other", "also"):
            break
        k += 1
    return (_with_parties(layers, head.first, k), local(head.mention.value.iri)) if k - head.last > 2 else None


_DOCUMENTS = frozenset(["agreement", "treaty", "protocol", "memorandum", "pact", "declaration"])
_PLAIN_MODIFIERS = frozenset(
    """strategic partnership peace free trade joint cooperation border gas oil visa investment security defence
    defense economic guarantee loan ceasefire framework""".split()
)


def _plain(layers: Layers, head: Hit) -> tuple[Extent, str] | None:
    """A document in lower case that its subject ("peace agreement") or its signing makes definite."""
    if layers.fold(head.first) not in _DOCUMENTS or layers.capital(head.first) or head.last - head.first > 1:
        return None
    i = head.first
    while layers.fold(i - 1) in _PLAIN_MODIFIERS and not layers.capital(i - 1):
        i -= 1
    place = (
        layers.capital(i - 1)
        and i == head.first
        and layers.fold(i - 1) not in common_words()
        and not layers.over("roles", i - 1)
    )
    if (
        place
        and i - 1 > layers.sentence_of(i).first
        and layers.fold(i - 1) not in ("the", "this", "both")
        and not _adjective(layers, i - 1)
    ):
        return _with_parties(layers, i - 1, head.last), local(head.mention.value.iri)
    signed = any(layers.fold(k).startswith(("sign", "finali", "initial")) for k in range(max(0, i - 4), i))
    return (_with_parties(layers, i, head.last), local(head.mention.value.iri)) if i < head.first or signed else None


def _adjective(layers: Layers, i: int) -> bool:
    hit = layers.over("party", i)
    return hit is not None and hit.mention.value.form != "capital"


def _framework(layers: Layers, extent: Extent, kind: str) -> Framework:
    words = layers.words(extent.first, extent.last)
    name, full = words, words
    inner = words.strip('“”"«»‘’')
    for mark in _QUOTES.values():
        if words[:1] in _QUOTES and mark in words[1:]:
            inner = words[1 : words.index(mark, 1)]
            name = full = (
                inner if kind in ("format", "forum", "programme") else inner + words[words.index(mark, 1) + 1 :]
            )
    head, between, _ = words.partition(" between ")
    if between and " to " not in head:
        name = head
    aliases = {words} - {name, full}
    after = extent.last
    if (
        layers.text_at(after) == "("
        and layers.text_at(after + 1).isupper()
        and len(layers.text_at(after + 1)) > 1
        and layers.text_at(after + 2) == ")"
    ):
        aliases.add(layers.text_at(after + 1))
    sides: dict[str, Term] = {hit.mention.value.iri: hit.mention.value for hit in extent.parties}
    kind = {"other-framework": "other"}.get(kind, kind)
    return Framework(
        expand("id:" + slug(name)), name, kind, tuple(sides.values()), tuple(sorted(aliases | ({full} - {name}))), ()
    )


def media(layers: Layers) -> Iterator[Mention]:
    """News agencies that only their place gives away: "/TASS/", "Trend reports", "NAME News Agency reports"."""
    for sentence in layers.sentences:
        for i in range(sentence.first, sentence.last):
            if (
                layers.fold(i) in ("reports", "reported", "informs")
                and layers.fold(i - 1) not in ("he", "she", "also")
                and not layers.over("body", i - 1)
            ):
                first = _agency_before(layers, i, sentence.first)
                if first < i:
                    name = layers.words(first, i)
                    yield Mention(layers.span(first, i), "body", Body(expand("id:" + slug(name)), name, "media"))


def dateline_agency(layers: Layers) -> Iterator[Mention]:
    """The agency in the brackets of a dateline: "ISLAMABAD, (NAME - 8th Oct, 2024)", "DUSHANBE, 29.11.2023 (NAME) -"."""
    for i in range(min(60, len(layers.tokens) - 2)):
        if (
            layers.text_at(i) != "("
            or not layers.capital(i + 1)
            or layers.at("party", i + 1)
            or layers.over("body", i + 1)
        ):
            continue
        city = any(layers.text_at(k).isupper() and layers.at("party", k) for k in range(max(0, i - 8), i))
        end = i + 1
        while layers.capital(end) or (layers.text_at(end) == "/" and layers.capital(end + 1)):
            end += 1
        if city and layers.text_at(end) in (")", "-", "–", ",") and not layers.over("roles", i + 1):
            name = layers.words(i + 1, end)
            yield Mention(layers.span(i + 1, end), "body", Body(expand("id:" + slug(name)), name, "media"))
            return


def companies(layers: Layers) -> Iterator[Mention]:
    """Companies in a list that says so: "such companies as A, B and C", "firms including A"."""
    for sentence in layers.sentences:
        for i in range(sentence.first, sentence.last):
            if layers.fold(i) in _COMPANY_WORDS and not layers.capital(i):
                begin = _list_begin(layers, i + 1, sentence.last)
                if begin:
                    yield from _company_list(layers, begin, sentence.last, _company_side(layers, sentence.first, i))


_COMPANY_WORDS = frozenset("companies groups firms corporations giants enterprises manufacturers brands".split())


def _list_begin(layers: Layers, i: int, limit: int) -> int | None:
    for k in range(i, min(i + 8, limit)):
        if layers.fold(k) in ("as", "including", "like", ":", "namely", "are") and layers.capital(k + 1):
            return k + 1
        if layers.text_at(k) in (".", ";"):
            return _next_list(layers, k + 1)
    return None


def _next_list(layers: Layers, i: int) -> int | None:
    """ "Among them are A, B and C" in the next sentence."""
    words = [layers.fold(k) for k in range(i, i + 3)]
    return i + 3 if words == ["among", "them", "are"] else None


def _company_side(layers: Layers, first: int, i: int) -> Term | None:
    for k in range(i, max(first, i - 4) - 1, -1):
        hit = layers.before("party", k)
        if hit and hit.mention.value.form == "adjective":
            return hit.mention.value  # type: ignore[no-any-return]
    following = next((h for k in range(i, i + 4) if (h := layers.at("party", k))), None)
    return following.mention.value if following and following.mention.value.form == "adjective" else None


def _company_list(layers: Layers, i: int, limit: int, side: Term | None) -> Iterator[Mention]:
    while i < len(layers.tokens):
        end = i
        while layers.capital(end) and not layers.over("party", end):
            end += 1
        if end == i:
            return
        if not layers.over("body", i):
            name = layers.words(i, end)
            yield Mention(layers.span(i, end), "body", Body(expand("id:" + slug(name)), name, "company", side))
        i = end
        if layers.text_at(i) not in (",", "and", "&"):
            return
        while layers.text_at(i) in (",", "and", "&"):
            i += 1


def _agency_before(layers: Layers, i: int, limit: int) -> int:
    """The first token of a capitalised name (or site name such as "DKnews.kz") between a comma and token i."""
    k = i
    while k > limit and (
        layers.capital(k - 1)
        or (layers.text_at(k - 1) in (".", "-") and layers.adjacent(k) and layers.adjacent(k - 1))
        or (layers.adjacent(k) and layers.text_at(k - 1).isalpha())
        or (k < i and layers.text_at(k) == "." and layers.adjacent(k))
    ):
        k -= 1
    return k if layers.text_at(k - 1) in (",", "”", '"', ".") and i - k <= 6 and not may_be_in_role(layers, k, i) else i


def may_be_in_role(layers: Layers, first: int, last: int) -> bool:
    """Whether a title stands among the tokens, so that they name no agency."""
    return any(layers.over("roles", k) or layers.over("party", k) for k in range(first, last)) and not may_be_in_name(
        layers, first
    )
