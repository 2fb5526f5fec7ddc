"""What speaks for each thing that an article may be said to be about: candidates, and the choice of the likely ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casebook.extract.weights import weights


@dataclass(frozen=True, slots=True)
class Candidate:
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


def at_least(numbers: Sequence[int], value: int, name: str) -> Iterable[str]:
    """A feature for each of `numbers` that `value` reaches: `times 2`, `times 3`."""
    return (f"{name} {number}" for number in numbers if value >= number)
