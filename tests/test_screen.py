"""What reaches the screen steers no terminal, and what is written to a file is whole or not there."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, kg

from kg.cli.console import write
from kg.export.inert import terminal
from kg.model import BadInput

RED = "\x1b[31m\x9b2J\u202e"
TEXT = f"Foreign Minister of Iceland Dagny Holm met “Plan {RED} North” envoys in Oslo. Exports rose by 5{RED} percent in 2023."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\x9bb\x07", "a\\x9bb\\x07"),
        ("\u202ea", "\\u202ea"),
        ("é\n\tü", "é\n\tü"),
        ("\udce9", "\\udce9"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert terminal(text) == shown


@pytest.mark.parametrize("command", [("check",), ("coverage",), ("facts", "--format", "table")])
def test_no_command_for_people_passes_escapes_of_texts_or_names_on(command: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / f"{RED}.txt"
    file.write_text(TEXT, "utf-8")
    done = kg(*command, file)
    assert done.returncode in (0, 1)
    assert not set((done.stdout + done.stderr).decode()) & {"\x1b", "\x9b", "\u202e"}


def test_no_error_passes_escapes_on_or_fills_the_screen(tmp_path: Path) -> None:
    done = kg("facts", tmp_path / f"{RED}.txt", "x" * 5000)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert len(done.stderr) < 2500


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")
    file.chmod(0o600)
    write("new", str(file))
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "out.csv"
    file.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="cannot be written"):
        write("new", str(file))
    assert file.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_file_may_be_a_link_or_a_device(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write("new", str(link))
    write("new", os.devnull)
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("path", ["x" * 5000, "nowhere/x.csv", "nul\0"])
def test_a_place_that_cannot_be_written_is_told_in_one_line(path: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        write("new", str(tmp_path / path))


def test_one_odd_character_stops_no_article(tmp_path: Path) -> None:
    text = "Exports of Iceland to Chile grew to $3 billion in 2023.¹ On 5 May¹ ①②③ ٣ envoys met. Iceland¹ exported $²."
    (tmp_path / "notes.txt").write_text(text, "utf-8")
    done = kg("facts", tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["figures"][0]["value"] == 3_000_000_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [("facts",), ("check",), ("coverage",), ("build", "--store", "store"), ("--help",)])
def test_what_cannot_be_printed_is_said_in_a_line(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *command, "a.txt"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [f"kg: the system refuses this ({os.strerror(errno.ENOSPC)})"]


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes files")
def test_a_closed_output_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    shell = ["sh", "-c", f"'{sys.executable}' -m kg facts a.txt >&-"]
    done = subprocess.run(
        shell, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, check=False
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
