"""Packages that one task needs and others do not: installed when it is run for the first time."""

import subprocess
import sys
from pathlib import Path

from casebook_theme.node import ROOT

_AS_LISTED = (
    "--no-deps",
    "--require-hashes",
    "--only-binary",
    ":all:",
)  # as in the Makefile: docs/decisions/0031-supply.md


def provided(name: str) -> bool:
    """Install the packages of a list of `pins`, unless that was done; whether they are there, else pip says why not."""
    listed, stamp = ROOT / f"{name}.lock", Path(sys.prefix) / f".{name}"
    wanted = listed.read_bytes()
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return True
    command = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        *_AS_LISTED,
        "-r",
        listed,
    )
    if subprocess.run([str(part) for part in command], cwd=ROOT).returncode:
        return False
    stamp.write_bytes(wanted)
    return True
