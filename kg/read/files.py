"""Which files are articles: those named, and those in the folders named whose ending a reader has."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.model import BadInput
from kg.read.formats import ending, readers


def find(paths: Iterable[str | Path]) -> list[Path]:
    """The article files of paths (files or folders), sorted by name. Raises BadInput with every path that fails."""
    found: list[Path] = []
    problems: list[str] = []
    endings = readers.names()
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if ending(p) in endings and p.is_file())
            if not inside:
                problems.append(f"{path}: the folder holds no article ({', '.join(f'*.{name}' for name in endings)})")
            found.extend(inside)
        elif path.is_file():
            found.append(path)
        else:
            problems.append(f"{path}: no such file or folder")
    if problems or not found:
        raise BadInput("; ".join(problems) or "name at least one article or folder")
    return _distinct(found)


def _distinct(paths: list[Path]) -> list[Path]:
    """Each file once, sorted by name; two different files of one name would fight for one place in the store."""
    by_file = {path.resolve(): path for path in paths}
    names: dict[str, Path] = {}
    for path in sorted(by_file.values(), key=lambda p: (p.stem, str(p))):
        other = names.setdefault(path.stem, path)
        if other is not path and other.read_bytes() != path.read_bytes():
            raise BadInput(f"{other} and {path} have one name and different texts; rename one")
    return list(names.values())
