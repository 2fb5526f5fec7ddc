"""The lines of a text, read once for all that look for headings, lists and tables."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
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


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that hold anything."""
    found: list[Line] = []
    start = 0
    for row in text.split("\n"):
        if words := row.strip():
            numbered = heading(row, start) if words[0] in BEGINNINGS else None
            found.append(Line(len(found), start, row, words, numbered))
        start += len(row) + 1
    return found


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


def holding(lines: Sequence[Line], found: Iterable[re.Match[str]]) -> Iterator[Line]:
    """The lines that hold what was found in their text, each once."""
    end = -1
    for match in found:
        if match.start() >= end:
            line = line_at(lines, match.start())
            end = line.end
            yield line


def line_at(lines: Sequence[Line], offset: int) -> Line:
    """The line at `offset`, which is no white space between lines."""
    return lines[bisect_right(lines, offset, key=attrgetter("start")) - 1]
