"""The state whose matters an article tells: its ministry speaks, its capital stands in the dateline."""

from __future__ import annotations

from collections import Counter

from kg.model import Document, Term
from kg.vocabulary import vocabulary


def home_state(document: Document) -> Term | None:
    """The state of the dateline's capital, else the state that the article names most; None without any."""
    furniture = document.article.furniture
    states = [
        m
        for m in document.mentions
        if m.kind == "party" and "State" in m.value.traits and not any(f.covers(m.span) for f in furniture)
    ]
    for mention in states:
        quote = document.article.quote(mention.span)
        if mention.value.form == "capital" and quote.isupper() and mention.span.begin < 400:
            return vocabulary().term(mention.value.iri)
    counts = Counter(m.value.iri for m in states)
    if not counts:
        return None
    first = {m.value.iri: -m.span.begin for m in reversed(states)}
    best = max(counts, key=lambda iri: (counts[iri], first[iri]))
    return vocabulary().term(best)
