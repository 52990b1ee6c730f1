"""The words that a cue such as "discussed" puts on the table, and the list that they are.

A list is split at commas and "and", but never inside a phrase that the vocabulary knows as one topic.
"""

from __future__ import annotations

import itertools
import re

from kg.discourse.modality import DENIED, status
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.people.claim import NAMES
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POST_PHRASES
from kg.language.lexicon import ACTS, MEETING_KINDS
from kg.model import Document, Mention, Sentence, Span, Term, Token
from kg.vocabulary import local

_VERBS = """strengthen deepen expand develop enhanc boost broaden promot intensify increas further improv advanc foster
    bolster facilitat implement establish""".split()
_LEADS = (
    r"such(?: \S+){0,6}? as",
    r"(?:diversify|remove|resume|simplify|accelerate|speed up|step up)",
    r"including|(?:as )?well as|also|from|and|or|the|a|an|in|on|of|to|both|with|among|between them",
    r"(?:areas|fields|spheres|sectors|directions|domains) (?:of|such as|like)",
    r"(?:area|field|sphere|sector|domain) of",
    r"(?:issues|matters|questions|topics|aspects)"
    r" (?:of|on|related to|relating to|concerning|regarding|including|such as)",
    r"current(?= issues| topics| matters)|key|topical|pressing|important|promising|various|reciprocal|further|particular|areas|number of|wide range of",
    r"broad range of|range of|existing",
    r"(?:bilateral |mutual |joint )?(?:cooperation|projects|efforts|interaction|ties) (?:in|on)(?: the)?"
    r"(?: (?:fields?|areas?|spheres?) of)?",
    r"fight against",
    r"(?:plans|ways|steps|efforts|how|ideas|measures|coordination|opportunities|need) to \S+",
    r"importance of|need for|their|its|our|his|her|upcoming visits? of|ideas on|mutual goal of|advancing|full|effective",
    r"(?:certain|some|several|specific|other|a (?:wide )?range of|(?:the )?(?:entire|whole|full) (?:gamut|range|spectrum) of)(?: (?:issues|aspects|matters) of)?",
    r"successful|especially|particularly|notably|(?:upcoming|forthcoming|recent)(?= \S+ \S+)",
    r"(?:\S+ ){1,10}in the (?:fields?|areas?|spheres?|sectors?|domains?) of(?: the)?",
)
_LEAD = re.compile(rf"^(?:(?:{'|'.join(_LEADS)}) )+")
_TRAIL = re.compile(
    r"(?: (?:recently|in recent \w+|in the (?:near )?future|spheres?|fields?|sectors?|areas?|among others|others|etc|as well|too|next week|today"
    r"|(?<=relations )between (?:the )?\S+(?: \S+){0,2} and (?:the )?\S+(?: \S+)?(?= ?$)"
    r"|between the two countries|between two countries|between the countries))+$"
)
_STOP = frozenset(
    """; : ( ) . “ ” " whose while which who where whereas during that stressing noting emphasizing emphasising confirming
    underlining expressing reaffirming highlighting held aimed taking provided being would will has had were
    was have is are can could should may must expressed after before following amid""".split()
)
_NO_PARTICIPLES = frozenset(
    """including mining banking farming manufacturing training shipping engineering processing housing fishing
    peacekeeping""".split()
)
_DANGLING = frozenset("in on of for to at by during since from over with the a an its their his her our".split())
_NO_PHRASE = frozenset("line order accordance particular general turn this".split())
_PASSIVE = frozenset("discussed considered reviewed addressed examined covered".split())
_GENERAL = frozenset(
    "agenda issues matters affairs topics questions domains developments situation levels relations".split()
)
_COORDINATORS = (",", "and", "or", "including")
_HEADS = frozenset("ties links relations cooperation exchanges contacts issues".split())
_CLAUSE_OPENERS = frozenset("where which that said adding added while when".split())
_PREPOSITIONS = frozenset("for of in to with between on at by from".split())
_BEFORE_PAIR = frozenset(
    "the on of in current other key both their various these topical pressing important and ,".split()
)
_AUXILIARIES = frozenset("was were been also have has had will be being".split())
_ACTION = re.compile(r"(?:[ts]ion|ment|ance|ence|ing)$")
_ADJECTIVE = re.compile(r"(?:al|ic|ary|ive|ian|ical|ant|ese|ish)$")


def phrase_of(document: Document, sentence: Sentence, cue: Mention[Term], cues: list[Mention[Term]]) -> list[Token]:
    """The words that a cue puts on the table: before it in the passive, else up to the next cue of its kind."""
    if _is_passive(document, cue):
        return _before(document, sentence, cue)
    following = (c.span.begin for c in cues if c.span.begin > cue.span.begin and c.value.iri == cue.value.iri)
    phrase = _after(document, cue, next(following, sentence.span.end))
    return [] if phrase and phrase[0].fold in _NO_PHRASE else phrase


def chunks(phrase: list[Token], whole: list[Span]) -> list[list[Token]]:
    """A phrase split at commas, "and" and "including", but nowhere inside the spans or couples that are one."""
    found: list[list[Token]] = [[]]
    for k, token in enumerate(phrase):
        inside = any(s.begin < token.begin and token.end < s.end for s in whole)
        also = [t.fold for t in phrase[k : k + 3]] == ["as", "well", "as"]
        listed = also or token.fold in _COORDINATORS or (token.fold == "to" and _from_to(phrase, k))
        if not inside and listed and not _couples(phrase, k):
            found.append([])
        else:
            found[-1].append(token)
    return [chunk for chunk in found if chunk]


def _from_to(phrase: list[Token], k: int) -> bool:
    """Whether a "to" goes on with "from" before it: "from transit and hubs to artificial intelligence"."""
    return any(phrase[j].fold == "from" and (j == 0 or phrase[j - 1].text == ",") for j in range(k))


def _couples(phrase: list[Token], k: int) -> bool:
    """Whether an "and" ties two words to one noun: "regional and multilateral domains", "protection and return of"."""
    if phrase[k].fold != "and":
        return False
    if "between" in [token.fold for token in phrase[max(0, k - 5) : k]]:
        return True
    if not 0 < k < len(phrase) - 2:
        return False
    before, after, noun = phrase[k - 1], phrase[k + 1], phrase[k + 2]
    if k > 1 and phrase[k - 2].fold not in _BEFORE_PAIR:
        return False
    if is_adjective([before]) and is_adjective([after]):
        return noun.fold in _GENERAL
    return noun.fold == "of" and all(_ACTION.search(token.fold) for token in (before, after))


def stripped(document: Document, chunk: list[Token]) -> list[Token]:
    """A chunk without its lead ("including in the areas of") and trail ("spheres", "during 2023")."""
    chunk = _paired(_undated(document, chunk))
    line = " ".join(t.fold for t in chunk)
    lead, trail = _LEAD.match(line + " "), _TRAIL.search(line)
    skip = len(lead.group().split()) if lead else 0
    drop = len(trail.group().split()) if trail else 0
    return chunk[skip : len(chunk) - drop]


def _paired(chunk: list[Token]) -> list[Token]:
    """A chunk without a "between" that lacks its "and"."""
    words = [token.fold for token in chunk]
    open_ = "between" in words[-3:] and "and" not in words[words.index("between") :]
    return chunk[: words.index("between")] if open_ else chunk


def _undated(document: Document, chunk: list[Token]) -> list[Token]:
    """A chunk without a period and its preposition at the end, or a determiner that nothing follows."""
    kept = list(chunk)
    while kept and document.covered(Span(kept[-1].begin, kept[-1].end), PERIODS):
        kept.pop()
    while kept and kept[-1].fold in _DANGLING:
        kept.pop()
    return kept


def shared_head(document: Document, chunk: list[Token], following: list[list[Token]]) -> str:
    """ "bilateral and multilateral cooperation": the noun that a lone adjective shares with the chunks after it."""
    if not is_adjective(stripped(document, chunk)):
        return ""
    for later in following:
        words = list(itertools.takewhile(lambda token: token.fold not in _PREPOSITIONS, stripped(document, later)))
        if len(words) > 1:
            if words[-1].fold in _HEADS and any(token.text == "-" for token in words):
                return words[-1].text
            qualified = is_adjective(words[:1]) and len(words) <= 3
            return " ".join(t.text for t in words[1:]) if qualified else words[-1].text if len(words) == 2 else ""
        if not is_adjective(words):
            return ""
    return ""


def is_adjective(tokens: list[Token]) -> bool:
    """Whether tokens are a single word that looks like an adjective."""
    return len(tokens) == 1 and _ADJECTIVE.search(tokens[0].fold) is not None


def _is_passive(document: Document, cue: Mention[Term]) -> bool:
    if local(cue.value.iri) == "topics-precede":
        return True
    before = document.words(Span(max(0, cue.span.begin - 12), cue.span.begin))[-2:]
    return document.article.quote(cue.span).lower() in _PASSIVE and bool({"was", "were", "been"} & set(before))


def _before(document: Document, sentence: Sentence, cue: Mention[Term]) -> list[Token]:
    """The subject of "... were discussed": from the last name, title or opening comma to the auxiliary."""
    tokens = [t for t in document.tokens[sentence.first : sentence.last] if t.end <= cue.span.begin]
    while tokens and tokens[-1].fold in _AUXILIARIES:
        tokens.pop()
    openers = [m.span.end for m in document.inside(sentence.span, NAMES, POST_PHRASES, MEETING_KINDS)]
    start = max((end for end in openers if end <= cue.span.begin), default=sentence.span.begin)
    names = [m.span for m in document.inside(sentence.span, NAMES)]
    kept = [t for t in tokens if t.begin >= start and not any(n.begin <= t.begin < n.end for n in names)]
    clause = max((k + 1 for k, token in enumerate(kept) if token.fold in _CLAUSE_OPENERS), default=0)
    kept = kept[clause:]
    begins = bool(kept) and kept[0] == document.tokens[sentence.first] and len(kept) > 1 and kept[1].text[0].islower()
    first = next((k for k, token in enumerate(kept) if begins or not _is_opening(token)), len(kept))
    return kept[first:]


def _is_opening(token: Token) -> bool:
    """Whether a token stands before the subject: a comma, or a capitalised word that is no word of the subject."""
    return token.text == "," or (token.text[0].isupper() and token.fold not in ("issues", "topics", "such"))


def _after(document: Document, cue: Mention[Term], limit: int) -> list[Token]:
    """The words behind a cue up to the end of its clause."""
    phrase: list[Token] = []
    tokens = document.tokens_in(Span(cue.span.end, limit))
    gerunds = bool(tokens) and tokens[0].fold.endswith("ing")
    for k, token in enumerate(tokens):
        inside = document.covered(Span(token.begin, token.end), FRAMEWORK_MENTIONS)
        participle = token.text == "," and not gerunds and any(_is_participle(t) for t in tokens[k + 1 : k + 2])
        if not inside and (token.fold in _STOP or participle or _ends(document, token)):
            break
        phrase.append(token)
    return phrase


def _ends(document: Document, token: Token) -> bool:
    """Whether a verb of saying begins at a token, or what is denied: "energy but not visas"."""
    return _begins_act(document, token) or status(document, Span(token.begin, token.end)) == DENIED


def _begins_act(document: Document, token: Token) -> bool:
    """Whether a verb of saying begins at a token: "... and reaffirmed their commitment"."""
    return any(m.span.begin == token.begin for m in document.inside(Span(token.begin, token.end), ACTS))


def _is_participle(token: Token) -> bool:
    return token.fold.endswith("ing") and token.fold not in _NO_PARTICIPLES
