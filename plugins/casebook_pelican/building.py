"""One build of a site: its parts, in units that workers can make each alone, and what is made of the last site.

A file whose mark is that of the last site's is not made again: the file that is there stays as it is.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from casebook.library import Library
from casebook.once import Fields
from casebook.views import units
from casebook_pelican.last_site import Row
from casebook_pelican.rendering import Renderer


class Product(NamedTuple):
    """A file of the site: its path, a digest of all that it is made of (empty: always made), and how to make it."""

    path: str
    mark: str
    text: Callable[[], str | bytes]


class Made(NamedTuple):
    """What a worker has done with a file; what it could not put into its place, it gives back.

    `stays`: the path of the file of the last site that is the same, and has this `row`. `text`: what is to be written.
    """

    path: str
    row: Row
    stays: str = ""
    text: str | bytes | None = None


@dataclass(frozen=True)
class Build(Fields):
    """What all files are made of; `last` has those of the last site that are still as they were made.

    Files are written below `folder`; None: whoever works at it has another disk, and gives back texts.
    """

    library: Library
    settings: Mapping[str, Any]
    parts: tuple["Part", ...]
    last: Mapping[str, Row]
    folder: Path | None

    @cached_property
    def renderer(self) -> Renderer:
        """The templates, made when a page is."""
        return Renderer(self.library, self.settings)

    @cached_property
    def pages(self) -> tuple[Callable[[], Iterable[Any]], ...]:
        """The units of the pages."""
        return tuple(units(self.library))

    def same(self, product: Product) -> str:
        """The path of a file of the last site that is made of the same, at this path or another; empty without one."""
        last = self.last.get(product.path)
        if last and product.mark == last.mark:
            return product.path if product.mark else ""
        return "" if self.is_in_place else self._paths.get(product.mark, "")

    @cached_property
    def last_site(self) -> Path:
        """Where the last site stands."""
        return Path(self.settings["LAST_SITE"]).absolute()

    @cached_property
    def is_in_place(self) -> bool:
        """Whether the site is made where the last one stands: a file may then be another before it is looked at."""
        return Path(self.settings["OUTPUT_PATH"]).absolute() == self.last_site

    @cached_property
    def _paths(self) -> Mapping[str, str]:
        return {row.mark: path for path, row in self.last.items() if row.mark}


def _one(build: Build) -> int:
    return 1


class Part(NamedTuple):
    """A part of a site: the files of each of its units, how many there are, and how many are worth a worker's turn.

    `below` is the first part of the paths of all its files, if they have one.
    """

    name: str
    files: Callable[[Build, int], Iterable[Product]]
    below: str = ""
    count: Callable[[Build], int] = _one
    size: int = 1


Item: TypeAlias = tuple[int, int, int]  # the number of a part, and its units from one to before another


def items(build: Build) -> list[Item]:
    """All that is to be done, in turns of workers."""
    return [
        (number, start, min(start + part.size, count))
        for number, part in enumerate(build.parts)
        for count in (part.count(build),)
        for start in range(0, count, part.size)
    ]


class Turn(NamedTuple):
    """What came of an item: its part, its files, and the seconds that it took."""

    part: str
    files: list[Made]
    seconds: float


def make(build: Build, item: Item) -> Turn:
    """Make the files of an item, as far as they are to be made."""
    (number, start, end), began = item, time.perf_counter()
    part = build.parts[number]
    found = (product for unit in range(start, end) for product in part.files(build, unit))
    return Turn(part.name, [_made(build, product) for product in found], time.perf_counter() - began)


def _made(build: Build, product: Product) -> Made:
    same = build.same(product)
    if build.folder is None:
        if same:
            return Made(product.path, build.last[same], stays=same)
        return Made(product.path, Row(product.mark, "", 0, 0), text=product.text())
    if same:
        kept(build.last_site / same, build.folder / product.path)
        return Made(product.path, build.last[same])
    return Made(product.path, written(build.folder / product.path, product.text(), product.mark))


def encoded(text: str | bytes) -> bytes:
    """What stands in a file."""
    return text.encode() if isinstance(text, str) else text


def written(path: Path, text: str | bytes, mark: str) -> Row:
    """Write a file anew: what another folder has of one that stood there stays as it is."""
    data = encoded(text)
    with open(path, "wb", opener=_anew) as file:
        file.write(data)
        file.flush()
        stat = os.fstat(file.fileno())
    return Row(mark, hashlib.sha256(data).hexdigest(), stat.st_size, stat.st_mtime_ns)


def _anew(path: str, flags: int) -> int:
    """Open a file that is not there yet; most often that is so, and its folder is there."""
    try:
        return os.open(path, flags | os.O_EXCL, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except FileExistsError:
        os.unlink(path)
    return os.open(path, flags | os.O_EXCL, 0o666)


def row(path: Path, mark: str, content: str) -> Row:
    """The Row of a file that is there."""
    stat = path.stat()
    return Row(mark, content, stat.st_size, stat.st_mtime_ns)


def kept(old: Path, new: Path) -> None:
    """Let a file of the last site stand in the next one, too: both are one where the disk can have that."""
    if old == new:  # the site is made where it stands
        return
    try:
        _linked(str(old), str(new))
    except FileExistsError:  # a worker that died had come so far
        pass
    except OSError:
        shutil.copy2(old, new)


def _linked(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.link(old, new)
