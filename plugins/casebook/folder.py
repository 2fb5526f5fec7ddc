"""A folder of files that strangers may have filled: only files are opened, and only what is named is written.

What else stands there (links, pipes, devices, names that not every system has) is refused by name and never opened.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from casebook.filenames import fault, folded
from casebook.model.problems import Problem
from casebook.model.values import Severity
from casebook.wrong import Wrong

DEEPEST = 20  # folders in folders; content has one or two
_OWN = ("thumbs.db", "desktop.ini")  # of file managers
_READ = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_BINARY"))
_LINK = Wrong("是链接,没有读取", "放真正的文件或文件夹,不放符号链接")
_SPECIAL = Wrong("不是普通文件(管道、套接字或设备),没有读取", "删去它,放真正的文件")
_NOT_A_FILE = Wrong("是文件夹,不是文件", "内容写在文件里;文件夹换一个不带扩展名的名字")
_TOO_DEEP = Wrong(f"文件夹套了 {DEEPEST} 层以上,里面的没有读取", "直接放在 cases、methods、pages 里")
_RIGHTS = Wrong("没有权限打开", "改权限,让自己能读")
_ERRORS = {
    errno.ELOOP: _LINK,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.ENOENT: Wrong("读的时候已经不在了", "再运行一次;不该删的就恢复它"),
    errno.ENOTDIR: Wrong("不是文件夹", "写出内容文件夹的路径"),
    errno.EISDIR: _NOT_A_FILE,
    errno.ENXIO: _SPECIAL,
}
_SUFFIXES = (".md", ".yaml", ".svg", ".lock")


class Folder:
    """The files below a root, which may itself be a link; `refused` is path -> what is wrong there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.refused: dict[Path, Wrong] = {}
        self.paths = sorted(self._files())
        self._known = frozenset(self.paths)

    def read(self, path: Path, most: int) -> bytes | None:
        """The first `most` bytes of a file; None if there is none, empty if it is refused."""
        if path in self.refused:
            return b""
        if path not in self._known:
            return None
        try:
            return _head(path, most)
        except OSError as error:
            self.refused[path] = _complaint(error)
            return b""

    def _files(self) -> Iterator[Path]:
        waiting = [(self.root, 0)]
        while waiting:
            folder, depth = waiting.pop()
            for entry in self._entries(folder):
                path = Path(entry.path)
                if not entry.is_dir(follow_symlinks=False):
                    yield path
                elif depth == DEEPEST:
                    self.refused[path] = _TOO_DEEP
                elif path not in self.refused:
                    waiting.append((path, depth + 1))

    def _entries(self, folder: Path) -> list["os.DirEntry[str]"]:
        """What stands in a folder, without what is hidden; notes what is refused of it."""
        try:
            with os.scandir(folder) as found:
                entries = [entry for entry in found if not _is_hidden(entry.name)]
        except OSError as error:
            self.refused[folder] = _complaint(error)
            return []
        seen: dict[str, str] = {}
        for entry in sorted(entries, key=lambda entry: (entry.name != entry.name.lower(), entry.name)):
            if wrong := _wrong(entry) or _twin(entry.name, seen):
                self.refused[Path(entry.path)] = wrong
        return entries


def _wrong(entry: "os.DirEntry[str]") -> Wrong | None:
    """Why an entry of a folder is not read, from what the folder says of it: it is not opened."""
    if entry.is_symlink() or _is_junction(entry):
        return _LINK
    if entry.is_dir(follow_symlinks=False):
        return fault(entry.name) or (_NOT_A_FILE if entry.name.endswith(_SUFFIXES) else None)
    return fault(entry.name) if entry.is_file(follow_symlinks=False) else _SPECIAL


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a link to a folder as Windows has them; Python takes them for folders until 3.12."""
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) if os.name == "nt" else 0
    return bool(tag) and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def _twin(name: str, seen: dict[str, str]) -> Wrong | None:
    first = seen.setdefault(folded(name), name)
    return None if first == name else Wrong(f"与 “{first}” 只差大小写或写法", "改名:有的系统上两个会成为一个")


def _is_hidden(name: str) -> bool:
    """Whether it is no content to anybody: hidden, or a copy that an editor or file manager keeps."""
    return name.startswith(".") or name.endswith("~") or name.lower() in _OWN or (name[0] == name[-1] == "#")


def _head(path: Path, most: int) -> bytes:
    """The first bytes of a file; OSError if it is none by now. Whatever it is by now, opening it does not wait."""
    with open(os.open(path, _READ), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
        return file.read(most)


def _complaint(error: OSError) -> Wrong:
    return _ERRORS.get(error.errno or 0) or Wrong(f"打不开({error.strerror})", "检查这个文件和磁盘")


def problem(path: Path, wrong: Wrong, *, is_content: bool) -> Problem:
    """The Problem of a path that is refused: an error if content would stand there, else a warning."""
    severity: Severity = "error" if is_content else "warning"
    return Problem(
        path=path_text(path), line=1, field="文件", found=wrong.found, instead=wrong.instead, severity=severity
    )


def path_text(path: Path) -> str:
    """The path as Problems show it: relative to the working directory where possible, what is no text as escapes."""
    here = Path.cwd()
    text = (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
    if text.isprintable():
        return text
    text = os.fsencode(text).decode("utf-8", "backslashreplace")
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)


class UnwritableError(OSError):
    """A file could not be written: which one, why, and what to do."""


def write(root: Path, name: str, text: str) -> None:
    """Write the file `name` below `root`, whole or not at all, and through no link below it; else UnwritableError."""
    path = root / name
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _make_way(path, len(Path(name).parts))
        part.unlink(missing_ok=True)  # of a process with our number that was killed
        with open(os.open(part, _NEW, 0o666), "w", encoding="utf-8", newline="") as file:  # on Windows, too
            file.write(text)
        part.replace(path)
    except OSError as error:
        why = _complaint(error)
        raise UnwritableError(f"{path_text(path)} 写不了({why.found});{why.instead}") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _make_way(path: Path, depth: int) -> None:
    """Make the folder of a file; OSError if one of the `depth` last parts of the path is a link."""
    for one in (path, *path.parents)[:depth]:
        if one.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    path.parent.mkdir(parents=True, exist_ok=True)
