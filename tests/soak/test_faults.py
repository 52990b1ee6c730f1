"""A store whose writer is killed, or whom the system refuses a call, shows the state before or the one after, whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from changing import change, state
from support import ROOT

HERE = Path(__file__).parent
CALLS = ["mkdir", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink"]
FAULTS = ["ENOSPC", "EIO", "EACCES"]
TRACE = ["strace", "-f", "-qq", "-o", "/dev/null", "-e"]


# --- Kills ---------------------------------------------------------------------------------------------------


def kill_writers(store: Path, kills: int, seed: int) -> set[str]:
    """Kills as many writers at random moments; which of the two states they left. Fails where one left neither."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["kg.store", "support"])
    chance, left = Random(seed), set()
    change(store, 0)
    standing, longest, number = 0, 0.0, 0
    while kills:
        number += 1
        writer = context.Process(target=change, args=(store, number))
        start = time.monotonic()
        writer.start()
        writer.join(chance.uniform(0, 1.2 * longest) if number > 2 else None)  # the second tells how long one takes
        writer.kill()
        writer.join()
        if writer.exitcode == -signal.SIGKILL:
            kills -= 1
            left.add("after" if state(store) == number else "before")
        else:
            longest = time.monotonic() - start
        found = state(store)
        assert found in (standing, number)
        standing = found
    goes_on(store, number + 1)
    return left


def goes_on(store: Path, number: int) -> None:
    """Makes a change after writers were ended; fails where it leaves anything of theirs."""
    change(store, number)
    assert state(store) == number
    assert [path.name for path in store.glob("generation-*")] == [(store / "CURRENT").read_text().strip()]


needs_posix = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")


@needs_posix
def test_a_killed_writer_leaves_the_state_before_or_after(tmp_path: Path) -> None:
    assert "before" in kill_writers(tmp_path / "store", 8, 1)


@pytest.mark.soak
@needs_posix
def test_five_hundred_killed_writers_leave_the_state_before_or_after(tmp_path: Path) -> None:
    left = kill_writers(tmp_path / "store", 500, 2)
    print(f"500 writers killed, states left: {', '.join(sorted(left))}")


# --- Faults of the system ------------------------------------------------------------------------------------


def traceable() -> bool:
    """Whether strace is here and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run([*TRACE, "inject=chroot:error=EIO", "true"], capture_output=True, check=False).returncode == 0


needs_strace = pytest.mark.skipif(not traceable(), reason="needs strace, and the right to trace")


def with_fault(store: Path, number: int, fault: str) -> subprocess.CompletedProcess[str]:
    """A change during which the system refuses a call, in the words of strace."""
    return subprocess.run(
        [*TRACE, f"inject={fault}", sys.executable, str(HERE / "changing.py"), str(store), str(number)],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def inject(folder: Path, faults: list[str]) -> int:
    """Makes a change under each fault on a store of its own; how many failed. Fails where one is not told in a line."""
    change(folder / "good", 0)
    failed = 0
    for fault in faults:
        store = Path(shutil.copytree(folder / "good", folder / "store"))
        done = with_fault(store, 1, fault)
        if done.returncode:
            failed += 1
            lines = done.stderr.splitlines()
            mute = fault.startswith("write:") and fault.endswith("+")  # which refuses the line itself too
            assert mute or (len(lines) == 1 and lines[0].startswith("kg: ")), f"{fault}: {done.stderr[-600:]}"
        assert state(store) in ((0, 1) if done.returncode else (1,)), fault
        goes_on(store, 2)
        shutil.rmtree(store)
    return failed


def kill_at(folder: Path, calls: list[str]) -> int:
    """Kills a writer at each call, on a store of its own; how many came to it. Fails where one leaves a half state."""
    change(folder / "good", 0)
    killed = 0
    for call in calls:
        store = Path(shutil.copytree(folder / "good", folder / "store"))
        done = with_fault(store, 1, call.replace(":", ":signal=KILL:", 1))
        killed += bool(done.returncode)
        assert state(store) in ((0, 1) if done.returncode else (1,)), call
        goes_on(store, 2)
        shutil.rmtree(store)
    return killed


@needs_strace
@pytest.mark.parametrize("call", ["link:when=2", "rmdir:when=2", "rename:when=2"])
def test_a_writer_killed_at_a_call_leaves_a_whole_state_and_nothing_of_its_own(tmp_path: Path, call: str) -> None:
    assert kill_at(tmp_path, [call])


@needs_strace
def test_a_call_that_the_system_refuses_is_told_and_leaves_the_store_whole(tmp_path: Path) -> None:
    assert inject(tmp_path, ["fsync:error=ENOSPC:when=1", "rename:error=EIO:when=2", "unlink:error=EIO:when=2"])


@pytest.mark.soak
@needs_strace
def test_a_writer_killed_at_any_call_leaves_a_whole_state_and_nothing_of_its_own(tmp_path: Path) -> None:
    calls = [f"{call}:when={when}" for call in [*CALLS, "openat", "rmdir", "unlinkat"] for when in range(1, 13)]
    killed = kill_at(tmp_path, calls)
    print(f"{len(calls)} calls named, {killed} writers killed at theirs, none left a half state or anything of its own")


@pytest.mark.soak
@needs_strace
def test_every_call_that_the_system_refuses_is_told_and_leaves_the_store_whole(tmp_path: Path) -> None:
    ways = product(CALLS, FAULTS, [*range(1, 9), "10+"])
    faults = [f"{call}:error={error}:when={when}" for call, error, when in ways]
    failed = inject(tmp_path, faults)
    print(f"{len(faults)} faults injected, {failed} of the changes failed, none left a half state")
