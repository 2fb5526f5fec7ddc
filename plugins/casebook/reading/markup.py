"""Parses Markdown to a tree, and the tree to plain text with a map back to it.

Our Markdown has no raw HTML, code blocks or entities: content is prose, four leading spaces are an indent and not code,
and the page shows as text whatever the file has. So the plain text is all that a page says.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal, NamedTuple
from xml.etree.ElementTree import Element

from casebook.characters import joined
from casebook.reading.bounds import DEEPEST, LONGEST_PARAGRAPH
from casebook.reading.elements import BLOCKS, CELLS, Note
from casebook.reading.inline import BAR, OWN, REFERENCE

GENERAL = "general"  # a class an author may give to a paragraph, {: .general}: not from a case of this collection
# Classes for the heading over the steps of a case, {.stated}: what the order of the headings below it is.
BASES: tuple[Literal["stated", "narrative"], ...] = ("stated", "narrative")

_BORDERED = BLOCKS | CELLS
_LAST_SPACE = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)  # its tabs, as spaces, would be a hard break


class Run(NamedTuple):
    """A piece of plain text, `start` to `end`: it is the text or the tail (`where`) of `element`, written on `line`."""

    start: int
    end: int
    element: Element
    where: Literal["text", "tail"]
    line: int


@dataclass(frozen=True)
class Document:
    """A parsed body: the tree, its plain text, and the runs that connect the two.

    `source` is the Markdown, which begins on `line` of the file. `spans` has the span of every element in the text.
    `notes` are what GitHub shows in another way, on lines of the file.
    """

    source: str
    line: int
    root: Element
    text: str
    runs: tuple[Run, ...]
    spans: Mapping[Element, tuple[int, int]]
    notes: tuple[Note, ...] = ()

    def __getstate__(self) -> object:
        """What is packed: the tree as a list, which takes a fraction of the time and room of its elements."""
        every = list(self.root.iter())
        place = {element: at for at, element in enumerate(every)}
        tree = [(one.tag, one.text, one.tail, one.attrib or None, len(one), self.spans[one]) for one in every]
        runs = [(start, end, place[element], where, line) for start, end, element, where, line in self.runs]
        return self.source, self.line, tree, self.text, runs, [tuple(note) for note in self.notes]

    def __setstate__(self, state: Any) -> None:
        source, line, tree, text, runs, notes = state
        every: list[Element] = []
        spans: dict[Element, tuple[int, int]] = {}
        waiting: list[Element] = []  # for each child that is still to come, the element that it stands in
        for tag, words, tail, attributes, count, span in tree:
            made = Element(tag, attributes or {})
            made.text, made.tail, spans[made] = words, tail, span
            every.append(made)
            if waiting:
                waiting.pop().append(made)
            waiting += [made] * count
        told = (Run(start, end, every[at], where, line) for start, end, at, where, line in runs)
        values = (source, line, every[0], text, tuple(told), spans, tuple(Note(*note) for note in notes))
        for name, value in zip(self.__dataclass_fields__, values, strict=True):
            object.__setattr__(self, name, value)

    def span(self, element: Element) -> tuple[int, int]:
        """The span of the text of `element`; empty if it has no text."""
        return self.spans[element]

    def line_at(self, offset: int) -> int:
        """The line of the file that has the plain text at `offset`."""
        at = bisect_right(self.runs, offset, key=lambda run: run.start)
        return self.runs[at - 1].line if at else self.line


def parse(body: str, titles: Mapping[str, str], line: int = 1) -> Document:
    """The Document of a Markdown `body` that begins on `line`; `titles` gives text to links that have none.

    RecursionError if elements nest deeper than DEEPEST.
    """
    body = body.replace("\x02", "").replace("\x03", "")  # Python-Markdown's own marks
    if any(f"{space}\n" in f"{body}\n" for space in " \t"):
        body = _LAST_SPACE.sub(lambda m: m[0].rpartition("\t")[2] or " ", body)
    found = OWN.markdown.blocks(body)
    root = OWN.markdown.read(found, titles)
    for element in root.iter():
        element.text, element.tail = _joined(element.text), _joined(element.tail)
    if _depth(root) > DEEPEST:
        raise RecursionError
    notes = tuple(note._replace(line=line + note.line) for note in sorted(found.notes, key=lambda note: note.line))
    plain = _Plain(root, _Lines(body, line))
    return Document(body, line, root, "".join(plain.pieces), tuple(plain.runs), plain.spans, notes)


def _depth(root: Element) -> int:
    """The depth of the tree, found without recursion."""
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def _joined(text: str | None) -> str | None:
    """`text` with its soft line breaks removed next to Chinese characters and replaced by spaces elsewhere."""
    if not text or not text.strip():
        return None if text is None else str(text)  # an AtomicString cannot be packed, not even an empty one
    plain = text.replace(BAR, "|")
    return joined(plain) if "\n" in plain else plain


class _Lines:
    """Finds the line of each piece of text: it searches the source a short way on from the piece before.

    White space is ignored, since a paragraph may be broken anywhere. A piece that the source writes in another way (an
    escape, the title of a link) gets the line of the piece before.
    """

    WINDOW = 2 * LONGEST_PARAGRAPH  # characters
    ENOUGH = 30  # characters of a piece are enough to know it

    def __init__(self, source: str, first: int):
        lines = ["".join(line.split()) for line in source.split("\n")]
        self.source, self.first, self.at = "".join(lines), first, 0
        self.ends = list(accumulate(map(len, lines)))

    def next(self, piece: str, is_reference: bool) -> int:
        sought = "[[" if is_reference else "".join(piece.split())[: self.ENOUGH]
        found = self.source.find(sought, self.at, self.at + self.WINDOW)
        if not sought or found < 0:
            return self.first + bisect_left(self.ends, self.at)
        self.at = found + len(sought)
        return self.first + bisect_right(self.ends, found)


class _Plain:
    """The plain text, runs and spans of a tree: a line for each block, tabs between cells, no text between blocks."""

    def __init__(self, root: Element, lines: _Lines) -> None:
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.spans: dict[Element, tuple[int, int]] = {}
        self._length = 0
        self._lines = lines
        self._add(root)

    def _add(self, element: Element) -> None:
        """Add an element in reading order: its border if it is a block or a cell, its text, its children and tails."""
        is_block = element.tag in _BORDERED
        if is_block or element.tag == "br":
            self._border("\t" if element.tag in CELLS else "\n")
        start = self._length
        if element.text and (element.text.strip() or not any(child.tag in _BORDERED for child in element)):
            self._write(element.text, element, "text")
        for child in element:
            self._add(child)
            if child.tail and (child.tag not in _BORDERED or child.tail.strip()):
                self._write(child.tail, child, "tail")
        last = max(self.runs[-1].end if self.runs else 0, start)
        self.spans[element] = min(start, last), last
        if is_block:
            self._border("\t" if element.tag in CELLS else "\n")

    def _border(self, separator: str) -> None:
        if not self.pieces:
            return
        if self.pieces[-1] not in ("\n", "\t"):
            self.pieces.append(separator)
            self._length += 1
        elif separator == "\n":
            self.pieces[-1] = "\n"

    def _write(self, text: str, element: Element, where: Literal["text", "tail"]) -> None:
        start = self._length
        self._length += len(text)
        self.pieces.append(text)
        line = self._lines.next(text, where == "text" and REFERENCE in element.attrib)
        self.runs.append(Run(start, self._length, element, where, line))
