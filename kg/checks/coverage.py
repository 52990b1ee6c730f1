"""The ledger: every number, date, name and quoted title of a text is in the graph, or is listed with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from kg.checks.dates import MONTHS, WEEKDAYS
from kg.checks.lookup import Lookup
from kg.checks.scan import Found, scan
from kg.language.lexicon import ROLES
from kg.model import Article, Coverage, Item, Quote, Span
from kg.vocabulary import fold, vocabulary

_CLAIMS = "Tenure Agreement Commission Format Forum Programme Route Framework AgendaItem Meeting".split()
_LABEL = re.compile(
    r"(?:\b(?:Nos?|Article|Resolution|Chapter|Page|Decree|Law|Certificate|Flight|Room)\.?|№|#)\s*$", re.IGNORECASE
)
_STREET = re.compile(r",?\s+(?:[A-Z]\w+\s+){0,2}(?:Street|St\.|Avenue|Road|Square)\b")
_AGE = re.compile(r"-(?:year|years)-old\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def coverage(graph: Lookup, article: Article) -> Coverage:
    """What of an article's text is in its graph, and what is not and why."""
    known = _Known(graph)
    items = [
        Item(Quote(*found.span, article.quote(found.span)), found.kind, _reason(article, found, known))
        for found in scan(article.text, known.named)
    ]
    return Coverage(article.name, tuple(_joined(article.text, items)))


class _Known:
    """The spans of a graph that say something: of names, of claims, of numbers; and the times that sentences speak of."""

    def __init__(self, graph: Lookup) -> None:
        phrases = graph.of_class("nif:Phrase")
        self.named = [_span(graph, phrase) for phrase in phrases if graph.one(phrase, "itsrdf:taIdentRef")]
        self.told = list(self.named)
        for kind in _CLAIMS:
            evidence = (
                span for claim in graph.of_class(f"kg:{kind}") for span in graph.all(claim, "prov:wasDerivedFrom")
            )
            self.told.extend(_span(graph, span) for span in evidence if graph.one(span, "nif:sentence"))
        for entry in graph.of_class("adms:Identifier"):
            self.told.extend(_span(graph, span) for span in graph.all(entry, "prov:wasDerivedFrom"))
        self.surfaces = [
            _span(graph, span)
            for figure in graph.of_class("kg:Observation")
            for span in graph.all(figure, "kg:surface")
        ]
        self.times = list(_times(graph))


def _span(graph: Lookup, iri: str) -> Span:
    quote = graph.quote(iri)
    return Span(quote.begin, quote.end)


def _times(graph: Lookup) -> Iterator[tuple[Span | None, str]]:
    """Days, months and years that the graph knows, each with the sentence that it belongs to (None: the whole article)."""
    for article in graph.of_class("schema:NewsArticle"):
        yield from ((None, day) for day in graph.all(article, "schema:datePublished"))
    for entry in graph.of_class("adms:Identifier"):
        yield from ((None, day) for day in graph.all(entry, "dcterms:issued"))
    for figure in graph.of_class("kg:Observation"):
        sentence = graph.one(graph.one(figure, "kg:surface"), "nif:sentence")
        for period in (*graph.all(figure, "sdmx-dimension:refPeriod"), *graph.all(figure, "sdmx-attribute:basePer")):
            for day in (*graph.all(period, "dcat:startDate"), *graph.all(period, "dcat:endDate")):
                yield _span(graph, sentence) if sentence else None, day
    for meeting in graph.of_class("kg:Meeting"):
        for day in (*graph.all(meeting, "schema:startDate"), *graph.all(meeting, "schema:endDate")):
            yield None, day


def _reason(article: Article, found: Found, known: _Known) -> str | None:
    """Why an item is not in the graph, as a code of code:omissions; None where it is."""
    if found.kind == "date":
        told = any(
            _means(article.quote(found.span), day) for span, day in known.times if not span or span.covers(found.span)
        )
    else:
        told = any(span.begin < found.span.end and found.span.begin < span.end for span in known.told)
        told = told or any(span.covers(found.span) for span in known.surfaces)
    if told or (found.kind == "date" and any(span.covers(found.span) for span in known.told)):
        return None
    if any(span.covers(found.span) for span in article.furniture):
        return "furniture"
    if found.kind == "number" and any(article.quote(found.span) in article.quote(s) for s in known.surfaces):
        return "said-elsewhere"
    return {"date": _why_date, "number": _why_number, "name": _why_name, "title": _why_title}[found.kind](
        article, found
    )


def _means(words: str, day: str) -> bool:
    """Whether a date in words says nothing else than a day, month or year in ISO 8601."""
    if words in WEEKDAYS:
        return len(day) == 10 and WEEKDAYS[date.fromisoformat(day).weekday()] == words
    year, month = _YEAR.search(words), next((k for k, name in enumerate(MONTHS, 1) if name[:3] in words), None)
    return (not year or day.startswith(year.group())) and (month is None or day[5:7] in ("", f"{month:02d}"))


def _why_date(article: Article, found: Found) -> str:
    return "date-unused"


def _why_title(article: Article, found: Found) -> str:
    return "title-unresolved"


def _why_number(article: Article, found: Found) -> str:
    before, after = article.text[max(0, found.span.begin - 14) : found.span.begin], article.text[found.span.end :][:60]
    if _ORDINAL.match(after):
        return "ordinal"
    if _AGE.match(after):
        return "age"
    if _STREET.match(after):
        return "street-number"
    touches = before[-1:].isalpha() or (before[-1:] in "-/_" and before[-2:-1].isalnum())
    return "label" if touches or _LABEL.search(before) else "number-not-modelled"


def _why_name(article: Article, found: Found) -> str:
    word = fold(article.quote(found.span))
    for kind, reason in (("parties", "adjective-of-a-party"), ("roles", "title-without-holder")):
        if word in _words()[kind]:
            return reason
    return "name-not-resolved"


@cache
def _words() -> dict[str, frozenset[str]]:
    """The single words of adjectives of parties, and of titles."""
    forms = list(vocabulary().forms())
    parties = {fold(phrase) for phrase, term in forms if term.form in ("adjective", "demonym")}
    roles = {word for phrase, term in forms if term.kind == ROLES.name for word in fold(phrase).split()}
    return {"parties": frozenset(parties), "roles": frozenset(roles)}


def _joined(text: str, items: Sequence[Item]) -> Iterator[Item]:
    """Items with the words of one name as one item, and without what lies in a quoted title."""
    last: Item | None = None
    titles = [item.quote for item in items if item.kind == "title"]
    for item in items:
        if item.kind != "title" and any(t.begin <= item.quote.begin and item.quote.end <= t.end for t in titles):
            continue
        if last and _one_name(text, last, item):
            last = Item(
                Quote(last.quote.begin, item.quote.end, text[last.quote.begin : item.quote.end]), "name", item.reason
            )
            continue
        if last:
            yield last
        last = item
    if last:
        yield last


def _one_name(text: str, one: Item, other: Item) -> bool:
    same = one.kind == other.kind == "name" and one.reason == other.reason
    return same and text[one.quote.end : other.quote.begin] in (" ", "\u00a0", "-")
