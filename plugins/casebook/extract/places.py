"""The record of a place that a text mentions."""

from dataclasses import dataclass

from casebook.model.values import Level


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written; `term` is its id if the vocabulary has it, else empty.

    `chain` has the names of all places above it and its own, the largest first; it is empty for an ambiguous name.
    """

    start: int
    end: int
    name: str
    level: Level
    term: str = ""
    chain: tuple[str, ...] = ()
