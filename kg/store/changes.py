"""What reading articles changes in a store, told by their keys and the hashes of their texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Keys of articles, sorted; ``same`` gives for one that was left out the key of the article with the same text."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    same: Mapping[str, str]

    @property
    def built(self) -> int:
        """How many of the articles read stand in the store."""
        return len(self.added) + len(self.replaced) + len(self.unchanged)


def changes(held: Mapping[str, str], read: Mapping[str, str], gone: Collection[str] = ()) -> Changes:
    """The changes of a store that holds some articles when others are read and those of ``gone`` are taken out.

    The arguments but the last map keys to hashes. A text stands in a store once, under the first of its keys, so that
    the order of reading makes no difference.
    """
    after = {key: digest for key, digest in held.items() if key not in gone} | dict(read)
    first: dict[str, str] = {}
    for key in sorted(after):
        first.setdefault(after[key], key)
    stay = dict.fromkeys(sorted(first.values()))
    return Changes(
        tuple(key for key in stay if key not in held),
        tuple(key for key in stay if key in held and held[key] != after[key]),
        tuple(key for key in stay if key in read and held.get(key) == read[key]),
        tuple(key for key in sorted(held) if key not in stay),
        {key: first[read[key]] for key in sorted(read) if key not in stay},
    )
