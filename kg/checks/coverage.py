"""The ledger: every number, date, name and quoted title of a text is in the graph, or is listed with the reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import accumulate, product

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
_JOINED = re.compile(r"[:/]\d")
_UNCLEAR = re.compile(r"[^\W\d_]|['’]\d|\s?[½¼¾⅓⅔]|…|\.{2}|\s*\Z")
_SHOWN = 40
_YEAR = re.compile(r"(?:1[89]|20)\d\d")

_Time = tuple[str, str]


def coverage(graph: Lookup, article: Article) -> Coverage:
    """What of an article's text is in its graph, and what is not and why.

    What a page says outside its article, and its article does not say, counts on behind the text.
    """
    known = _Known(graph, article)
    items = [
        Item(Quote(*found.span, article.quote(found.span)), found.kind, _reason(article, found, known))
        for found in scan(article.text, known.named)
    ]
    own = sorted((*_joined(article.text, items), *_cuts(graph)), key=lambda item: item.quote.begin)
    return Coverage(article.name, (*own, *_aside(article)))


def _cuts(graph: Lookup) -> Iterator[Item]:
    """The ends of sentences that were cut for their length."""
    for sentence in (*graph.of_class("nif:Sentence"), *graph.of_class("nif:Title")):
        if graph.one(sentence, "kg:cut"):
            quote = graph.quote(sentence)
            words = quote.quote[-_SHOWN:]
            yield Item(Quote(quote.end - len(words), quote.end, words), "sentence", "sentence-cut")


def _aside(article: Article) -> Iterator[Item]:
    """The items of a page that its article does not hold: menus and links, or what the reader of pages lost."""
    said = {article.quote(found.span) for found in scan(article.text)}
    start = len(article.text)
    for found in scan(article.aside):
        words = article.aside[found.span.begin : found.span.end]
        if words not in said:
            yield Item(Quote(start + found.span.begin, start + found.span.end, words), found.kind, "furniture")


class _Cover:
    """Spans that are asked for what lies in one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(set(spans))
        self._begins = [span.begin for span in self.spans]
        self._reach = list(accumulate((span.end for span in self.spans), max))

    def covers(self, span: Span) -> bool:
        """Whether one of the spans covers another."""
        before = bisect_right(self._begins, span.begin)
        return before > 0 and self._reach[before - 1] >= span.end


class _Known:
    """The spans of a graph that say something: of names, of claims, of numbers; and the times that sentences speak of."""

    def __init__(self, graph: Lookup, article: Article) -> None:
        self.furniture = _Cover(article.furniture)
        phrases = graph.of_class("nif:Phrase")
        self.named = [_span(graph, phrase) for phrase in phrases if graph.one(phrase, "itsrdf:taIdentRef")]
        claims = [claim for kind in _CLAIMS for claim in graph.of_class(f"kg:{kind}")]
        evidence = {span for claim in claims for span in graph.all(claim, "prov:wasDerivedFrom")}
        told = [span for span in evidence if graph.one(span, "nif:sentence")]
        for entry in graph.of_class("adms:Identifier"):
            told.extend(graph.all(entry, "prov:wasDerivedFrom"))
        self.told = _Cover([*self.named, *(_span(graph, span) for span in told)])
        self.places = {place for span in self.told.spans for place in range(*span)}
        figures = graph.of_class("kg:Observation")
        self.surfaces = _Cover(_span(graph, span) for figure in figures for span in graph.all(figure, "kg:surface"))
        surfaces = map(article.quote, self.surfaces.spans)
        self.numbers = {words[slice(*found.span)] for words in surfaces for found in scan(words)}
        self.times: dict[Span | None, set[_Time]] = {}
        for sentence, day in _times(graph):
            self.times.setdefault(sentence, set()).update(_answers(day))
        self.sentences = sorted(span for span in self.times if span)

    def tells_time(self, words: str, span: Span) -> bool:
        """Whether the article, or the sentence that holds a span, speaks of a time in the words of the span."""
        before = self.sentences[: bisect_right(self.sentences, span.begin, key=lambda s: s.begin)][-1:]
        within = [None, *(sentence for sentence in before if sentence.covers(span))]
        return any(_asked(words) in self.times.get(sentence, ()) for sentence in within)


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
    for meeting in (*graph.of_class("kg:Meeting"), *graph.of_class("kg:UnheldMeeting")):
        for day in (*graph.all(meeting, "schema:startDate"), *graph.all(meeting, "schema:endDate")):
            yield None, day


def _reason(article: Article, found: Found, known: _Known) -> str | None:
    """Why an item is not in the graph, as a code of code:omissions; None where it is."""
    words = article.quote(found.span)
    if found.kind == "date":
        told = known.tells_time(words, found.span) or known.told.covers(found.span)
    else:
        told = not known.places.isdisjoint(range(*found.span)) or known.surfaces.covers(found.span)
    if told:
        return None
    if known.furniture.covers(found.span):
        return "furniture"
    if found.kind == "number" and words in known.numbers:
        return "said-elsewhere"
    return {"date": _why_date, "number": _why_number, "name": _why_name, "title": _why_title}[found.kind](
        article, found
    )


def _asked(words: str) -> _Time:
    """What a date in words asks of a day: a weekday, or a year and a month, each empty where it is left open."""
    if words in WEEKDAYS:
        return words, ""
    year, month = _YEAR.search(words), next((k for k, name in enumerate(MONTHS, 1) if name[:3] in words), None)
    return year.group() if year else "", f"{month:02d}" if month else ""


def _answers(day: str) -> Iterator[_Time]:
    """All that a day, month or year in ISO 8601 answers."""
    if len(day) == 10:
        yield WEEKDAYS[date.fromisoformat(day).weekday()], ""
    months = [day[5:7]] if day[5:7] else [f"{month:02d}" for month in range(1, 13)]
    yield from product(("", day[:4]), ("", *months))


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
    touches = before[-1:].isalpha() or (before[-1:] in "-/_:" and before[-2:-1].isalnum())
    if touches or _LABEL.search(before) or _JOINED.match(after):
        return "label"
    return "number-unclear" if _UNCLEAR.match(after) else "number-not-modelled"


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
    titles = _Cover(Span(item.quote.begin, item.quote.end) for item in items if item.kind == "title")
    for item in items:
        if item.kind != "title" and titles.covers(Span(item.quote.begin, item.quote.end)):
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
