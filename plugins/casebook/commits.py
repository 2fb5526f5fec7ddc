"""What git keeps of a folder: which of its files each commit changed, and what stood in them. Nothing is written."""

import io
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

Kept = Literal["all", "part", "nothing"]  # of the history: "part" where the copy is shallow

_GIT = ("git", "--no-pager", "--no-optional-locks")
_FILES = ("100644", "100755")  # modes of ordinary files; a link or another repository is no content
_NO_BLOB = "0" * 40
_LOG = (
    *("log", "--first-parent", "-m", "--root", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative"),
    *("--no-color", "--no-show-signature", "--no-ext-diff", "--format=%x01%ct", "--", "."),
)


class Changed(NamedTuple):
    """A file of the folder that a commit changed: its contents before and after, each a blob or empty for no file."""

    path: str
    before: str
    after: str


class Commit(NamedTuple):
    """A commit of the main line: when it came there, in seconds, and what it changed; a merge, all it brought."""

    time: int
    files: tuple[Changed, ...]


def kept(folder: Path) -> Kept:
    """How much of the history of `folder` is here: none without git, outside a repository and before a first commit."""
    asked = _run(folder, "rev-parse", "--is-shallow-repository", "--verify", "HEAD")
    if asked is None:
        return "nothing"
    return "part" if asked.startswith(b"true") else "all"


def commits(folder: Path) -> Iterator[Commit]:
    """The commits that changed files below `folder`, the latest first."""
    fields = iter((_run(folder, *_LOG) or b"").decode("utf-8", "replace").split("\0"))
    time, files = 0, list[Changed]()
    for field in fields:
        if field.startswith("\1"):
            if files:
                yield Commit(time, tuple(files))
            time, files = int(field[1:].strip()), []
        elif field.strip():
            was, now, before, after, _ = field.strip().lstrip(":").split(" ")
            files.append(Changed(next(fields), _blob(was, before), _blob(now, after)))
    if files:
        yield Commit(time, tuple(files))


def differing(folder: Path, ref: str) -> tuple[str, ...] | None:
    """The paths below `folder` of files that are otherwise than in the commit `ref`; None if git does not know it."""
    asked = _run(folder, "diff", "--name-only", "--relative", "--no-renames", "-z", "--end-of-options", ref, "--", ".")
    new = _run(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    if asked is None or new is None:
        return None
    return tuple(sorted({path.decode("utf-8", "surrogateescape") for path in (asked + new).split(b"\0") if path}))


def restore(folder: Path, ref: str, into: Path) -> None:
    """Write the files that stood in `folder` in the commit `ref` to the folder `into`: ordinary ones alone."""
    packed = _run(folder, "archive", "--format=tar", "--end-of-options", ref) or b""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(into, [one for one in archive if one.isfile() or one.isdir()], filter="data")


def _blob(mode: str, blob: str) -> str:
    return blob if mode in _FILES and blob != _NO_BLOB else ""


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[str], bytes]]:
    """A function that gives what stands in a blob; one process answers as long as this is open."""
    command = [*_GIT, "-C", str(folder), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as git:
        asked, answer = git.stdin, git.stdout
        assert asked
        assert answer

        def read(blob: str) -> bytes:
            asked.write(f"{blob}\n".encode())
            asked.flush()
            *_, size = answer.readline().split(b" ")
            content = answer.read(int(size))
            answer.read(1)
            return content

        yield read


def _run(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None if it fails or is not there."""
    try:
        ended = subprocess.run([*_GIT, "-C", folder, *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return ended.stdout
