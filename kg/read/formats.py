"""Formats of article files by the ending of their names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.model import Article
from kg.registry import Registry

# A file and its bytes to an article; raises BadInput where they are none.
Reader = Callable[[Path, bytes], Article]

readers: Registry[Reader] = Registry("reader", "kg.readers", "kg.read")


def ending(path: Path) -> str:
    """What a reader is called that reads files like this one: "txt" for NAME.txt."""
    return path.suffix.lower().removeprefix(".")
