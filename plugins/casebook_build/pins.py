"""The lists of exact packages, with the hash of each file of each: made from requirements*.txt.

`requirements.lock` has what building needs, `requirements-test.lock` what testing needs besides, and
`requirements-publish.lock` publishing. A list is whole, so that pip takes it without asking what else is wanted, and
nothing is installed that is not in it.
`requirements-meanings.lock` has just what is wanted: of most of it data alone are read.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from casebook_theme.node import ROOT

BUILD, PUBLISH = "requirements", "requirements-publish"
NAMES = (BUILD, "requirements-test", PUBLISH)  # .txt: what is wanted, .lock: what that comes to; each adds to the first
MEANINGS = "requirements-meanings"
OLDEST = "3.11"  # as in pyproject.toml
PYTHONS = (OLDEST, "3.12", "3.13", "3.14")
PLATFORMS = ("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-apple-darwin", "aarch64-apple-darwin")
COMPILE = (Path(sys.executable).with_name("uv"), "pip", "compile", "--quiet", "--no-header", "--no-annotate")
FOR_ALL = ("--universal", "--python-version", OLDEST, "--fork-strategy", "fewest", "--generate-hashes")
HEAD = "# Made by inv pin from {name}.txt: do not edit, run it again.\n"


def pinned(scratch: Path, *, upgrade: bool) -> bool:
    """Write the lists anew, and tell whether that went well; uv says what did not.

    Versions that stand in them stay unless `upgrade`. What is made on the way goes to the folder `scratch`.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    whole = scratch / "all.lock"
    whole.write_text("".join(_list(name).read_text(encoding="utf-8") for name in NAMES), encoding="utf-8", newline="\n")
    again = ["--upgrade"] if upgrade else []
    if not (_compiled(NAMES, whole, *FOR_ALL, *again) and _has_wheels(whole)):
        return False
    listed: set[str] = set()
    for name in NAMES:
        part = scratch / f"{name}.lock"
        if not _compiled(tuple(dict.fromkeys((BUILD, name))), part, *FOR_ALL, "--offline", "--constraints", whole):
            return False
        entries = packages(part.read_text(encoding="utf-8"))
        more = "".join(entry for package, entry in entries.items() if package not in listed)
        _write(name, more)
        listed = listed or set(entries)
    alone = scratch / f"{MEANINGS}.lock"
    alone.write_text(_list(MEANINGS).read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    if not _compiled((MEANINGS,), alone, *FOR_ALL, "--no-deps", *again):
        return False
    _write(MEANINGS, alone.read_text(encoding="utf-8"))
    return True


def packages(text: str) -> dict[str, str]:
    """Package -> what a list says of it: its version, for which systems, and its hashes."""
    entries = re.findall(r"^[\w.-]+==(?:.*\\\n)*.*\n?", text, flags=re.M)
    return {entry.partition("==")[0]: entry for entry in entries}


def _has_wheels(whole: Path) -> bool:
    """Whether each package of a list is there ready made for every Python on every platform that we promise."""

    def has(target: tuple[str, str]) -> bool:
        python, platform = target
        wanted = ("--python-version", python, "--python-platform", platform, "--only-binary", ":all:")
        return _compiled(NAMES, whole.with_name(f"{python}-{platform}.lock"), *wanted, "--constraints", whole)

    with ThreadPoolExecutor() as pool:
        return all(pool.map(has, product(PYTHONS, PLATFORMS)))


def _write(name: str, entries: str) -> None:
    _list(name).write_text(HEAD.format(name=name) + entries, encoding="utf-8", newline="\n")


def _list(name: str) -> Path:
    return ROOT / f"{name}.lock"


def _compiled(names: tuple[str, ...], output: Path, *options: str | Path) -> bool:
    """Resolve what is wanted to exact packages."""
    command = [*COMPILE, *(f"{name}.txt" for name in names), *options, "--output-file", output]
    return subprocess.run(command, cwd=ROOT).returncode == 0
