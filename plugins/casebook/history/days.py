"""What became of each page on each day: versions of files, one a day, held against each other."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple

from casebook.history.comparison import counts
from casebook.history.kept import KINDS, Head, Kept
from casebook.history.showing import shown
from casebook.model.history import Change, Event, PageChange

MOST = 12  # changes of a page on a day that are shown
_EVENTS: tuple[Event, ...] = ("new", "changed", "moved", "gone")  # in the order of a day


class Moment(NamedTuple):
    """What stood in a file at the end of a day: a blob, or empty for no file."""

    day: str
    path: str
    blob: str


class _Version(NamedTuple):
    """What the public site had of a file at the end of a day: nothing, or a version of a page."""

    day: str
    path: str
    blob: str
    head: Head | None


def page_changes(moments: Iterable[Moment], kept: Kept) -> tuple[PageChange, ...]:
    """Every change of a page, the latest day first; `moments` come in the order of time."""
    days: dict[str, list[tuple[_Version, _Version]]] = {}
    files = list[list[_Version]]()
    for versions in _files(moments, kept):
        files.append(versions)
        for before, after in pairwise(versions):
            if before.blob != after.blob and (before.head or after.head):
                days.setdefault(after.day, []).append((before, after))
                _found(before, after, kept)  # now, since both have just been read
    titles = _titles(files)
    return tuple(change for day in sorted(days, reverse=True) for change in _of_day(_moved(days[day]), kept, titles))


def _files(moments: Iterable[Moment], kept: Kept) -> Iterator[list[_Version]]:
    """The versions of each file, the last of each day; the first is that there was none.

    One that nobody can read tells nothing: what comes next is held against what was there before.
    """
    last: dict[str, dict[str, Moment]] = {}
    for moment in moments:
        if PurePosixPath(moment.path).suffix == ".md" and moment.path.partition("/")[0] in KINDS:
            last.setdefault(moment.path, {})[moment.day] = moment
    for path, by_day in sorted(last.items()):
        versions = [_Version("", path, "", None)]
        for day, moment in sorted(by_day.items()):
            head = kept.head(path, moment.blob) if moment.blob else None
            if not moment.blob or (head and head.is_draft):
                versions.append(_Version(day, path, "", None))
            elif head:
                versions.append(_Version(day, path, moment.blob, head))
        yield versions


def _titles(files: Iterable[list[_Version]]) -> Mapping[str, str]:
    """Name of a file -> the last title of its page, by the names that it had before too."""
    gone, former, now = dict[str, str](), dict[str, str](), dict[str, str]()
    for versions in files:
        head = next((one.head for one in reversed(versions) if one.head), None)
        if head:
            (now if versions[-1].head else gone)[PurePosixPath(versions[0].path).stem] = head.title
            former.update(dict.fromkeys(head.former, head.title))
    return {**gone, **former, **now}


def _found(before: _Version, after: _Version, kept: Kept) -> tuple[Change, ...]:
    """What differs between two versions; nothing where one is none."""
    is_both = before.head and after.head
    return kept.found((before.path, before.blob), (after.path, after.blob)) if is_both else ()


def _moved(pairs: Iterable[tuple[_Version, _Version]]) -> list[tuple[_Version, _Version]]:
    """The pairs, where a file that came and one that went are one page: it claims the old address, or has its title."""
    found = sorted(pairs, key=lambda pair: pair[1].path)
    gone = {pair[0].path: pair for pair in found if pair[1].head is None}
    for came in [pair for pair in found if pair[0].head is None]:
        went = next((pair for pair in gone.values() if _is_same(pair[0], came[1])), None)
        if went:
            del gone[went[0].path]
            found.remove(went)
            found[found.index(came)] = (went[0], came[1])
    return found


def _is_same(old: _Version, new: _Version) -> bool:
    assert old.head
    assert new.head
    return PurePosixPath(old.path).stem in new.head.former or old.head.title == new.head.title


def _of_day(pairs: Iterable[tuple[_Version, _Version]], kept: Kept, titles: Mapping[str, str]) -> Iterator[PageChange]:
    for before, after in sorted(pairs, key=lambda pair: (_EVENTS.index(_event(*pair)), pair[1].path)):
        event, page = _event(before, after), after if after.head else before
        told = shown(_found(before, after, kept), titles)
        if event == "changed" and not told:
            continue  # laid out otherwise
        assert page.head
        yield PageChange(
            day=after.day,
            kind=KINDS[page.path.partition("/")[0]],
            slug=PurePosixPath(page.path).stem,
            title=page.head.title,
            event=event,
            former=PurePosixPath(before.path).stem if event == "moved" else "",
            changes=told[:MOST],
            counts=counts(told),
        )


def _event(before: _Version, after: _Version) -> Event:
    if before.head is None:
        return "new"
    if after.head is None:
        return "gone"
    return "changed" if before.path == after.path else "moved"


def day_of(time: int, zone: datetime.tzinfo) -> str:
    """The day of a moment, in seconds, where the collection is at home."""
    return datetime.datetime.fromtimestamp(time, zone).date().isoformat()
