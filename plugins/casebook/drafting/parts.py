"""The parts of a case that the headings of an article mean.

Award forms have 背景与起因, 做法与经过, 成效与反响, 探讨与评论.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from casebook.drafting.page import Page
from casebook.tables import load

HOW = "how"
_HEADING = re.compile(
    r"[\s#*【\[（(〖■●◆▶]*(?:第?[一二三四五六七八九十\d]{1,3}[部分章节]{0,2}[、.．：:）)\s]*)?(?P<title>[^\s：:，。】\])）〗]{2,12})[\s】\])）〗：:*]*"
)
_FEW = 2  # headings that tell that an article has such parts


@dataclass(frozen=True)
class Parts:
    """Where the parts of an article begin, and which they are; none of an article without such headings."""

    starts: Sequence[int] = ()
    names: Sequence[str] = ()
    end: int = 0

    def at(self, offset: int) -> str:
        """The part that an offset stands in; empty in none."""
        place = bisect_right(self.starts, offset) - 1
        return self.names[place] if place >= 0 else ""

    def span(self, name: str) -> tuple[int, int] | None:
        """The span of the first part of this name; None if there is none."""
        for place, one in enumerate(self.names):
            if one == name:
                ends = (*self.starts[1:], self.end)
                return self.starts[place], ends[place]
        return None


def parts(page: Page) -> Parts:
    """The Parts of an article."""
    found: list[tuple[int, str]] = []
    start = 0
    for line in page.text.split("\n"):
        match = _HEADING.fullmatch(line)
        if match and (name := _names().get(match["title"])) and name not in {known for _, known in found}:
            found.append((start, name))
        start += len(line) + 1
    if len(found) < _FEW:
        return Parts()
    return Parts([at for at, _ in found], [name for _, name in found], len(page.text))


@cache
def _names() -> Mapping[str, str]:
    return {title: part for part, titles in load("drafting")["headings"].items() for title in titles}
