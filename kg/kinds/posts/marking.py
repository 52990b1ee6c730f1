"""Titles with the names that they introduce: what the rules tell of a title and of the names and sides around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.kinds.posts.claim import POST_PHRASES, TITLES, PostPhrase
from kg.kinds.runs import RUNS, Run
from kg.language.layers import Hit, Layers
from kg.language.lexicon import PARTIES
from kg.language.rules import Match
from kg.model import Mention, Span, Term

_NEAR = 4

Holder = tuple[Span, Term | None]


@dataclass(slots=True)
class Held:
    """A title with what is known of its holders so far."""

    hit: Hit[PostPhrase]
    phrase: PostPhrase
    last: int
    rule: str = ""


@dataclass(slots=True)
class Scene:
    """The titles of a sentence by their first token, and the names that are taken."""

    layers: Layers
    held: dict[int, Held]
    taken: set[int] = field(default_factory=set)
    ranks: set[int] = field(default_factory=set)

    def title(self, match: Match, slot: str = "post") -> Held:
        """The title in a slot."""
        return self.held[match.slots[slot][0]]

    def runs(self, tokens: tuple[int, int]) -> list[Hit[Run]]:
        """The names among some tokens."""
        return [hit for k in range(*tokens) if (hit := self.layers.at(RUNS, k))]

    def party(self, match: Match, slot: str) -> Term | None:
        """The party in a slot."""
        hit = self.layers.filling(PARTIES, match, slot)
        return hit.mention.value if hit else None


def posts(layers: Layers) -> Iterator[Mention[PostPhrase]]:
    """The titles of a document with the names that they introduce."""
    by_sentence: dict[int, dict[int, Held]] = {}
    for hit in layers.hits(TITLES):
        held = by_sentence.setdefault(layers.sentence_of(hit.first).first, {})
        held[hit.first] = Held(hit, hit.mention.value, hit.last)
    named = {layers.sentence_of(run.first).first for run in layers.hits(RUNS)}
    for first, held in by_sentence.items():
        sentence = layers.sentence_of(first)
        matches = layers.lines.matches("posts", sentence) if first in named else []
        yield from _in_sentence(Scene(layers, held), matches)


def _in_sentence(scene: Scene, matches: list[Match]) -> Iterator[Mention[PostPhrase]]:
    told = [match for match in matches if "who" in match.rule.gives]
    for kind, read in _FIRST.items():
        for match in _of(told, kind):
            read(scene, match)
    _single(scene, [match for match in matches if "name" in match.slots])
    for kind, read in _LAST.items():
        for match in _of(told, kind):
            read(scene, match)
    _take_in_lenders(scene)
    for held in scene.held.values():
        if held.hit.first not in scene.ranks:
            phrase = replace(held.phrase, span=scene.layers.span(held.hit.first, held.last))
            yield Mention(phrase.span, POST_PHRASES, phrase, rule=held.rule)


def _of(matches: Iterable[Match], kind: str) -> Iterator[Match]:
    return (match for match in matches if match.rule.gives["who"] == kind)


# --- One name ---------------------------------------------------------------------------------------------------


def _single(scene: Scene, matches: list[Match]) -> None:
    """Gives each title, from left to right, the name that the first of the rules finds that is still free."""
    by_title: dict[int, list[Match]] = {}
    for match in matches:
        by_title.setdefault(match.slots["post"][0], []).append(match)
    for first, found in sorted(by_title.items()):
        held = scene.held[first]
        free = [match for match in found if _is_free(scene, match)]
        if free and not held.phrase.names and first not in scene.ranks:
            _give(scene, held, free[0])


def _is_free(scene: Scene, match: Match) -> bool:
    return match.slots["name"][0] not in scene.taken or "taken" in match.rule.gives


def _give(scene: Scene, held: Held, match: Match) -> None:
    first, last = match.slots["name"]
    between = range(held.hit.last, first)
    scene.taken.add(first)
    scene.ranks.update(k for k in between if k in scene.held)
    side = held.phrase.of or scene.party(match, "of")
    held.phrase = replace(held.phrase, names=((scene.layers.span(first, last), None),), of=side)
    held.rule = match.rule.id


# --- Lists ------------------------------------------------------------------------------------------------------


def _listed(scene: Scene, match: Match) -> None:
    """Several names behind a plural, each perhaps with a side of its own; a lone surname is no list."""
    held = scene.title(match)
    runs = scene.runs(match.slots["names"])
    if len(runs) == 1 and " " not in runs[0].mention.value.text:
        return
    own = [_side_of(scene, run, match.slots["names"]) for run in runs]
    sides = held.phrase.sides if len(held.phrase.sides) == len(runs) else ()
    first = held.phrase.of if isinstance(held.phrase.of, Term) and any(own) else None
    given = [side or other for side, other in zip(own, sides or [first, *[None] * len(runs)], strict=False)]
    names = tuple((run.mention.span, side) for run, side in zip(runs, given, strict=True))
    held.phrase = replace(held.phrase, names=names, to=held.phrase.to or scene.party(match, "to"))
    held.last, held.rule = match.slots["names"][1], match.rule.id
    scene.taken.update(run.first for run in runs)


def _side_of(scene: Scene, run: Hit[Run], within: tuple[int, int]) -> Term | None:
    """The side that stands with a name in a list: behind it ("A (France)", "A of France"), or before it."""
    layers = scene.layers
    governed = layers.fold(run.last) in layers.lines.language.words("posts", "from")
    after = layers.at(PARTIES, layers.skip_the(run.last + 1)) if governed else None
    nearest = (
        hit for k in range(run.first, max(within[0], run.first - _NEAR), -1) if (hit := layers.before(PARTIES, k))
    )
    side = after or next(nearest, None)
    return side.mention.value if side and within[0] <= side.first else None


def _each(scene: Scene, match: Match) -> None:
    """ "Prime Minister A in S, President B in T": each title has the state behind its name."""
    for k in range(*match.slots["names"]):
        held = scene.held.get(k)
        if held:
            run = next(iter(scene.runs((held.hit.last, match.slots["names"][1]))))
            party = scene.layers.at(PARTIES, scene.layers.skip_the(run.last + 1))
            side = party.mention.value if party else None
            held.phrase = replace(held.phrase, names=((run.mention.span, None),), of=side)
            held.rule = match.rule.id
            scene.taken.add(run.first)


# --- Titles that share a holder or get a side -------------------------------------------------------------------


def _shared(scene: Scene, match: Match) -> None:
    """ "POST and POST NAME", "NAME, POST and POST": one holder, unless the titles are alike or of two sides."""
    one, other = scene.title(match), scene.title(match, "second")
    if _are_two(one.phrase, other.phrase):
        return
    alike = set(other.phrase.title.lower().split()) <= set(one.phrase.title.lower().split())
    if not one.phrase.names and other.phrase.names and not alike:
        one.phrase = replace(one.phrase, names=other.phrase.names, of=one.phrase.of or other.phrase.of)
        one.rule = match.rule.id
    elif not other.phrase.names and one.phrase.names and one.phrase.names[0][0].begin < one.phrase.span.begin:
        other.phrase = replace(other.phrase, names=one.phrase.names)
        other.rule = match.rule.id


def _are_two(one: PostPhrase, other: PostPhrase) -> bool:
    """Whether two titles beside each other have two holders."""
    apart = one.of is not None and other.of is not None and isinstance(one.of, Term) and isinstance(other.of, Term)
    return (apart and one.of != other.of) or one.plural or other.plural


def _take_in_lenders(scene: Scene) -> None:
    """Grows "adviser to the President" over the president's name, who is not spoken of."""
    for lender, inner in pairwise(scene.held.values()):
        if lender.phrase.lent and inner.phrase.inner and inner.phrase.names:
            lender.last = max(lender.last, scene.layers.after(inner.phrase.names[-1][0]))


def _sided(scene: Scene, match: Match) -> None:
    held = scene.title(match)
    held.phrase = replace(held.phrase, of=held.phrase.of or scene.party(match, "of"))


_FIRST = {"each": _each, "listed": _listed}
_LAST = {"shared": _shared, "side": _sided}
