"""Names that several currencies share ("rupees", "dinars"): in an article from a state they are those of that state."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.kinds.figures.scene import Scene
from kg.language.lexicon import CURRENCIES
from kg.model import Quantity, Span, Term
from kg.vocabulary import fold, vocabulary


def of_home(scene: Scene, surface: Span, quantity: Quantity, home: Term | None) -> Quantity:
    """The quantity in the home state's currency where its surface has only a name that this one shares."""
    code = _currency(home.iri, _shared(scene, surface)) if home else None
    return replace(quantity, unit=code) if code else quantity


def _shared(scene: Scene, surface: Span) -> str:
    """The noun that a surface has for its currency, in one word or sign that several share; empty where it tells more."""
    named = scene.document.inside(surface, CURRENCIES)
    words = [scene.document.words(mention.span) for mention in named]
    if [len(phrase) for phrase in words] != [1]:
        return ""
    signs = scene.language.table("figures", "currency_signs")
    noun = str(signs.get(words[0][0]) or ("" if named[0].value.form == "symbol" else _noun(named[0].value)))
    return noun if noun in scene.language.words("figures", "own_currencies") else ""


@cache
def _currency(state: str, noun: str) -> str | None:
    """The code of a state's currency, if its name ends with a noun (ISO 4217 codes begin with the state's ISO 3166 code)."""
    source = vocabulary()
    states = [code for code in source.values(state, "skos:notation") if len(code) == 2]
    named = (term for term in source.within(CURRENCIES.name) if _noun(term) == noun)
    codes = (source.value(term.iri, "skos:notation") or "" for term in named)
    return next((code for code in codes if code[:2] in states), None)


def _noun(currency: Term) -> str:
    return fold(currency.label).split()[-1]
