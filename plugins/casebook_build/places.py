"""A place where a finished folder stands, and the next one takes its place; a kill at any moment leaves a whole one."""

import errno
import os
import shutil
import stat
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casebook_build.exchange import exchange

_MOUNT = "is a mount, which no other folder can take the place of; make it a link into the mount"
_FINISHED = ("ready", "last")  # whole folders beside a place that stands empty, the newer first


@dataclass(frozen=True)
class Place:
    """`path` is where the folder stands, `beside` where its next one is made: the same file system, ours alone."""

    path: Path
    beside: Path

    def fresh(self, kind: str = "next") -> Path:
        """A path beside the place that nothing has, not even a leftover that cannot be removed."""
        self.beside.mkdir(parents=True, exist_ok=True)
        return self.beside / f"{kind}-{uuid.uuid4().hex[:12]}"

    def put(self, made: Path) -> None:
        """Let the finished folder `made` stand here; what stood here is removed. OSError: a whole one stays."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            if not self.path.exists():
                made.rename(self.path)
            elif not exchange(made, self.path):
                self._put_in_steps(made)
        except OSError as error:
            raise _refused(self.path, _MOUNT) if error.errno == errno.EBUSY else error from None
        finally:
            self.recover()

    def _put_in_steps(self, made: Path) -> None:
        """As `put`, where there is no exchange: what is beside the place tells `recover` how far it came."""
        ready = made.rename(self.fresh("ready"))
        self.path.rename(self.fresh("last"))
        ready.rename(self.path)

    def recover(self) -> None:
        """Fill the place if whoever put a folder here was stopped between two steps, and remove what is left beside."""
        if not self.path.exists():
            left = (found for kind in _FINISHED for found in sorted(self.beside.glob(f"{kind}-*")) if found.is_dir())
            if newest := next(left, None):
                newest.rename(self.path)
        for found in self.beside.glob("*"):
            remove(found)
        with suppress(OSError):  # it is not there, or not empty
            self.beside.rmdir()


def place(path: Path, scratch: Path) -> Place:
    """The Place at `path`, or where a link at `path` leads; `scratch` is for what is made beside a place.

    OSError: it is a file, a link that leads nowhere, or a mount, which no folder can take the place of.
    """
    try:
        real = path.resolve()
        is_folder = real.is_dir()
    except (OSError, RuntimeError):  # of a link that leads to itself
        raise _refused(path, "is a link that leads to itself") from None
    if os.path.lexists(real) and not is_folder:
        raise _refused(path, "is in the way: it is no folder; move it away")
    if path.is_symlink() and not real.parent.is_dir():
        raise _refused(path, f"is a link into {real.parent}, which is not there")
    if os.path.ismount(real):
        raise _refused(path, _MOUNT)
    scratch.mkdir(parents=True, exist_ok=True)
    real.parent.mkdir(parents=True, exist_ok=True)
    is_near = real.parent.stat().st_dev == scratch.stat().st_dev
    return Place(real, scratch / "beside" / real.name if is_near else real.parent / f".{real.name}-beside")


def _refused(path: Path, why: str) -> OSError:
    return OSError(None, f"{path.name} {why}")


def remove(path: Path) -> None:
    """Remove a folder with all that is in it, or a file, as far as it can be removed; a link, not what it leads to."""
    if path.is_symlink() or not path.is_dir():
        with suppress(OSError):
            path.unlink()
        return
    shutil.rmtree(path, ignore_errors=True)
    if path.exists():  # read-only leftovers are leftovers, too
        _allow(path)
        for folder, folders, _ in os.walk(path):
            for name in folders:
                _allow(Path(folder, name))
        shutil.rmtree(path, ignore_errors=True)


def _allow(folder: Path) -> None:
    """Give ourselves the right to change what is in a folder."""
    with suppress(OSError):
        folder.chmod(stat.S_IMODE(folder.lstat().st_mode) | stat.S_IRWXU)
