"""Article to mentions: tokens, terms of the vocabulary, periods, quantities, bodies, frameworks, titles and names."""

from __future__ import annotations

from kg.annotate.frameworks import frameworks
from kg.annotate.gazetteer import gazetteer
from kg.annotate.institutions import institutions
from kg.annotate.layers import Layers
from kg.annotate.media import companies, dateline_agency, media
from kg.annotate.people import names
from kg.annotate.periods import inferred_date, periods
from kg.annotate.posts import posts
from kg.annotate.quantities import quantities
from kg.annotate.tokens import split, tokenise
from kg.model import Article, Document


def annotate(article: Article) -> Document:
    """Tokens, sentences and mentions of an article; mentions are ordered by where they begin, longest first."""
    tokens = tokenise(article.text, article.furniture)
    sentences = split(article.text, tokens)
    terms = gazetteer().mentions(article.text, tokens)
    times = periods(article.date, tokens, sentences)
    date = article.date or inferred_date(article.text, tokens, times)
    if date != article.date:
        times = periods(date, tokens, sentences)
    layers = Layers(article.text, tokens, sentences, [*terms, *times])
    for grammar in (institutions, media, dateline_agency, companies, frameworks, posts, names, quantities):
        for mention in list(grammar(layers)):
            layers.add(mention)
    mentions = sorted(layers.all(), key=lambda m: (m.span.begin, -m.span.end, m.kind))
    return Document(article, tokens, sentences, tuple(mentions), date)
