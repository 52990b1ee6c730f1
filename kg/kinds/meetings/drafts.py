"""Meetings while they are being read: one draft each, opened once and come back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.discourse.modality import AHEAD
from kg.kinds.bodies.claim import Body
from kg.kinds.meetings.claim import Meeting
from kg.kinds.meetings.labels import meeting_label
from kg.kinds.meetings.scene import Scene
from kg.kinds.people.claim import Person
from kg.kinds.topics.claim import AgendaItem
from kg.model import Sentence, Span, Term
from kg.vocabulary import fold

_RECORDS = ("visit", "signing")


@dataclass(slots=True)
class Draft:
    """A meeting so far; an ``open`` one takes in those who speak at it."""

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
    session_of: list[Term] = field(default_factory=list)
    status: str | None = None
    part_of: int | None = None
    open: bool = False
    evidence: list[Span] = field(default_factory=list)

    @property
    def is_record(self) -> bool:
        """Whether it is a visit or signing, which is told beside the talks."""
        return self.kind in _RECORDS

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come."""
        return self.status in AHEAD


class Drafts:
    """The drafts of a document, in the order in which they were opened."""

    def __init__(self, scene: Scene, dateline: str | None) -> None:
        self.scene = scene
        self.dateline = dateline
        self.seat: Body | None = None
        self._all: list[Draft] = []
        self._without_people: list[Draft] = []
        self._of: dict[Person, list[Draft]] = {}

    def open(
        self,
        sentence: Sentence,
        trigger: Span,
        kind: str,
        people: list[Person],
        host: Person | None = None,
        parties: Sequence[Term] = (),
    ) -> Draft:
        """The draft of a meeting that a word of a sentence tells of: the known one if it is the same, else a new one."""
        draft = Draft(len(self._all), kind, people, host, list(parties), evidence=[sentence.span])
        draft.status = self.scene.status(trigger)
        same = next((known for known in self._near(people) if _same(known, draft)), None)
        if same:
            return self.seen(same, sentence)
        behind = Span(trigger.begin, sentence.span.end)
        draft.place = self.scene.place(sentence.span) or (None if self._all else self.seat)
        draft.date = self._date(draft, behind) or self._date(draft, sentence.span) or self._dateline(draft)
        self._add(draft)
        return draft

    def _add(self, draft: Draft) -> None:
        self._all.append(draft)
        if not draft.people:
            self._without_people.append(draft)
        for person in dict.fromkeys(draft.people):
            self._of.setdefault(person, []).append(draft)

    def join(self, draft: Draft, people: Iterable[Person]) -> None:
        """Puts people into a draft, each once."""
        for person in people:
            if person not in draft.people:
                draft.people.append(person)
                self._of.setdefault(person, []).append(draft)

    def _near(self, people: Sequence[Person]) -> Iterable[Draft]:
        """The drafts that can be of the same meeting as one of some people: those of one of them, or of nobody."""
        if not people:
            return self._all
        fewest = min((self._of.get(person, []) for person in people), key=len)
        return sorted([*fewest, *self._without_people], key=lambda draft: draft.number)

    def _date(self, draft: Draft, span: Span) -> str | None:
        """The day in a span; of a plan or visit the period."""
        coarse = draft.status or draft.kind == "visit"
        return self.scene.coarse_date(span, draft.status) if coarse else self.scene.date(span)

    def _dateline(self, draft: Draft) -> str | None:
        """The day of the dateline for the first meeting that was held."""
        first = draft.kind != "signing" and all(known.is_record or known.status for known in self._all)
        return self.dateline if first and not draft.status else None

    def seen(self, draft: Draft, sentence: Sentence) -> Draft:
        """A draft that a sentence comes back to."""
        draft.place = draft.place or self.scene.place(sentence.span)
        if draft.date is None or draft.date == self.dateline:
            draft.date = self.scene.date(sentence.span) or draft.date
        return draft

    def note(
        self,
        sentence: Sentence,
        status: str | None,
        kind: str,
        parties: Sequence[Term],
        where: Span,
        date: str | None = None,
    ) -> Draft:
        """Puts down an encounter of parties that a sentence mentions; ``where`` holds its place and date."""
        draft = Draft(len(self._all), kind, [], parties=list(parties), evidence=[sentence.span])
        draft.status = status
        draft.place, draft.date = self.scene.place(where), date or self.scene.date(where)
        alike = (d for d in self._all if (d.kind, d.status, d.date) == (kind, status, draft.date))
        same = next((d for d in alike if _iris(self.parties(d)) == _iris(parties)), None)
        if same:
            return same
        self._add(draft)
        return draft

    def noted(self, kind: str, parties: Sequence[Term]) -> Iterator[Draft]:
        """The encounters of a kind between the same parties that are known."""
        return (d for d in self._all if d.kind == kind and _iris(self.parties(d)) == _iris(parties))

    def whole(self, draft: Draft) -> Draft:
        """The meeting that a draft is a part of, or the draft itself."""
        return self._all[draft.part_of] if draft.part_of is not None else draft

    def part(self, whole: Draft, people: Sequence[Person]) -> Draft | None:
        """The part of a meeting that some people had among themselves, if it is known."""
        parts = (draft for draft in self._all if draft.part_of == whole.number)
        return next((draft for draft in parts if set(draft.people) == set(people)), None)

    def parties(self, draft: Draft) -> list[Term]:
        """The sides of the people of a draft, then the parties that it names."""
        return list({p.iri: p for p in (*self.scene.sides(draft.people), *draft.parties)}.values())

    def finished(self) -> tuple[Meeting, ...]:
        """The drafts as meetings."""
        return tuple(self._finished(draft) for draft in self._all)

    def _finished(self, draft: Draft) -> Meeting:
        parties = self.parties(draft)
        return Meeting(
            number=draft.number,
            kind=draft.kind,
            label=meeting_label(draft.kind, draft.host, draft.people, parties, self.scene.held(draft.people)),
            host=draft.host,
            participants=tuple(draft.people),
            parties=tuple(parties),
            date=draft.date,
            place=draft.place,
            agenda=_agenda(draft),
            status=draft.status,
            part_of=draft.part_of,
            evidence=tuple(draft.evidence),
            session_of=tuple(dict.fromkeys(draft.session_of)),
        )


def _same(known: Draft, draft: Draft) -> bool:
    """Whether two drafts are one meeting: of the same people, or without people of the same kind and parties."""
    if known.status != draft.status:
        return False
    people = set(known.people) == set(draft.people)
    if known.is_record or draft.is_record:
        return known.kind == draft.kind and people
    if known.people and draft.people:
        return people
    return known.kind == draft.kind and bool(draft.parties) and _iris(known.parties) == _iris(draft.parties)


def _iris(parties: Sequence[Term]) -> set[str]:
    return {party.iri for party in parties}


def _agenda(draft: Draft) -> tuple[AgendaItem, ...]:
    """Each topic in each wording once, in the order of the text; loose topics where nothing else was on the table."""
    items = draft.items if draft.is_record else [*(draft.items or draft.loose), *draft.raised]
    distinct = {(item.topic.iri, fold(item.words)): item for item in reversed(items)}
    return tuple(reversed(distinct.values()))
