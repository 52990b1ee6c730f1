"""What the errors of the engine and of the system mean for a store, and what to do, in one line each."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.model import BadInput, ReadoutError, StoreInUse

FORMAT = 2

# The engine tells of the system's errors only in words, which are those of os.strerror.
_SYSTEM = {
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "your share of the disk is full; free some space and try again",
    errno.EROFS: "it stands on a disk that can only be read; name another folder with --store",
    errno.EACCES: "you may not do this there; ask for the right, or name another folder with --store",
    errno.EPERM: "you may not do this there; ask for the right, or name another folder with --store",
    errno.ELOOP: "its links go in a circle; name the folder itself",
    errno.ENAMETOOLONG: "its name is too long; name another folder with --store",
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n) and try again",
    errno.EIO: "the disk cannot be read or written; look after the disk, and build the store anew on another",
}
# Begin the engine's words for a broken file. A missing one is named by its path within the store.
_DAMAGE = ("Corruption", "Invalid argument: Column family not found")


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Lets errors of the engine and of the system in a block out as ReadoutError about the store in ``folder``."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        meaning = meaning_of(error, _named(folder))
        if meaning is None:
            raise
        raise meaning from error


def meaning_of(error: OSError | RuntimeError, store: str) -> ReadoutError | None:
    """What an error says about a store, which ``store`` names in words; None where it has nothing to do with it."""
    words = str(error)
    if "/LOCK:" in words or "\\LOCK:" in words:
        return StoreInUse(f"another process is writing to {store}; wait for it to end")
    for number, advice in _SYSTEM.items():
        if os.strerror(number) in words:
            return BadInput(f"{store}: {advice}")
    if words.startswith(_DAMAGE) or isinstance(error, FileNotFoundError):
        return _damaged(store)
    if isinstance(error, OSError):
        return BadInput(f"{store} cannot be used ({error.strerror or words})")
    return None


def damaged(folder: Path) -> BadInput:
    """The error for a store whose files are not as they were written."""
    return _damaged(_named(folder))


def _named(folder: Path) -> str:
    return f"the store {folder}"


def _damaged(store: str) -> BadInput:
    return BadInput(f"{store} is damaged; build it anew in another folder: kg build ARTICLES --store OTHER")


def other_format(folder: Path, found: int) -> BadInput:
    """The error for a store of another format version than this program writes."""
    if found > FORMAT:
        return BadInput(f"the store in {folder} has format {found}, and this program knows {FORMAT}; update Readout")
    return BadInput(
        f"the store in {folder} has the earlier format {found}, and this program knows {FORMAT}; "
        "read the articles into another folder: kg build ARTICLES --store OTHER"
    )
