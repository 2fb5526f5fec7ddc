"""Compares the addresses that were once published with those that the site has now."""

from casebook.lock.addresses import addresses
from casebook.lock.checks import problems
from casebook.lock.dated import NAME as DATED
from casebook.lock.dated import (
    DatedLock,
    altered,
    digests_of,
    files_of,
    lost_digests,
    read_dated_lock,
    written_dated_lock,
)
from casebook.lock.file import LARGEST, NAME, Lock, lost_lines, read_lock, written_lock
from casebook.lock.taken import lost_navigation, taken_addresses

__all__ = [
    "DATED",
    "LARGEST",
    "NAME",
    "DatedLock",
    "Lock",
    "addresses",
    "altered",
    "digests_of",
    "files_of",
    "lost_digests",
    "lost_lines",
    "lost_navigation",
    "problems",
    "read_dated_lock",
    "read_lock",
    "taken_addresses",
    "written_dated_lock",
    "written_lock",
]
