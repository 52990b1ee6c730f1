"""Periods: dates, months, quarters, halves, years, and stretches that only the context dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.kinds.periods.claim import PERIODS, When
from kg.kinds.periods.dating import Dater, month_number
from kg.kinds.periods.phrases import CUE, DATELINE, GRAMMAR
from kg.language.folded import Folded
from kg.language.layers import Layers
from kg.model import Mention, Period, Sentence, Span, Token
from kg.model.parsing import day as date_of

_BEFORE_YEAR = frozenset(
    """in of since by for from to until till during year end the ( , - – — through and than with fiscal early late
    mid beginning throughout before after against""".split()
)
_OPENING = 400
_SHORT_LINE = 90
_PLACE = re.compile(
    r"[\W_]*(?:(?:Published|Updated|Posted|Date|Released)\b\W*(?:on\b\W*)?)?(?:[A-Z][\w'’.-]+\W+){0,4}(?:\([^)]*\)\W*)?"
)
_JOINTS = (["through"], ["until"], ["to"], ["through", "the"], ["to", "the"])


def mark(layers: Layers) -> Iterator[Mention[When]]:
    """The periods of a document, dated from its own day, which the text may make plain."""
    found = periods(layers.date, layers.tokens, layers.sentences)
    date = layers.date or inferred_date(layers.text, layers.tokens, found)
    if date != layers.date:
        layers.date = date
        found = periods(date, layers.tokens, layers.sentences)
    yield from found


def periods(date: str | None, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Mention[When]]:
    """The mentions of periods, the longest reading first; values are Period, Relative or None (year unknown)."""
    dater = Dater(date)
    found: list[Mention[When]] = []
    for sentence in sentences:
        folded = Folded(tokens[sentence.first : sentence.last], sentence.first)
        if CUE.search(folded.line):
            found.extend(_joined(folded, sorted(_in_sentence(dater, folded), key=lambda m: m.span)))
    return found


def _in_sentence(dater: Dater, folded: Folded) -> Iterator[Mention[When]]:
    taken: list[Span] = []
    for name, pattern in GRAMMAR:
        for match, span in folded.find(pattern):
            if any(span.begin < t.end and t.begin < span.end for t in taken) or not _plausible(name, folded, match):
                continue
            taken.append(span)
            yield Mention(span, PERIODS, dater.read(name, match))


def _plausible(name: str, folded: Folded, match: re.Match[str]) -> bool:
    """Guards against "may" the verb and against a number that only looks like a year."""
    if name in ("day", "month", "months", "days", "bare") and "may" in match.group().split():
        first, last = (i - folded.first for i in folded.range(match))
        return "May" in [token.text for token in folded.tokens[first:last]]
    return name != "year" or _after_preposition(folded, match)


def _after_preposition(folded: Folded, match: re.Match[str]) -> bool:
    """Whether a bare year begins the sentence or stands behind a word that years follow."""
    first = folded.range(match)[0] - folded.first
    if first == 0:
        return True
    before, year = folded.tokens[first - 1 : first + 1]
    return before.fold in _BEFORE_YEAR or (before.end < year.begin and before.fold == "'s")


def _joined(folded: Folded, mentions: list[Mention[When]]) -> list[Mention[When]]:
    """ "from 2005 through the first nine months of 2024": two periods joined into one stretch."""
    joined: list[Mention[When]] = []
    for mention in mentions:
        stretch = _stretch(folded, joined[-1], mention) if joined else None
        if stretch:
            joined[-1] = stretch
        else:
            joined.append(mention)
    return joined


def _stretch(folded: Folded, start: Mention[When], end: Mention[When]) -> Mention[When] | None:
    """From the begin of one period to the end of another, where the words between them say so."""
    first, last = start.value, end.value
    if not isinstance(first, Period) or not isinstance(last, Period) or not last.last or first.first >= last.first:
        return None
    between = [t.fold for t in folded.tokens if start.span.end <= t.begin < end.span.begin]
    if between not in _JOINTS:
        return None
    return Mention(Span(start.span.begin, end.span.end), PERIODS, Period(first.first, last.last))


# --- The article's own day --------------------------------------------------------------------------------------


def inferred_date(text: str, tokens: Sequence[Token], mentions: Sequence[Mention[When]]) -> str | None:
    """The day of an article that states none apart from its text: that of its dateline, with the year that the text
    makes plain.

    A full date in the opening lines counts where it heads its line or follows a place alone ("HANOI, May 7, 2024").
    A figure for the first months of a year is news of that year: "July 13" above "in the five months of 2023" is
    13 July 2023. A whole year tells nothing.
    """
    full = _full_date(text, mentions)
    if full:
        return full
    match = DATELINE.search(Folded(tokens[:30]).line)
    latest = _latest_month(mentions)
    if match is None or latest is None:
        return None
    month, day = month_number(match["m"] or match["n"]), int((match["d"] or match["e"]).split()[0])
    return date_of(latest[:4], month, day) if int(latest[5:]) <= month else None


def _full_date(text: str, mentions: Sequence[Mention[When]]) -> str | None:
    """The first full date in the opening lines that heads its line."""
    for mention in mentions:
        if mention.span.begin > _OPENING or not isinstance(mention.value, Period) or len(mention.value.first) != 10:
            continue
        head = text[: mention.span.begin].rpartition("\n")[2]
        stated = mention.value.first[:4] in text[mention.span.begin : mention.span.end]
        line = head + text[mention.span.begin :].partition("\n")[0]
        alone = len(line) < _SHORT_LINE and not line.rstrip().endswith((".", ":"))
        if stated and (alone or _PLACE.fullmatch(head)):
            return mention.value.first
    return None


def _latest_month(mentions: Sequence[Mention[When]]) -> str | None:
    """The last month that the periods reach into, unless one of them reaches into a later year."""
    ends = [m.value.last for m in mentions if isinstance(m.value, Period) and m.value.last]
    latest = max((end for end in ends if len(end) == 7), default=None)
    years = [end[:4] for end in ends if end[:4].isdigit()]
    return latest if latest and max(years) <= latest[:4] else None
