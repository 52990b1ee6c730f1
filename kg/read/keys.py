"""The names of files as text."""

from __future__ import annotations

import os


def as_text(name: str) -> str:
    """The name of a file as text; bytes that are not UTF-8 become escapes (``\\xe9``)."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
