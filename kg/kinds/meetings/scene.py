"""Lookups that the reading of meetings needs: triggers, people around them, dates and places in a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from kg.discourse.references import REFERENCES, Reference
from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Readings
from kg.kinds.people.claim import NAMES, Person
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POST_PHRASES, POSTS, Tenure
from kg.language.lexicon import MEETING_KINDS, PARTIES
from kg.model import Mention, Period, Sentence, Span, Term, Token
from kg.vocabulary import fold, local

_SAYING = frozenset("said noted stressed told added emphasized emphasised underlined".split())
_BREAKS = _SAYING | {";", "”", "who", "which", "that", "where"}
_GROUPS = frozenset(
    """envoys ambassadors delegation diplomats ministers delegations representatives commissioners""".split()
)
_NOMINAL = frozenset(
    """meeting meetings talks conversation negotiations reception audience discussions session consultations visit
    trip summit call round""".split()
)


class Scene:
    """A document with its people and posts, seen sentence by sentence."""

    def __init__(self, readings: Readings, tenures: tuple[Tenure, ...]) -> None:
        self.readings = readings
        self.document = readings.document
        self.tenures = tenures

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

    def triggers(self, sentence: Sentence) -> list[Mention[Term]]:
        """The words of a sentence that tell of a meeting, outside of names and titles."""
        mentions = self.document.inside(sentence.span, MEETING_KINDS)
        return [
            m
            for m in mentions
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

    def people_before(self, sentence: Sentence, trigger: Mention[Term]) -> list[Reference]:
        """The references to people before a trigger; before a noun behind a verb of saying only the speaker."""
        before = [r for r in self.readings[REFERENCES].inside(sentence.span) if r.span.end <= trigger.span.begin]
        if before and self.nominal(trigger) and _SAYING & set(self.words(before[-1].span.end, trigger.span.begin)):
            return before[-1:]
        return before

    def people_after(self, sentence: Sentence, trigger: Mention[Term]) -> list[Reference]:
        """The references to people after a trigger, up to the end of its clause."""
        after = [r for r in self.readings[REFERENCES].inside(sentence.span) if r.span.begin >= trigger.span.end]
        kept = []
        for reference in after:
            if _BREAKS & set(self.words(trigger.span.end, self.start(reference))):
                break
            kept.append(reference)
        if (
            kept
            and self.nominal(trigger)
            and not {"with", "between", "and", "of", "for"} & set(self.words(trigger.span.end, kept[0].span.begin))
        ):
            return []
        return kept

    def start(self, reference: Reference) -> int:
        """Where the title in front of a name begins, else the name."""
        for phrase, persons in self.readings[POSTS].held:
            if persons == reference.people and phrase.span.begin < reference.span.begin <= phrase.span.end + 2:
                return phrase.span.begin
        return reference.span.begin

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
            for tenure in self.tenures:
                side = _side(tenure)
                if tenure.person == person and side is not None:
                    found.setdefault(side.iri, side)
                    break
        return list(found.values())

    def date(self, span: Span) -> str | None:
        """The day (or days) in a span."""
        for mention in self.document.inside(span, PERIODS):
            value = mention.value
            if isinstance(value, Period) and value.last and len(value.first) == 10:
                return str(value)
        return None

    def coarse_date(self, span: Span) -> str | None:
        """The day, else the month, else the year in a span."""
        stated = [m.value for m in self.document.inside(span, PERIODS) if isinstance(m.value, Period) and m.value.last]
        day = self.date(span)
        months = [str(p) for p in stated if len(p.first) == 7]
        years = [str(p) for p in stated if len(p.first) == 4]
        return day or next(iter([*months, *years]), None)

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


def people_of(references: Sequence[Reference]) -> list[Person]:
    """The people that references stand for, each once."""
    return list(dict.fromkeys(person for reference in references for person in reference.people))


def _side(tenure: Tenure) -> Term | None:
    if isinstance(tenure.of, Term):
        return tenure.of
    return tenure.of.of if isinstance(tenure.of, Body) else None
