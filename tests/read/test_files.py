"""Which files are articles, and that what is not read is told with its reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import kg

from kg.model import BadInput
from kg.read import find, read


def skipped(folder: Path) -> dict[str, str]:
    return {item.path.name: item.reason for item in find([folder]).skipped}


def test_endings_count_in_any_case(tmp_path: Path) -> None:
    for name in ("a.TXT", "b.HTML", "c.Htm", "d.txt"):
        (tmp_path / name).write_text(f"Talks {name}", "utf-8")
    assert [path.name for path in find([tmp_path]).files] == ["a.TXT", "b.HTML", "c.Htm", "d.txt"]


def test_what_is_not_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks", "utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert skipped(tmp_path) == {
        "gone.txt": "a broken link",
        "link.txt": "the same file as another",
        "pipe.txt": "a pipe, socket or device",
        "round": "a link to a folder",
        "scan.pdf": "none of *.htm, *.html, *.txt",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks", "utf-8")
    (tmp_path / "closed").mkdir(mode=0)
    assert "cannot be read" in skipped(tmp_path)["closed"]


def test_the_command_line_says_what_was_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks were held.", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    done = kg("facts", tmp_path)
    assert done.returncode == 0
    assert done.stderr.decode() == "kg: 1 file skipped: none of *.htm, *.html, *.txt (b.pdf)\n"


def test_a_pipe_that_is_named_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput, match="not a file"):
        find([tmp_path / "pipe"])


@pytest.mark.parametrize("path", ["x" * 5000, "a/" * 2500 + "x.txt", "nul\0.txt"])
def test_a_path_that_no_file_can_have_is_refused_in_one_line(path: str) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        find([path])


def test_folders_too_deep_for_a_path_stop_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Talks", "utf-8")
    monkeypatch.chdir(tmp_path)
    for _ in range(20):  # 5,000 characters, made from inside
        os.mkdir("d" * 250)
        os.chdir("d" * 250)
    (Path("unreachable.txt")).write_text("Talks", "utf-8")
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["a.txt"]
    assert [item.reason for item in found.skipped] == ["a folder that cannot be read: file name too long"]


def test_the_name_of_a_file_need_not_be_utf8(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    file.write_text("Talks were held.", "utf-8")
    assert read(file).name == "caf\\xe9"
    done = kg("facts", tmp_path, "--format", "table")
    assert done.returncode == 0, done.stderr
    assert kg("build", file, "--store", tmp_path / "store").returncode == 0
