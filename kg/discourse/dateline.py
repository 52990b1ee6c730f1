"""The day in an article's first lines."""

from __future__ import annotations

from kg.kinds.periods.claim import PERIODS
from kg.model import Document, Mention, Period


def dateline(document: Document) -> str | None:
    """The day in an article's first lines ("ASTANA, February 15"), else the article's own date."""
    days = (
        mention.value.first
        for mention in document.of(PERIODS)
        if isinstance(mention.value, Period) and len(mention.value.first) == 10 and _early(document, mention)
    )
    return next(days, document.date)


def _early(document: Document, mention: Mention[object]) -> bool:
    article = document.article
    begin = max((f.end for f in article.furniture if f.begin < 200), default=0)
    return mention.span.begin - max(begin, len(article.headline)) < 90 and not any(
        f.covers(mention.span) for f in article.furniture
    )
