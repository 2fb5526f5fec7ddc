"""The record of a dated edition of a method: what a method was in a month, frozen.

`casebook_pelican/edition.py` has another thing: an edition of the whole site, while it is served at home.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class DatedEdition:
    """The files of an edition by name, with what its data say: title, day (ISO) of the cut, (id, title) of steps."""

    slug: str
    month: str
    title: str
    day: str
    steps: tuple[tuple[str, str], ...]
    files: Mapping[str, bytes]
