"""Bytes by key in one file, as long as it is whole: what cannot be read is thrown away with a word, and made again.

SQLite keeps the file whole when a process is killed, if not when the power fails, and lets several read it at a time.
"""

import hashlib
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from casebook.characters import shown
from casebook.packing import PackingError, unpacked

KEPT = Path(__file__).parents[2] / ".build"  # below it lies what is kept from one build to the next
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL)"
_DIGEST = 16  # bytes of the digest before each value
_MOST = 200  # keys of one question
_PLACES = 8  # of which something is kept, those last looked at
_WAIT = 30.0  # seconds for another process that writes


def digest(*parts: bytes) -> bytes:
    """A digest of parts, which tells also where one ends and the next begins."""
    made = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.digest()


def digest_of(*paths: Path) -> str:
    """A digest of the names and contents of files, and of all files below folders; one that is not there has none."""
    made = hashlib.sha256()
    for root in paths:
        for path in sorted(root.rglob("*")) if root.is_dir() else (root,):
            if path.is_file() and "__pycache__" not in path.parts:
                made.update(f"{path.as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return made.hexdigest()


def place_of(folder: Path, what: Path) -> Path:
    """The file in a folder for what is kept of a place; those of places not looked at for long are removed."""
    for old in sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime)[:-_PLACES]:
        old.unlink(missing_ok=True)
    return folder / f"{digest(str(what.resolve()).encode()).hex()[:10]}.db"


class Store:
    """A file of keys and values; the folder of `path` is made when something is put in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """(key, value) of the keys that are kept, not all at a time."""
        if not self._path.is_file():
            return
        try:
            with self._opened() as database:
                for at in range(0, len(keys), _MOST):
                    for key, value in _rows(database, keys[at : at + _MOST]):
                        if digest(value[_DIGEST:]) != value[:_DIGEST]:
                            raise sqlite3.DatabaseError("its bytes are not those that were put in")
                        yield key, value[_DIGEST:]
        except sqlite3.Error as error:
            self.throw_away(str(error))

    def values(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Any]]:
        """(key, value) of the keys that are kept, unpacked; where a value is none of ours, the file is thrown away."""
        for key, data in self.get(keys):
            try:
                value = unpacked(data)
            except PackingError as error:
                return self.throw_away(str(error))
            yield key, value

    def put(self, rows: Mapping[bytes, bytes], wanted: Sequence[bytes]) -> None:
        """Keep more rows, and of all rows only those with `wanted` keys; nothing is kept where it cannot be written."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._opened() as database:
                database.execute(_TABLE)
                database.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?)",
                    ((key, digest(value) + value) for key, value in rows.items()),
                )
                there = {key for (key,) in database.execute("SELECT key FROM kept")}
                database.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in there - set(wanted)))
                database.commit()
        except (OSError, sqlite3.Error) as error:
            self.throw_away(str(error))

    def throw_away(self, why: str) -> None:
        """Remove the file, and say so."""
        print(shown(f"{self._path.name} is thrown away and made again: {why}"), file=sys.stderr)
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):  # which the next would take up
            with suppress(OSError):
                path.unlink()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=_WAIT)) as database:
            database.execute("PRAGMA synchronous = OFF")  # nobody waits for the disk
            yield database


def _rows(database: sqlite3.Connection, keys: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    marks = ",".join("?" * len(keys))
    return database.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", keys).fetchall()  # noqa: S608 - only marks
