"""What is made from a store on disk, made anew when a build has put another generation in its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

from kg.model import BadInput
from kg.store.generations import current

T = TypeVar("T")


class Latest(Generic[T]):
    """A call gives what ``make`` makes from the current generation; the same as long as that stands.

    Raises BadInput where there is no store at first. Later, what was made last goes on standing in for a store that
    is gone or damaged.
    """

    def __init__(self, folder: Path, make: Callable[[], T]) -> None:
        self._folder, self._make = folder, make
        self._generation = current(folder)
        self._made = make()

    def __call__(self) -> T:
        """What is made from the current generation."""
        with suppress(BadInput):
            generation = current(self._folder)
            if generation not in (None, self._generation):
                self._made = self._make()
                self._generation = generation
        return self._made
