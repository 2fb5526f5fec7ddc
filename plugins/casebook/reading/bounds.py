"""How much a file may hold: nothing that a stranger sends costs more than its size.

The largest file of a real collection has 14 KB, its longest paragraph 1,000 characters: every limit is far above what
an article has, and below what takes seconds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from casebook.model.problems import Problem

LARGEST_ENTRY = 256 * 1024  # bytes of a case, method or page
LARGEST = 1024 * 1024  # bytes of any other file: a vocabulary grows with the collection
LONGEST_PARAGRAPH = 20_000  # characters
MOST_ITEMS = 200  # items of a list in a front matter or term: a list of addresses, figures or themes of one page
DEEPEST = 30  # elements within elements: prose has four or five


@dataclass(frozen=True)
class Bound:
    """At most `most` of what `measure` counts; `found` says how many there are, `instead` what to do about it."""

    most: int
    measure: Callable[[str], int]
    found: str
    instead: str

    def problem(self, words: str, path: str, line: int) -> Problem | None:
        """The Problem of `words`, which begin on `line` of the body; None if they are within the bound."""
        count = self.measure(words)
        if count <= self.most:
            return None
        return Problem(path=path, line=line, field="正文", found=self.found.format(count), instead=self.instead)


def _depth(opening: str, closing: str, words: str) -> int:
    """How deep brackets stand in brackets; one that never closes holds all that follows."""
    depth = deepest = 0
    for mark in re.findall(f"[{re.escape(opening + closing)}]", words):
        depth = max(0, depth + (1 if mark == opening else -1))
        deepest = max(deepest, depth)
    return deepest


def _brackets(opening: str, closing: str) -> Bound:
    """For each bracket, Markdown looks for its end: what stands in n of them is read n times."""
    found = f"这一段有 {{}} 层 “{opening}” 套在一起或没有配对"
    return Bound(50, partial(_depth, opening, closing), found, f"补上 “{closing}” 或删去")


OF_PARAGRAPHS = (
    Bound(LONGEST_PARAGRAPH, len, "这一段有 {} 字", "用空行分段"),
    _brackets("[", "]"),
    _brackets("(", ")"),
)


def beyond(body: str, path: str, line: int) -> Iterator[Problem]:
    """A Problem for every paragraph of a body, which begins on `line` of its file, that takes too long to parse."""
    for paragraph in re.split(r"\n[ \t]*\n", body):
        for bound in OF_PARAGRAPHS:
            if problem := bound.problem(paragraph, path, line):
                yield problem
        line += paragraph.count("\n") + 2
