"""The same articles give the same bytes, whatever the hash seed, the order of the input and the number of workers."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from support import ARTICLES, python

from kg.export.known import exports

FORMATS = exports.names()
# (PYTHONHASHSEED, workers, seed of the order of the files)
WAYS = [(0, 1, 0), (1, 2, 1), (4321, 2, 2)]
RUN = """
import sys
from pathlib import Path
from kg import pipeline
from kg.cli import main

workers, formats, folder, *files = sys.argv[1:]
store = f"{folder}/store"
if workers == "2":  # build twice, so that the second build replaces every graph
    pipeline.build(files, Path(store))
main(["build", "--store", store, "--workers", workers, *files], standalone_mode=False)
for name in formats.split(","):
    main(["export", "--format", name, "--store", store, "-o", f"{folder}/{name}"], standalone_mode=False)
main(["view", "--store", store, "-o", f"{folder}/page"], standalone_mode=False)
main(["analyse", "--store", store], standalone_mode=False)
main(["facts", *files], standalone_mode=False)
"""
FILES = sorted(ARTICLES.glob("*.txt"))


def outputs(folder: Path, way: tuple[int, int, int]) -> dict[str, str]:
    """The hashes of all that a way of running writes."""
    seed, workers, order = way
    files = list(FILES)
    random.Random(order).shuffle(files)
    done = python(RUN, str(workers), ",".join(FORMATS), folder, *files, PYTHONHASHSEED=str(seed))
    assert done.returncode == 0, done.stderr.decode()
    printed = done.stdout.decode().replace(str(folder), "")
    found = {name: digest(folder / name) for name in (*FORMATS, "page")}
    return {**found, "screen": hashlib.sha256(printed.encode()).hexdigest()}


def digest(written: Path) -> str:
    """The hash of a file, or of all files in a folder."""
    files = sorted(written.iterdir()) if written.is_dir() else [written]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return [outputs(tmp_path_factory.mktemp("way"), way) for way in WAYS]


@pytest.mark.parametrize("name", [*FORMATS, "page", "screen"])
def test_every_way_of_running_gives_the_same_bytes(runs: list[dict[str, str]], name: str) -> None:
    assert len({run[name] for run in runs}) == 1
