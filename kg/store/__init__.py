"""The article graphs, one named graph each, in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.store.changes import Changes, changes
from kg.store.generations import next_generation
from kg.store.graphs import FORMATS, Answer, Store

__all__ = ["FORMATS", "Answer", "Changes", "Store", "changes", "updating"]


@contextmanager
def updating(folder: Path) -> Iterator[Store]:
    """A store on disk for one change, kept only if the block ends without an error.

    Raises StoreInUse where another process is writing, BadInput where the folder is no store.
    """
    with next_generation(folder) as engine:
        store = Store(engine)
        store.load_vocabulary()
        yield store
        store.settle()
