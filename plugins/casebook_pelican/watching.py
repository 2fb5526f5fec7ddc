"""Updates the site after changes: once for many at a time, and once more for those that come while it does so."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import aclosing
from pathlib import Path, PurePosixPath

from watchfiles import awatch

QUIET = 100  # milliseconds without a change, after which a storm of changes is over
LONGEST = 10_000  # milliseconds that a storm may last before the site is updated in the midst of it
LOOK = 1_000  # milliseconds after which we look whether folders are still the same
MOUNTS = Path("/proc/self/mountinfo")
_LINUX = ("9p", "afs", "ceph", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs")
_FUSE = ("fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse")
_REMOTE = frozenset((*_LINUX, *_FUSE))  # what changes there, others change, too: the kernel tells nobody here


async def update_after_changes(
    watched: Mapping[str, Path],
    first: frozenset[str],
    update: Callable[[frozenset[str]], Awaitable[object]],
    tell: Callable[[], None],
) -> None:
    """Update what comes `first`, and after every change in folders, without end; `tell` it each time.

    `watched` names the folders by what changes there; `update` is given the names of those in which something has.
    """
    waiting, wanted = set(first), asyncio.Event()
    wanted.set()

    async def watch() -> None:
        async for changed in changes(watched, is_remote(watched.values())):
            waiting.update(changed)
            wanted.set()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(watch())
        while True:
            await wanted.wait()
            wanted.clear()
            changed = frozenset(waiting)
            waiting.clear()
            await update(changed)
            tell()


async def changes(watched: Mapping[str, Path], polls: bool) -> AsyncGenerator[set[str], None]:
    """Yield in which folders something has changed, when it is quiet again; folders may go and come back."""
    while True:
        there = _there(watched)
        try:
            async with aclosing(_batches(there, polls)) as batches:
                async for paths in batches:
                    now = _there(watched)
                    others = {path for path, _ in there.items() ^ now.items()}
                    if found := {name for name, path in watched.items() if path in others or _within(path, paths)}:
                        yield found
                    if others:
                        break
        except FileNotFoundError:  # gone since we looked
            await asyncio.sleep(LOOK / 1000)
        except (OSError, RuntimeError) as error:  # the system has no more watches, or no more open files
            if polls:
                raise
            print(f"{error}: looking for changes instead", file=sys.stderr, flush=True)
            polls = True


def _within(folder: Path, paths: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for path in paths)


async def _batches(there: Iterable[Path], polls: bool) -> AsyncGenerator[set[Path], None]:
    """Yield the paths of every storm of changes, and from time to time none."""
    if not there:
        await asyncio.sleep(LOOK / 1000)
        yield set()
        return
    found = awatch(
        *there,
        step=QUIET,
        debounce=LONGEST,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=polls or None,
        ignore_permission_denied=True,  # reading names what may not be read
    )
    async with aclosing(found) as sets:
        async for changed in sets:
            yield {Path(path) for _, path in changed}


def _there(watched: Mapping[str, Path]) -> dict[Path, tuple[int, int]]:
    """The folders that are there, with what tells them from others that had their names before."""

    def found() -> Iterator[tuple[Path, tuple[int, int]]]:
        for path in watched.values():
            try:
                stat = path.stat()
            except OSError:
                continue
            yield path, (stat.st_dev, stat.st_ino)

    return dict(found())


def is_remote(folders: Iterable[Path]) -> bool:
    """Whether one of the folders lies on another machine, or on the host of this virtual one; known on Linux alone."""
    try:
        rows = [line.split(" ") for line in MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return False
    mounts = {PurePosixPath(row[4].replace("\\040", " ")): row[row.index("-") + 1] for row in rows if "-" in row}
    return any(_kind(PurePosixPath(path.resolve()), mounts) in _REMOTE for path in folders)


def _kind(path: PurePosixPath, mounts: Mapping[PurePosixPath, str]) -> str:
    """The kind of the file system at a path."""
    return next((mounts[one] for one in (path, *path.parents) if one in mounts), "")
