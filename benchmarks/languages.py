"""How often the language of a text is told wrongly, by the number of letters in words without a capital.

Run from anywhere, with Readout installed::

    .venv/bin/python benchmarks/languages.py FOLDER...    folders of articles in English

The other ten languages are those of tests/read/ten_languages.toml. Of each text 20 windows are drawn, the same ones
on every run.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from kg.language.known import codes
from kg.read.language import told, words_of

LENGTHS = (50, 75, 100, 125, 150, 200, 250, 300)
WINDOWS = 20
OTHERS = Path(__file__).resolve().parents[1] / "tests" / "read" / "ten_languages.toml"


def windows(text: str, length: int) -> Iterable[str]:
    words = words_of(text).split()
    starts = list(range(len(words)))
    random.Random(1).shuffle(starts)
    every = (" ".join(words[start:]) for start in starts)
    return [rest[: rest.find(" ", length)] for rest in every if " " in rest[length:]][:WINDOWS]


def main(folders: list[str]) -> None:
    english = [file.read_text("utf-8") for folder in folders for file in sorted(Path(folder).glob("*.txt"))]
    others = tomllib.loads(OTHERS.read_text("utf-8"))
    print("letters  English windows  refused  others' windows  read as English  named wrongly")
    for length in LENGTHS:
        ours = [told(window, codes()) for text in english for window in windows(text, length)]
        theirs = [(code, told(window, codes())) for code, text in others.items() for window in windows(text, length)]
        refused = sum(code != "en" for code in ours)
        taken = sum(found == "en" for _, found in theirs)
        wrong = sum(found not in (code, "en") for code, found in theirs)
        print(f"{length:>7}{len(ours):>17}{refused:>9}{len(theirs):>17}{taken:>17}{wrong:>15}")


if __name__ == "__main__":
    main(sys.argv[1:])
