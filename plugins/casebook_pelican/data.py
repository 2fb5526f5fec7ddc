"""The files of the open data, below `data/`; as Parquet, too, where the settings have `PARQUET`."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain
from typing import TypeAlias

from pelican import Pelican, signals

from casebook.dataset import TABLES, Table
from casebook.dataset.archive import ARCHIVE, DESCRIPTION, package_files
from casebook.dataset.database import DATABASE, database
from casebook.dataset.marks import mark_of, mark_of_all
from casebook.dataset.records import record_files
from casebook.dataset.texts import csv_file, indicator_files, json_lines
from casebook.library import Library
from casebook.store import digest
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.rendering import code_mark

_File: TypeAlias = tuple[str, bytes, Callable[[], bytes]]  # its path, a digest of its rows, how it is made
_FORMATS: dict[str, Callable[[Library, Table], bytes]] = {"csv": csv_file, "jsonl": json_lines}


def files(build: Build, unit: int) -> Iterator[Product]:
    """All files: rows are made once for all of them, and a file only if its rows have changed.

    Its path is part of its mark: of the same rows are CSV and JSON Lines, and all empty tables, and are not the same.
    """
    for path, mark, text in chain(_of_tables(build), _whole(build), _of_pages(build.library)):
        told = digest(code_mark(), path.encode(), mark).hex() if mark else ""
        yield Product(f"{PART.below}/{path}", told, text)


def _of_tables(build: Build) -> Iterator[_File]:
    for table in TABLES:
        for ending, make in _FORMATS.items():
            yield f"{table.name}.{ending}", mark_of(build.library, table), partial(make, build.library, table)


def _whole(build: Build) -> Iterator[_File]:
    """The files that have all tables, and what describes them."""
    library, address = build.library, build.settings["SITE_ADDRESS"]
    mark = mark_of_all(library)
    yield DATABASE, digest(mark, sqlite3.sqlite_version.encode()), partial(database, library)
    if build.settings["PARQUET"]:  # which is for publishing, where nothing is kept
        from casebook.dataset.parquet import parquet_files  # needs a package that is there for publishing alone

        made = package_files(library, address, parquet := dict(parquet_files(library)))
        yield from ((path, b"", partial(made.__getitem__, path)) for path in (*parquet, DESCRIPTION, ARCHIVE))
    else:
        package = cache(partial(package_files, library, address))
        for path in (DESCRIPTION, ARCHIVE):
            yield path, digest(mark, address.encode()), lambda path=path: package()[path]  # type: ignore[misc]


def _of_pages(library: Library) -> Iterator[_File]:
    """Records and figures, which cost no more than a digest of their rows."""
    for path, data in chain(record_files(library), indicator_files(library)):
        yield path, digest(data), partial(bytes, data)


PART = Part("data", files, "data")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site; exit with 1 if it lacks what Parquet needs."""
    if pelican.settings["PARQUET"]:
        try:
            import pyarrow  # noqa: F401
        except ImportError as error:
            print(f"Parquet cannot be made ({error}): inv publish installs what that needs.", file=sys.stderr)
            sys.exit(1)
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
