"""Which files are articles: those named, and those in the folders named whose ending a reader has; what is not says why."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.model import BadInput
from kg.read.formats import ending, readers
from kg.read.keys import key_of

_log = logging.getLogger(__name__)


class Skipped(NamedTuple):
    """A file or folder that is not read, and why."""

    path: Path
    reason: str


class Found(NamedTuple):
    """The article files of some paths, sorted by name, and what else is there."""

    files: list[Path]
    skipped: list[Skipped]

    def told(self) -> str:
        """What was skipped in one line ("3 files skipped: a link to a folder (old), ..."), or nothing."""
        reasons: dict[str, list[str]] = {}
        for path, reason in self.skipped:
            reasons.setdefault(reason, []).append(path.name)
        listed = "; ".join(f"{reason} ({_some(names)})" for reason, names in sorted(reasons.items()))
        count = len(self.skipped)
        return f"{count} file{'s' * (count != 1)} skipped: {listed}" if count else ""


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def find(paths: Iterable[str | Path], empty: bool = False) -> Found:
    """The article files of paths (files or folders); what is skipped is logged as a warning.

    Raises BadInput with every path that fails, which a folder without an article does unless ``empty`` allows it.
    """
    found = survey(paths, empty)
    if found.skipped:
        _log.warning("%s", found.told())
    return found


def survey(paths: Iterable[str | Path], empty: bool = False) -> Found:
    """The same without a word in the log. Raises what :func:`find` raises."""
    files: list[Path] = []
    skipped: list[Skipped] = []
    problems: list[str] = []
    for path in map(Path, paths):
        try:
            inside = _inside(path, empty)
        except BadInput as error:
            problems.append(str(error))
            continue
        files.extend(item for item in inside if isinstance(item, Path))
        skipped.extend(item for item in inside if isinstance(item, Skipped))
    if problems or not (files or empty):
        raise BadInput("; ".join(problems) or "name at least one article or folder")
    return _distinct(files, skipped)


def _inside(path: Path, empty: bool) -> list[Path | Skipped]:
    """A file itself, or what a folder holds. Raises BadInput where there is no article, unless ``empty`` allows it."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise BadInput(f"{path}: no such file or folder") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: cannot be read ({getattr(error, 'strerror', error)})") from error
    if not stat.S_ISDIR(mode):
        if not stat.S_ISREG(mode):
            raise BadInput(f"{path}: not a file (a pipe, socket or device)")
        return [path]
    inside = sorted(_walk(path), key=lambda item: str(item.path if isinstance(item, Skipped) else item))
    if not empty and not any(isinstance(item, Path) for item in inside):
        told = Found([], [item for item in inside if isinstance(item, Skipped)]).told()
        raise BadInput(f"{path}: the folder holds no article ({_endings()})" + (f"; {told}" if told else ""))
    return inside


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    """The files of a folder and of those in it; a link to a folder is not followed, since it may lead in circles."""
    closed: list[Skipped] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(_closed(error))):
        yield from (Skipped(at, "a link to a folder") for name in folders if os.path.islink(at := Path(place, name)))
        for name in files:
            reason = _why_not(at := Path(place, name))
            yield Skipped(at, reason) if reason else at
    yield from closed


def _closed(error: OSError) -> Skipped:
    return Skipped(Path(error.filename), f"a folder that cannot be read: {str(error.strerror).lower()}")


def _why_not(path: Path) -> str | None:
    """Why a file of a folder is not read; None where it is."""
    if ending(path) not in readers:
        return f"none of {_endings()}"
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return "a broken link" if os.path.islink(path) else f"cannot be read: {str(error.strerror).lower()}"
    return None if stat.S_ISREG(mode) else "a pipe, socket or device"


def _endings() -> str:
    return ", ".join(f"*.{name}" for name in readers.names())


def _distinct(files: list[Path], skipped: list[Skipped]) -> Found:
    """Each file once, sorted by name, by whatever paths and links it was found."""
    every = sorted({key_of(path): path for path in files}.values(), key=lambda path: (path.stem, str(path)))
    kept = set({os.path.realpath(path): path for path in reversed(every)}.values())
    again = [Skipped(path, "the same file as another") for path in every if path not in kept]
    return Found([path for path in every if path in kept], sorted([*skipped, *again]))
