"""A store on disk: a folder with generations of the database and a file that names the current one.

A build writes a new generation (unchanged files are hard links) and then switches; until then, and after a kill,
the earlier generation stands. The engine's own lock on the current generation keeps a second writer out.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.model import BadInput, StoreInUse

_CURRENT = "CURRENT"
_GENERATION = re.compile(r"generation-\d+")
_FIRST = "generation-0"


def open_current(folder: Path) -> ox.Store:
    """The current generation, to be read. Raises BadInput where there is no store or it is damaged."""
    for _ in range(3):
        generation = current(folder)
        if generation is None:
            raise BadInput(f"there is no store in {folder}; build one with: kg build ARTICLES --store {folder}")
        try:
            return ox.Store.read_only(str(generation))
        except (OSError, RuntimeError):
            continue  # a build may have switched in between
    raise _damaged(folder)


@contextmanager
def next_generation(folder: Path) -> Iterator[ox.Store]:
    """A copy of the current generation for one change, kept only if the block ends without an error.

    Raises StoreInUse where another process is writing, BadInput where the folder is no store or is damaged.
    """
    engine, generation = _lock(folder)
    for leftover in folder.glob("generation-*"):
        if leftover != generation:
            shutil.rmtree(leftover)
    following = folder / f"generation-{int(generation.name.rsplit('-', 1)[-1]) + 1}"
    engine.backup(str(following))
    try:
        yield ox.Store(str(following))
    except BaseException:
        shutil.rmtree(following, ignore_errors=True)
        raise
    _switch(folder, following)
    del engine
    shutil.rmtree(generation, ignore_errors=True)


def _damaged(folder: Path) -> BadInput:
    return BadInput(f"the store in {folder} is damaged; build it anew in another folder")


def current(folder: Path) -> Path | None:
    """The current generation of a store folder; None where there is no store."""
    try:
        name = (folder / _CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (UnicodeDecodeError, OSError) as error:
        raise _damaged(folder) from error
    if not _GENERATION.fullmatch(name) or not (folder / name).is_dir():
        raise _damaged(folder)
    return folder / name


def _prepare(folder: Path) -> Path:
    """The current generation, or the first one of a folder that is new, empty or held a build that was killed."""
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} is a file; a store is a folder")
    generation = current(folder)
    if generation is not None:
        return generation
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strangers = [
            p.name for p in folder.iterdir() if not _GENERATION.fullmatch(p.name) and p.name != _CURRENT + ".new"
        ]
    except OSError as error:
        raise BadInput(f"{folder} cannot be made into a store ({error.strerror})") from error
    if strangers:
        raise BadInput(f"{folder} holds other things than a store; name an empty or new folder")
    return folder / _FIRST


def _lock(folder: Path) -> tuple[ox.Store, Path]:
    """The current generation opened for writing, which locks it against other writers."""
    while True:
        generation = _prepare(folder)
        try:
            engine = ox.Store(str(generation))
        except (OSError, RuntimeError) as error:
            if "lock" in str(error).lower():
                raise StoreInUse(f"another process is writing to the store {folder}; wait for it to end") from error
            raise _damaged(folder) from error
        if current(folder) in (None, generation):
            return engine, generation


def _switch(folder: Path, generation: Path) -> None:
    """Makes a generation the current one, in one step that a crash cannot halve."""
    pending = folder / (_CURRENT + ".new")
    with pending.open("w", encoding="utf-8") as file:
        file.write(generation.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    pending.replace(folder / _CURRENT)
