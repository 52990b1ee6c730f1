"""One person under several names: full names that share their words, surnames, and slightly different spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from difflib import SequenceMatcher

from kg.kinds.kind import Key
from kg.kinds.people.claim import NAMES, Person
from kg.model import Document, Span
from kg.vocabulary import expand, fold, slug

_PARTICLES = frozenset("al el bin ibn van von der den de da do dos du la le".split())
_WORD = re.compile(r"[^\W\d_]+")

# Of the names with the same initials so many are compared for their spelling.
_MOST_ALIKE = 30


class People:
    """The people of a document, and the spans of their names."""

    def __init__(self, everyone: list[Person], spans: dict[Span, Person]) -> None:
        self.everyone = everyone
        self.spans = spans
        self._by_word: dict[str, list[Person]] = {}
        for person in everyone:
            for word in words(person.name):
                if len(word) > 2 and word not in _PARTICLES:
                    self._by_word.setdefault(word, []).append(person)

    def called(self, word: str) -> Person | None:
        """The one person whose name holds a word; of several, the one whose last word it is."""
        candidates = self._by_word.get(fold(word), [])
        if len(candidates) > 1:
            candidates = [p for p in candidates if words(p.name)[-1] == fold(word)]
        return candidates[0] if len(candidates) == 1 else None


PEOPLE: Key[People] = Key("people")


def words(name: str) -> list[str]:
    """The folded words of a name."""
    return _WORD.findall(fold(name))


def people(document: Document) -> People:
    """Groups the full names of a document into people; the fullest form names the person."""
    mentions = document.of(NAMES)
    groups = _grouped({m.value for m in mentions})
    order = {m.value: m.span.begin for m in reversed(mentions)}
    groups.sort(key=lambda group: min(order[name] for name in group))
    everyone = [
        Person(expand("id:" + slug(group[0])), _tidy(group[0]), tuple(sorted(_tidy(n) for n in group[1:])))
        for group in groups
    ]
    owner = {name: person for group, person in zip(groups, everyone, strict=True) for name in group}
    return People(everyone, {m.span: owner[m.value] for m in mentions})


def _grouped(names: Set[str]) -> list[list[str]]:
    """Names by person, the fullest first; each is compared with groups alone that have a word or initials of it."""
    split = {name: words(name) for name in names}
    groups: list[list[str]] = []
    by_word: dict[str, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    for name in sorted(names, key=lambda n: (-len(split[n]), -len(n), n)):
        parts = split[name]
        rarest = min((by_word.get(word, []) for word in parts), key=len, default=[])
        alike = by_initials.get(_initials(parts), [])[:_MOST_ALIKE]
        home = next((k for k in sorted({*rarest, *alike}) if _same(parts, split[groups[k][0]])), None)
        if home is not None:
            groups[home].append(name)
            continue
        for word in set(parts):
            by_word.setdefault(word, []).append(len(groups))
        for initials in {_initials(parts), _initials(parts[-1:])}:
            by_initials.setdefault(initials, []).append(len(groups))
        groups.append([name])
    return groups


def _initials(parts: Sequence[str]) -> str:
    """What names have in common that are spellings of each other."""
    return " ".join(word[0] for word in parts)


def _tidy(name: str) -> str:
    """A name in capitals ("JANE DOE") as names are written."""
    return name.title() if name.isupper() and len(name) > 4 else name


def _same(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of a name are a part or another spelling of those of a fuller one."""
    if set(short) <= set(long):
        return True
    if len(short) == len(long) > 1:
        return all(_alike(a, b) for a, b in zip(short, long, strict=True))
    return len(short) == 1 and len(short[0]) > 4 and _alike(short[0], long[-1])


def _alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) > 3 and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= 0.85
    )
