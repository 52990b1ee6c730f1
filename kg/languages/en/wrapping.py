"""Hard-wrapped text: line breaks that an editor or mailer put within sentences."""

from __future__ import annotations

import re
from itertools import pairwise

_PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_NARROWEST = 40


def soft_breaks(text: str) -> frozenset[int]:
    """Where the line breaks stand that only wrap: the next word would not have fitted, in every line of a paragraph.

    A paragraph counts if it goes on in lower case somewhere, so that lists and headlines over two lines do not.
    """
    found: set[int] = set()
    for paragraph in _PARAGRAPH.finditer(text):
        lines = paragraph.group().rstrip("\n").split("\n")
        if _is_wrapped([line.strip() for line in lines]):
            place = paragraph.start()
            for line in lines[:-1]:
                place += len(line)
                found.add(place)
                place += 1
    return frozenset(found)


def _is_wrapped(lines: list[str]) -> bool:
    width = max(map(len, lines))
    return (
        width >= _NARROWEST
        and any(line[0].islower() for line in lines[1:])
        and all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(lines))
    )
