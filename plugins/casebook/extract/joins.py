"""What joins the items of a chain: 、, dashes, arrows, a plus; commas and semicolons in quotes or behind a colon."""

import re
from collections.abc import Iterable
from typing import NamedTuple

Span = tuple[int, int]


class Join(NamedTuple):
    """A way to join items: its name as evidence, what stands between two items, and the marks that it has one of."""

    name: str
    pattern: re.Pattern[str]
    marks: str


# The most telling first.
JOINS = (
    Join("arrow", re.compile(r"\s*(?:→|⇒|＞+|>+|[-—－]+>+)\s*"), "→⇒＞>"),
    Join("dash", re.compile(r"\s*(?:—{1,2}|－{1,2}|–|(?<![A-Za-z0-9])-{1,2}(?![A-Za-z0-9]))\s*"), "—－–-"),
    Join("plus", re.compile(r"\s*[+＋]\s*"), "+＋"),
    Join("、", re.compile("、"), "、"),
)
SEMICOLON, COMMA = re.compile("[；;]"), re.compile("[，,]")
LOOSE = (Join("semicolon", SEMICOLON, "；;"), Join("comma", COMMA, "，,"))
_MARKS = re.compile("[、→⇒＞>+＋—－–；;，,-]")


def join_of(words: str, joins: Iterable[Join]) -> Join | None:
    """The first of `joins` that joins anything in `words`."""
    marks = frozenset(_MARKS.findall(words))
    return next((join for join in joins if not marks.isdisjoint(join.marks) and join.pattern.search(words)), None)


def split(pattern: re.Pattern[str], words: str, offset: int) -> list[Span]:
    """The spans between what `pattern` finds in `words`, which begin at `offset`."""
    spans = []
    start = 0
    for found in pattern.finditer(words):
        spans.append((offset + start, offset + found.start()))
        start = found.end()
    return [*spans, (offset + start, offset + len(words))]
