"""The mark of a generation: that it is ours, in which format, and whether it was written to its end."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from kg.store.trouble import FORMAT

_MARK = "READOUT"
_PENDING = ".new"
_WORDS = re.compile(r"a generation of a Readout store, format ([0-9]+)(, unfinished)?\n")


class Mark(NamedTuple):
    """What a mark says."""

    format: int
    whole: bool


def marked(generation: Path) -> Mark | None:
    """The mark of a generation; None where it bears none of ours."""
    try:
        words = _WORDS.fullmatch((generation / _MARK).read_text("utf-8"))
    except FileNotFoundError:
        # Whoever was killed before the mark was whole, or after it was gone, left this.
        bare = set(os.listdir(generation)) <= {_MARK + _PENDING}
        return Mark(FORMAT, False) if bare else None
    except (OSError, UnicodeDecodeError):
        return None
    return Mark(int(words[1]), words[2] is None) if words else None


def write_mark(generation: Path, whole: bool) -> None:
    """Marks a generation as ours, whole or not yet. Raises OSError."""
    replace_file(
        generation / _MARK, f"a generation of a Readout store, format {FORMAT}{'' if whole else ', unfinished'}\n"
    )


def remove_mark(generation: Path) -> None:
    """Takes the mark away. Raises OSError."""
    for name in (_MARK + _PENDING, _MARK):
        (generation / name).unlink(missing_ok=True)


def replace_file(path: Path, text: str) -> None:
    """Writes a small file in one step that neither a crash nor a power cut can halve. Raises OSError."""
    pending = path.with_name(path.name + _PENDING)
    with pending.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    pending.replace(path)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
