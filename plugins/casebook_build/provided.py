"""Packages that one task needs and others do not: installed when it is run for the first time."""

import subprocess
import sys

from casebook_theme.node import ROOT

_PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
_AS_LISTED = ("--no-deps", "--require-hashes", "--only-binary", ":all:")  # as in the Makefile (0031-supply.md)


def provided(name: str) -> bool:
    """Install the packages of a list of `pins` that are not there; whether all are, else pip says why not."""
    return subprocess.run((*_PIP, *_AS_LISTED, "-r", f"{name}.lock"), cwd=ROOT).returncode == 0
