"""The record of a step that a sentence tells."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Told:
    """A step in a sentence: its title, the span of its words, and whether its order is stated."""

    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]
