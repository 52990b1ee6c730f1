"""Lookups that the reading of meetings needs: triggers, people around them, dates and places in a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.discourse.modality import AHEAD, status
from kg.discourse.references import REFERENCES, Reference
from kg.kinds.bodies.claim import BODIES, BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Readings
from kg.kinds.people.claim import NAMES, Person
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POST_PHRASES, Tenure
from kg.language.lexicon import MEETING_KINDS, PARTIES
from kg.language.rules import Match
from kg.model import Mention, Period, Sentence, Span, Term, Token
from kg.vocabulary import fold, local

_SAYING = frozenset("said noted stressed told added emphasized emphasised underlined".split())
_HOSTING = frozenset("received receives receiving hosted hosting welcomed reception".split())
_GROUPS = frozenset(
    """envoys ambassadors delegation diplomats ministers delegations representatives commissioners""".split()
)
_NOMINAL = frozenset(
    """meeting meetings talks conversation negotiations reception audience discussions session consultations visit
    trip summit call round""".split()
)
_MONTH = len("2024-05")
_PRECISIONS = (4, _MONTH, 10)


class Roles(NamedTuple):
    """Who stands before and behind a word of meeting, and who receives, as a rule tells it; ``all``: the sides at hand."""

    rule: str
    before: list[Person]
    after: list[Person]
    host: Person | None
    all: bool = False


class Scene:
    """A document with its people and posts, seen sentence by sentence."""

    def __init__(self, readings: Readings, tenures: tuple[Tenure, ...]) -> None:
        self.readings = readings
        self.document = readings.document
        self.tenures = tenures
        self._asked: tuple[int, list[Match]] | None = None
        self._held: dict[Person, list[Tenure]] = {}
        for tenure in tenures:
            self._held.setdefault(tenure.person, []).append(tenure)

    def outside(self, sentence: Sentence) -> bool:
        """Whether a sentence is the headline or furniture, which open no meeting."""
        article = self.document.article
        title = sentence.span.end <= len(article.headline) and len(self.document.sentences) > 1
        return title or any(f.covers(sentence.span) for f in article.furniture)

    def words(self, begin: int, end: int) -> list[str]:
        """The folded tokens between two code points."""
        return self.document.words(Span(begin, end)) if end > begin else []

    def word(self, mention: Mention[Term]) -> str:
        """The folded words of a mention."""
        return fold(self.document.article.quote(mention.span))

    def first_word(self, mention: Mention[Term]) -> str:
        """The first folded word of a mention."""
        return self.word(mention).split()[0]

    def status(self, span: Span) -> str | None:
        """Whether what a word tells of is planned, denied and so on; None where it was held."""
        return status(self.document, span)

    def words_of_meeting(self, sentence: Sentence) -> list[Mention[Term]]:
        """The words of a sentence that tell of a meeting, those in names and titles too."""
        return self.document.inside(sentence.span, MEETING_KINDS)

    def triggers(self, sentence: Sentence) -> list[Mention[Term]]:
        """The words of a sentence that tell of a meeting, outside of names and titles."""
        return [
            m
            for m in self.words_of_meeting(sentence)
            if self._in_series(m) or not self.document.covered(m.span, FRAMEWORK_MENTIONS, POST_PHRASES, BODY_MENTIONS)
        ]

    def _in_series(self, mention: Mention[Term]) -> bool:
        """ "6th Foreign Office Consultations" is both a format and the encounter in it."""
        return local(mention.value.iri) == "consultations"

    def nominal(self, trigger: Mention[Term]) -> bool:
        """Whether a trigger is a noun ("the meeting"), not a verb ("met")."""
        return self.word(trigger).split()[-1] in _NOMINAL and not self._gerund(trigger)

    def _gerund(self, trigger: Mention[Term]) -> bool:
        """ "After meeting his counterpart": the verb."""
        before = self.words(max(0, trigger.span.begin - 8), trigger.span.begin)[-1:]
        after = self.words(trigger.span.end, trigger.span.end + 8)[:1]
        return (
            self.word(trigger) == "meeting"
            and bool(before)
            and before[0] in ("after", "before", "while")
            and after[:1] not in (["of"], ["between"])
        )

    def hosts(self, trigger: Mention[Term]) -> bool:
        """Whether a trigger is a verb of one who receives others, or their reception."""
        return self.first_word(trigger) in _HOSTING

    def people_before(self, sentence: Sentence, trigger: Mention[Term]) -> list[Reference]:
        """The references to people before a trigger; before a noun behind a verb of saying only the speaker."""
        before = [r for r in self.readings[REFERENCES].inside(sentence.span) if r.span.end <= trigger.span.begin]
        if before and self.nominal(trigger) and _SAYING & set(self.words(before[-1].span.end, trigger.span.begin)):
            return before[-1:]
        return before

    def told(self, sentence: Sentence, trigger: Mention[Term], kind: str = "") -> Roles | None:
        """Who stands where around a trigger, by the rule of both sides that begins first, else by one of one side."""
        first, last = self.document.range(trigger.span)
        over = (m for m in self._matches(sentence) if m.slots["event"][0] < last and first < m.slots["event"][1])
        match = min((m for m in over if _is_about(m, kind)), key=lambda m: (not _is_whole(m), m.first), default=None)
        return self._roles(match) if match else None

    def _matches(self, sentence: Sentence) -> list[Match]:
        if self._asked is None or self._asked[0] != sentence.first:
            self._asked = sentence.first, self.readings.lines.matches("meetings", sentence)
        return self._asked[1]

    def _roles(self, match: Match) -> Roles:
        people = {
            name: self._people(*match.slots[name]) for name in ("subject", "object", "people") if name in match.slots
        }
        host = people.get(match.rule.gives.get("host", ""), [])
        before = people.get("subject", people.get("people", []))
        everybody = match.rule.gives.get("who") == "all"
        return Roles(match.rule.name, before, people.get("object", []), host[0] if host else None, everybody)

    def _people(self, first: int, last: int) -> list[Person]:
        """The people of the noun phrases between two tokens."""
        tokens = self.document.tokens
        span = Span(tokens[first].begin, tokens[last - 1].end)
        return people_of(self.readings[REFERENCES].phrases_inside(span))

    def seat(self, sentence: Sentence) -> Body | None:
        """The body at which a sentence says that something took place."""
        begins = {m.slots["seat"][0] for m in self.readings.lines.matches("places", sentence)}
        here = (body for mention, body in self.readings[BODIES] if self.document.range(mention.span)[0] in begins)
        return next(here, None)

    def groups(self, span: Span) -> list[Term]:
        """The sides of groups of officials ("ambassadors of 14 countries of Africa", "the Tajik delegation") in a span."""
        if not _GROUPS & set(self.document.words(span)):
            return []
        return list({m.value.iri: m.value for m in self.document.inside(span, PARTIES)}.values())

    def envoys_after(self, sentence: Sentence, trigger: Mention[Term]) -> bool:
        """Whether a plural title stands behind a trigger: "received credentials from nine ambassadors"."""
        behind = Span(trigger.span.end, sentence.span.end)
        return any(m.value.plural for m in self.document.inside(behind, POST_PHRASES))

    def sides(self, people: list[Person]) -> list[Term]:
        """The sides that people stand for, by the first post that names one."""
        found: dict[str, Term] = {}
        for person in people:
            sides = filter(None, map(_side, self._held.get(person, ())))
            if side := next(sides, None):
                found.setdefault(side.iri, side)
        return list(found.values())

    def held(self, people: Sequence[Person]) -> list[Tenure]:
        """The tenures of people."""
        return [tenure for person in people for tenure in self._held.get(person, ())]

    def date(self, span: Span) -> str | None:
        """The day (or days) in a span."""
        return next((str(period) for period in self._periods(span) if len(period.first) == 10), None)

    def coarse_date(self, span: Span, status: str | None = None) -> str | None:
        """The day, else the month, else the year in a span; for a plan the next one where the text leaves the year out,
        or several months."""
        found = (p for p in self._periods(span, status) if len(p.first) in _PRECISIONS and (status or _is_one(p)))
        closest = max(found, key=lambda period: len(period.first), default=None)
        return str(closest) if closest else None

    def _periods(self, span: Span, status: str | None = None) -> Iterator[Period]:
        """The closed periods in a span."""
        for mention in self.document.inside(span, PERIODS):
            value = mention.value
            if isinstance(value, Period) and value.last:
                yield self._ahead(mention.span, value) if status in AHEAD else value

    def _ahead(self, span: Span, period: Period) -> Period:
        """ "Will visit Peru in May": the next May, not the last one."""
        today = self.document.date or ""
        stated = period.first[:4] in self.document.article.quote(span)
        if stated or len(period.first) != _MONTH or period.last is None or period.last >= today[: len(period.last)]:
            return period
        return Period(_next_year(period.first), _next_year(period.last))

    def place(self, span: Span) -> str | None:
        """A capital, or another town by its capital letter, after "in" or "at"."""
        for mention in self.document.inside(span, PARTIES):
            before = self.words(max(0, mention.span.begin - 4), mention.span.begin)
            if mention.value.form == "capital" and before[-1:] in (["in"], ["at"]):
                return self.document.article.quote(mention.span)
        tokens = self.document.tokens_in(span)
        for k, token in enumerate(tokens):
            town = list(itertools.takewhile(self._is_of_town, tokens[k + 1 : k + 4]))
            if token.fold == "in" and town:
                return self.document.article.quote(Span(town[0].begin, town[-1].end))
        return None

    def _is_of_town(self, token: Token) -> bool:
        return token.text[0].isupper() and token.text.isalpha() and not self._named(token)

    def _named(self, token: Token) -> bool:
        return self.document.covered(
            Span(token.begin, token.end), PARTIES, PERIODS, FRAMEWORK_MENTIONS, BODY_MENTIONS, NAMES, POST_PHRASES
        )


def _is_one(period: Period) -> bool:
    """Whether a period is one month or year, or some days."""
    return period.first == period.last or len(period.first) > _MONTH


def _is_about(match: Match, kind: str) -> bool:
    """Whether a rule tells of a visit, or of an encounter, as it is asked for."""
    return (match.rule.gives.get("kind") == "visit") == (kind == "visit")


def _is_whole(match: Match) -> bool:
    """Whether a rule tells of both sides."""
    return "people" in match.slots or {"subject", "object"} <= match.slots.keys()


def _next_year(date: str) -> str:
    return f"{int(date[:4]) + 1}{date[4:]}"


def people_of(references: Sequence[Reference]) -> list[Person]:
    """The people that references stand for, each once."""
    return list(dict.fromkeys(person for reference in references for person in reference.people))


def _side(tenure: Tenure) -> Term | None:
    if isinstance(tenure.of, Term):
        return tenure.of
    return tenure.of.of if isinstance(tenure.of, Body) else None
