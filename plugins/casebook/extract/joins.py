"""What joins the items of a chain: 、, dashes, arrows, a plus; commas and semicolons in quotes or behind a colon."""

import re
from collections.abc import Iterable
from typing import NamedTuple

Span = tuple[int, int]


class Join(NamedTuple):
    """A way to join items: its name as evidence, what stands between two items, and the marks that it has one of."""

    name: str
    pattern: re.Pattern[str]
    marks: re.Pattern[str]

    def is_in(self, words: str) -> bool:
        """Whether it joins anything in `words`."""
        return bool(self.marks.search(words) and self.pattern.search(words))


# The most telling first.
JOINS = (
    Join("arrow", re.compile(r"\s*(?:→|⇒|＞+|>+|[-—－]+>+)\s*"), re.compile("[→⇒＞>]")),
    Join(
        "dash",
        re.compile(r"\s*(?:—{1,2}|－{1,2}|–|(?<![A-Za-z0-9])-{1,2}(?![A-Za-z0-9]))\s*"),
        re.compile("[—－–-]"),
    ),
    Join("plus", re.compile(r"\s*[+＋]\s*"), re.compile("[+＋]")),
    Join("、", re.compile("、"), re.compile("、")),
)
SEMICOLON, COMMA = re.compile("[；;]"), re.compile("[，,]")
LOOSE = (Join("semicolon", SEMICOLON, SEMICOLON), Join("comma", COMMA, COMMA))
_MARK = re.compile("[、→⇒＞>+＋—－–；;，,-]")


def join_of(words: str, joins: Iterable[Join]) -> Join | None:
    """The first of `joins` that joins anything in `words`."""
    return next((join for join in joins if join.is_in(words)), None) if _MARK.search(words) else None


def split(pattern: re.Pattern[str], words: str, offset: int) -> list[Span]:
    """The spans between what `pattern` finds in `words`, which begin at `offset`."""
    spans = []
    start = 0
    for found in pattern.finditer(words):
        spans.append((offset + start, offset + found.start()))
        start = found.end()
    return [*spans, (offset + start, offset + len(words))]
