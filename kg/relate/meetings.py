"""Encounters: who met whom, who received, where, when, and what was on the agenda.

Sentence by sentence: a sentence opens a meeting (a verb or noun of meeting with people on both sides), opens a
part of one ("during the meeting with the Ambassador of France"), tells of an event between parties, or goes on
about the meeting before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import (
    AgendaItem,
    Body,
    Meeting,
    Mention,
    Period,
    Person,
    Reference,
    Resolution,
    Sentence,
    Span,
    Tenure,
    Term,
)
from kg.relate.agenda import agenda, loose_topics
from kg.relate.labels import meeting_label
from kg.vocabulary import fold, local

_HOSTING = frozenset(["received", "receives", "hosted", "welcomed"])
_EVENTS = frozenset(["summit", "session", "consultations"])
_PLANNED = frozenset(["will", "upcoming", "planned", "scheduled", "next", "forthcoming", "expected", "plans"])
_ENVOY = "head-of-mission"
_SAYING_BREAK = frozenset(["said", "noted", "stressed", "told", "added", "emphasized"])


@dataclass(slots=True)
class Draft:
    """A meeting while its sentences are being read."""

    number: int
    kind: str
    people: list[Person]
    host: Person | None = None
    parties: list[Term] = field(default_factory=list)
    date: str | None = None
    place: str | Body | None = None
    items: list[AgendaItem] = field(default_factory=list)
    raised: list[AgendaItem] = field(default_factory=list)
    loose: list[AgendaItem] = field(default_factory=list)
    planned: bool = False
    part_of: int | None = None
    evidence: list[Span] = field(default_factory=list)


class Meetings:
    """Reads the meetings of a document and tells which one each sentence is about."""

    def __init__(self, resolution: Resolution, tenures: tuple[Tenure, ...], dateline: str | None) -> None:
        self.resolution = resolution
        self.document = resolution.document
        self.tenures = tenures
        self.dateline = dateline
        self.drafts: list[Draft] = []
        self.of_sentence: dict[int, int] = {}
        current: Draft | None = None
        for sentence in self.document.sentences:
            if self._outside(sentence):
                continue
            opened = self._opened(sentence, current)
            current = opened or self._returned(sentence, current)
            if current:
                self.of_sentence[sentence.first] = current.number
                self._agenda(sentence, current)

    def all(self) -> tuple[Meeting, ...]:
        """The meetings, in the order of the text."""
        return tuple(self._finished(draft) for draft in self.drafts)

    # --- sentences -----------------------------------------------------------------------------------------------

    def _outside(self, sentence: Sentence) -> bool:
        article = self.document.article
        title = sentence.span.end <= len(article.headline) and len(self.document.sentences) > 1
        return title or any(f.covers(sentence.span) for f in article.furniture)

    def _opened(self, sentence: Sentence, current: Draft | None) -> Draft | None:
        """The meeting that a sentence opens or names, if any."""
        for trigger in self._triggers(sentence):
            draft = self._encounter(sentence, trigger, current) or self._event(sentence, trigger)
            if draft:
                return draft
        return None

    def _triggers(self, sentence: Sentence) -> list[Mention]:
        covers = [m.span for m in self.document.inside(sentence.span, "framework", "post")]
        return [
            m for m in self.document.inside(sentence.span, "meeting-kinds") if not any(c.covers(m.span) for c in covers)
        ]

    def _encounter(self, sentence: Sentence, trigger: Mention, current: Draft | None) -> Draft | None:
        subjects, objects = self._sides_of(sentence, trigger)
        kind = local(trigger.value.iri)
        word = fold(self.document.article.quote(trigger.span))
        if kind == "visit":
            return self._visit(sentence, trigger, subjects)
        if objects and self._nominal(trigger) and current and self._known(current, objects):
            return self._part(sentence, trigger, current, objects)
        people = list(dict.fromkeys([*subjects, *objects]))
        if len(people) < 2 or not (objects or self._reciprocal(sentence, trigger)):
            return None
        host = subjects[0] if word.split()[0] in _HOSTING and subjects else None
        return self._open(
            sentence,
            "meeting" if kind not in ("call", "session", "consultations", "credentials", "signing") else kind,
            people,
            host,
        )

    def _sides_of(self, sentence: Sentence, trigger: Mention) -> tuple[list[Person], list[Person]]:
        """People before and after a verb or noun of meeting, each side within its clause."""
        before, after = [], []
        for reference in self.resolution.referring(sentence.span):
            if reference.span.end <= trigger.span.begin:
                before.append(reference)
            elif reference.span.begin >= trigger.span.end and not self._broken(trigger.span.end, reference.span.begin):
                after.append(reference)
        if (
            after
            and self._nominal(trigger)
            and not {"with", "between", "and"} & set(self._words(trigger.span.end, after[0].span.begin))
        ):
            after = []
        if before and after and self._speaks(before[-1].span.end, trigger.span.begin) and self._nominal(trigger):
            before = [before[-1]]
        return _people(before), _people(after)

    def _words(self, begin: int, end: int) -> list[str]:
        return self.document.words(Span(begin, end))

    def _broken(self, begin: int, end: int) -> bool:
        """Whether a clause ends between a verb of meeting and a name after it."""
        words = self._words(begin, end)
        return any(w in _SAYING_BREAK or w in (";", "”", "who", "which", "that") for w in words)

    def _speaks(self, begin: int, end: int) -> bool:
        return bool(_SAYING_BREAK & set(self._words(begin, end)))

    def _nominal(self, trigger: Mention) -> bool:
        word = fold(self.document.article.quote(trigger.span)).split()[0]
        return word in ("meeting", "talks", "conversation", "negotiations", "reception", "audience", "discussions")

    def _reciprocal(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "A and B met", "a meeting between A and B": no one stands after the verb."""
        words = self._words(sentence.span.begin, trigger.span.begin)
        return bool({"and", "between"} & set(words[-12:]))

    def _known(self, current: Draft, people: list[Person]) -> bool:
        return any(set(people) <= set(d.people) for d in (current, self._root(current)))

    def _root(self, draft: Draft) -> Draft:
        return self.drafts[draft.part_of] if draft.part_of is not None else draft

    def _part(self, sentence: Sentence, trigger: Mention, current: Draft, guests: list[Person]) -> Draft:
        """ "During the meeting with B": a part of the reception of A, B and C, or the meeting itself."""
        whole = self._root(current)
        host = whole.host or next((p for p in whole.people if p not in guests), None)
        people = [*([host] if host else []), *(g for g in guests if g != host)]
        if set(people) >= set(whole.people):
            return self._seen(whole, sentence)
        known = next((d for d in self.drafts if d.part_of == whole.number and set(d.people) == set(people)), None)
        if known:
            return self._seen(known, sentence)
        draft = self._open(sentence, whole.kind, people, host)
        draft.part_of = whole.number
        draft.evidence = [self._clause(sentence, trigger)]
        return draft

    def _clause(self, sentence: Sentence, trigger: Mention) -> Span:
        """The opening words of a sentence up to the comma after a trigger, else the whole sentence."""
        for token in self.document.tokens[sentence.first : sentence.last]:
            if token.begin > trigger.span.end and token.text == ",":
                return Span(sentence.span.begin, token.begin)
        return Span(sentence.span.begin, sentence.span.end - (self.document.tokens[sentence.last - 1].text == "."))

    def _visit(self, sentence: Sentence, trigger: Mention, subjects: list[Person]) -> Draft | None:
        places = [
            m
            for m in self.document.inside(sentence.span, "party")
            if m.span.begin >= trigger.span.end
            and self._words(trigger.span.end, m.span.begin)[-1:] in (["to"], ["in"], ["the"], [])
        ]
        if not subjects or not places or self._nominal(trigger):
            return None
        draft = self._open(sentence, "visit", subjects[-1:], None)
        draft.parties.append(places[0].value)
        if places[0].value.form == "capital":
            draft.place = self.document.article.quote(places[0].span)
        return draft

    def _event(self, sentence: Sentence, trigger: Mention) -> Draft | None:
        """A summit, session or round of consultations of parties, told without people: "the Central Asia-EU Summit"."""
        kind = local(trigger.value.iri)
        if kind not in _EVENTS and not fold(self.document.article.quote(trigger.span)).startswith("ministerial"):
            return None
        parties = self._adjacent_parties(sentence, trigger)
        if len(parties) < 2:
            return None
        same = next(
            (d for d in self.drafts if d.kind == kind and {p.iri for p in d.parties} == {p.iri for p in parties}), None
        )
        if same:
            return None
        draft = Draft(len(self.drafts), kind, [], parties=parties, evidence=[sentence.span])
        draft.planned = bool(_PLANNED & set(self._words(sentence.span.begin, sentence.span.end)))
        draft.place = self._place(Span(trigger.span.end, sentence.span.end))
        draft.date = self._date(Span(trigger.span.end, sentence.span.end))
        self.drafts.append(draft)
        return None

    def _adjacent_parties(self, sentence: Sentence, trigger: Mention) -> list[Term]:
        """Parties in the noun phrase of an event: right before it, or "between A and B" right after it."""
        parties: list[Term] = []
        for mention in self.document.inside(sentence.span, "party"):
            gap = (
                self._words(mention.span.end, trigger.span.begin)
                if mention.span.end <= trigger.span.begin
                else self._words(trigger.span.end, mention.span.begin)
            )
            if (
                len(gap) <= 6
                and not set(gap) & {",", "in", "to", "with", "."}
                and mention.value.iri not in {p.iri for p in parties}
            ):
                parties.append(mention.value)
        return parties

    def _open(self, sentence: Sentence, kind: str, people: list[Person], host: Person | None) -> Draft:
        same = next(
            (
                d
                for d in self.drafts
                if set(d.people) == set(people)
                and (d.kind == kind or ("meeting" in (d.kind, kind) and "visit" not in (d.kind, kind)))
            ),
            None,
        )
        if same:
            return self._seen(same, sentence)
        draft = Draft(len(self.drafts), kind, people, host, evidence=[sentence.span])
        first = not self.drafts
        self.drafts.append(draft)
        draft.place = self._place(sentence.span)
        draft.date = self._date(sentence.span) or (self.dateline if first else None)
        return draft

    def _seen(self, draft: Draft, sentence: Sentence) -> Draft:
        draft.place = draft.place or self._place(sentence.span)
        return draft

    def _returned(self, sentence: Sentence, current: Draft | None) -> Draft | None:
        """A group word for several envoys takes a part back to the whole meeting."""
        if current is None or current.part_of is None:
            return current
        groups = [m for m in self.document.inside(sentence.span, "groups") if m.value.iri.endswith("/envoys")]
        return self._root(current) if groups else current

    # --- time, place, topics ---------------------------------------------------------------------------------------

    def _date(self, span: Span) -> str | None:
        for mention in self.document.inside(span, "period"):
            if isinstance(mention.value, Period) and len(mention.value.first) == 10 and mention.value.last:
                return str(mention.value)
        return None

    def _place(self, span: Span) -> str | None:
        """A capital after "in" or "at"."""
        for mention in self.document.inside(span, "party"):
            before = self._words(max(0, mention.span.begin - 4), mention.span.begin)
            if mention.value.form == "capital" and before[-1:] in (["in"], ["at"]):
                return self.document.article.quote(mention.span)
        return None

    def _agenda(self, sentence: Sentence, draft: Draft) -> None:
        found = agenda(self.document, sentence)
        draft.items.extend(found.items)
        draft.raised.extend(found.raised)
        if found.items and found.span not in draft.evidence:
            draft.evidence.append(found.span)
        if not found.items:
            draft.loose.extend(loose_topics(self.document, sentence))

    def _finished(self, draft: Draft) -> Meeting:
        parties = {p.iri: p for p in (*self._represented(draft), *draft.parties)}
        items = _distinct([*(draft.items or draft.loose), *draft.raised]) if draft.people else _distinct(draft.items)
        label = meeting_label(draft.kind, draft.host, draft.people, tuple(parties.values()), self.tenures)
        return Meeting(draft.number, draft.kind, label, draft.host, tuple(draft.people), tuple(parties.values()), draft.date, draft.place or self._seat(draft),
                       tuple(items), draft.planned, draft.part_of, tuple(draft.evidence))  # fmt: skip

    def _represented(self, draft: Draft) -> list[Term]:
        sides = []
        for person in draft.people:
            for tenure in self.tenures:
                if tenure.person == person and tenure.of is not None:
                    sides.append(tenure.of if isinstance(tenure.of, Term) else tenure.of.of)
                    break
        return [side for side in sides if side is not None]

    def _seat(self, draft: Draft) -> Body | None:
        """The body at which the first meeting took place, where the opening lines say so ("discussed at the Foreign Ministry")."""
        if draft.number or not draft.people:
            return None
        opening = draft.evidence[0].begin
        for mention, body in self.resolution.bodies:
            if mention.span.begin < opening and self._words(max(0, mention.span.begin - 8), mention.span.begin)[
                -1:
            ] in (["at"], ["the"]):
                return body
        return None


def _people(references: list[Reference]) -> list[Person]:
    return list(dict.fromkeys(person for reference in references for person in reference.people))


def _distinct(items: list[AgendaItem]) -> list[AgendaItem]:
    """Each topic in each wording once, in the order of the text."""
    return list({(item.topic.iri, fold(item.words)): item for item in reversed(items)}.values())[::-1]
