"""What stands within a block: Python-Markdown's links and escapes, GitHub's emphasis, and our own links and marks."""

import re
import string
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Self
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    ESCAPE_RE,
    IMAGE_LINK_RE,
    LINK_RE,
    AutolinkInlineProcessor,
    EscapeInlineProcessor,
    ImageInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import Treeprocessor, build_treeprocessors
from markdown.util import BLOCK_LEVEL_ELEMENTS, AtomicString, Registry

from casebook.emphasis import Pair, is_product, pairs
from casebook.reading.elements import BLOCKS, HEADINGS, Blocks, Note
from casebook.reading.lines import AFTER_TITLE, BELOW

REFERENCE = "data-reference"  # attribute of a [[link]]: its target and step, until the library knows the address
BAR = "\ue000"  # stands for the | of [[text|slug]], which is no border of a cell

_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
_WIKI = re.compile(r"\[\[[^\[\]\n]*\]\]")
_BACKSLASH = re.compile(rf"\\([{re.escape(string.punctuation)}])")  # before what it escapes
_ESCAPED = re.compile("\x02[0-9]+\x03")  # how Python-Markdown keeps an escaped character
_LINK, _BREAK = "[)", " \n"  # what emphasis sees of a link and of a hard break: a mark, white space
_TAGS = {1: "em", 2: "strong"}
_STARS = re.compile(r"\*{2,}")
_EMPHASIS = re.compile("[*_~]")
_MARKS = re.compile(r"[\\\[<*_~]| {2}\n")  # what any pattern or emphasis begins with; most texts have none


class InlineMarkdown(markdown.Markdown):
    """Python-Markdown for what stands within blocks: of its patterns those that keep what the author wrote, and ours.

    `titles` gives text to links that have none.
    """

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.titles = titles
        super().__init__(output_format="html")
        self.ESCAPED_CHARS = list(string.punctuation)

    def is_block_level(self, tag: object) -> bool:
        """Whether an element of this name is a block to the package."""
        return tag in _BLOCK_LEVEL

    def build_parser(self) -> Self:
        """Make the processors and patterns, which is the way of the package to have others than its own."""
        self.preprocessors, self.inlinePatterns = Registry(), Registry()
        self.preprocessors.register(_ProtectBars(self), "protect-bars", 100)
        self.preprocessors.register(NormalizeWhitespace(self), "normalize_whitespace", 30)
        patterns = (
            _WikiLink(self.titles),
            EscapeInlineProcessor(ESCAPE_RE, self),
            LinkInlineProcessor(LINK_RE, self),
            ImageInlineProcessor(IMAGE_LINK_RE, self),
            AutolinkInlineProcessor(AUTOLINK_RE, self),
            SubstituteTagInlineProcessor(r"(?: {2,}|\\)\n|<br ?/?>", "br"),
        )
        for place, pattern in enumerate(patterns):
            self.inlinePatterns.register(pattern, type(pattern).__name__, -place)
        self.treeprocessors = build_treeprocessors(self)
        self.treeprocessors.register(_Plain(self), "plain", 30)
        self.treeprocessors.register(_Attributes(self), "attributes", 8)
        return self


class _Plain(Treeprocessor):
    """Tells the patterns to pass over texts in which none is."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARKS.search(element.text):
                element.text = AtomicString(element.text)


class _ProtectBars(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [_WIKI.sub(lambda m: re.sub(r"\\?\|", BAR, m[0]), line) for line in lines]


class _WikiLink(InlineProcessor):
    """`[[slug]]`, `[[文字|slug]]`, `[[slug#step]]`, `[[文字|slug#step]]`."""

    def __init__(self, titles: Mapping[str, str]):
        super().__init__(r"\[\[([^\[\]\n]*)\]\]")
        self.titles = titles

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        text, _, reference = _BACKSLASH.sub(r"\1", m[1]).rpartition(BAR)
        target, _, step = reference.strip().partition("#")
        link = Element("a", {REFERENCE: f"{target.strip()}#{step.strip()}"})
        link.text = AtomicString(text.strip() or self.titles.get(target.strip(), reference.strip()))
        return link, m.start(0), m.end(0)


class _Attributes(Treeprocessor):
    """`{#id}` at the end of a heading, `{: .class}` on the last line of a paragraph; other braces are text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in BLOCKS:
                self._read(element, *_last_words(element))

    @staticmethod
    def _read(element: Element, holder: Element, where: str) -> None:
        text = getattr(holder, where) or ""
        if "}" not in text:
            return
        m = (AFTER_TITLE if element.tag in HEADINGS else BELOW).search(text)
        if not m:
            return
        setattr(holder, where, text[: m.start()].rstrip("#").rstrip() if element.tag in HEADINGS else text[: m.start()])
        names = m[1].split()
        if ids := [name[1:] for name in names if name[0] == "#"]:
            element.set("id", ids[-1])
        if classes := [name[1:] for name in names if name[0] == "."]:
            element.set("class", " ".join(classes))


def _last_words(element: Element) -> tuple[Element, str]:
    """Where the last words of `element` stand before the blocks in it: a text or a tail."""
    before = list(takewhile(lambda child: child.tag not in BLOCKS, element))
    return (before[-1], "tail") if before else (element, "text")


class Emphasis(Treeprocessor):
    """Puts the emphasis of each block into its tree; notes what GitHub strikes or emphasises and we do not."""

    def __init__(self, md: markdown.Markdown, found: Blocks):
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        line = 0
        for element in list(root.iter()):
            line = self.found.lines.get(element, line)
            if not isinstance(element.text, AtomicString):
                self._emphasise(element, line)

    def _emphasise(self, element: Element, line: int) -> None:
        raw, children = _flat(element)
        if not _EMPHASIS.search(raw):
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
