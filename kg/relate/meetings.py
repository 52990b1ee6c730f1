"""Encounters: who met whom, who received, where, when, and what was on the agenda.

Sentence by sentence: a rule opens a meeting (people on both sides of a verb or noun of meeting, a group received
by a named host, a session of a commission), a part of one ("during the meeting with the Ambassador of France"),
a visit, a signing, an event between parties; or the sentence goes on about the meeting before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import (
    AgendaItem,
    Body,
    Framework,
    Meeting,
    Mention,
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
from kg.relate.scene import Scene
from kg.vocabulary import fold, local

_HOSTING = frozenset(["received", "receives", "receiving", "hosted", "hosting", "welcomed"])
_PLANNED = frozenset("will upcoming planned scheduled next forthcoming expected plans".split())
_EVENTS = frozenset(("summit", "session", "consultations"))
_SETTINGS = frozenset("during at in following after concluding course the a an this today 's his her their".split())


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
    open: bool = False
    evidence: list[Span] = field(default_factory=list)


class Meetings:
    """Reads the meetings of a document and tells which one each sentence is about."""

    def __init__(self, resolution: Resolution, tenures: tuple[Tenure, ...], dateline: str | None) -> None:
        self.scene = Scene(resolution, tenures)
        self.resolution, self.document, self.tenures = resolution, resolution.document, tenures
        self.dateline = dateline
        self.drafts: list[Draft] = []
        self.of_sentence: dict[int, int] = {}
        current: Draft | None = None
        for sentence in self.document.sentences:
            if self.scene.outside(sentence):
                continue
            current = self._opened(sentence, current) or self._returned(sentence, current)
            if current:
                self.of_sentence[sentence.first] = current.number
                self._agenda(sentence, current)

    def all(self) -> tuple[Meeting, ...]:
        """The meetings, in the order of the text."""
        return tuple(self._finished(draft) for draft in self.drafts)

    # --- rules -----------------------------------------------------------------------------------------------------

    def _opened(self, sentence: Sentence, current: Draft | None) -> Draft | None:
        """The meeting that a sentence opens or comes back to; visits, signings and events are noted on the way."""
        opened: Draft | None = None
        for trigger in self.scene.triggers(sentence):
            kind = local(trigger.value.iri)
            if kind == "visit":
                visit = self._visit(sentence, trigger)
                opened = opened or visit
            elif kind == "signing":
                self._signing(sentence, trigger, current)
            elif opened is None or opened.kind == "visit":
                opened = (
                    self._encounter(sentence, trigger, opened or current)
                    or self._session(sentence, trigger, current)
                    or opened
                )
            if kind not in ("visit", "signing"):
                self._event(sentence, trigger, opened or current)
        return opened

    def _encounter(self, sentence: Sentence, trigger: Mention, current: Draft | None) -> Draft | None:
        """People (or a named host and a group) on the two sides of a verb or noun of meeting."""
        before = _people(self.scene.people_before(sentence, trigger))
        after = _people(self.scene.people_after(sentence, trigger))
        if after and self.scene.nominal(trigger) and current and self._known(current, after):
            return self._part(sentence, trigger, current, after)
        if not before and after and self._opens_clause(sentence, trigger):
            before, after = after[-1:], after[:-1]
        people = list(dict.fromkeys([*before, *after]))
        word = self.scene.word(trigger)
        if len(people) >= 2 and (after or self._reciprocal(sentence, trigger)):
            host = before[0] if word.split()[0] in (*_HOSTING, "reception") and before else None
            return self._open(sentence, self._kind(sentence, trigger), people, host)
        if len(people) == 1:
            return self._with_group(sentence, trigger, people)
        return self._anaphor(sentence, trigger, current)

    def _opens_clause(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "Receiving A, B said", "At the reception for A, B said": the trigger stands first in its sentence."""
        return set(self.scene.words(sentence.span.begin, trigger.span.begin)) <= _SETTINGS

    def _reciprocal(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "A and B met", "a meeting between A and B": no one stands after the verb."""
        words = self.scene.words(sentence.span.begin, trigger.span.begin)
        return bool({"and", "between"} & set(words[-12:]))

    def _kind(self, sentence: Sentence, trigger: Mention) -> str:
        kinds = [local(m.value.iri) for m in self.scene.triggers(sentence)]
        for special in ("consultations", "credentials", "call"):
            if special in kinds:
                return special
        kind = local(trigger.value.iri)
        return kind if kind in ("session", "summit") else "meeting"

    def _with_group(self, sentence: Sentence, trigger: Mention, people: list[Person]) -> Draft | None:
        """A named host and unnamed envoys: "received 14 envoys from the African continent"."""
        if self.scene.nominal(trigger):
            return None
        own = {side.iri for side in self.scene.sides(people)}
        sides = [side for side in self.scene.groups(sentence.span) if side.iri not in own]
        if not sides:
            return None
        draft = self._open(
            sentence, "meeting", people, people[0] if self.scene.word(trigger).split()[0] in _HOSTING else None
        )
        draft.parties.extend(sides)
        draft.open = True
        return draft

    def _anaphor(self, sentence: Sentence, trigger: Mention, current: Draft | None) -> Draft | None:
        """ "At today's meeting" where no meeting was told yet: that of the two officials of two sides named so far."""
        if (
            (current is not None and current.kind != "visit")
            or not self.scene.nominal(trigger)
            or local(trigger.value.iri) != "meeting"
        ):
            return None
        before = [r for r in self.resolution.references if r.span.begin < trigger.span.begin and r.form != "title"]
        by_side: dict[str, Person] = {}
        for person in _people(before):
            for side in self.scene.sides([person]):
                by_side.setdefault(side.iri, person)
        people = list(by_side.values())
        return self._open(sentence, "meeting", people, None) if len(people) == 2 and self._anaphoric(trigger) else None

    def _anaphoric(self, trigger: Mention) -> bool:
        before = self.scene.words(max(0, trigger.span.begin - 16), trigger.span.begin)[-3:]
        return bool({"the", "today", "his", "her", "this", "our"} & set(before))

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
        tokens = self.document.tokens[sentence.first : sentence.last]
        for token in tokens:
            if token.begin > trigger.span.end and token.text == ",":
                return Span(sentence.span.begin, token.begin)
        return Span(sentence.span.begin, sentence.span.end - (tokens[-1].text == "."))

    def _session(self, sentence: Sentence, trigger: Mention, current: Draft | None) -> Draft | None:
        """A session of a commission or format: "the 12th meeting of the Joint Commission was held in Dushanbe"."""
        ties = [
            f for f in self.scene.frameworks(sentence.span) if f.kind in ("commission", "format", "forum") and f.parties
        ]
        if not ties or not self.scene.nominal(trigger) or (current is not None and current.kind == "session"):
            return None
        if not self._near_framework(sentence, trigger):
            return None
        chairs = [p for p in _people(self.resolution.referring(sentence.span)) if self._is_chair(p)] or self._chairs()
        draft = self._open(sentence, "session", chairs if len(chairs) > 1 else [], None, list(ties[0].parties))
        draft.date = draft.date or self.dateline
        return draft

    def _near_framework(self, sentence: Sentence, trigger: Mention) -> bool:
        for mention in self.document.inside(sentence.span, "framework"):
            gap = self.scene.words(trigger.span.end, mention.span.begin) or self.scene.words(
                mention.span.end, trigger.span.begin
            )
            if set(gap) <= {"of", "the", "'s", "regular", "a"}:
                return True
        return False

    def _is_chair(self, person: Person) -> bool:
        return any(t.person == person and local(t.role.iri) == "co-chair" for t in self.tenures)

    def _chairs(self) -> list[Person]:
        return [t.person for t in self.tenures if local(t.role.iri) == "co-chair"]

    def _visit(self, sentence: Sentence, trigger: Mention) -> Draft | None:
        """ "A arrived on a visit to X", "the visit of A to X", "A's visit to X"."""
        before, after = self.scene.people_before(sentence, trigger), self.scene.people_after(sentence, trigger)
        visitors = (
            _people(after[:1])
            if after and self.scene.words(trigger.span.end, after[0].span.begin)[:1] == ["of"]
            else _people(before[-1:])
        )
        place = next(
            (
                m
                for m in self.document.inside(Span(trigger.span.end, sentence.span.end), "party")
                if self._reached(trigger, m)
            ),
            None,
        )
        if not visitors:
            return None
        own = {s.iri for s in self.scene.sides(visitors)}
        host = (
            place.value
            if place
            else self.resolution.home
            if {"country", "to"} <= set(self.scene.words(trigger.span.end, sentence.span.end))
            else None
        )
        if host is None or host.iri in own:
            return None
        draft = self._open(sentence, "visit", visitors, None, [host])
        draft.place = self.document.article.quote(place.span) if place else draft.place
        return draft

    def _reached(self, trigger: Mention, mention: Mention) -> bool:
        before = self.scene.words(trigger.span.end, mention.span.begin)
        return [w for w in before if w != "the"][-1:] in (["to"], ["in"], []) and mention.value.form not in (
            "adjective",
        )

    def _signing(self, sentence: Sentence, trigger: Mention, current: Draft | None) -> None:
        """A reported signing is a record of its own: "signed a protocol", "the Protocol was signed"."""
        documents = [f for f in self.scene.frameworks(sentence.span) if f.kind in ("agreement", "programme")]
        if not documents or _PLANNED & set(self.scene.words(sentence.span.begin, trigger.span.begin)[-4:]):
            return
        people = _people(self.scene.people_before(sentence, trigger))
        signers = [m.value for m in self.document.inside(Span(sentence.span.begin, trigger.span.begin), "party")]
        sides = (
            self.scene.sides(people)
            or (signers if len({s.iri for s in signers}) > 1 else [])
            or list(documents[0].parties)
            or (self._parties(current) if current else [])
        )
        if len(sides) < 2:
            return
        draft = self._open(sentence, "signing", people if len(people) > 1 else [], None, sides)
        draft.items = [
            AgendaItem(Term(d.iri, d.name, "framework"), d.name, self._span_of(sentence, d)) for d in documents
        ]
        if draft.date is None and current is not None and current.date:
            draft.date = current.date.split("/")[-1]
        draft.place = draft.place or (current.place if current else None)

    def _span_of(self, sentence: Sentence, document: Framework) -> Span:
        return next(m.span for m in self.document.inside(sentence.span, "framework") if m.value == document)

    def _event(self, sentence: Sentence, trigger: Mention, current: Draft | None) -> None:
        """An event of parties without people ("the Central Asia-EU Summit"), or another session in a series."""
        kind = local(trigger.value.iri)
        following = Span(trigger.span.end, sentence.span.end)
        word = self.scene.word(trigger)
        if kind in _EVENTS or word.startswith("ministerial"):
            parties = self._adjacent_parties(sentence, trigger)
            if len(parties) >= 2 and not self._same_event(kind, parties):
                self._note(sentence, kind, parties, following)
        elif current is not None and current.kind == "session" and self._ordinal(trigger) and self.of_sentence:
            dated = self.scene.coarse_date(sentence.span)
            if dated and dated != current.date and not self.resolution.referring(sentence.span):
                self._note(sentence, "session", current.parties, sentence.span, dated)

    def _ordinal(self, trigger: Mention) -> bool:
        before = self.scene.words(max(0, trigger.span.begin - 12), trigger.span.begin)[-1:]
        return bool(before) and (
            before[0] in ("th", "st", "nd", "rd") or before[0].endswith(("th", "first", "second", "third"))
        )

    def _note(self, sentence: Sentence, kind: str, parties: list[Term], where: Span, date: str | None = None) -> None:
        draft = Draft(len(self.drafts), kind, [], parties=list(parties), evidence=[sentence.span])
        draft.planned = bool(_PLANNED & set(self.scene.words(sentence.span.begin, sentence.span.end)))
        draft.place, draft.date = self.scene.place(where), date or self.scene.date(where)
        self.drafts.append(draft)

    def _same_event(self, kind: str, parties: list[Term]) -> bool:
        sides = {p.iri for p in parties}
        return any(d.kind == kind and {p.iri for p in self._parties(d)} == sides for d in self.drafts)

    def _adjacent_parties(self, sentence: Sentence, trigger: Mention) -> list[Term]:
        """Parties in the noun phrase of an event: right before it, or "between A and B" right after it."""
        parties: dict[str, Term] = {}
        for mention in self.document.inside(sentence.span, "party"):
            first = mention.span.end <= trigger.span.begin
            gap = (
                self.scene.words(mention.span.end, trigger.span.begin)
                if first
                else self.scene.words(trigger.span.end, mention.span.begin)
            )
            if len(gap) <= 6 and not set(gap) & {",", "in", "to", "with", "."}:
                parties.setdefault(mention.value.iri, mention.value)
        return list(parties.values())

    # --- drafts -----------------------------------------------------------------------------------------------------

    def _open(
        self,
        sentence: Sentence,
        kind: str,
        people: list[Person],
        host: Person | None,
        parties: list[Term] | None = None,
    ) -> Draft:
        same = next((d for d in self.drafts if self._same(d, kind, people, parties or [])), None)
        if same:
            return self._seen(same, sentence)
        first = not any(d.kind not in ("visit", "signing") for d in self.drafts)
        draft = Draft(len(self.drafts), kind, people, host, list(parties or []), evidence=[sentence.span])
        self.drafts.append(draft)
        draft.place = self.scene.place(sentence.span)
        draft.date = self.scene.date(sentence.span) or (self.dateline if first and kind != "signing" else None)
        return draft

    def _same(self, draft: Draft, kind: str, people: list[Person], parties: list[Term]) -> bool:
        if kind in ("visit", "signing") or draft.kind in ("visit", "signing"):
            return draft.kind == kind and set(draft.people) == set(people)
        if people and draft.people:
            return set(draft.people) == set(people)
        return draft.kind == kind and {p.iri for p in draft.parties} == {p.iri for p in parties} and bool(parties)

    def _seen(self, draft: Draft, sentence: Sentence) -> Draft:
        draft.place = draft.place or self.scene.place(sentence.span)
        return draft

    def _returned(self, sentence: Sentence, current: Draft | None) -> Draft | None:
        """A group word for several envoys takes a part back to the whole meeting; an open one takes speakers in."""
        if current is not None and current.open:
            speakers = [p for r in self.resolution.referring(sentence.span) for p in r.people if r.form == "name"]
            current.people.extend(p for p in speakers if p not in current.people and self.scene.sides([p]))
        if current is None or current.part_of is None:
            return current
        groups = [m for m in self.document.inside(sentence.span, "groups") if m.value.iri.endswith("/envoys")]
        return self._root(current) if groups else current

    def _agenda(self, sentence: Sentence, draft: Draft) -> None:
        found = agenda(self.document, sentence)
        draft.items.extend(found.items)
        draft.raised.extend(found.raised)
        if found.items and found.span not in draft.evidence:
            draft.evidence.append(found.span)
        if not found.items:
            draft.loose.extend(loose_topics(self.document, sentence))

    def _parties(self, draft: Draft) -> list[Term]:
        return list({p.iri: p for p in (*self.scene.sides(draft.people), *draft.parties)}.values())

    def _finished(self, draft: Draft) -> Meeting:
        parties = tuple(self._parties(draft))
        talks = draft.kind not in ("visit", "signing")
        items = _distinct([*(draft.items or draft.loose if talks else draft.items), *(draft.raised if talks else [])])
        return Meeting(
            number=draft.number,
            kind=draft.kind,
            label=meeting_label(draft.kind, draft.host, draft.people, parties, self.tenures),
            host=draft.host,
            participants=tuple(draft.people),
            parties=parties,
            date=draft.date,
            place=draft.place or self._seat(draft),
            agenda=tuple(items),
            planned=draft.planned,
            part_of=draft.part_of,
            evidence=tuple(draft.evidence),
        )

    def _seat(self, draft: Draft) -> Body | None:
        """The body at which the first meeting took place, where the opening lines say so."""
        if draft.number or not draft.people:
            return None
        opening = draft.evidence[0].begin
        for mention, body in self.resolution.bodies:
            before = self.scene.words(max(0, mention.span.begin - 8), mention.span.begin)[-1:]
            if mention.span.begin < opening and before in (["at"], ["the"]):
                return body
        return None


def _people(references: list[Reference]) -> list[Person]:
    return list(dict.fromkeys(person for reference in references for person in reference.people))


def _distinct(items: list[AgendaItem]) -> list[AgendaItem]:
    """Each topic in each wording once, in the order of the text."""
    return list({(item.topic.iri, fold(item.words)): item for item in reversed(items)}.values())[::-1]
