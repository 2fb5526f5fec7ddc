"""Compares the addresses that were once published with those that the site has now."""

from casebook.lock.addresses import addresses
from casebook.lock.checks import problems
from casebook.lock.file import NAME, Lock, read_lock, written_lock

__all__ = ["NAME", "Lock", "addresses", "problems", "read_lock", "written_lock"]
