"""The history of a content folder, read from git; what was seen of old versions is kept below `.build/`."""

import datetime
import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from casebook.commits import Commit, commits, kept, opened
from casebook.folder import write
from casebook.history import Kept, Moment, Notes, day_of, page_changes
from casebook.model.history import History

CACHE = Path(__file__).parents[2] / ".build" / "history"
_READING = ("markdown", "pyyaml")  # packages that old versions are read with


def read_history(content: Path, zone: datetime.tzinfo, cache: Path = CACHE) -> History:
    """All changes of pages below `content` that are committed, by the days of `zone`.

    Of a part of a history (a shallow copy) there are none, with a note on stderr: what seems new may be old.
    """
    here = kept(content)
    if here == "part":
        print("版本记录只取了一部分,网站不列改动;要列就运行 git fetch --unshallow", file=sys.stderr)
    if here != "all":
        return History(kept=here)
    found = list(commits(content))
    name = f"{hashlib.sha256(repr(found[-1:]).encode()).hexdigest()[:10]}.json"  # of one folder, wherever it is copied
    before = _notes(cache / name)
    with opened(content) as read:
        looking = Kept(read, before)
        changes = page_changes(_moments(found, zone), looking)
    if looking.notes != before:
        write(cache, name, looking.notes.model_dump_json())
    return History(kept="all", changes=changes)


def _moments(found: Sequence[Commit], zone: datetime.tzinfo) -> Iterator[Moment]:
    """What every commit left in the files, the first commit first; a clock that went backwards is not followed."""
    day = ""
    for commit in reversed(found):
        day = max(day, day_of(commit.time, zone))
        yield from (Moment(day, changed.path, changed.after) for changed in commit.files)


def _notes(path: Path) -> Notes:
    """What the last build has kept, if it read as this one does; else nothing."""
    reader = _reader()
    with suppress(OSError, ValueError):
        found = Notes.model_validate_json(path.read_bytes())
        if found.reader == reader:
            return found
    return Notes(reader=reader)


def _reader() -> str:
    """A digest of all that decides how a version is read."""
    digest = hashlib.sha256("".join(map(version, _READING)).encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
