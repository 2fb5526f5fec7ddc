"""The lock of dated editions: a digest of each of their files that was published, as `sha256sum` writes and checks it.

Like addresses, they are locked by the publishing workflow: no two branches add to this file.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casebook.model.problems import Problem
from casebook.model.values import SLUG_PATTERN
from casebook.reading.dated import FIELD, FILES, FOLDER, MONTH, Editions

NAME = "editions.lock"
_LARGEST = 6 * 1024 * 1024  # bytes
_HEAD = """\
# 公布过的定版,一行一个文件:内容的指纹,和它在 editions/ 里的位置。公布过的定版一个字也不改,所以只增不减。
# 由 inv lock 写。核对也可以在 editions/ 里运行:sha256sum --check ../editions.lock
"""
_ROW = re.compile(rf"([0-9a-f]{{64}})  ({SLUG_PATTERN}/{MONTH})/({'|'.join(map(re.escape, FILES))})")


@dataclass(frozen=True)
class DatedLock:
    """A lock file that was read: path below `editions/` -> digest, and the Problems of its lines."""

    path: str
    digests: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def has(self, slug: str, month: str) -> bool:
        """Whether an edition was published."""
        return any(path.startswith(f"{slug}/{month}/") for path in self.digests)


def read_dated_lock(path: str, data: bytes | None) -> DatedLock:
    """The lock of the file at `path`; `data` is None if there is none, as long as no edition was published."""
    digests: dict[str, str] = {}
    problems: list[Problem] = []
    text = (data or b"")[:_LARGEST].decode("utf-8-sig", "replace")
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if row := _ROW.fullmatch(line):
            digests[f"{row[2]}/{row[3]}"] = row[1]
        elif line and not line.startswith("#"):
            found, instead = f"看不懂这一行 “{line[:60]}”", "从版本库里恢复这个文件;合并时两边的行都留下"
            problems.append(Problem(path=path, line=number, field=FIELD, found=found, instead=instead))
    return DatedLock(path, digests, tuple(problems))


def digests_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Path -> digest of its content."""
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def files_of(editions: Editions) -> dict[str, bytes]:
    """Path below `editions/` -> content, of all editions."""
    every = (one for some in editions.values() for one in some)
    return {f"{one.slug}/{one.month}/{name}": data for one in every for name, data in one.files.items()}


def altered(content: str, lock: DatedLock, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """A Problem for each published file that is otherwise or gone; `files` by their paths below `content/editions/`."""
    yield from lock.problems
    now = digests_of({path: files[path] for path in lock.digests if path in files})
    for path, digest in lock.digests.items():
        if now.get(path) != digest:
            is_there = path in now
            found = (
                f"公布过的定版改动了:指纹应是 {digest[:8]}…,现在是 {now[path][:8]}…"
                if is_there
                else "公布过的定版不见了"
            )
            slug = path.partition("/")[0]
            instead = f"从版本库里恢复这个文件;内容要改就改方法本身,再出新的一版:inv edition {slug}"
            yield Problem(path=f"{content}/{FOLDER}/{path}", line=1, field=FIELD, found=found, instead=instead)


def lost_digests(lock: DatedLock, before: DatedLock) -> Iterator[Problem]:
    """A Problem for each line of an older lock file that is no longer in the newer one."""
    for path, digest in sorted(before.digests.items()):
        if lock.digests.get(path) != digest:
            found, instead = f"登记过的定版 {path} 不见了或改了指纹", "把这一行写回去:公布过的定版只增不减"
            yield Problem(path=lock.path, line=1, field=FIELD, found=found, instead=instead)


def written_dated_lock(digests: Mapping[str, str]) -> str:
    """The text of a lock file."""
    return _HEAD + "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
