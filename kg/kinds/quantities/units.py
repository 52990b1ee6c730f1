"""What a number measures: the currency before it, or the percent, currency, "times" or counted noun behind it."""

from __future__ import annotations

from kg.language.layers import Hit, Layers
from kg.language.lexicon import CURRENCIES, PARTIES
from kg.model import Term
from kg.vocabulary import local, vocabulary

_PERCENT = ("%", "percent", "pct", "pc", "per", "percentage")
_TIMES = ("times", "fold", "time")
_IRREGULAR = frozenset("people aircraft staff personnel hectares memoranda mous".split())
_COMPOUNDED = ("cubic", "square", "joint", "diplomatic", "training", "high")
_SINGULAR_ENDINGS = ("ss", "ous", "us", "is")
_NOT_COUNTED = frozenset(
    """years months days weeks hours minutes times decades centuries percents o'clock sides parties nations points
    spheres areas fields directions levels stages ways terms aspects topics occasions leaders presidents
    ministers neighbours neighbors peoples economies states others others' pages is was has as its this thus us
    plus across towards besides perhaps always whereas yes""".split()
)
# Counted only in digits: "two countries" are the sides of a talk, "three issues" its agenda.
_NOT_COUNTED_IN_WORDS = frozenset(
    """countries capitals governments ministries ministers diplomats officials heads delegations foreign brothers
    partners challenges events issues topics questions priorities pillars goals reasons tasks principles rounds
    meetings factors messages steps things dimensions""".split()
)
_STOP = frozenset(
    """and or of in on at to from by with for the a an that which who is are was were has have had will would can
    as than up down more less per while including between other such these those this into over under after
    before""".split()
)


def is_digits(layers: Layers, i: int) -> bool:
    """Whether token i is a number in digits."""
    return layers.text_at(i)[:1].isdecimal()


def currency_code(hit: Hit[Term]) -> str:
    """The ISO 4217 code of a currency."""
    iri = hit.mention.value.iri
    return vocabulary().value(iri, "skos:notation") or local(iri)


def currency_before(layers: Layers, i: int) -> Hit[Term] | None:
    """The currency in front of the number at token i: it touches it ("$5"), or is a symbol or code one place away."""
    begin = layers.tokens[i].begin
    # A mark of one place may stand between the two ("US$-5").
    for hit in (layers.before(CURRENCIES, i), layers.before(CURRENCIES, i - 1)):
        gap = begin - hit.mention.span.end if hit else 2
        if hit and gap < 2:
            form = layers.words(hit.first, hit.last)
            sign = hit.mention.value.form == "symbol" and (len(form) > 1 or not form.isalpha())
            code = sign or (len(form) > 1 and form.isupper())
            return hit if gap == 0 or code else None
    return None


def skip_currency(layers: Layers, i: int) -> int:
    """The token after a currency that is said twice, before and after the number ("$5 billion US dollars")."""
    hit = layers.at(CURRENCIES, i)
    return hit.last if hit else i


def unit_after(layers: Layers, i: int, after: int, scaled: bool) -> tuple[str, int]:
    """The unit behind the number at token i, and the token after it; an empty unit if nothing is measured.

    ``after`` is the token after the number and its scale word, ``scaled`` whether there is a scale word.
    """
    joined = after + (layers.fold(after) == "-")
    if layers.fold(joined) in _PERCENT:
        return _percent(layers, joined)
    money = layers.at(CURRENCIES, after)
    if money is None and layers.fold(after) == "of":
        money = layers.at(CURRENCIES, after + 1)
    if money and (scaled or is_digits(layers, i) or money.mention.value.form != "symbol"):
        return currency_code(money), money.last
    if layers.fold(joined) in _TIMES:
        return "times", joined + 1
    if layers.fold(i - 1) == "of" and layers.fold(i - 2) == "factor":
        return "times", after
    return _noun(layers, i, after)


def _percent(layers: Layers, i: int) -> tuple[str, int]:
    following = layers.fold(i + 1)
    if layers.fold(i) == "per":
        return ("percent", i + 2) if following == "cent" else ("", i)
    if layers.fold(i) == "percentage":
        return ("percentage-points", i + 2) if following.startswith("point") else ("", i)
    return ("percentage-points", i + 2) if following in ("point", "points") else ("percent", i + 1)


def _noun(layers: Layers, i: int, after: int) -> tuple[str, int]:
    """A plural noun within four words after the number: "3,000 European companies"."""
    if layers.fold(after) == "-" and layers.adjacent(after):
        return "", after
    for j in range(after, min(after + 5, len(layers.tokens))):
        text, word = layers.text_at(j), layers.fold(j)
        if (not text[0].isalpha() and text != "-") or word in _STOP:
            break
        if layers.at(PARTIES, j):
            continue
        if text[0].isupper() and not text[-1].islower():
            return ("MoUs", j + 1) if word == "mous" else ("", after)
        if _is_plural(word) and layers.text_at(j + 1) != "-":
            measured = f"{layers.fold(j - 1)} {word}" if layers.fold(j - 1) in _COMPOUNDED else word
            return (measured, j + 1) if _is_counted(layers, i, word) else ("", after)
    return "", after


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS)) or word in _IRREGULAR


def _is_counted(layers: Layers, i: int, noun: str) -> bool:
    """Whether the number at token i counts things by a noun."""
    if noun in _NOT_COUNTED or layers.fold(i) == "one":
        return False
    return is_digits(layers, i) or noun not in _NOT_COUNTED_IN_WORDS


def counted_before(layers: Layers, i: int) -> str:
    """The noun of "The number of European companies is more than 3,000", where that stands before token i."""
    back = [layers.fold(k) for k in range(max(0, i - 40), i)]
    if not is_digits(layers, i) or ("number" not in back[-14:] and layers.fold(i + 1) != "units"):
        return ""
    for k in range(len(back) - 2, -1, -1):
        if back[k] in (".", ";", "!"):
            break
        if back[k : k + 2] == ["number", "of"]:
            return next((w for w in back[k + 2 :] if w.endswith("s") and w not in _STOP), "")
    return ""
