"""Puts emphasis into the tree of a text whose links and escapes have been read."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from casebook.emphasis import Pair, is_product, pairs
from casebook.reading.elements import Blocks, Note

MARK = re.compile("[*_~]")  # of emphasis
_ESCAPED = re.compile("\x02[0-9]+\x03")  # how Python-Markdown keeps an escaped character
_LINK, _BREAK = "[)", " \n"  # what emphasis sees of a link and of a hard break: a mark, white space
_TAGS = {1: "em", 2: "strong"}
_STARS = re.compile(r"\*{2,}")


class Unmarked(AtomicString):
    """A text of which emphasis alone makes anything."""


class Emphasis(Treeprocessor):
    """Puts the emphasis of each block into its tree; notes what GitHub strikes or emphasises and we do not."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found = Blocks()

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        line, lines = 0, self.found.lines
        for element in list(root.iter()):
            line = lines.get(element, line)
            if not isinstance(element.text, AtomicString) or isinstance(element.text, Unmarked):
                self._emphasise(element, line)

    def _emphasise(self, element: Element, line: int) -> None:
        raw, children = _flat(element)
        if not MARK.search(raw):
            return
        text = _ESCAPED.sub(lambda m: "\\" * len(m[0]), raw)  # also a mark, but none of emphasis
        made: list[Pair] = []
        for pair in pairs(text):
            if kind := _only_there(text, pair):
                words = _ESCAPED.sub("", raw[pair.start : pair.end + pair.size])
                self.found.notes.append(Note(kind, line + text.count("\n", 0, pair.start), words))
            else:
                made.append(pair)
        if len(left := _left(text, made)) > 1:  # one alone is none: 张**
            self.found.notes.append(Note("stars", line + text.count("\n", 0, left[0]), text[left[0] : left[1] + 2]))
        if made:
            _rebuild(element, raw, children, made)


def _left(text: str, made: list[Pair]) -> list[int]:
    """Where two stars or more stand that make nothing bold."""
    used = {at + place for pair in made for at in (pair.start, pair.end) for place in range(pair.size)}
    return [m.start() for m in _STARS.finditer(text) if not used.intersection(range(*m.span()))]


def _only_there(text: str, pair: Pair) -> str:
    """The kind of note for a pair that is emphasis on GitHub alone; empty if it is here too."""
    if pair.mark == "~":
        return "struck" if pair.size == 2 else "tildes"
    return "product" if is_product(text, pair) else ""


def _flat(element: Element) -> tuple[str, dict[int, Element]]:
    """The text of an element in one piece, two characters for each child, and the children by their offsets."""
    pieces, children, length = [element.text or ""], {}, len(element.text or "")
    for child in element:
        children[length] = child
        pieces += [_BREAK if child.tag == "br" else _LINK, child.tail or ""]
        length += 2 + len(child.tail or "")
    return "".join(pieces), children


def _rebuild(element: Element, raw: str, children: Mapping[int, Element], made: list[Pair]) -> None:
    """Give `element` its text anew, with its children and an element for each pair."""
    attributes, tail = dict(element.attrib), element.tail
    element.clear()
    element.attrib.update(attributes)
    element.tail = tail
    at, inside = 0, [element]
    for start, end, what in sorted(_events(children, made), key=lambda event: event[:2]):
        _append(inside[-1], raw[at:start])
        at = end
        if isinstance(what, Pair):
            inside.append(SubElement(inside[-1], _TAGS[what.size]))
        elif what is None:
            inside.pop()
        else:
            what.tail = None
            inside[-1].append(what)
    _append(element, raw[at:])


def _events(children: Mapping[int, Element], made: list[Pair]) -> Iterator[tuple[int, int, Pair | Element | None]]:
    """(start, end, what begins there) of each child and mark; None where a pair ends."""
    for start, child in children.items():
        yield start, start + 2, child
    for pair in made:
        yield pair.start, pair.start + pair.size, pair
        yield pair.end, pair.end + pair.size, None


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
