"""A place as a text mentions it."""

from dataclasses import dataclass

from casebook.model.values import Level


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written; `term` is its id where the vocabulary has it.

    `chain` names it and all it lies in, largest first; empty where the text leaves open which place of this name it is.
    """

    start: int
    end: int
    name: str
    level: Level
    term: str = ""
    chain: tuple[str, ...] = ()
