"""Spans of a text, asked what lies in them; none of these questions looks at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol


class Spanned(Protocol):
    """Anything with a span in a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset after its last character."""


def touched(ordered: Sequence[Spanned], start: int, end: int) -> range:
    """The places in `ordered` of what overlaps `start` to `end`; its spans are in order and do not overlap."""
    first = bisect_right(ordered, start, key=lambda one: one.end)
    return range(first, max(first, bisect_left(ordered, end, key=lambda one: one.start)))


class Cover:
    """What spans cover together; they may overlap and come in any order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def touches(self, one: Spanned) -> bool:
        """Whether any of the spans overlaps `one`."""
        at = bisect_right(self._ends, one.start)
        return at < len(self._ends) and self._starts[at] < one.end
