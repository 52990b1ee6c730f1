"""Meetings while they are being read: one draft each, opened once and come back to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.discourse.modality import AHEAD
from kg.kinds.bodies.claim import Body
from kg.kinds.meetings.claim import Meeting
from kg.kinds.meetings.labels import meeting_label
from kg.kinds.meetings.scene import Scene, distinct
from kg.kinds.meetings.told import Setting, Told
from kg.kinds.people.claim import Person
from kg.kinds.topics.claim import AgendaItem
from kg.model import Span, Term
from kg.vocabulary import fold

RECORDS = ("visit", "signing")
# At these people sit for their sides.
OF_SIDES = ("session", "consultations", "summit")


@dataclass(slots=True)
class Draft:
    """A meeting so far; an ``open`` one takes in those who speak at it."""

    number: int
    kind: str
    people: dict[Person, None]
    host: Person | None
    parties: list[Term]
    status: str | None
    part_of: int | None
    open: bool
    date: str | None = None
    place: str | Body | None = None
    items: list[AgendaItem] = field(default_factory=list)
    raised: list[AgendaItem] = field(default_factory=list)
    loose: list[AgendaItem] = field(default_factory=list)
    session_of: list[Term] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    rules: dict[str, None] = field(default_factory=dict)

    @property
    def is_told(self) -> bool:
        """Whether it stands for a meeting: what is at hand before one is told does not."""
        return self.number >= 0

    @property
    def is_record(self) -> bool:
        """Whether it is a visit or signing, which is told beside the talks."""
        return self.kind in RECORDS

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come."""
        return self.status in AHEAD

    def join(self, people: Iterable[Person]) -> None:
        """Takes in people who were there as well."""
        self.people.update(dict.fromkeys(people))

    def set(self, setting: Setting, dateline: str | None = None) -> None:
        """Takes what a sentence tells of time and place, where it is not known, or only by the dateline."""
        self.place = self.place or setting.place
        if self.date in (None, dateline):
            self.date = setting.date or self.date


# What two tellings of one meeting share.
Identity = tuple[object, ...]


class Drafts:
    """The drafts of a document, in the order in which they were opened; ``current`` is what the text goes on about,
    ``series`` the last session of a series."""

    def __init__(self, scene: Scene, dateline: str | None, headline: Body | None = None) -> None:
        self.scene = scene
        self.dateline, self.headline = dateline, headline
        self.current = _none()
        self.series = _none()
        self._stays: dict[str, Setting] = {}
        self._all: list[Draft] = []
        self._known: dict[Identity, Draft] = {}
        self._held = False

    def take(self, told: Told) -> Draft:
        """The draft of what a sentence tells: the known one if it is the same, else a new one."""
        parties = frozenset(party.iri for party in (*self.scene.sides(told.people), *told.parties))
        wanted, names = _identities(told, parties)
        known = next((self._known[identity] for identity in wanted if identity in self._known), None)
        draft = known or self._opened(told)
        for identity in names:
            self._known.setdefault(identity, draft)
        if known:
            self.seen(draft, told)
        if draft.kind in OF_SIDES:
            self.series = draft
        if draft.kind == "visit" and not draft.status:
            self._stays.update((person.iri, Setting(draft.date, told.town)) for person in draft.people)
        draft.items.extend(told.items)
        draft.session_of.extend(told.session_of)
        if told.leads and (draft.status is None or (draft.is_ahead and not self.current.is_told)):
            self.current = draft
        return draft

    def seen(self, draft: Draft, told: Told) -> Draft:
        """A draft that a sentence comes back to, with what it tells."""
        draft.set(told.setting, self.dateline)
        draft.kind = "call" if (draft.kind, told.kind) == ("meeting", "call") else draft.kind
        if not set(told.people) <= draft.people.keys():
            draft.join(told.people)
            self._known.setdefault(_of_people(draft.status, draft.kind, draft.people), draft)
        draft.rules.update(dict.fromkeys((*told.rules, *told.setting.rules)))
        return draft

    def _opened(self, told: Told) -> Draft:
        draft = Draft(
            number=len(self._all),
            kind=told.kind,
            people=dict.fromkeys(told.people),
            host=told.host,
            parties=list(told.parties),
            status=told.status,
            part_of=told.part_of,
            open=told.open,
            evidence=[told.evidence],
            rules=dict.fromkeys((*told.rules, *told.setting.rules)),
        )
        draft.set(told.setting)
        draft.set(self._inherited(draft))
        self._held = self._held or not (draft.is_record or draft.status)
        self._all.append(draft)
        return draft

    def _inherited(self, draft: Draft) -> Setting:
        """When and where a meeting was held that says nothing of it: with the whole, on the visit; the first
        on the day of the dateline, where the headline puts it."""
        if draft.status or draft.kind == "signing":
            return Setting()
        if draft.part_of is not None:
            whole = self._all[draft.part_of]
            return Setting(whole.date, whole.place)
        stays = (self._stays[person.iri] for person in draft.people if person.iri in self._stays)
        stay = next(stays, Setting()) if draft.kind != "visit" else Setting()
        if self._held:
            return stay
        return replace(stay, date=stay.date or self.dateline, place=stay.place or self.headline)

    @property
    def has_talks(self) -> bool:
        """Whether the text goes on about more than a visit or a plan."""
        return self.current.is_told and not (self.current.is_record or self.current.status)

    @property
    def people_at_hand(self) -> list[Person]:
        """The people that the text goes on about, the host first."""
        return sorted(self.current.people, key=lambda person: person != self.current.host)

    @property
    def parties_at_hand(self) -> list[Term]:
        """The parties that the text goes on about."""
        return self.parties(self.current)

    def whole(self, draft: Draft) -> Draft:
        """The meeting that a draft is a part of, or the draft itself."""
        return self._all[draft.part_of] if draft.part_of is not None else draft

    def parties(self, draft: Draft) -> list[Term]:
        """The sides of the people of a draft, then the parties that it names."""
        return distinct((*self.scene.sides(draft.people), *draft.parties))

    def finished(self) -> tuple[Meeting, ...]:
        """The drafts as meetings."""
        return tuple(self._finished(draft) for draft in self._all)

    def _finished(self, draft: Draft) -> Meeting:
        parties = self.parties(draft)
        return Meeting(
            number=draft.number,
            kind=draft.kind,
            label=meeting_label(draft.kind, draft.host, tuple(draft.people), parties, self.scene.tenures),
            host=draft.host,
            participants=tuple(draft.people),
            parties=tuple(parties),
            date=draft.date,
            place=draft.place,
            agenda=_agenda(draft),
            status=draft.status,
            part_of=draft.part_of,
            evidence=tuple(draft.evidence),
            rules=tuple(draft.rules),
            session_of=tuple(dict.fromkeys(draft.session_of)),
        )


def _none() -> Draft:
    """What is at hand before a meeting is told."""
    return Draft(-1, "", people={}, host=None, parties=[], status=None, part_of=None, open=False)


def _agenda(draft: Draft) -> tuple[AgendaItem, ...]:
    """Each topic in each wording once, in the order of the text; loose topics where nothing else was on the table."""
    items = draft.items if draft.is_record else [*(draft.items or draft.loose), *draft.raised]
    distinct = {(item.topic.iri, fold(item.words)): item for item in reversed(items)}
    return tuple(reversed(distinct.values()))


def _of_people(status: str | None, kind: str, people: Iterable[Person]) -> Identity:
    return status, kind if kind in RECORDS else None, frozenset(person.iri for person in people)


def _identities(told: Told, parties: frozenset[str]) -> tuple[tuple[Identity, ...], tuple[Identity, ...]]:
    """By what a meeting is looked for, and by what it will be known: its people; without any its parties and day; both
    where officials sit for their sides."""
    who = _of_people(told.status, told.kind, told.people)
    if len(told.people) == 1:
        who = (*who, parties)
    sides, date = (told.status, told.kind, told.series, parties), told.setting.date
    dated, undated, any_day = (*sides, date), (*sides, None), (*sides, "any")
    wanted = (dated, undated) if date else (any_day,)
    if told.people:
        officials = (("people", *identity) for identity in wanted if told.kind in OF_SIDES)
        return (who, *officials), (who, dated, any_day)
    return wanted, (dated, any_day, ("people", *dated), ("people", *any_day))
