"""What is told by evidence rather than by one rule: features with fitted weights, from the tables data/weights/*.yaml.

The weights are fitted by `inv fit` (benchmarks/fitting.py) on annotated texts; a reader only adds them up.
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from casebook.tables import load


@dataclass(frozen=True)
class Weights:
    """Log odds of a yes: `bias` without any evidence, and what each feature adds to it."""

    bias: float
    features: Mapping[str, float]

    def odds(self, found: Collection[str]) -> float:
        """The log odds of a yes with the features `found`, each counted once; features of no weight add nothing."""
        return self.bias + math.fsum(map(self.features.get, found, repeat(0.0)))

    def evidence(self, found: Collection[str]) -> tuple[tuple[str, float], ...]:
        """The features `found` that weigh, the heaviest first."""
        weighed = [(name, self.features[name]) for name in found if self.features.get(name)]
        return tuple(sorted(weighed, key=lambda one: (-abs(one[1]), one[0])))


def probability(odds: float) -> float:
    """The probability that belongs to log odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0


@cache
def weights(name: str) -> Weights:
    """The weights of the table data/weights/`name`.yaml."""
    table = load(f"weights/{name}")
    return Weights(table["bias"], table["features"])


def grade(value: int, edges: tuple[int, ...]) -> str:
    """`value` as a name of evidence: the first of `edges`, in order, that is not less, or more than the last."""
    return _grades(edges)[bisect_left(edges, value)]


@cache
def _grades(edges: tuple[int, ...]) -> tuple[str, ...]:
    return (*(f"≤{edge}" for edge in edges), f">{edges[-1]}")
