"""A page to mail or print about one article: what was said, who, figures checked, questions to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Quote
from kg.serve.article import Article, Fact, own_spans
from kg.serve.pages import environment

_UNSTATED = "period not stated"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the brief and the words of the article that it stands on."""

    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; ``none`` stands where it has no lines."""

    title: str
    lines: tuple[Line, ...]
    none: str


def brief(article: Article) -> str:
    """The page as HTML that needs no other file and runs no script; the same for the same article."""
    parts = sections(article)
    quotes = sorted({quote for part in parts for line in part.lines for quote in line.quotes}, key=_place)
    numbers = {quote: number for number, quote in enumerate(quotes, 1)}
    template = environment().get_template("brief.html")
    return template.render(about=article.about, sections=parts, numbers=numbers)


def _place(quote: Quote) -> tuple[int, int]:
    return quote.begin, quote.end


def sections(article: Article) -> list[Section]:
    """The parts of the brief in their order."""
    findings = [Line(_found(f.message, f.repair), own_spans(f)) for f in article.findings]
    return [
        Section("What happened", _lines(article.of("meeting")), "No meeting was read."),
        Section("Planned, called off or denied", _lines(article.of("unheld")), "Nothing of the kind was read."),
        Section("Who", _lines(article.of("post") or article.of("person")), "No person is named."),
        Section("What was said", tuple(_said(article)), "No statement was read."),
        Section("Agreements and formats", _lines(article.of("framework")), "None is named."),
        Section("Figures", _lines(article.of("figure")), "No figure was read."),
        Section(
            "Figures checked", tuple(findings), "Sums, balances, growth and shares hold, as far as they are stated."
        ),
        Section("Questions to ask", tuple(_questions(article)), "None that follow from the text."),
    ]


def _lines(facts: Iterable[Fact]) -> tuple[Line, ...]:
    return tuple(
        Line(f"{fact.label}: {fact.detail}." if fact.detail else f"{fact.label}.", fact.quotes) for fact in facts
    )


def _said(article: Article) -> Iterator[Line]:
    for fact in article.of("statement"):
        words = " ".join(fact.quotes[0].quote.split())
        yield Line(f"{fact.label} {fact.detail}: “{words}”", fact.quotes)


def _found(message: str, repair: str | None) -> str:
    return f"{message}. Repair: {repair}." if repair else f"{message}."


def _questions(article: Article) -> Iterator[Line]:
    """What the text leaves open: figures that contradict each other, unstated periods and days."""
    for finding in article.findings:
        if finding.stated and finding.computed:
            yield Line(
                f"Which is right: {finding.stated} as stated, or {finding.computed} as the other figures give?",
                own_spans(finding),
            )
        else:
            yield Line(f"How is this to be read: {finding.message}?", own_spans(finding))
    for fact in article.of("figure"):
        if fact.detail.endswith(_UNSTATED):
            yield Line(f"For which period does {fact.label} stand ({fact.detail})?", fact.quotes)
    for fact in article.of("meeting"):
        if not fact.detail[:1].isdigit():
            yield Line(f"On which day was this: {fact.label}?", fact.quotes)
