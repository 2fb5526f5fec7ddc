"""A step as a sentence tells it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Told:
    """A step told within a sentence: its title, the words that hold it, and whether its order is stated."""

    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]
