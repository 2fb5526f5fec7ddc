"""Which marks of emphasis belong together: the rules of CommonMark, and those of GitHub for ~struck~ text.

The bodies of our files and the articles of others are read by these same pairs.
"""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import category

_RUN = re.compile(r"\*+|_+|~+")
_MOST_STRUCK = 2  # longer runs of ~ strike nothing


class Pair(NamedTuple):
    """Marks that enclose text: `size` characters `mark` (`*`, `_` or `~`) at `start`, and as many at `end`."""

    mark: str
    size: int
    start: int
    end: int


@dataclass
class _Run:
    """Marks in a row that are not paired yet; `whole` is how many there were, `start` where the next pair begins."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    whole: int

    @property
    def size(self) -> int:
        return self.end - self.start


def pairs(text: str) -> list[Pair]:
    """The pairs of marks in `text`, a paragraph, in the order in which they close; the time is linear."""
    found: list[Pair] = []
    open_runs: list[_Run] = []
    lowest: dict[tuple[str, bool, int], int] = {}  # kind of closing run -> up to here nothing opens for it
    for run in _runs(text):
        kind = run.mark, run.opens, run.whole % 3
        while run.closes and run.size:
            at = _opening(open_runs, run, lowest.get(kind, -1))
            if at is None:
                lowest[kind] = open_runs[-1].start if open_runs else -1
                break
            opening = open_runs[at]
            del open_runs[at + 1 :]
            found += _paired(opening, run)
            if not opening.size:
                open_runs.pop()
        if run.opens and run.size:
            open_runs.append(run)
    return found


def _runs(text: str) -> Iterator[_Run]:
    for m in _RUN.finditer(text):
        before, after = _beside(text, m.start() - 1, -1), _beside(text, m.end(), 1)
        left = not _is_space(after) and (not _is_mark(after) or _is_space(before) or _is_mark(before))
        right = not _is_space(before) and (not _is_mark(before) or _is_space(after) or _is_mark(after))
        mark, size = m[0][0], len(m[0])
        if mark == "_":  # not within a word
            left, right = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
        if mark != "~" or size <= _MOST_STRUCK:
            yield _Run(mark, m.start(), m.end(), left, right, size)


def _beside(text: str, at: int, step: int) -> str:
    """The character at `at` or, past any ~ (which GitHub overlooks here), the one beyond; empty outside of the text."""
    while 0 <= at < len(text) and text[at] == "~":
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _opening(open_runs: list[_Run], closing: _Run, lowest: int) -> int | None:
    """The place of the nearest run that opens for `closing`, after the offset `lowest`."""
    for at in range(len(open_runs) - 1, -1, -1):
        run = open_runs[at]
        if run.start <= lowest:
            return None
        both = closing.opens or run.closes
        if run.mark == closing.mark and not (both and closing.whole % 3 and (run.whole + closing.whole) % 3 == 0):
            return at
    return None


def _paired(opening: _Run, closing: _Run) -> Iterator[Pair]:
    """The pair of two runs, which lose these marks; nothing if one strikes with ~ and the other with ~~."""
    if opening.mark == "~":
        if opening.size == closing.size:
            yield Pair("~", opening.size, opening.start, closing.start)
        opening.end, closing.start = opening.start, closing.end
        return
    size = 2 if opening.size >= 2 and closing.size >= 2 else 1
    opening.end -= size
    yield Pair(opening.mark, size, opening.end, closing.start)
    closing.start += size


def _is_space(char: str) -> bool:
    """Whether this is white space, or the border of the text."""
    return not char or char.isspace()


def _is_mark(char: str) -> bool:
    """Whether this is punctuation; a Chinese quotation mark is."""
    return char in string.punctuation or category(char).startswith("P")


def is_product(text: str, pair: Pair) -> bool:
    """Whether the marks of `pair` are signs between numbers: 3*4米，共做2*5块."""
    after = pair.end + pair.size
    return pair.mark == "*" and pair.size == 1 and (_is_digit(text, pair.start - 1) or _is_digit(text, after))


def _is_digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in string.digits
