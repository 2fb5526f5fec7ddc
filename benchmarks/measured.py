"""What a command costs with all processes that it starts: wall and CPU time, and the peak of their memory together."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_OFTEN = 0.05  # seconds between two looks at the memory
_RARELY = 50  # times as long as a look takes, which holds up what it looks at: 10 ms for half a gigabyte
_SESSION = 3  # of /proc/PID/stat, behind the name


class Cost(NamedTuple):
    """Seconds, and bytes at the peak as Linux tells them (else 0); what processes share is counted once."""

    wall: float
    cpu: float
    peak: int


def cost(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder; RuntimeError with what it printed when it fails."""
    with tempfile.TemporaryFile("w+") as printed:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # by which its processes are found, whatever becomes of their parents
        )
        watch = _Watch(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = watch.ended()
        if process.returncode:
            printed.seek(0)
            raise RuntimeError(f"{' '.join(map(str, command))}\n{printed.read()}")
    return Cost(wall, used.ru_utime + used.ru_stime, peak)


class _Watch(threading.Thread):
    """Looks at the memory of a session's processes until it is told that they have ended."""

    def __init__(self, session: int):
        super().__init__(daemon=True)
        self._session, self._peak, self._over = session, 0, threading.Event()
        self.start()

    def run(self) -> None:
        wait = _OFTEN
        while not self._over.wait(wait):
            began = time.perf_counter()
            self._peak = max(self._peak, _together(map(_held, _processes(self._session))))
            wait = max(_OFTEN, _RARELY * (time.perf_counter() - began))

    def ended(self) -> int:
        """The peak in bytes; 0 where the system does not tell."""
        self._over.set()
        self.join()
        return self._peak


def _processes(session: int) -> list[Path]:
    return [path for path in Path("/proc").glob("[0-9]*") if _session_of(path) == session]


def _session_of(process: Path) -> int:
    try:
        return int(
            (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[_SESSION]
        )
    except (OSError, IndexError):  # has ended
        return 0


def _held(process: Path) -> Mapping[str, int]:
    """What Linux tells of the memory of a process, in bytes; nothing of one that has ended."""
    try:
        lines = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return {}
    return {name: int(value.split()[0]) * 1024 for name, _, value in (line.partition(":") for line in lines)}


def _together(held: Iterable[Mapping[str, int]]) -> int:
    """What processes hold of their own, pages that they share counted once, and the most files that one of them maps.

    Not the share of files: it depends on who else on the machine has opened them.
    """
    found = [one for one in held if one]
    own = sum(one["Pss_Anon"] + one["Pss_Shmem"] for one in found)
    return own + max((one["Rss"] - one["Anonymous"] for one in found), default=0)
