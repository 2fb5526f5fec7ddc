"""Turns: who builds holds a lock, and who comes second is told and waits. The system frees the lock of whoever dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from casebook_build.places import remove


@contextmanager
def turn(folder: Path, what: str = "build") -> Iterator[None]:
    """Hold the one turn of `what` in a folder; while another process holds it, say so and wait. OSError: no lock."""
    folder.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(folder / f"{what}.lock"), folder / f"{what}.pid"
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print(f"Another {what} is running ({_named(holder)}); waiting for its end ...", file=sys.stderr, flush=True)
        lock.acquire()
    try:
        remove(holder)
        holder.write_text(f"pid {os.getpid()}", encoding="ascii")
        yield
    finally:
        lock.release()


def _named(holder: Path) -> str:
    try:
        return holder.read_text(encoding="ascii")
    except (OSError, ValueError):
        return "it has not said its pid yet"


def told(error: OSError) -> str:
    """What the system would not do, and with which file."""
    return f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
