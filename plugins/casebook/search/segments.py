"""Cuts text into the words of a table, as the browser must do, too; tests/specs/segments.json holds both to it.

The text is folded (`casebook/alike.py`). Of each run of Chinese the longest word that begins here is taken, then the
longest that begins after it; a character with which none begins stands by itself. Other letters are cut by what stands
between them. Digits and marks part runs, and are no words.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from casebook.alike import HAN, fold

_RUN = re.compile(rf"[{HAN}]+|[a-z]+")


class Words(NamedTuple):
    """Words by which text is cut; `lengths`: how long those are that begin with two characters, the longest first."""

    known: Container[str]
    lengths: dict[str, list[int]]


def words_of(known: Iterable[str]) -> Words:
    """What `segments` needs to know of the words."""
    found: dict[str, set[int]] = defaultdict(set)
    for word in known:
        found[word[:2]].add(len(word))
    return Words(frozenset(known), {start: sorted(lengths, reverse=True) for start, lengths in found.items()})


def segments(text: str, words: Words) -> list[str]:
    """The words of a text, as often as they stand in it."""
    return [word for run in _RUN.findall(fold(text)) for word in ([run] if run.isascii() else _cut(run, words))]


def _cut(run: str, words: Words) -> Iterator[str]:
    start = 0
    while start < len(run):
        for length in words.lengths.get(run[start : start + 2], ()):
            word = run[start : start + length]
            if word in words.known:
                break
        else:
            word = run[start]
        yield word
        start += len(word)
