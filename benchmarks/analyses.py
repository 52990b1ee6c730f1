"""The analyses of people over made-up meetings: 100,000 pairs of 30,000 people.

usage: python benchmarks/analyses.py [PAIRS] [PEOPLE]

Prints seconds for each analysis, the reading of the rows included.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

from kg.analyse import analyse
from kg.model import Row

NAMES = ("who-met-whom", "brokers", "circles", "core", "what-to-look-at")


class Meetings:
    """Rows as a store gives them; every meeting is of two people, and a few people meet many."""

    def __init__(self, pairs: int, people: int) -> None:
        draw = random.Random(1)
        self._rows: list[Row] = []
        for number in range(pairs):
            for person in (int(people * draw.random() ** 3), int(people * draw.random())):
                self._rows.append(
                    {
                        "meeting": f"m{number}",
                        "role": "participant",
                        "person": f"p{person}",
                        "name": f"Person {person}",
                        "date": f"20{number % 25:02}-01-01",
                        "article": f"a{number % 5000}",
                    }
                )

    def select(self, query: str) -> Sequence[Row]:
        return self._rows if query.startswith("# The people of each meeting,") else []


def main(pairs: int, people: int) -> None:
    graph = Meetings(pairs, people)
    for name in NAMES:
        begin = time.perf_counter()
        table = analyse(name, graph, lambda: ())
        print(f"{name:<20}{time.perf_counter() - begin:>7.1f} s  {len(table.rows):>9,} rows")


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] or ["100000", "30000"])))
