"""Spans of a text in order, asked by offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Spans:
    """Spans without overlap; those inside or across an earlier one are left out."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        starts: list[int] = []
        ends: list[int] = []
        last = reach = -1
        for start, end in sorted(spans):
            if start == last:  # the longest of those that start together comes last
                ends[-1] = reach = end
            elif start >= reach:
                starts.append(start)
                ends.append(end)
                last, reach = start, end
        self._starts, self._ends = starts, ends

    def meets(self, start: int, end: int) -> bool:
        """Whether one shares a character with `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def holds(self, start: int, end: int) -> bool:
        """Whether `start` to `end` lies in one."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]

    def begins(self, start: int) -> bool:
        """Whether one begins at `start`."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] == start

    def ends(self, end: int) -> bool:
        """Whether one ends at `end`."""
        at = bisect_left(self._ends, end)
        return at < len(self._ends) and self._ends[at] == end

    def end_within(self, start: int, end: int) -> int:
        """The end of the last one that shares a character with `start` to `end`; `start` if none does."""
        at = bisect_left(self._starts, end) - 1
        return self._ends[at] if at >= 0 and self._ends[at] > start else start

    def run_before(self, start: int, end: int) -> int:
        """The start of the spans that touch each other and the last of which ends at `start` or before `end`."""
        at = bisect_left(self._starts, start + 1) - 1
        if at < 0 or not start <= self._ends[at] < end:
            return start
        while at and self._ends[at - 1] == self._starts[at]:
            at -= 1
        return self._starts[at]
