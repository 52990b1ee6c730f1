"""The folder of a store: what is lost is found or refused, what is not ours stays, what goes wrong is said."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from support import ARTICLES, TALKS, kg

from kg import pipeline
from kg.model import BadInput, ReadoutError, StoreInUse
from kg.store import Store, updating
from kg.store.trouble import FORMAT, explained, meaning_of

OTHER = ARTICLES / "uzbekistan-foreign-trade-2019.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "store"
    pipeline.build([TALKS], folder)
    return folder


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    """A store that a test may spoil."""
    return Path(shutil.copytree(made, tmp_path / "store"))


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


# --- What is lost --------------------------------------------------------------------------------------------


def test_a_lost_current_is_found_again_by_readers_and_writers(store: Path) -> None:
    before = Store.open(store).dump("nquads")
    (store / "CURRENT").unlink()
    assert Store.open(store).dump("nquads") == before
    pipeline.build([OTHER], store)
    assert len(Store.open(store).graphs()) == 2
    assert (store / "CURRENT").read_text() == "generation-2\n"


def test_without_current_an_unfinished_generation_is_not_taken_for_the_store(store: Path) -> None:
    (store / "CURRENT").unlink()
    before = Store.open(store).dump("nquads")
    shutil.copytree(store / "generation-1", store / "generation-7")
    mark = store / "generation-7" / "READOUT"
    mark.write_text(mark.read_text().replace("\n", ", unfinished\n"))
    assert Store.open(store).dump("nquads") == before
    pipeline.build([OTHER], store)
    assert not (store / "generation-7").exists()


@pytest.mark.parametrize("lost", ["CURRENT", "generation-1/READOUT", "generation-1/data/CURRENT", "generation-1/data"])
def test_what_cannot_be_found_again_is_refused_and_not_wiped(store: Path, lost: str) -> None:
    if lost == "CURRENT":
        (store / "generation-1" / "READOUT").unlink()
    shutil.rmtree(store / lost) if (store / lost).is_dir() else (store / lost).unlink()
    left = files(store)
    for use in (lambda: Store.open(store), lambda: pipeline.build([OTHER], store)):
        with pytest.raises(BadInput):
            use()
    assert left <= files(store)


def test_a_list_of_files_that_was_cut_off_is_no_empty_store(store: Path) -> None:
    (manifest,) = (store / "generation-1/data").glob("MANIFEST-*")
    manifest.write_bytes(manifest.read_bytes()[:50])
    for use in (lambda: Store.open(store), lambda: pipeline.build([OTHER], store)):
        with pytest.raises(BadInput, match="damaged"):
            use()


# --- What is not ours ----------------------------------------------------------------------------------------


def test_foreign_files_are_never_deleted_whatever_their_folder_is_called(store: Path) -> None:
    letters = [store / "generation-9" / "letter.txt", store / "generation-1" / "letter.txt", store / "letter.txt"]
    for letter in letters:
        letter.parent.mkdir(exist_ok=True)
        letter.write_text("mine")
    (store / "generation-2").symlink_to(store.parent)
    for articles in (OTHER, TALKS):
        pipeline.build([articles], store)
    assert [letter.read_text() for letter in letters] == ["mine"] * 3
    assert (store / "generation-2").is_symlink()
    assert len(Store.open(store).graphs()) == 2


def test_a_folder_with_a_foreign_generation_is_no_place_for_a_new_store(tmp_path: Path) -> None:
    (tmp_path / "generation-9").mkdir()
    (tmp_path / "generation-9" / "letter.txt").write_text("mine")
    with pytest.raises(BadInput, match="other things"):
        pipeline.build([TALKS], tmp_path)
    assert files(tmp_path) == {"generation-9", "generation-9/letter.txt"}


def test_a_store_may_be_reached_by_a_link(store: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store)
    pipeline.build([OTHER], tmp_path / "link")
    assert len(Store.open(store).graphs()) == 2


# --- Formats -------------------------------------------------------------------------------------------------


def test_a_store_says_its_format(store: Path) -> None:
    assert f"format {FORMAT}\n" in (store / "generation-1" / "READOUT").read_text()


@pytest.mark.parametrize("without_current", [False, True])
def test_a_store_of_a_later_format_is_refused(store: Path, without_current: bool) -> None:
    mark = store / "generation-1" / "READOUT"
    mark.write_text(mark.read_text().replace(f"format {FORMAT}", f"format {FORMAT + 1}"))
    if without_current:
        (store / "CURRENT").unlink()
    left = files(store)
    for use in (lambda: Store.open(store), lambda: pipeline.build([OTHER], store)):
        with pytest.raises(BadInput, match=f"has format {FORMAT + 1}, .* update"):
            use()
    assert files(store) == left


def test_a_store_of_the_first_format_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    engine = ox.Store(str(tmp_path / "store" / "generation-1"))
    engine.flush()
    del engine
    (tmp_path / "store" / "CURRENT").write_text("generation-1\n")
    for command in (["check"], ["build", TALKS]):
        done = kg(*command, "--store", tmp_path / "store")
        assert done.returncode == 2
        (line,) = done.stderr.decode().splitlines()
        assert "earlier format 1" in line
        assert "kg build ARTICLES --store OTHER" in line


# --- What goes wrong -----------------------------------------------------------------------------------------

# The engine's own words, as it says them.
WORDS = {
    "IO error: lock hold by current process, acquire time 1: /x/LOCK: No locks available": "another process",
    "IO error: While lock file: /x/LOCK: Resource temporarily unavailable": "another process",
    "IO error: No space left on device: While appending to file: /x/000020.log: No space left on device": "disk is full",
    "IO error: While open a file for appending: /x/LOG: Read-only file system": "can only be read",
    "IO error: While open a file for appending: /x/LOG: Permission denied": "you may not do this",
    "Corruption: block checksum mismatch: stored = 1, computed = 2, type = 1 in /x/000010.sst": "damaged",
    "Corruption: CURRENT file does not end with newline": "damaged",
    "Invalid argument: Column family not found: id2str": "damaged",
}


@pytest.mark.parametrize(("words", "said"), WORDS.items())
def test_the_errors_of_the_engine_are_told_apart(words: str, said: str) -> None:
    kind = RuntimeError if words.startswith(("Corruption", "Invalid")) else OSError
    meaning = meaning_of(kind(words), "the store")
    assert meaning is not None
    assert said in str(meaning)
    assert isinstance(meaning, StoreInUse) == (said == "another process")
    assert "\n" not in str(meaning)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ELOOP, errno.ENOTDIR])
def test_the_errors_of_the_system_are_one_line(number: int) -> None:
    with pytest.raises(ReadoutError, match="store"), explained(Path("store")):
        raise OSError(number, os.strerror(number), "store")


def test_an_error_that_is_not_of_the_store_is_not_called_damage() -> None:
    with pytest.raises(RecursionError), explained(Path("store")):
        raise RecursionError("maximum recursion depth exceeded")


@pytest.mark.parametrize("how", ["cut", "flipped", "gone"])
def test_a_broken_file_is_damage_and_not_another_process(store: Path, how: str) -> None:
    file = max((store / "generation-1/data").glob("*.sst"), key=lambda path: path.stat().st_size)
    data = file.read_bytes()
    if how == "gone":
        file.unlink()
    else:
        file.write_bytes(data[: len(data) // 2] if how == "cut" else bytes(byte ^ 255 for byte in data))
    for use in (lambda: Store.open(store), lambda: pipeline.build([OTHER], store)):
        with pytest.raises(BadInput, match="is damaged; build it anew in another folder"):
            use()


def test_links_in_a_circle_and_to_nowhere_are_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    for link in ("circle", "nowhere"):
        for use in (
            lambda link=link: Store.open(tmp_path / link),
            lambda link=link: pipeline.build([TALKS], tmp_path / link),
        ):  # type: ignore[misc]
            with pytest.raises(BadInput):
                use()


def test_a_change_that_fails_in_the_engine_leaves_the_store_and_no_generation(store: Path) -> None:
    before = Store.open(store).dump("nquads")
    with pytest.raises(BadInput, match="disk is full"), updating(store):
        raise OSError("IO error: No space left on device: While appending to file: /x: No space left on device")
    assert Store.open(store).dump("nquads") == before
    assert [path.name for path in store.glob("generation-*")] == ["generation-1"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system in which no folder can be made")
def test_a_store_that_cannot_be_made_is_not_called_damaged() -> None:
    with pytest.raises(BadInput, match="cannot be made; name another folder"):
        pipeline.build([TALKS], Path("/proc/readout-store"))
