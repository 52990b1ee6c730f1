"""Things with names: those of the package, and those that other packages offer as entry points."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.model import BadInput, ReadoutError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

T = TypeVar("T")


def offered(group: str) -> Mapping[str, EntryPoint]:
    """What other packages offer as entry points of a group, by name."""
    return _offered(group, tuple(sys.path))


@cache
def _offered(group: str, path: tuple[str, ...]) -> Mapping[str, EntryPoint]:
    """The same, looked up once for the folders that packages are looked for in, since that reads many files."""
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=group)}


class Registry(Generic[T]):
    """The things of one sort, such as all exports.

    The package's own stand in tables: a module of ``folder`` (a package) that has a table of the group's name
    (``EXPORTS`` for the group ``kg.exports``) offers what is in it. Other packages offer theirs as entry points of the
    group; the names of the package are taken. ``noun`` is what messages call such a thing.
    """

    def __init__(self, noun: str, group: str, folder: str) -> None:
        self._noun, self._group, self._folder = noun, group, folder

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted({*self._own, *self._offered})

    def __contains__(self, name: str) -> bool:
        return name in self._own or name in self._offered

    def named(self, name: str) -> T:
        """The thing with a name. Raises BadInput where there is none, ReadoutError where it cannot be loaded."""
        if name in self._own:
            return self._own[name]
        if name not in self._offered:
            raise BadInput(f"no {self._noun} is called {name!r}; known are {', '.join(self.names())}")
        point = self._offered[name]
        try:
            thing: T = point.load()
        except (ImportError, AttributeError) as error:
            raise ReadoutError(f"the {self._noun} {name} ({point.value}) cannot be loaded: {error}") from error
        return thing

    @cached_property
    def _own(self) -> dict[str, T]:
        table = self._group.rpartition(".")[2].upper()
        modules = iter_modules(import_module(self._folder).__path__, f"{self._folder}.")
        return {
            name: thing for module in modules for name, thing in getattr(import_module(module.name), table, {}).items()
        }

    @property
    def _offered(self) -> Mapping[str, EntryPoint]:
        return offered(self._group)
