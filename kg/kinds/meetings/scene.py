"""A document for the reading of meetings: its people with their sides, and what rules tell of each event in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.discourse.modality import modality
from kg.discourse.references import REFERENCES, TITLE, Reference
from kg.kinds.bodies.claim import BODIES, BODY_MENTIONS, Body
from kg.kinds.frameworks.claim import FRAMEWORK_MENTIONS
from kg.kinds.kind import Readings
from kg.kinds.people.claim import Person
from kg.kinds.posts.claim import POST_PHRASES, POSTS, side_of
from kg.language.lexicon import GROUPS, MEETING_KINDS, PARTIES
from kg.language.rules import Match
from kg.model import Mention, Sentence, Span, Term
from kg.vocabulary import local

# The first tells of meetings where no word of meeting stands, the others only beside one, or what meets.
_SUBJECTS = ("unnamed", "meetings", "occasions")


class Scene:
    """A document with its people and posts."""

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self.document = readings.document
        self.tenures = readings[POSTS].tenures

    def outside(self, sentence: Sentence) -> bool:
        """Whether a sentence is the headline or furniture, which open no meeting."""
        article = self.document.article
        title = sentence.span.end <= len(article.headline) and len(self.document.sentences) > 1
        return title or any(f.covers(sentence.span) for f in article.furniture)

    def people(self, span: Span) -> list[Person]:
        """The people that are named inside a span, each once."""
        return people_of(self.readings[REFERENCES].inside(span))

    def sides(self, people: Iterable[Person]) -> list[Term]:
        """The sides that people stand for, by the first post that names one."""
        return distinct(side for person in people for side in self._sides.get(person.iri, ())[:1])

    def parties(self, span: Span) -> list[Term]:
        """The parties named inside a span, each once."""
        return distinct(mention.value for mention in self.document.inside(span, PARTIES))

    def first_of_each_side(self, end: int) -> list[Person]:
        """The first person of each side who is named before a place in the text."""
        return [person for begin, person in self._first_of_each_side if begin < end]

    @cached_property
    def bodies(self) -> Mapping[Span, Body]:
        """The institutions by where they are named."""
        return {mention.span: body for mention, body in self.readings[BODIES]}

    @cached_property
    def chairs(self) -> dict[Person, None]:
        """Those who chair a commission together."""
        return dict.fromkeys(tenure.person for tenure in self.tenures if local(tenure.role.iri) == "co-chair")

    @cached_property
    def _sides(self) -> Mapping[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.person.iri, []).extend(filter(None, [side_of(tenure)]))
        return found

    @cached_property
    def _first_of_each_side(self) -> list[tuple[int, Person]]:
        named = (reference for reference in self.readings[REFERENCES].all if reference.form != TITLE)
        by_side: dict[str, tuple[int, Person]] = {}
        for begin, person in ((reference.span.begin, person) for reference in named for person in reference.people):
            for side in self.sides([person]):
                by_side.setdefault(side.iri, (begin, person))
        return list(by_side.values())


class View:
    """A sentence of a scene, and what the rules tell of the events in it."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.scene, self.sentence, self.span = scene, sentence, sentence.span

    @cached_property
    def words(self) -> list[Mention[Term]]:
        """The words of meeting, those in names and titles too."""
        return self.scene.document.inside(self.span, MEETING_KINDS)

    @cached_property
    def heads(self) -> dict[Span, str]:
        """The words of meeting that tell of one, with their kinds: outside of names and titles, but for consultations, which
        are both."""
        covered, layers = self.scene.document.covered, (FRAMEWORK_MENTIONS, POST_PHRASES, BODY_MENTIONS)
        found = ((word.span, local(word.value.iri)) for word in self.words)
        return {span: kind for span, kind in found if kind == "consultations" or not covered(span, *layers)}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of meeting that the sentence has words for."""
        return frozenset(self.heads.values())

    @cached_property
    def envoys(self) -> bool:
        """Whether the sentence speaks of several envoys."""
        return any(local(m.value.iri) == "envoys" for m in self.scene.document.inside(self.span, GROUPS))

    @cached_property
    def references(self) -> list[Reference]:
        """What stands for people."""
        return self.scene.readings[REFERENCES].inside(self.span)

    @cached_property
    def parties(self) -> list[Term]:
        """The parties that the sentence names."""
        return self.scene.parties(self.span)

    @cached_property
    def chairs(self) -> list[Person]:
        """The co-chairs that the sentence names, else all that the article names; none where there is but one."""
        here = [person for person in self.scene.people(self.span) if person in self.scene.chairs]
        return next((found for found in (here, list(self.scene.chairs)) if len(found) > 1), [])

    @cached_property
    def commas(self) -> list[int]:
        """Where commas stand."""
        tokens = self.scene.document.tokens[self.sentence.first : self.sentence.last]
        return [token.begin for token in tokens if token.text == ","]

    def before(self, span: Span) -> Span:
        """The sentence up to a span."""
        return Span(self.span.begin, span.begin)

    def span_of(self, match: Match, slot: str) -> Span:
        """The code points of a slot; none where it is empty."""
        return self.scene.document.span(*match.slots[slot]) if slot in match.slots else Span(0, 0)

    def events(self) -> Iterator[Event]:
        """What may tell of a meeting, in the order of the text: words of meeting, and what a rule tells without one."""
        matches = [match for found in self._matches.values() for match in found]
        alone = {self.span_of(match, "event") for match in matches if "alone" in match.rule.gives}
        beside = {self.span_of(match, "framework") for match in matches if "alone" not in match.rule.gives}
        for span in sorted((alone - beside).union(self.heads)):
            yield Event(self, span, self.heads.get(span, ""), self._told(span))

    def settings(self, event: Span) -> list[Match]:
        """What the rules tell of time and place of an event, in the order of the rules."""
        return _over(self._settings, self.scene.document.range(event))

    def _told(self, event: Span) -> dict[str, Match]:
        """The first match of each way of telling, those before that tell of both sides."""
        found: dict[str, Match] = {}
        for match in sorted(_over(self._matches, self.scene.document.range(event)), key=_order):
            found.setdefault(match.rule.gives.get("tells", "meeting"), match)
        return found

    @cached_property
    def _matches(self) -> Mapping[int, list[Match]]:
        frameworks = self.scene.document.inside(self.span, FRAMEWORK_MENTIONS)
        subjects = _SUBJECTS if self.words or frameworks else _SUBJECTS[:1]
        return _by_event(match for subject in subjects for match in self._found(subject))

    @cached_property
    def _settings(self) -> Mapping[int, list[Match]]:
        return _by_event(self._found("settings"))

    def _found(self, subject: str) -> list[Match]:
        return self.scene.readings.lines.matches(subject, self.sentence)


@dataclass(frozen=True, slots=True)
class Event:
    """What may tell of a meeting: its kind, if it is a word of meeting, and the match of each way of telling."""

    view: View
    span: Span
    kind: str
    told: Mapping[str, Match]

    @property
    def scene(self) -> Scene:
        """The document."""
        return self.view.scene

    def people(self, match: Match, slot: str) -> list[Person]:
        """The people of the noun phrases in a slot."""
        return people_of(self.scene.readings[REFERENCES].phrases_inside(self.view.span_of(match, slot)))

    def parties(self, match: Match, slot: str) -> list[Term]:
        """The parties in a slot, each once."""
        return self.scene.parties(self.view.span_of(match, slot))

    def before(self) -> Sequence[Reference]:
        """What stands for people before the event."""
        references = self.view.references
        return references[: bisect_left(references, self.span.begin, key=lambda reference: reference.span.begin)]

    def clause(self) -> Span:
        """The sentence up to the comma behind the event, else the whole without its full stop."""
        view, tokens = self.view, self.scene.document.tokens
        end = view.span.end - (tokens[view.sentence.last - 1].text == ".")
        return Span(view.span.begin, next(iter(view.commas[bisect_left(view.commas, self.span.end) :]), end))

    def status(self) -> tuple[str | None, tuple[str, ...]]:
        """Whether it is planned, denied and so on (None where it was held), and the rules that tell so."""
        scope = modality(self.scene.document, self.span)
        return (scope.value, (scope.rule,) if scope.rule else ()) if scope else (None, ())


def people_of(references: Iterable[Reference]) -> list[Person]:
    """The people that references stand for, each once."""
    return list(dict.fromkeys(person for reference in references for person in reference.people))


def distinct(terms: Iterable[Term]) -> list[Term]:
    """Terms, each once."""
    found: dict[str, Term] = {}
    for term in terms:
        found.setdefault(term.iri, term)
    return list(found.values())


def _by_event(matches: Iterable[Match]) -> Mapping[int, list[Match]]:
    """Matches by each token of their event."""
    found: dict[int, list[Match]] = {}
    for match in matches:
        for token in range(*match.slots["event"]):
            found.setdefault(token, []).append(match)
    return found


def _over(matches: Mapping[int, list[Match]], tokens: tuple[int, int]) -> list[Match]:
    """The matches whose event holds one of some tokens, each once."""
    return list({id(match): match for token in range(*tokens) for match in matches.get(token, ())}.values())


def _order(match: Match) -> tuple[bool, int]:
    """First what tells of both sides, then what begins first."""
    whole = "people" in match.slots or {"subject", "object"} <= match.slots.keys()
    return not whole, match.first
