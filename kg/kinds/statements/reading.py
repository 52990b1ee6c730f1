"""Claims in words: who notes, stresses, appreciates, agrees or is ready, and about what."""

from __future__ import annotations

from collections.abc import Iterator

from kg.discourse.modality import DENIED, status
from kg.discourse.references import REFERENCES
from kg.kinds.bodies.claim import BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS, Framework
from kg.kinds.kind import Readings
from kg.kinds.meetings.claim import MEETINGS, Meeting
from kg.kinds.people.claim import Person
from kg.kinds.posts.claim import POST_PHRASES, POSTS
from kg.kinds.posts.reading import heads_mission
from kg.kinds.quantities.claim import QUANTITIES
from kg.kinds.statements.claim import STATEMENTS, Statement
from kg.language.lexicon import ACTS, CUES, GROUPS, PARTIES, TOPICS
from kg.model import Document, Mention, Sentence, Span, Term, Token
from kg.vocabulary import local

_PRONOUNS = frozenset("he she they".split())
_CONNECTORS = frozenset("and , while ; also as well but".split())
_BEFORE_SPEAKER = (",", "”", '"', "in", "eu")

People = tuple[Person, ...]


def read(readings: Readings) -> None:
    """The statements of a document, in the order of the text."""
    document = readings.document
    meetings, of_sentence = readings[MEETINGS]
    tenures = readings[POSTS].tenures
    reader = _Reader(readings, {t.person for t in tenures if heads_mission(t.role)})
    found: list[Statement] = []
    for sentence in document.sentences:
        title = sentence.span.end <= len(document.article.headline)
        if title or any(f.covers(sentence.span) for f in document.article.furniture):
            continue
        number = of_sentence.get(sentence.first)
        held = number is not None and meetings[number].status is None
        found.extend(reader.read(sentence, meetings[number] if held and number is not None else None))
    readings[STATEMENTS] = tuple(found)


class _Reader:
    """Reads sentence by sentence; a pronoun stands for those who spoke last."""

    def __init__(self, readings: Readings, envoys: set[Person]) -> None:
        self.readings, self.document = readings, readings.document
        self.envoys = envoys
        self.last: People = ()

    def read(self, sentence: Sentence, meeting: Meeting | None) -> Iterator[Statement]:
        """The statements of a sentence that is about a meeting (or none)."""
        names = (FRAMEWORK_MENTIONS, POST_PHRASES, BODY_MENTIONS)
        acts = [
            m
            for m in self.document.inside(sentence.span, ACTS)
            if not self.document.covered(m.span, *names)
            and not self.document.nested(m.span, CUES)
            and status(self.document, m.span) != DENIED
        ]
        subject: People = ()
        since = sentence.span.begin
        for act, following in zip(acts, [*acts[1:], None], strict=False):
            if local(act.value.iri) == "characterises":
                if not subject:
                    yield from _characterisation(self.document, sentence, act)
            else:
                speakers, begin = self._speakers(sentence, meeting, act, subject, since)
                if speakers:
                    subject = speakers
                    span = self._clause(sentence, begin, following.span.begin if following else None)
                    yield self._statement(act, speakers, meeting, span)
            since = act.span.end
        self.last = subject or self.last

    def _statement(self, act: Mention[Term], speakers: People, meeting: Meeting | None, span: Span) -> Statement:
        number = meeting.number if meeting else None
        addressees = self._addressees(span, speakers, meeting)
        return Statement(act.value, speakers, addressees, about(self.document, span), number, span)

    # --- Who speaks, and to whom ----------------------------------------------------------------------------------

    def _speakers(
        self, sentence: Sentence, meeting: Meeting | None, act: Mention[Term], subject: People, since: int
    ) -> tuple[People, int]:
        """Who performs an act, and where the clause that tells of it begins."""
        words = self.document.words(Span(since, act.span.begin))
        if subject and words[-1:] in (["and"], [","], ["also"]):
            return subject, act.span.begin
        named = self._nearest(Span(since, act.span.begin), meeting)
        if named and not named[1]:
            return (), act.span.begin
        if named:
            span, people = named
            near = len(self.document.words(Span(span.end, act.span.begin))) <= 3
            return people, self._with_title(sentence, span) if near else act.span.begin
        if subject:
            return subject, act.span.begin
        words = self.document.words(Span(sentence.span.begin, act.span.begin))
        if words[-1:] == ["it"] or words[-2:] == ["it", "was"]:
            return meeting.participants if meeting else (), sentence.span.begin
        if _PRONOUNS & set(words[-3:]):
            return self.last, sentence.span.begin
        behind = words and words[-1] in _BEFORE_SPEAKER
        return self._behind(sentence, act) if behind else (), sentence.span.begin

    def _nearest(self, window: Span, meeting: Meeting | None) -> tuple[Span, People] | None:
        """The last people or group word in a window."""
        named = [(r.span, r.people) for r in self.readings[REFERENCES].inside(window) if not self._owns(r.span)]
        groups = [(m.span, self._group(m, meeting)) for m in self.document.inside(window, GROUPS)]
        bodies: list[tuple[Span, People]] = [(m.span, ()) for m in self.document.inside(window, BODY_MENTIONS)]
        candidates = [*named, *((span, people) for span, people in groups if people), *bodies]
        return max(candidates, key=lambda c: (c[0].end, c[0].begin), default=None)

    def _owns(self, span: Span) -> bool:
        """Whether a name only tells whose something is: "welcomed Minister Rau's visit"."""
        return self.document.article.text[span.end : span.end + 2] in ("'s", "’s")

    def _group(self, mention: Mention[Term], meeting: Meeting | None) -> People:
        """The participants of the meeting at hand that a group word stands for."""
        if meeting is None:
            return ()
        if local(mention.value.iri) == "envoys":
            return tuple(p for p in meeting.participants if p in self.envoys)
        return meeting.participants

    def _behind(self, sentence: Sentence, act: Mention[Term]) -> People:
        """The people right behind an act: "... ," said NAME."""
        after = self.readings[REFERENCES].inside(Span(act.span.end, sentence.span.end))
        return next((r.people for r in after if r.span.begin - act.span.end < 90), ())

    def _addressees(self, span: Span, speakers: People, meeting: Meeting | None) -> People:
        """The people and groups in a clause who do not speak themselves."""
        named = [p for r in self.readings[REFERENCES].inside(span) for p in r.people]
        grouped = [p for m in self.document.inside(span, GROUPS) for p in self._group(m, meeting)]
        return tuple(dict.fromkeys(p for p in (*named, *grouped) if p not in speakers))

    # --- The words of a statement ---------------------------------------------------------------------------------

    def _with_title(self, sentence: Sentence, span: Span) -> int:
        """Where a subject begins when its title and article are taken in ("the European diplomats")."""
        begin, before = span.begin, span.end
        titles = [m.span for m in self.document.inside(sentence.span, POST_PHRASES, PARTIES)]
        tokens = self._tokens(sentence)
        while begin < before:
            before = begin
            for title in titles:
                if title.begin < begin and 0 <= begin - title.end <= 1:
                    begin = title.begin
            word = next((t for t in reversed(tokens) if t.end <= begin), None)
            if word and begin - word.end <= 1 and word.fold in ("the", "european", "both"):
                begin = word.begin
        return begin

    def _clause(self, sentence: Sentence, begin: int, following: int | None) -> Span:
        """From its beginning to the next act; a clause that fills its sentence keeps the full stop."""
        if following is None and begin == sentence.span.begin:
            return sentence.span
        end = sentence.span.end if following is None else following
        tokens = [t for t in self._tokens(sentence) if begin <= t.begin < end]
        while tokens and (tokens[-1].fold in _CONNECTORS or tokens[-1].text == "."):
            tokens.pop()
        return Span(begin, tokens[-1].end) if tokens else sentence.span

    def _tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.document.tokens[sentence.first : sentence.last]


def _characterisation(document: Document, sentence: Sentence, act: Mention[Term]) -> Iterator[Statement]:
    """ "France is an important economic partner of Kazakhstan": said by the article itself."""
    before = Span(sentence.span.begin, act.span.begin)
    if "is" in document.words(before) and document.inside(before, PARTIES):
        span = _until_figures(document, sentence, act)
        yield Statement(act.value, (), (), about(document, sentence.span), None, span)


def _until_figures(document: Document, sentence: Sentence, act: Mention[Term]) -> Span:
    """The sentence, or its part before ", having invested ..." where figures follow."""
    tokens = document.tokens[sentence.first : sentence.last]
    commas = (t.begin for t in tokens if t.text == "," and t.begin >= act.span.end)
    figures = document.inside(sentence.span, QUANTITIES)
    return Span(sentence.span.begin, next(commas, sentence.span.end) if figures else sentence.span.end)


def about(document: Document, span: Span) -> tuple[str, ...]:
    """The IRIs of the parties, frameworks and topics that a span names, outermost mentions only."""
    mentions: list[Mention[Term | Framework | Body]] = document.inside(
        span, PARTIES, FRAMEWORK_MENTIONS, TOPICS, BODY_MENTIONS
    )
    outer = [m for m in mentions if not any(o.span.covers(m.span) and o.span != m.span for o in mentions)]
    return tuple(dict.fromkeys(m.value.iri for m in outer))
