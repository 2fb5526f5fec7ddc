"""Finds the paragraphs of running text: without headings, list items, and what belongs to the page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from casebook.extract.headings import context
from casebook.extract.lines import Line
from casebook.extract.shell import is_shell
from casebook.tables import load

_BULLET = re.compile(r"[●•■▶▲◆·–—\-*]")
_STOP = re.compile("[。！？!?；;，,.]$|。")
_SHORT_LINE = 24  # a line without a full stop up to this length is a heading


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Each paragraph, a line of its own, and the kind of the heading above it."""
    above, is_title = "nothing", True
    times = Counter(line.words for line in lines)
    for line in lines:
        most = _SHORT_LINE * (1 + (line.heading is not None))
        if len(line.words) <= most and (line.heading or not _STOP.search(line.words)):
            above = "nothing" if is_title else _kind(line)
            is_title = False
        elif times[line.words] == 1 and _is_told(line):
            yield line, above


def _is_told(line: Line) -> bool:
    return line.heading is None and not _BULLET.match(line.words) and not is_shell(line.words)


def _kind(line: Line) -> str:
    """What a heading says of what stands below it: process, other, or nothing."""
    name = (line.heading.title if line.heading else line.words).strip("【】[]■◆● ")
    return "other" if _unlike().search(name) else context(name) or "nothing"


@cache
def _unlike() -> re.Pattern[str]:
    return re.compile("|".join(load("narrative")["unlike"]))
