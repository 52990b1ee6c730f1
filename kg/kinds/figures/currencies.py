"""Names that several currencies share ("rupees", "dinars"): in an article from a state they are those of that state."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.language.lexicon import CURRENCIES
from kg.model import Document, Quantity, Span, Term
from kg.vocabulary import vocabulary

_SHARED = frozenset("rupee dirham dinar shilling pound franc peso krone krona crown riyal rial lira leu".split())
_SCALES = frozenset("thousand million billion trillion mln bln mn bn trln crore lakh".split())
_SIGNS = {"rs": "rupee", "sh": "shilling", "shs": "shilling"}


def of_home(document: Document, surface: Span, quantity: Quantity, home: Term | None) -> Quantity:
    """The quantity in the home state's currency where its surface has only a name that this one shares."""
    words = document.words(surface)
    noun = _SIGNS.get(words[0], words[-1].removesuffix("s") if words[-1] != "s" else "") if words else ""
    alone = len(words) < 2 or words[0] in _SIGNS or not words[-2].isalpha() or words[-2] in _SCALES
    if home is None or noun not in _SHARED or not alone:
        return quantity
    code = _currency(home.iri, noun)
    return replace(quantity, unit=code) if code else quantity


@cache
def _currency(state: str, noun: str) -> str | None:
    """The code of a state's currency, if its name ends with a noun (ISO 4217 codes begin with the state's ISO 3166 code)."""
    source = vocabulary()
    states = [code for code in source.values(state, "skos:notation") if len(code) == 2]
    for term in source.within(CURRENCIES.name):
        code = source.value(term.iri, "skos:notation") or ""
        if code[:2] in states and term.label.lower().split()[-1] == noun:
            return code
    return None
