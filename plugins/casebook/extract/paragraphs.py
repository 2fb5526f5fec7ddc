"""Finds the paragraphs of running text: without headings, list items, and what belongs to the page."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from casebook.extract.headings import context, heading
from casebook.tables import load

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*[●•■▶▲◆·–—\-*]")
_STOP = re.compile("[。！？!?；;，,.]$|。")
_SHORT_LINE = 24  # a line without a full stop up to this length is a heading
_LONGEST_FURNITURE = 60


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(load("narrative")[name]))


def paragraphs(text: str) -> Iterator[tuple[int, int, str]]:
    """(Start, end, kind of the heading above) of each paragraph."""
    above, is_title = "nothing", True
    times = Counter(match[0].strip() for match in _LINE.finditer(text))
    for match in _LINE.finditer(text):
        line = match[0].strip()
        numbered = heading(match[0], match.start())
        if len(line) <= _SHORT_LINE * (1 + (numbered is not None)) and (numbered or not _STOP.search(line)):
            name = (numbered.title if numbered else line).strip("【】[]■◆● ")
            kind = "other" if _any("unlike").search(name) else context(name)
            above = "nothing" if is_title else kind or "nothing"
            is_title = False
        elif numbered is None and times[line] == 1 and not _BULLET.match(line) and not is_furniture(line):
            yield *match.span(), above


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page, not to the text: 发布时间：…　来源：…"""
    return len(line) < _LONGEST_FURNITURE and bool(_any("furniture").search(line))
