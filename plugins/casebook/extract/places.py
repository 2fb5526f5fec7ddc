"""The record of a place that a text mentions."""

from typing import NamedTuple

from casebook.model.values import Level


class PlaceMention(NamedTuple):
    """A place as written; `term` is its id if the vocabulary has it, else empty.

    `chain` has the names of all places above it and its own, the largest first; it is empty for an ambiguous name.
    What is not `is_sure` may be no name at all.
    """

    start: int
    end: int
    name: str
    level: Level
    term: str = ""
    chain: tuple[str, ...] = ()
    is_sure: bool = True

    @property
    def key(self) -> object:
        """What tells one place from another: two names of one division are one place."""
        return self.term or (self.chain if self.level != "community" else ()) or self.name
