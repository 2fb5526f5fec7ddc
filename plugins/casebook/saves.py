"""Tells when a file below a folder has been saved, by looking again and again: it needs nothing of the system."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_PAUSE = 0.3  # seconds between two looks


def saves(folder: Path, pause: Callable[[], None] = lambda: time.sleep(_PAUSE)) -> Iterator[None]:
    """Once at the beginning, then after each change of a file below `folder`, as soon as a look finds all at rest."""
    told: dict[str, tuple[int, int]] | None = None
    last: dict[str, tuple[int, int]] | None = None
    while True:
        now = _state(folder)
        if now != told and (told is None or now == last):
            told = now
            yield
        last = now
        pause()


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    """Path -> time and size of each file that is not hidden."""
    found: dict[str, tuple[int, int]] = {}
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            try:
                status = os.stat(os.path.join(where, name), follow_symlinks=False)
            except OSError:
                continue  # an editor has just taken it away
            if not name.startswith("."):
                found[os.path.join(where, name)] = (status.st_mtime_ns, status.st_size)
    return found
