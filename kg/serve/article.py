"""One article as people look at it: its text cut where facts begin and end, the facts, and what was found wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Finding, Quote, Row
from kg.serve.queries import query
from kg.store import Store
from kg.vocabulary import vocabulary

# What stands for a name or a number and so should be part of some fact: a sentence's first word proves nothing.
_TELLING = re.compile(r"\d[\d.,]*\d|\d|(?<=[a-z,;:] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
# Days are read for meetings and periods, where no span tells which.
_DATE = re.compile(
    r"(?:\d{1,2}(?:[–-]\d{1,2})? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}\b(?:[–-]\d{1,2})?)?(?:,? \d{4})?"
)
_PARAGRAPH = re.compile(r"[^\n\r]+")
# Facts that say something about a stretch of text, not what a word in it stands for.
_WIDE = ("statement", "meeting", "unheld", "post")
KINDS = ("meeting", "unheld", "person", "post", "party", "institution", "framework", "figure", "statement", "topic")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with the spans that it stands on; ``number`` names it in the page."""

    number: int
    kind: str
    thing: str | None
    label: str
    detail: str
    quotes: tuple[Quote, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text with the numbers of the facts on it; ``missed`` where it should have one and has none."""

    text: str
    kind: str
    facts: tuple[int, ...]
    missed: bool
    wrong: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, and the findings whose first words stand in it."""

    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """All that the page of an article shows."""

    about: Row
    paragraphs: tuple[Paragraph, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    telling: int
    missed: int

    def of(self, *kinds: str) -> list[Fact]:
        """The facts of some kinds, in the order of the text."""
        return [fact for fact in self.facts if fact.kind in kinds]


def article(graph: Store, findings: Sequence[Finding]) -> Article:
    """The view of a store that holds one article, with what the checks found on it."""
    (about,) = graph.select(query("text"))
    facts = _facts(graph.select(query("facts")), findings)
    text = str(about["text"])
    covered = [(row["begin"], row["end"]) for row in graph.select(query("covered"))]
    dates = [match.span() for match in _DATE.finditer(text)]
    telling = [
        Quote(m.start(), m.end(), m[0]) for m in _TELLING.finditer(text) if not _meets(m.start(), m.end(), dates)
    ]
    missed = [t for t in telling if not _meets(t.begin, t.end, covered)]
    wrong = [q for finding in findings for q in own_spans(finding)]
    paragraphs = tuple(
        Paragraph(
            tuple(_segments(text, line.start(), line.end(), facts, missed, wrong)),
            tuple(f for f in findings if (own := own_spans(f)) and line.start() <= own[0].begin < line.end()),
        )
        for line in _PARAGRAPH.finditer(text)
    )
    return Article(about, paragraphs, facts, tuple(findings), len(telling), len(missed))


def _facts(rows: Iterable[Row], findings: Sequence[Finding]) -> tuple[Fact, ...]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["kind"], row["fact"]), []).append(row)
    facts = []
    for number, ((kind, fact), found) in enumerate(groups.items()):
        first = found[0]
        quotes = tuple(dict.fromkeys(Quote(r["begin"], r["end"], r["quote"]) for r in found))
        label = ", ".join(dict.fromkeys(str(r["label"]) for r in found if r["label"])) or "the article"
        detail = str(first["detail"] or "")
        if kind == "statement":
            detail = vocabulary().term(detail).label
        wrong = tuple(finding for finding in findings if finding.focus == fact)
        facts.append(Fact(number, kind, first["thing"], label, detail, quotes, wrong))
    return tuple(facts)


def _segments(
    text: str, begin: int, end: int, facts: Sequence[Fact], missed: Sequence[Quote], wrong: Sequence[Quote]
) -> Iterable[Segment]:
    """The text from ``begin`` to ``end`` in pieces on each of which the same facts stand."""
    spans = [(q, fact) for fact in facts for q in fact.quotes if q.begin < end and begin < q.end]
    spans.sort(key=lambda pair: (pair[1].kind in _WIDE, pair[0].end - pair[0].begin, pair[1].number))
    edges = {edge for q, _ in spans for edge in (q.begin, q.end)}
    edges |= {edge for q in (*missed, *wrong) for edge in (q.begin, q.end)}
    cuts = [begin, *sorted(edge for edge in edges if begin < edge < end), end]
    for left, right in pairwise(cuts):
        on = [fact for q, fact in spans if q.begin <= left and right <= q.end]
        yield Segment(
            text[left:right],
            on[0].kind if on else "",
            tuple(fact.number for fact in on),
            _within(left, right, missed),
            _within(left, right, wrong),
        )


def own_spans(finding: Finding) -> tuple[Quote, ...]:
    """The spans of a finding that stand in its own article."""
    return tuple(quote for quote in finding.spans if not quote.article)


def _meets(begin: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first < end and begin < last for first, last in spans)


def _within(left: int, right: int, quotes: Iterable[Quote]) -> bool:
    return any(q.begin <= left and right <= q.end for q in quotes)
