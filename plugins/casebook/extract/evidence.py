"""What speaks for each thing that an article may be said to be about: candidates, and the choice of the likely ones."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from casebook.extract.weights import weights

_NAMES = 4096  # names whose tails are kept; an article asks for those of a name again and again


class Candidate(NamedTuple):
    """Something that may be a tag of an article: `name` as it stands first, at `start`, and what speaks for it.

    `is_sure` says that it is one whatever speaks for it.
    """

    name: str
    start: int
    features: frozenset[str]
    is_sure: bool = False


def odds(candidate: Candidate, table: str) -> float:
    """The log odds that a candidate is one of the tags, by the weights of `table`."""
    return weights(table).odds(candidate.features)


def likely(candidates: Iterable[Candidate], table: str) -> list[Candidate]:
    """The candidates that are sure, or that the weights of `table` speak for, in their order."""
    return [one for one in candidates if one.is_sure or odds(one, table) > 0]


def at_least(numbers: tuple[int, ...], value: float, name: str) -> tuple[str, ...]:
    """A feature for each of `numbers`, smallest first, that `value` reaches: `times 2`, `times 3`."""
    return _levels(numbers, name)[: bisect_right(numbers, value)]


def at_most(numbers: tuple[int, ...], value: float, name: str) -> tuple[str, ...]:
    """A feature for each of `numbers`, smallest first, that `value` does not go beyond: `of 2`, `of 4`."""
    return _levels(numbers, name)[bisect_left(numbers, value) :]


@lru_cache(_NAMES)
def tails(name: str) -> tuple[str, ...]:
    """What a name ends with, all of it left out, longest first: 友会, 会 of 老友会."""
    return tuple([name[at:] for at in range(1, len(name))])


@lru_cache(_NAMES)
def heads(name: str) -> tuple[str, ...]:
    """What a name begins with, its first character and all of it left out: 民政 of 民政局."""
    return tuple([name[:at] for at in range(2, len(name))])


@cache
def _levels(numbers: tuple[int, ...], name: str) -> tuple[str, ...]:
    return tuple(f"{name} {number}" for number in numbers)
