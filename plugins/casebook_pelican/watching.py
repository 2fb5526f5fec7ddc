"""Builds again after changes: once for many at a time, and once more for those that come while it builds."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path, PurePosixPath

from watchfiles import awatch

QUIET = 300  # milliseconds without a change, after which a storm of changes is over
LONGEST = 10_000  # milliseconds that a storm may last before it is built in the midst of it
LOOK = 1_000  # milliseconds after which we look whether folders are still the same
MOUNTS = Path("/proc/self/mountinfo")
_LINUX = ("9p", "afs", "ceph", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs")
_FUSE = ("fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse")
_REMOTE = frozenset((*_LINUX, *_FUSE))  # what changes there, others change, too: the kernel tells nobody here


async def build_after_changes(watched: Sequence[Path], build: Callable[[], bool], give: Callable[[], None]) -> None:
    """Build now and after every change in the folders `watched`, without end; `give` a signal after each success."""
    wanted = asyncio.Event()
    wanted.set()

    async def watch() -> None:
        async for _ in changes(watched, is_remote(watched)):
            wanted.set()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(watch())
        while True:
            await wanted.wait()
            wanted.clear()
            if await asyncio.to_thread(build):
                give()


async def changes(watched: Sequence[Path], polls: bool) -> AsyncGenerator[None, None]:
    """Yield whenever something in the folders has changed and is quiet again; folders may go and come back."""
    while True:
        there = _there(watched)
        try:
            async with aclosing(_batches(there, polls)) as batches:
                async for changed in batches:
                    is_same = _there(watched) == there
                    if changed or not is_same:
                        yield
                    if not is_same:
                        break
        except FileNotFoundError:  # gone since we looked
            await asyncio.sleep(LOOK / 1000)
        except (OSError, RuntimeError) as error:  # the system has no more watches, or no more open files
            if polls:
                raise
            print(f"{error}: looking for changes instead", file=sys.stderr, flush=True)
            polls = True


async def _batches(there: Mapping[Path, object], polls: bool) -> AsyncGenerator[bool, None]:
    """Yield after every storm of changes True, and from time to time False."""
    if not there:
        await asyncio.sleep(LOOK / 1000)
        yield False
        return
    found = awatch(
        *there,
        step=QUIET,
        debounce=LONGEST,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=polls or None,
        ignore_permission_denied=True,  # the build names what it may not read
    )
    async with aclosing(found) as sets:
        async for changed in sets:
            yield bool(changed)


def _there(watched: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """The folders that are there, with what tells them from others that had their names before."""

    def found() -> Iterator[tuple[Path, tuple[int, int]]]:
        for path in watched:
            try:
                stat = path.stat()
            except OSError:
                continue
            yield path, (stat.st_dev, stat.st_ino)

    return dict(found())


def is_remote(watched: Sequence[Path]) -> bool:
    """Whether one of the folders lies on another machine, or on the host of this virtual one; known on Linux alone."""
    try:
        rows = [line.split(" ") for line in MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return False
    mounts = {PurePosixPath(row[4].replace("\\040", " ")): row[row.index("-") + 1] for row in rows if "-" in row}
    return any(_kind(PurePosixPath(path.resolve()), mounts) in _REMOTE for path in watched)


def _kind(path: PurePosixPath, mounts: Mapping[PurePosixPath, str]) -> str:
    """The kind of the file system at a path."""
    return next((mounts[one] for one in (path, *path.parents) if one in mounts), "")
