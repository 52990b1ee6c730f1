"""The same articles give the same bytes, whatever the hash seed, the order of the input and the number of workers."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from support import ARTICLES, python

from kg.cli import _FORMATS

# (PYTHONHASHSEED, workers, seed of the order of the files)
WAYS = [(0, 1, 0), (1, 2, 1), (4321, 2, 2)]
RUN = """
import sys
from pathlib import Path
from kg import pipeline
from kg.analyse import names
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
for name, _ in names():
    main(["analyse", name, "--store", store], standalone_mode=False)
main(["brief", min(files)], standalone_mode=False)
main(["facts", *files], standalone_mode=False)
"""
FILES = sorted(ARTICLES.glob("*.txt"))


def outputs(folder: Path, way: tuple[int, int, int]) -> dict[str, str]:
    """The hashes of all that a way of running writes."""
    seed, workers, order = way
    files = list(FILES)
    random.Random(order).shuffle(files)
    done = python(RUN, str(workers), ",".join(_FORMATS), folder, *files, PYTHONHASHSEED=str(seed))
    assert done.returncode == 0, done.stderr.decode()
    printed = done.stdout.decode().replace(str(folder), "")
    found = {name: hashlib.sha256(written(folder / name)).hexdigest() for name in (*_FORMATS, "page")}
    return {**found, "screen": hashlib.sha256(printed.encode()).hexdigest()}


def written(path: Path) -> bytes:
    """The bytes of a file, or of the files of a folder."""
    return b"".join(map(Path.read_bytes, sorted(path.iterdir()))) if path.is_dir() else path.read_bytes()


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return [outputs(tmp_path_factory.mktemp("way"), way) for way in WAYS]


@pytest.mark.parametrize("name", [*_FORMATS, "page", "screen"])
def test_every_way_of_running_gives_the_same_bytes(runs: list[dict[str, str]], name: str) -> None:
    assert len({run[name] for run in runs}) == 1
