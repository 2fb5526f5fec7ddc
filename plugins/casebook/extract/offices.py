"""Finds departments of a place by the last character of their name, although no table has the name: 市规划资源局."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from casebook.extract.rows import RowName
from casebook.extract.spread import Spans
from casebook.tables import load

KIND, _HEAD = "departments", "departments "
_LEAST, _LONGEST = 2, 9  # characters between the place and the last one


def offices_of(text: str, lying: Spans, rows: Iterable[RowName]) -> Iterator[RowName]:
    """The departments behind a place of `lying`, or from a word such as 市 on; none that ends as one of `rows` does."""
    taken = {row.end for row in rows}
    for match in _ends().finditer(text):
        end = match.end()
        if end not in taken and (start := _start(text, end, lying)) >= 0:
            yield RowName(start, end, match[0], KIND)


def _start(text: str, end: int, lying: Spans) -> int:
    """Where the department begins that ends at `end`, behind its place or with 市; -1 if neither stands before it."""
    for at in range(end - 1, max(0, end - _LONGEST), -1):
        if _parts(text, at - 1):
            return -1
        if end - at > _LEAST and lying.ends(at):
            return at
        if end - at > _LEAST and text[at - 1] in _seats() and (at == 1 or _parts(text, at - 2)):
            return at - 1
    return -1


def _parts(text: str, at: int) -> bool:
    """Whether no such name goes on across the character at `at`."""
    return text[at] in _stops() or not "一" <= text[at] <= "鿿"


@cache
def _ends() -> re.Pattern[str]:
    table = load("groups")["departments"]
    return re.compile(f"(?:{'|'.join(table['ends'])})(?![{table['unless']}])")


@cache
def _seats() -> frozenset[str]:
    return frozenset(load("groups")["seats"])


@cache
def _stops() -> frozenset[str]:
    """Characters that no such name has, or that stand right before one."""
    return frozenset(load("groups")["departments"]["stops"])
