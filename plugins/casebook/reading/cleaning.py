"""Cleans the text of a file by the policy for characters, and says once for each kind what was there."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from casebook.characters import Kind, changed, edits, named
from casebook.model.values import Severity
from casebook.reading.findings import Finding

_MOST = 6  # characters, and lines, that a message names


class Cleaner:
    """Cleans the texts of one file, and remembers what was there on which lines."""

    def __init__(self) -> None:
        self.characters: dict[Kind, dict[str, None]] = {}
        self.lines: dict[Kind, dict[int, int]] = {}  # line -> the column of the first; 0 where an escape stands for it

    def clean(self, text: str, line: int = 1, where: Callable[[str], int] | None = None) -> str:
        """`text`, which begins on `line`, without what is refused, left out or folded.

        `where` tells the line of a character where the line ends of the text are not those of the file.
        """
        while changes := list(edits(text)):  # what is left out may have kept apart what does not go together
            ends = [m.start() for m in re.finditer("\n", text)]
            for edit in changes:
                if edit.kind:
                    odd = text[edit.start : edit.end]
                    above = bisect_left(ends, edit.start)
                    column = edit.start - (ends[above - 1] if above else -1)
                    self.add(edit.kind, odd, *((where(odd[0]), 0) if where else (line + above, column)))
            text = changed(text, changes)
        return text

    def add(self, kind: Kind, characters: str, line: int, column: int) -> None:
        """Remember `characters` of a kind on a line, the first in a column."""
        self.characters.setdefault(kind, {}).update(dict.fromkeys(characters))
        self.lines.setdefault(kind, {}).setdefault(line, column)

    def findings(self) -> Iterator[Finding]:
        """A finding for each kind of character that was there."""
        for kind, characters in self.characters.items():
            names = _listed(list(map(named, islice(characters, _MOST))), len(characters), "种")
            lines = sorted(self.lines[kind])
            column = self.lines[kind][lines[0]]
            where = f";第 {_listed(list(map(str, lines[:_MOST])), len(lines))} 行" if len(lines) > 1 else ""
            where = where or (f";第 {column} 列" if column else "")
            severity: Severity = "error" if kind.refused else "warning"
            yield Finding(lines[0], "字符", f"有{kind.found}:{names}{where}", kind.instead, severity)


def _listed(first: Sequence[str], count: int, counted: str = "") -> str:
    return "、".join(first) + (f" 等 {count} {counted}".rstrip() if count > len(first) else "")
