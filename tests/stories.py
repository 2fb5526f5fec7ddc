"""Annotated stories: whole articles with their steps and tags, and how what was read compares with them."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "gold" / "stories"


def stories(pattern: str) -> list[dict[str, Any]]:
    """The stories whose file names match: `text`, `steps`, `steps_optional` and `tags`."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob(pattern))]


def likeness(one: str, other: str) -> float:
    """1 when one holds the other (of two characters or more), else the Dice coefficient of their characters."""
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and short in long:
        return 1.0
    return 2 * sum((Counter(one) & Counter(other)).values()) / ((len(one) + len(other)) or 1)


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same step."""
    return likeness(one, other) >= 0.6


@dataclass
class Hits:
    """How many there are, were read, and are the same."""

    gold: int = 0
    read: int = 0
    hit: int = 0

    def add(self, gold: Sequence[str], read: Sequence[str], same: Callable[[str, str], bool]) -> list[tuple[int, int]]:
        """Count one text; the pairs (place in gold, place in read), each used once."""
        pairs: list[tuple[int, int]] = []
        free = list(range(len(read)))
        for place, name in enumerate(gold):
            found = next((other for other in free if same(name, read[other])), None)
            if found is not None:
                free.remove(found)
                pairs.append((place, found))
        self.gold += len(gold)
        self.read += len(read)
        self.hit += len(pairs)
        return pairs

    @property
    def precision(self) -> float:
        """Of what was read, how much is right."""
        return self.hit / (self.read or 1)

    @property
    def recall(self) -> float:
        """Of what there is, how much was read."""
        return self.hit / (self.gold or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.hit / ((self.gold + self.read) or 1)


def without_optional(read: Iterable[str], gold: Sequence[str], optional: Sequence[str]) -> list[str]:
    """The titles that count: one that is only an optional step is neither right nor wrong."""
    return [
        title
        for title in read
        if any(same_title(title, one) for one in gold) or not any(same_title(title, one) for one in optional)
    ]
