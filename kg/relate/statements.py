"""Claims in words: who notes, stresses, appreciates, agrees or is ready, and about what."""

from __future__ import annotations

from kg.model import Document, Meeting, Mention, Person, Reference, Resolution, Sentence, Span, Statement, Tenure
from kg.vocabulary import local

_PRONOUNS = frozenset(["he", "she", "they"])
_CONNECTORS = frozenset("and , while ; also as well but".split())


class Statements:
    """Reads the statements of a document, sentence by sentence."""

    def __init__(
        self,
        resolution: Resolution,
        meetings: tuple[Meeting, ...],
        of_sentence: dict[int, int],
        tenures: tuple[Tenure, ...],
    ) -> None:
        self.resolution, self.document = resolution, resolution.document
        self.meetings, self.of_sentence = meetings, of_sentence
        self.envoys = {t.person for t in tenures if "head-of-mission" in (*t.role.traits, local(t.role.iri))}
        self.last: tuple[Person, ...] = ()

    def all(self) -> tuple[Statement, ...]:
        """The statements, in the order of the text."""
        found: list[Statement] = []
        for sentence in self.document.sentences:
            article = self.document.article
            if sentence.span.end <= len(article.headline) or any(f.covers(sentence.span) for f in article.furniture):
                continue
            found.extend(self._sentence(sentence))
        return tuple(found)

    def _sentence(self, sentence: Sentence) -> list[Statement]:
        acts = [m for m in self.document.inside(sentence.span, "acts") if not self._in_name(m)]
        found: list[Statement] = []
        subject: tuple[Person, ...] = ()
        for k, act in enumerate(acts):
            if local(act.value.iri) == "characterises":
                found.extend(self._character(sentence, act) if not subject else [])
                continue
            speakers, begin = self._speakers(sentence, act, subject, acts[k - 1].span.end if k else sentence.span.begin)
            if not speakers:
                continue
            subject = speakers
            span = self._clause(sentence, begin, acts[k + 1].span.begin if k + 1 < len(acts) else None)
            meeting = self._meeting(sentence)
            found.append(
                Statement(
                    act.value,
                    speakers,
                    self._addressees(span, speakers),
                    self._about(span),
                    meeting.number if meeting else None,
                    span,
                )
            )
        self.last = subject or self.last
        return found

    def _in_name(self, act: Mention) -> bool:
        return self.document.covered(act.span, "framework", "post", "body", "agenda-cues")

    def _meeting(self, sentence: Sentence) -> Meeting | None:
        number = self.of_sentence.get(sentence.first)
        return self.meetings[number] if number is not None else None

    def _speakers(
        self, sentence: Sentence, act: Mention, subject: tuple[Person, ...], since: int
    ) -> tuple[tuple[Person, ...], int]:
        """Who performs an act, and where the clause that tells of it begins."""
        before = self._nearest(Span(since, act.span.begin), sentence)
        if before:
            people, span = before
            near = len(self.document.words(Span(span.end, act.span.begin))) <= 3
            return people, self._with_title(sentence, span) if near else act.span.begin
        if subject:
            return subject, act.span.begin
        words = self.document.words(Span(sentence.span.begin, act.span.begin))
        if words[-1:] == ["it"] or words[-2:] == ["it", "was"]:
            meeting = self._meeting(sentence)
            return (meeting.participants, sentence.span.begin) if meeting else ((), 0)
        if _PRONOUNS & set(words[-3:]):
            return self.last, sentence.span.begin
        after = [
            r
            for r in self.resolution.referring(Span(act.span.end, sentence.span.end))
            if r.span.begin - act.span.end < 90
        ]
        return (
            (after[0].people, sentence.span.begin)
            if after and words and words[-1] in (",", "”", '"', "in", "eu")
            else ((), 0)
        )

    def _nearest(self, window: Span, sentence: Sentence) -> tuple[tuple[Person, ...], Span] | None:
        """The last people or group word in a window."""
        candidates: list[tuple[Span, tuple[Person, ...]]] = [
            (r.span, r.people) for r in self.resolution.referring(window)
        ]
        for mention in self.document.inside(window, "groups"):
            people = self._group(mention, sentence)
            if people:
                candidates.append((mention.span, people))
        if not candidates:
            return None
        span, people = max(candidates, key=lambda c: (c[0].end, c[0].begin))
        return people, span

    def _group(self, mention: Mention, sentence: Sentence) -> tuple[Person, ...]:
        """The participants of the meeting at hand that a group word stands for."""
        meeting = self._meeting(sentence)
        if meeting is None:
            return ()
        if local(mention.value.iri) == "envoys":
            return tuple(p for p in meeting.participants if p in self.envoys)
        return meeting.participants

    def _with_title(self, sentence: Sentence, span: Span) -> int:
        """Where a subject begins when its title and article are taken in ("the European diplomats")."""
        begin = span.begin
        tokens = list(self.document.tokens[sentence.first : sentence.last])
        posts = [m.span for m in self.document.inside(sentence.span, "post", "party")]
        moved = True
        while moved:
            moved = False
            for other in posts:
                if other.begin < begin and 0 <= begin - other.end <= 1:
                    begin, moved = other.begin, True
            word = next((t for t in reversed(tokens) if t.end <= begin), None)
            if word and begin - word.end <= 1 and word.fold in ("the", "european", "both"):
                begin, moved = word.begin, True
        return begin

    def _clause(self, sentence: Sentence, begin: int, following: int | None) -> Span:
        """From its beginning to the next act; a clause that fills its sentence keeps the full stop."""
        tokens = [
            t
            for t in self.document.tokens[sentence.first : sentence.last]
            if begin <= t.begin and (following is None or t.begin < following)
        ]
        if following is None and begin == sentence.span.begin:
            return sentence.span
        while tokens and (tokens[-1].fold in _CONNECTORS or tokens[-1].text in ".;"):
            tokens.pop()
        return Span(begin, tokens[-1].end) if tokens else sentence.span

    def _addressees(self, span: Span, speakers: tuple[Person, ...]) -> tuple[Person, ...]:
        found: list[Person] = []
        references: list[Reference] = self.resolution.referring(span)
        for reference in references:
            found.extend(p for p in reference.people if p not in speakers)
        sentence = self.document.sentence_at(span)
        for mention in self.document.inside(span, "groups") if sentence else ():
            assert sentence is not None
            found.extend(p for p in self._group(mention, sentence) if p not in speakers)
        return tuple(dict.fromkeys(found))

    def _about(self, span: Span) -> tuple[str, ...]:
        return about(self.document, span)

    def _character(self, sentence: Sentence, act: Mention) -> list[Statement]:
        """ "France is an important economic partner of Kazakhstan": said by the article itself."""
        words = self.document.words(Span(sentence.span.begin, act.span.begin))
        before = Span(sentence.span.begin, act.span.begin)
        if "is" not in words or not self.document.inside(before, "party"):
            return []
        return [Statement(act.value, (), (), self._about(sentence.span), None, self._until_figures(sentence, act))]

    def _until_figures(self, sentence: Sentence, act: Mention) -> Span:
        """The sentence, or its part before ", having invested ..." where figures follow."""
        tokens = self.document.tokens[sentence.first : sentence.last]
        if self.document.inside(sentence.span, "quantity"):
            for token in tokens:
                if token.text == "," and token.begin >= act.span.end:
                    return Span(sentence.span.begin, token.begin)
        return sentence.span


def about(document: Document, span: Span) -> tuple[str, ...]:
    """The IRIs of the parties, frameworks and topics that a span names, outermost mentions only."""
    mentions = document.inside(span, "party", "framework", "topics", "body")
    outer = [
        m for m in mentions if not any(o is not m and o.span.covers(m.span) and o.span != m.span for o in mentions)
    ]
    return tuple(dict.fromkeys(m.value.iri for m in outer))
