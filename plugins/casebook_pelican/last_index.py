"""The index of search as the last site has it, and an index made of it when few pages have changed.

Beside the files of that index, which stand in the site, its numbers are kept, and of every page the text that was
searched: so what a changed page said before can be taken out of the files. It counts for the very same files alone.
"""

import hashlib
import re
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from casebook import alike, builds, search
from casebook.builds import Marked, folder_of
from casebook.packing import packed
from casebook.search.patches import Change, patched
from casebook.search.records import SearchDocument
from casebook.search.shards import Fields, Shards, searched, shards
from casebook.store import KEPT, Store, digest, place_of
from casebook_pelican.last_site import Row

_INDEXES = KEPT / "indexes"
_MOST = 50  # changed pages: with more, all is made anew in less time
_TERMS = re.compile(r"search/([0-9a-f]+)/(terms/\d+)\.json")


class _Known(NamedTuple):
    """An index of the last site, the keys of its documents, and the key that it is kept by."""

    shards: Shards
    keys: list[bytes]
    key: bytes


class LastIndex:
    """Makes the index of documents; of the site at a place the files with `rows` are as they were made."""

    def __init__(self, site: Path, rows: Mapping[str, Row]) -> None:
        self._site, self._rows = site, rows
        self._paths = {found[2]: path for path in rows if (found := _TERMS.fullmatch(path))}
        self._store = Store(place_of(_INDEXES, site))

    def __call__(self, documents: Sequence[SearchDocument]) -> Shards:
        """The index of documents in the order of their numbers."""
        fields = [searched(one) for one in documents]
        keys = [digest(_code(), *(text.encode() for text in one)) for one in fields]
        last = self._known()
        if last and keys == last.keys:
            return last.shards
        index = self._patched(last, keys, fields) if last else None
        if index is None:
            index, last = shards(documents), None
        self._keep(index, keys, fields, last)
        return index

    def _known(self) -> _Known | None:
        files = {name: Marked(self._rows[path].mark, None) for name, path in sorted(self._paths.items(), key=_number)}
        key = _key(files)
        for _, (keys, counts, sizes, lengths) in self._store.values([key]):
            index = Shards(list(files.values()), counts, sizes, [array("L", of_field) for of_field in lengths])
            return _Known(index, keys, key)
        return None

    def _patched(self, last: _Known, keys: Sequence[bytes], fields: Sequence[Fields]) -> Shards | None:
        """The index made of the last one; None where that cannot be, or is not worth it."""
        changed = [number for number, (old, new) in enumerate(zip(last.keys, keys, strict=False)) if old != new]
        if len(last.keys) != len(keys) or len(changed) > _MOST:
            return None
        try:
            before = dict(self._store.values([last.keys[number] for number in changed]))
            changes = [Change(number, before[last.keys[number]], fields[number]) for number in changed]
            return patched(last.shards, changes, self._text)
        except (OSError, KeyError):  # it is no more what it was: then it counts for nothing
            return None

    def _text(self, number: int) -> str:
        path = self._paths[f"terms/{number}"]
        data = (self._site / path).read_bytes()
        if hashlib.sha256(data).hexdigest() != self._rows[path].content:
            raise KeyError(path)
        return data.decode()

    def _keep(self, index: Shards, keys: Sequence[bytes], fields: Sequence[Fields], last: _Known | None) -> None:
        """Keep what is known of an index, beside what is of the one it was made of: whose site may stay."""
        key = _key({f"terms/{number}": one for number, one in enumerate(index.files)})
        there = {last.key, *last.keys} if last else set()
        rows = {one: packed(of) for one, of in zip(keys, fields, strict=True) if one not in there}
        rows[key] = packed((list(keys), index.counts, index.sizes, [list(of_field) for of_field in index.lengths]))
        self._store.put(rows, [key, *keys, *there])


def _number(named: tuple[str, str]) -> int:
    return int(named[0].removeprefix("terms/"))


def _key(files: Mapping[str, Marked]) -> bytes:
    return digest(_code(), folder_of(files).encode())


@cache
def _code() -> bytes:
    """A digest of all that decides what stands in an index, besides its documents."""
    folders = (Path(alike.__file__), Path(builds.__file__), *sorted(Path(search.__file__).parent.glob("*.py")))
    return digest(version("lunr").encode(), *(path.read_bytes() for path in folders))
