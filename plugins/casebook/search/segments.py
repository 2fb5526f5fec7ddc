"""Cuts text into the words of a table, as the browser must do, too; tests/specs/segments.json holds both to it.

The text is folded (`casebook/alike.py`). Of each run of Chinese the longest word that begins here is taken, then the
longest that begins after it; a character with which none begins stands by itself. Other letters are cut by what stands
between them. Digits and marks part runs, and are no words.
"""

import re
from collections.abc import Container, Iterator

from casebook.alike import HAN, fold

_RUN = re.compile(rf"[{HAN}]+|[a-z]+")


def segments(text: str, known: Container[str], longest: int) -> list[str]:
    """The words of a text, as often as they stand in it; of those `known` none has more than `longest` characters."""
    return [
        word for run in _RUN.findall(fold(text)) for word in ([run] if run.isascii() else _cut(run, known, longest))
    ]


def _cut(run: str, known: Container[str], longest: int) -> Iterator[str]:
    start = 0
    while start < len(run):
        lengths = range(min(longest, len(run) - start), 1, -1)
        length = next((length for length in lengths if run[start : start + length] in known), 1)
        yield run[start : start + length]
        start += length
