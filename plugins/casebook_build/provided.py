"""Packages that one task needs and others do not: installed when it is run for the first time."""

import subprocess
import sys
from pathlib import Path

from casebook_theme.node import ROOT

_PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
_LISTED = ("--no-deps", "--require-hashes")  # as in the Makefile (0031-supply.md)
_WHEELS = ("--only-binary", ":all:")
_APART = ("--no-build-isolation", "--upgrade", "--target")  # some of what is read for its data has no wheel


def provided(name: str, folder: Path | None = None) -> bool:
    """Install the packages of a list of `pins` that are not there; whether all are, else pip says why not.

    With a `folder` they are put there, and are none of those that we work with.
    """
    how = _WHEELS if folder is None else (*_APART, folder)
    return subprocess.run((*_PIP, *_LISTED, *how, "-r", f"{name}.lock"), cwd=ROOT).returncode == 0
