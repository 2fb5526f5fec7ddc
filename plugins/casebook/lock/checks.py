"""Checks of addresses: the lock file, redirects, and lost addresses.

New ones are nobody's business until they are published: then the publishing workflow locks them.
"""

from collections.abc import Iterator, Sequence

from casebook.library import Library
from casebook.lock.addresses import addresses
from casebook.lock.claims import claims
from casebook.lock.file import Lock
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
    yield from losses(lock, every, now, is_whole=is_whole)
