"""The key of an article: what it is known by from one reading to the next, whatever its text says."""

from __future__ import annotations

import os
from pathlib import Path, PurePath


def key_of(path: Path) -> str:
    """The key of a file or folder: its path from the working directory, or in full where it lies outside of that."""
    whole = Path(os.path.abspath(path))
    here = Path.cwd()
    return as_text((whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix())


def as_text(name: str) -> str:
    """The name of a file as text; bytes that are not UTF-8 become escapes (``\\xe9``)."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def lies_in(key: str, folder: str) -> bool:
    """Whether a key is a path beneath a folder, which is given by its own key."""
    if folder == ".":
        return "://" not in key and not PurePath(key).is_absolute()
    return key.startswith(folder + "/")
