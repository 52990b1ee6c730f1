"""The package ships its types: a type checker reads them in a program that uses it, and finds wrong use."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

RIGHT = """
from pathlib import Path

from kg import build, check, facts
from kg.kinds.figures.claim import FIGURES
from kg.kinds.periods.claim import PERIODS
from kg.kinds.posts.claim import POST_PHRASES
from kg.kinds.quantities.claim import QUANTITIES
from kg.language.lexicon import PARTIES
from kg.model import Mention, Period, Span, Term
from kg.read import read
from kg.reading import mark, read as read_claims

graph_count: int = len(list(build("article.txt").graphs()))
lines: list[str] = [finding.message for finding in check("article.txt").findings]
names: list[str] = [person["name"] for person in facts("article.txt")[0]["people"]]

document = mark(read(Path("article.txt")))
whole = Span(0, len(document.article.text))
starts: list[str] = [m.value.first for m in document.inside(whole, PERIODS) if isinstance(m.value, Period)]
units: set[str] = {m.value.unit for m in document.of(QUANTITIES)}
titles: list[str] = [m.value.title for m in document.of(POST_PHRASES)]
parties: list[Mention[Term]] = document.inside(whole, PARTIES)
covered: bool = document.covered(whole, PARTIES, PERIODS, QUANTITIES)
labels: list[str] = [observation.flow.label for observation in read_claims(document)[FIGURES]]
"""

WRONG = """
from pathlib import Path

from kg import check
from kg.kinds.figures.claim import FIGURES
from kg.kinds.periods.claim import PERIODS
from kg.kinds.quantities.claim import QUANTITIES
from kg.model import Mention, Period, Quantity, Span
from kg.read import read
from kg.reading import mark, read as read_claims

document = mark(read(Path("article.txt")))
whole = Span(0, len(document.article.text))
document.inside(whole, "period")  # a layer is no string
for mention in document.inside(whole, PERIODS):
    print(mention.value.first)  # a period may be relative, or of no known year
for quantity in document.of(QUANTITIES):
    print(quantity.value.first)  # a quantity is no period
made: Mention[Quantity] = Mention(whole, QUANTITIES, Period("2024", "2024"))  # nor is a period a quantity
read_claims(document)[FIGURES].unit  # claims are several
check(3)  # a file has a name
"""


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, int]]:
    """The files and lines where a type checker complains about both programs."""
    folder = tmp_path_factory.mktemp("program")
    for name, program in (("right", RIGHT), ("wrong", WRONG)):
        (folder / f"{name}.py").write_text(program, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "right.py", "wrong.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    return {(name, int(line)) for name, line in re.findall(r"^(\S+):(\d+): error", done.stdout, re.MULTILINE)}


def test_a_program_that_uses_the_package_is_typed(complaints: set[tuple[str, int]]) -> None:
    assert {line for name, line in complaints if name == "right.py"} == set()


def test_wrong_use_of_the_package_is_an_error(complaints: set[tuple[str, int]]) -> None:
    marked = {number for number, line in enumerate(WRONG.splitlines(), start=1) if "  # " in line}
    assert {line for name, line in complaints if name != "right.py"} == marked
