"""What was read of old versions, kept for the next build: a version never changes, and most builds see no new one."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from casebook.history.comparison import changes
from casebook.history.telling import Telling, telling
from casebook.model.history import Change
from casebook.model.values import Kind, Record

KINDS: Mapping[str, Kind] = {"cases": "case", "methods": "method", "pages": "page"}
_RECENT = 500  # versions whose text is held in memory: that of one that is asked for again is read again


class Head(Record):
    """What of a version decides which page it is of: its title, and the names that the page had before."""

    title: str
    former: tuple[str, ...]
    is_draft: bool


class Notes(Record):
    """Blob -> its Head, None for what nobody can read; pair of blobs -> what differs; `reader` is who saw it so."""

    reader: str = ""
    heads: Mapping[str, Head | None] = {}
    found: Mapping[str, tuple[Change, ...]] = {}


class Kept:
    """Looks into versions, and notes what it saw; `read` gives what stands in a blob, `notes` are those of before."""

    def __init__(self, read: Callable[[str], bytes], notes: Notes) -> None:
        self._before = notes
        self._heads: dict[str, Head | None] = {}
        self._found: dict[str, tuple[Change, ...]] = {}

        @lru_cache(maxsize=_RECENT)
        def of(path: str, blob: str) -> Telling | None:
            return telling(path, read(blob), KINDS[path.partition("/")[0]])

        self._telling = of

    @property
    def notes(self) -> Notes:
        """What was asked for: nothing else is worth keeping."""
        return Notes(reader=self._before.reader, heads=self._heads, found=self._found)

    def head(self, path: str, blob: str) -> Head | None:
        """The Head of a version; None if it cannot be read."""
        if blob not in self._heads:
            known = blob in self._before.heads
            self._heads[blob] = self._before.heads[blob] if known else self._head(self._telling(path, blob))
        return self._heads[blob]

    def found(self, before: tuple[str, str], after: tuple[str, str]) -> tuple[Change, ...]:
        """What differs between two readable versions, each a path and a blob."""
        key = f"{before[1]} {after[1]}"
        if key not in self._found:
            known = key in self._before.found
            self._found[key] = self._before.found[key] if known else self._differing(before, after)
        return self._found[key]

    def _head(self, one: Telling | None) -> Head | None:
        if one is None:
            return None
        former = one.front.get("redirect_from")
        names = [name for name in former if isinstance(name, str)] if isinstance(former, list) else []
        is_draft = one.front.get("status") == "draft"
        return Head(title=one.title, former=tuple(PurePosixPath(name).name for name in names), is_draft=is_draft)

    def _differing(self, before: tuple[str, str], after: tuple[str, str]) -> tuple[Change, ...]:
        old, new = self._telling(*before), self._telling(*after)
        assert old
        assert new
        return changes(old, new)
