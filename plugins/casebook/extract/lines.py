"""The lines of a text, read once for all that look for headings, lists and tables."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from casebook.extract.headings import BEGINNINGS, Heading, heading


class Line(NamedTuple):
    """A line: its place among the lines, its offset, its text, the same without white space, its numbered heading."""

    place: int
    start: int
    text: str
    words: str
    heading: Heading | None

    @property
    def end(self) -> int:
        """The offset behind the line."""
        return self.start + len(self.text)


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that hold anything; read once for what a text states and for its story."""
    found: list[Line] = []
    start = 0
    for row in text.split("\n"):
        if words := row.strip():
            numbered = heading(row, start) if words[0] in BEGINNINGS else None
            found.append(Line(len(found), start, row, words, numbered))
        start += len(row) + 1
    return tuple(found)


def in_a_row(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """`lines`, in groups of those between which no other line stands."""
    row: list[Line] = []
    for line in lines:
        if row and line.place != row[-1].place + 1:
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def holding(text: str, lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[Line]:
    """The lines of `text` in which `pattern` begins; none is searched any further than to the first place."""
    end = 0
    while match := pattern.search(text, end):
        line = line_at(lines, match.start())
        end = max(line.end, match.end())
        yield line


def line_at(lines: Sequence[Line], offset: int) -> Line:
    """The line at `offset`, which is no white space between lines."""
    return lines[bisect_right(lines, offset, key=attrgetter("start")) - 1]
