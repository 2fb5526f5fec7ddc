"""Where in an article something stands and how often: in its title or lead, in a heading, in how much of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, compress

from casebook.extract.evidence import at_least
from casebook.extract.shell import LONGEST, ends, hints, is_shell

_HEADING = 40  # the most characters of a heading
_STOP = re.compile("[。;；]")  # what no heading holds
_TITLE = 2  # the most lines of a title
_LEAD = 140  # characters after the title
_TIMES = (2, 3, 5, 8)
_PARTS, _SPREAD = 6, (2, 3, 4)  # of so many equal parts of an article, in how many something is told of


class Standing:
    """The lines of an article: its title, its lead, its headings, where it ends; offsets are those of `text`.

    `title` is the end of the title, `lead` that of the lead, `end` that of the article; `within` tells whether what
    starts at an offset is part of it: what a page puts around it (where one is, who wrote it, links to others) is none.
    """

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        may_be = {bisect_right(self._starts, start) - 1 for _, start, _ in hints().find_matches_as_indexes(text)}
        self._is_shell = [
            line != "" and (len(line) <= LONGEST or at in may_be) and is_shell(line, at in may_be)
            for at, line in enumerate(lines)
        ]
        self._is_heading = [0 < len(line) < LONGEST and _is_heading(line) for line in lines]
        self.end = self._end(lines)
        self.title = self._title(lines)
        told = (at for at, line in enumerate(lines) if self._starts[at] >= self.title and self._told(at, line))
        self.lead = self._starts[next(told, 0)] + _LEAD
        within, self._headings = self._masks(lines)
        self.within: Callable[[int], int] = within.__getitem__

    def _masks(self, lines: Sequence[str]) -> tuple[bytearray, bytearray]:
        """For each character whether it is part of the article, and whether it stands in a heading behind the title."""
        starts = [*self._starts, self._starts[-1] + len(lines[-1]) + 1]
        first, past = bisect_left(self._starts, self.title), bisect_left(self._starts, self.end)
        within = bytearray(b"\1" * starts[past] + bytes(starts[-1] - starts[past]))
        headings = bytearray(starts[-1])
        for at in compress(range(past), self._is_shell):
            within[starts[at] : starts[at + 1]] = bytes(starts[at + 1] - starts[at])
        for at in compress(range(first, past), self._is_heading[first:past]):
            if not self._is_shell[at]:
                headings[starts[at] : starts[at + 1]] = b"\1" * (starts[at + 1] - starts[at])
        return within, headings

    def _end(self, lines: Sequence[str]) -> int:
        """Where what follows the article begins."""
        size = self._starts[-1] + len(lines[-1])
        later, last = range(bisect_right(self._starts, size / 2), len(lines)), ends()
        return next((self._starts[at] for at in later if lines[at].lstrip().startswith(last)), size)

    def _title(self, lines: Sequence[str]) -> int:
        """The end of the first lines that are told, as far as they are short ones without a full stop."""
        end = count = 0
        for at, line in enumerate(lines):
            if not self._told(at, line):
                if count and line.strip():
                    break
                continue
            if not self._is_heading[at] or count == _TITLE:
                break
            end, count = self._starts[at] + len(line), count + 1
        return end

    def _told(self, at: int, line: str) -> bool:
        return bool(line.strip()) and not self._is_shell[at]

    def features(self, starts: Sequence[int], under: str = "") -> tuple[str, ...]:
        """What the mentions at `starts` show: how many they are and where they stand; nothing where there are none.

        `under` goes before the name of each feature.
        """
        if not starts:
            return ()
        first, end, times = starts[0], self.end + 1, len(starts)
        in_lead = first < self.lead and (first >= self.title or any(self.title <= at < self.lead for at in starts))
        return _features(
            min(times, _TIMES[-1]),
            len({start * _PARTS // end for start in starts}) if times > 1 else 1,
            (first < self.title, in_lead, 1 in map(self._headings.__getitem__, starts)),
            under,
        )


@cache
def _features(times: int, parts: int, stands: tuple[bool, bool, bool], under: str) -> tuple[str, ...]:
    """The features of so many mentions in so many parts that stand in the title, the lead, a heading, or do not."""
    places = compress(("in title", "in lead", "in heading"), stands)
    return tuple(
        f"{under}{feature}"
        for feature in (*at_least(_TIMES, times, "times"), *at_least(_SPREAD, parts, "in parts"), *places)
    )


def _is_heading(line: str) -> bool:
    return 0 < len(line.strip()) < _HEADING and not _STOP.search(line)
