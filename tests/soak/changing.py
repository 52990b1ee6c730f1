"""One change of a store after another, each of which writes all articles anew, and what state a store is in."""

from __future__ import annotations

import sys
from pathlib import Path

from support import fact, tiny

from kg.model import ArticleGraph, ReadoutError
from kg.store import Store, updating

ARTICLES = 40


def graphs(number: int) -> list[ArticleGraph]:
    """All articles as the change with a number writes them."""
    return [tiny(f"a{k}", str(number), fact("shared", "x"), fact(f"k{k}", f"{number}")) for k in range(ARTICLES)]


def change(store: Path, number: int) -> None:
    """Writes all articles anew. Raises what is wrong with the store."""
    with updating(store) as target:
        target.replace(graphs(number))


def state(store: Path) -> int:
    """The number of the change that a store shows; fails where it shows a part of one, or parts of two."""
    found = Store.open(store)
    (number,) = {int(head.digest) for head in found.heads()}
    assert found.dump("nquads", vocabulary_too=False) == Store.memory(*graphs(number)).dump("nquads")
    return number


if __name__ == "__main__":
    try:
        change(Path(sys.argv[1]), int(sys.argv[2]))
    except ReadoutError as error:
        sys.exit(f"kg: {error}")
