"""The files of the open data, below `data/`; as Parquet, too, where the settings have `PARQUET`."""

import sys
from collections.abc import Callable, Iterable, Iterator

from pelican import Pelican, signals

from casebook.dataset import TABLES
from casebook.dataset.archive import package_files
from casebook.dataset.database import DATABASE, database
from casebook.dataset.records import record_files
from casebook.dataset.texts import indicator_files, json_lines
from casebook.library import Library
from casebook_pelican.building import Build, Part, Product

Files = Iterable[tuple[str, str | bytes]]


def _tables(build: Build) -> Files:
    parquet = _parquet(build.library) if build.settings["PARQUET"] else {}
    return package_files(build.library, build.settings["SITE_ADDRESS"], parquet).items()


def _parquet(library: Library) -> dict[str, bytes]:
    from casebook.dataset.parquet import parquet_files  # needs a package that is there for publishing alone

    return dict(parquet_files(library))


def _lines(build: Build) -> Files:
    return ((f"{table.name}.jsonl", json_lines(table, build.library)) for table in TABLES)


def _records(build: Build) -> Files:
    return record_files(build.library)


def _indicators(build: Build) -> Files:
    return indicator_files(build.library)


def _database(build: Build) -> Files:
    return ((DATABASE, database(build.library)),)


_UNITS: tuple[Callable[[Build], Files], ...] = (_database, _tables, _records, _lines, _indicators)


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files of one kind."""
    for name, text in _UNITS[unit](build):
        yield Product(f"{PART.below}/{name}", "", lambda text=text: text)  # type: ignore[misc]


def count(build: Build) -> int:
    """How many kinds of files there are."""
    return len(_UNITS)


PART = Part("data", files, "data", count)


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
