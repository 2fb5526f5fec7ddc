"""Checks of addresses: the lock file, redirects, lost addresses, and addresses that are not locked yet."""

from collections.abc import Iterator, Sequence

from casebook.library import Library
from casebook.lock.addresses import addresses
from casebook.lock.claims import claims
from casebook.lock.file import FIELD, Lock
from casebook.lock.holders import holders
from casebook.lock.losses import losses
from casebook.model.problems import Problem
from casebook.reading.entries import Reading


def problems(lock: Lock, library: Library, readings: Sequence[Reading]) -> Iterator[Problem]:
    """Every Problem of addresses; `library` includes drafts."""
    every = tuple(holders(readings, library.vocabulary))
    is_new = all(reading.draft.kind == "page" for reading in readings)  # nothing that anybody has linked to
    yield from (problem for problem in lock.problems if problem.severity == "error" or not is_new)
    yield from claims(every, addresses(library))
    if not lock.lines:
        return
    is_whole = all(reading.entry for reading in readings) and not any(library.vocabulary.broken.values())
    now = addresses(library.published)
    lost = tuple(losses(lock, every, now, is_whole=is_whole))
    yield from lost
    new = sorted(now - lock.lines.keys())
    if new and is_whole and not lost and not lock.problems:
        found = f"有 {len(new)} 个新地址还没有登记,例如 {new[0]}"
        yield Problem(path=lock.path, line=1, field=FIELD, found=found, instead="运行 inv lock", severity="warning")
