"""Finds the lines and cells that tell what a figure in a table counts: its row, its column, the line above."""

import re
from typing import NamedTuple

from casebook.model.records import Quantity

Span = tuple[int, int]

_REACH = 300  # characters of a line
_ROWS = 40  # rows above a figure in which the head of its column, or the line that leads in, is looked for
_BAR = "|"
_ROW = re.compile(r"\s*[^\s，。；：:！？|]{1,16}[ \t\u3000\u00a0]{1,24}[^\s，。；：:！？|]{1,16}\s*")
_LABEL = re.compile(r"\s*[^\s，。；：！？]{1,10}[ \t\u3000\u00a0]{1,12}")


class Cell(NamedTuple):
    """What tells of a figure in a cell: `spans` of the text, and where the line begins that leads in or stands above.

    `names` are the spans that name what is counted.
    """

    spans: tuple[Span, ...]
    above: int
    names: tuple[Span, ...] = ()


def cell_of(text: str, quantity: Quantity) -> Cell | None:
    """The cell of a figure in a row between bars (| 金奖 | 2名 |) or the last in its line (社区照顾　　14个)."""
    start = text.rfind("\n", max(0, quantity.start - _REACH), quantity.start) + 1
    if quantity.start - start > _REACH:  # no line begins near
        return None
    if text.startswith(_BAR, start):
        return _between_bars(text, start, quantity)
    ends_line = text[quantity.end : quantity.end + 1] in ("\n", "")
    return _in_line(text, start) if start and ends_line and _LABEL.fullmatch(text, start, quantity.start) else None


def _between_bars(text: str, start: int, quantity: Quantity) -> Cell:
    """The label of the row and the head of the column."""
    column = text.count(_BAR, start, quantity.start)
    head = start
    for _ in range(_ROWS):
        above = _line_above(text, head)
        if above is None or not text.startswith(_BAR, above[0]):
            break
        head = above[0]
    spans = _cell(text, start, 1), _cell(text, head, column)
    return Cell(spans, start, names=spans[::-1])


def _cell(text: str, start: int, column: int) -> Span:
    """The span of a cell of the row that begins at `start`."""
    at = start
    for _ in range(column - 1):
        at = text.find(_BAR, at + 1, start + _REACH)
    end = text.find(_BAR, at + 1, start + _REACH)
    return (at, end) if 0 <= at < end else (start, start)


def _in_line(text: str, start: int) -> Cell:
    """The line above, and the one that leads in: the first above that is no row."""
    first = above = _line_above(text, start) or (start, start)
    for _ in range(_ROWS):
        if text[above[0] : above[1]].strip() and not _ROW.fullmatch(text, *above):
            break
        if (further := _line_above(text, above[0])) is None:
            break
        above = further
    return Cell((first, above), above[0])


def _line_above(text: str, start: int) -> Span | None:
    """The span of the line above the one that begins at `start`."""
    end = start - 1
    return (max(text.rfind("\n", max(0, end - _REACH), end) + 1, end - _REACH), end) if end > 0 else None
