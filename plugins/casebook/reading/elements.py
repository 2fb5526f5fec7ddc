"""The names of elements, and what the blocks of a text are read to."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(("p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "hr", "div", *HEADINGS))
CELLS = frozenset(("td", "th"))


class Note(NamedTuple):
    """What this page and GitHub's preview show in two ways, on a `line` counted from 0; `words` are the author's."""

    kind: str
    line: int
    words: str


class Written(NamedTuple):
    """Where an author wrote the words of a block, a row of a table, or the number of an item: from `start` to `end`.

    Both are places in the line, which counts from 0, as `block` does: the words of one may stand on several lines.
    """

    kind: Literal["words", "title", "row", "number"]
    block: int
    line: int
    start: int
    end: int


@dataclass
class Blocks:
    """The tree of blocks, the line of each that has text (counted from 0), where all was written, and notes."""

    root: Element = field(default_factory=lambda: Element("div"))
    lines: dict[Element, int] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
