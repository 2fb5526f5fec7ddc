"""Compares the addresses that were once published with those that the site has now."""

from casebook.lock.addresses import addresses
from casebook.lock.checks import problems
from casebook.lock.file import LARGEST, NAME, Lock, lost_lines, read_lock, written_lock
from casebook.lock.taken import lost_navigation, taken_addresses

__all__ = [
    "LARGEST",
    "NAME",
    "Lock",
    "addresses",
    "lost_lines",
    "lost_navigation",
    "problems",
    "read_lock",
    "taken_addresses",
    "written_lock",
]
