"""Writes ``kg/languages/en/common.txt``, the words of English that are no names, from the lists of SCOWL.

    tools/make_common_words.py /usr/share/dict/scowl

The lists are those of Debian's package ``scowl`` (2020.12.07). A word is a name where a list of names or of words with a
capital has it: for the commonest words the lists up to size 50 count, for the others all.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "kg" / "languages" / "en" / "common.txt"
DIALECTS = ("english", "american", "british")
COMMONEST, OTHERS = ("10",), ("20", "35")
NAMES = ("*-upper.{}", "*-proper-names.{}")
LONG = 4


def words(folder: Path, *patterns: str) -> set[str]:
    """The words of the lists that the patterns name, in lower case."""
    files = [file for pattern in patterns for file in sorted(folder.glob(pattern))]
    return {line.strip().lower() for file in files for line in file.read_text("latin-1").splitlines()}


def common(folder: Path) -> list[str]:
    """The words that are no names."""
    few = words(folder, *(f"{dialect}-words.{size}" for dialect in DIALECTS for size in COMMONEST))
    many = words(folder, *(f"{dialect}-words.{size}" for dialect in DIALECTS for size in OTHERS))
    few -= words(folder, *(pattern.format("[1-5]?") for pattern in NAMES))
    many = {word for word in many if len(word) >= LONG} - words(folder, *(pattern.format("??") for pattern in NAMES))
    return sorted(word for word in few | many if word.isascii() and word.isalpha() and len(word) > 1)


if __name__ == "__main__":
    notice = [line for line in TARGET.read_text("utf-8").splitlines() if line.startswith("#")]
    TARGET.write_text("\n".join([*notice, *common(Path(sys.argv[1]))]) + "\n", "utf-8")
