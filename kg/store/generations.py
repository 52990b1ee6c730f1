"""A store on disk: a folder with generations of the database and a file that names the current one.

A build writes a new generation (unchanged files are hard links) and then switches; until then, and after a kill,
the earlier generation stands. The engine's own lock on the current generation keeps a second writer out.
A generation is a folder with the database and a mark; what bears no mark of ours is never deleted.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from kg.model import BadInput
from kg.store.marks import marked, remove_mark, replace_file, write_mark
from kg.store.trouble import FORMAT, damaged, explained, other_format
from kg.vocabulary import VOCABULARY_GRAPH

_CURRENT = "CURRENT"
_DATA = "data"
_COPIED = "data.tmp"  # where the engine copies to before it gives the copy its name
_GENERATION = re.compile(r"generation-([0-9]+)")


def open_current(folder: Path) -> ox.Store:
    """The current generation, to be read. Raises BadInput where there is no store, or one that cannot be read."""
    while True:
        generation = current(folder)
        if generation is None:
            raise BadInput(f"there is no store in {folder}; build one with: kg build ARTICLES --store {folder}")
        try:
            with explained(folder):
                return _filled(ox.Store.read_only(_data(generation)), folder)
        except BadInput:
            if current(folder) == generation:  # else a build has switched in between
                raise


@contextmanager
def next_generation(folder: Path) -> Iterator[ox.Store]:
    """A copy of the current generation for one change, kept only if the block ends without an error.

    Raises StoreInUse where another process is writing, BadInput where the folder is no store or cannot be written.
    """
    with explained(folder):
        engine, generation = _lock(folder)
        for leftover in _generations(folder):
            if leftover != generation and marked(leftover):
                _delete(leftover)
        following = _free(folder, generation)
        try:
            _begin(following)
            engine.backup(_data(following))
            yield ox.Store(_data(following))
            write_mark(following, whole=True)
        except BaseException:
            _delete(following)
            raise
        replace_file(folder / _CURRENT, following.name + "\n")
        del engine
        _delete(generation)


def current(folder: Path) -> Path | None:
    """The current generation of a store folder; None where there is no store.

    Where the file that names it is lost, the newest whole generation. Raises BadInput for damage and other formats.
    """
    try:
        name = (folder / _CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return _newest(folder)
    except UnicodeDecodeError as error:
        raise damaged(folder) from error
    except OSError as error:
        raise BadInput(f"the store in {folder} cannot be read ({error.strerror})") from error
    if not _GENERATION.fullmatch(name) or not (folder / name).is_dir():
        raise damaged(folder)
    mark = marked(folder / name)
    if mark is None and (folder / name / "CURRENT").is_file():
        raise other_format(folder, 1)  # which had no marks, and the database right in the generation
    if mark and mark.format != FORMAT:
        raise other_format(folder, mark.format)
    if not mark or not mark.whole or not (folder / name / _DATA).is_dir():
        raise damaged(folder)
    return folder / name


def _newest(folder: Path) -> Path | None:
    for generation in reversed(_generations(folder)):
        mark = marked(generation)
        if mark and mark.whole:
            if mark.format != FORMAT:
                raise other_format(folder, mark.format)
            return generation
    return None


def _generations(folder: Path) -> list[Path]:
    """The folders that are called like generations, in the order of their numbers; links are none of ours."""
    if not folder.is_dir():
        return []
    found = [p for p in folder.iterdir() if _GENERATION.fullmatch(p.name) and p.is_dir() and not p.is_symlink()]
    return sorted(found, key=_number)


def _number(generation: Path) -> int:
    return int(generation.name.rsplit("-", 1)[-1])


def _data(generation: Path) -> str:
    """The database of a generation, by its whole path, by which the engine tells its locks apart."""
    return os.path.abspath(generation / _DATA)


def _filled(engine: ox.Store, folder: Path) -> ox.Store:
    """A database as it was opened: where its list of files is cut off, the engine takes it for an empty one."""
    if not engine.contains_named_graph(ox.NamedNode(VOCABULARY_GRAPH)):
        raise damaged(folder)
    return engine


def _prepare(folder: Path) -> Path:
    """The current generation, or the first one of a folder that is new, empty or held a build that was killed."""
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} is a file; a store is a folder")
    generation = current(folder)
    if generation is not None:
        return generation
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError as error:
        raise BadInput(f"{folder} cannot be made; name another folder with --store") from error
    ours = {p for p in _generations(folder) if marked(p)}
    if {p for p in folder.iterdir() if p.name != _CURRENT + ".new"} - ours:
        raise BadInput(f"{folder} holds other things than a store; name an empty or new folder")
    first = folder / "generation-0"
    _begin(first)
    return first


def _begin(generation: Path) -> None:
    generation.mkdir(exist_ok=True)
    write_mark(generation, whole=False)


def _lock(folder: Path) -> tuple[ox.Store, Path]:
    """The current generation opened for writing, which locks it against other writers."""
    while True:
        generation = _prepare(folder)
        engine = ox.Store(_data(generation))
        standing = current(folder)
        if standing == generation:
            return _filled(engine, folder), generation
        if standing is None:
            return engine, generation


def _free(folder: Path, generation: Path) -> Path:
    """A generation that follows on another, under a name that nothing has."""
    number = _number(generation) + 1
    while os.path.lexists(folder / f"generation-{number}"):
        number += 1
    return folder / f"generation-{number}"


def _delete(generation: Path) -> None:
    """Deletes what we wrote of a generation, the mark last; the folder stays where somebody put other things into it."""
    databases = (generation / _DATA, generation / _COPIED)
    for database in databases:
        shutil.rmtree(database, ignore_errors=True)  # an engine that is still open moves files meanwhile
    if not any(map(Path.exists, databases)):  # else the mark stays, by which the next writer tries again
        with suppress(OSError):
            remove_mark(generation)
            generation.rmdir()
