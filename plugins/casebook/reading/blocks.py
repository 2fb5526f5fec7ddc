"""The blocks of Markdown: headings, paragraphs, lists, quotations, tables and ruled lines, as GitHub reads them.

Python-Markdown's own reading of blocks differs: it wants a blank line before a list or table and four spaces before
what is in one. Here each line is taken once, so the time is linear. What has no place in prose is noted and shown as
text: code (four spaces are an indent in Chinese), link references, and headings underlined.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from casebook.reading.bounds import DEEPEST
from casebook.reading.elements import Blocks, Note, Written
from casebook.reading.lines import BEGINNINGS, BORDER, FENCE, HEADING, ITEM, LIKE_ITEM, RULER, UNDERLINE, cells, title

_QUOTE, _ROOT = -1, -2  # in the place of the indent of an item


@dataclass
class _Container:
    """A root, quotation or item that is open; `indent` is how far the content of an item stands in."""

    element: Element
    indent: int


def blocks(lines: Iterable[str], *, placed: bool = False) -> Blocks:
    """The Blocks of lines without tabs, if `placed` with where all was written.

    RecursionError if they nest deeper than DEEPEST.
    """
    builder = _Builder(placed=placed)
    for number, line in enumerate(lines):
        builder.add(line, number)
    return builder.finished()


class _Builder:
    def __init__(self, *, placed: bool) -> None:
        self.found, self.placed = Blocks(), placed
        self.open = [_Container(self.found.root, _ROOT)]
        self.paragraph: list[str] = []  # lines of the paragraph that is open in the last container
        self.began = 0  # its first line
        self.table: Element | None = None  # the body of the table that is open there
        self.width = 0  # the cells of its head
        self.marks: dict[Element, str] = {}  # list -> the character that makes its items
        self.ends: dict[Element, int] = {}  # numbered list -> the number that would be next
        self.number = self.length = 0  # of the line

    def add(self, line: str, number: int) -> None:
        self.number, self.length = number, len(line)
        rest, depth = self._continued(line)
        if not rest.strip(" "):
            self._begin(depth)
            return
        rest, depth, is_new = self._opened(rest, depth)
        if rest.strip(" "):
            self._text(rest, depth, is_new)

    def finished(self) -> Blocks:
        self._begin(1)
        for items in self.marks:
            for item in items:
                if [child.tag for child in item if child.tag == "p" or child is item[0]] == ["p"]:
                    item.text = item[0].text
                    self.found.lines[item] = self.found.lines.pop(item[0])
                    item.remove(item[0])
        return self.found

    def _continued(self, line: str) -> tuple[str, int]:
        """The rest of a line behind the marks of the containers that it continues, and how many these are."""
        for depth, container in enumerate(self.open[1:], 1):
            bare = line.lstrip(" ")
            indent = len(line) - len(bare)
            if container.indent == _QUOTE:
                if indent > 3 or not bare.startswith(">"):
                    return line, depth
                line = bare[1:].removeprefix(" ")
            elif bare and indent < container.indent:
                return line, depth
            elif not bare and not self.paragraph and not len(container.element):
                return line, depth  # an item cannot begin with two blank lines
            else:
                line = line[container.indent :]
        return line, len(self.open)

    def _opened(self, line: str, depth: int) -> tuple[str, int, bool]:
        """Open what begins on a line: the text that is left, how many containers hold it, whether one is new."""
        is_new = False
        while True:
            bare = line.lstrip(" ")
            indent = len(line) - len(bare)
            goes_on = bool(self.paragraph) and depth == len(self.open)  # with the paragraph
            if indent > 3:
                if not self.paragraph and bare:
                    self._note("code", bare)
                return line, depth, is_new
            if bare[:1] not in BEGINNINGS:
                return line, depth, is_new
            if bare.startswith(">"):
                self._begin(depth)
                self._contain(_Container(SubElement(self.open[-1].element, "blockquote"), _QUOTE))
                line = bare[1:].removeprefix(" ")
            elif self._leaf(bare, depth, goes_on):
                return "", depth, is_new
            elif item := self._item(bare, goes_on):
                line = self._open_item(item, bare, indent, depth)
            else:
                return line, depth, is_new
            depth, is_new = len(self.open), True

    def _leaf(self, bare: str, depth: int, goes_on: bool) -> bool:
        """Whether a line is a heading or a ruled line by itself, which is then in the tree."""
        if FENCE.fullmatch(bare):
            self._note("fence", bare)
        if goes_on and UNDERLINE.fullmatch(bare):
            self._note("underline", bare.strip(" "))
        if heading := HEADING.fullmatch(bare):
            self._begin(depth)
            element = SubElement(self.open[-1].element, f"h{len(heading[1])}")
            element.text = title(heading[2] or "")
            self.found.lines[element] = self.number
            self._wrote("title", heading[2] or "", element.text)
        elif RULER.fullmatch(bare):
            self._begin(depth)
            SubElement(self.open[-1].element, "hr")
        else:
            return False
        return True

    @staticmethod
    def _item(bare: str, goes_on: bool) -> re.Match[str] | None:
        """The mark of an item; within a paragraph only one that has words, and the number 1 if it has one."""
        item = ITEM.match(bare)
        if item and goes_on and (not bare[item.end() :].strip(" ") or item[2] not in (None, "1")):
            return None
        return item

    def _open_item(self, item: re.Match[str], bare: str, indent: int, depth: int) -> str:
        """Open an item, in the list that is open or a new one; the rest of its line."""
        self._begin(depth)
        parent = self.open[-1].element
        items = parent[-1] if len(parent) and self.marks.get(parent[-1]) == (item[3] or item[1]) else None
        if items is None:
            items = self._list(parent, item)
        if items in self.ends:
            self._count(items, int(item[2]))
        rest = bare[item.end(1) :]
        if item[2]:
            self._wrote("number", bare, item[1])
        space = len(rest) - len(rest.lstrip(" "))
        space = space if rest.strip(" ") and space <= 4 else 1
        content = indent + item.end(1) + space
        self._contain(_Container(SubElement(items, "li"), content))
        return rest[space:]

    def _count(self, items: Element, number: int) -> None:
        """Note an item whose number will not be shown; 1. 1. 1. is a way to write a list."""
        if number not in (self.ends[items], int(items.get("start", "1"))):
            self._note("number", f"写的是 {number},会显示成 {self.ends[items]}")
        self.ends[items] += 1

    def _list(self, parent: Element, item: re.Match[str]) -> Element:
        before = [self.ends[child] for child in parent[-2:] if child in self.ends]
        items = SubElement(parent, "ol" if item[2] else "ul")
        self.marks[items] = item[3] or item[1]
        if item[2]:
            self.ends[items] = start = int(item[2])
            if start != 1:
                items.set("start", str(start))
            if start not in (0, 1, *before):
                self._note("start", item[1])
        return items

    def _contain(self, container: _Container) -> None:
        self.open.append(container)
        if len(self.open) > DEEPEST:
            raise RecursionError

    def _text(self, line: str, depth: int, is_new: bool) -> None:
        if self.paragraph and not is_new and (like := LIKE_ITEM.match(line.lstrip(" "))):
            self._note("item", like[0])
        if depth < len(self.open) and self.paragraph and not is_new:  # a paragraph may go on without its marks
            self._go_on(line)
            return
        self._close(depth)
        if self.paragraph and not is_new and self._begins_table(line):
            return
        if self.table is not None:
            texts = cells(line)
            self._row(self.table, texts, "td", self.number)
            self._wrote("row", line, line.strip(" "))
            if len(texts) > self.width:
                self._note("cells", f"{len(texts)} 格,表头只有 {self.width} 格")
        else:
            self.began = self.began if self.paragraph else self.number
            self._go_on(line)

    def _go_on(self, line: str) -> None:
        self.paragraph.append(line.lstrip(" "))
        self._wrote("words", line, line.strip(" "))

    def _wrote(self, kind: Literal["words", "title", "row", "number"], rest: str, words: str) -> None:
        """Remember where `words` stand, which begin the `rest` of the line, if that is asked for."""
        if not self.placed:
            return
        start = self.length - len(rest.lstrip(" "))
        block = self.began if kind == "words" else self.number
        self.found.written.append(Written(kind, block, self.number, start, start + len(words)))

    def _begins_table(self, line: str) -> bool:
        """Whether a line makes a table with the last line of the paragraph as its head; it is then in the tree."""
        if not BORDER.fullmatch(line.strip(" ")) or len(line) - len(line.lstrip(" ")) > 3:
            return False
        head, count = self.paragraph[-1], len(cells(line))
        if len(cells(head)) != count:
            if "|" in line and "|" in head:
                self._note("border", f"{len(cells(head))} 格,下面的分隔行有 {count} 格")
            return False
        if "|" not in head or head.strip(" ") == "|":
            self._note("head", head)
            return False
        self.paragraph.pop()
        if self.placed:
            self.found.written[-1] = self.found.written[-1]._replace(kind="row", block=self.number - 1)
        self._begin(len(self.open))
        table = SubElement(self.open[-1].element, "table")
        self._row(SubElement(table, "thead"), cells(head), "th", self.number - 1)
        self.table, self.width = SubElement(table, "tbody"), count
        return True

    def _row(self, part: Element, texts: list[str], tag: str, number: int) -> None:
        row = SubElement(part, "tr")
        for text in texts:
            cell = SubElement(row, tag)
            cell.text = text
            self.found.lines[cell] = number

    def _begin(self, depth: int) -> None:
        """End what is open, so that a block can begin in the container at `depth`."""
        self._close(depth)
        self._end_leaf()

    def _close(self, depth: int) -> None:
        if depth < len(self.open):
            self._end_leaf()
            del self.open[depth:]

    def _end_leaf(self) -> None:
        """End the paragraph or the table that is open."""
        self.table = None
        if self.paragraph:
            element = SubElement(self.open[-1].element, "p")
            element.text = "\n".join(self.paragraph).rstrip(" ")
            self.found.lines[element] = self.began
            noted = self.found.notes[-1:] and self.found.notes[-1].line >= self.began
            if len(self.paragraph) > 1 and all(line.startswith("|") for line in self.paragraph) and not noted:
                self.found.notes.append(Note("bars", self.began, self.paragraph[0]))
        self.paragraph = []

    def _note(self, kind: str, words: str) -> None:
        self.found.notes.append(Note(kind, self.number, words))
