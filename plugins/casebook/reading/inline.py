"""What stands within a block: Python-Markdown's links and escapes, GitHub's emphasis, and our own links and marks."""

import re
import string
from collections.abc import Mapping
from itertools import takewhile
from threading import local
from typing import Self
from xml.etree.ElementTree import Element

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
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor, build_treeprocessors
from markdown.util import BLOCK_LEVEL_ELEMENTS, STX, AtomicString, Registry

from casebook.reading.blocks import blocks
from casebook.reading.elements import BLOCKS, HEADINGS, Blocks
from casebook.reading.emphasis import MARK, Emphasis, Unmarked
from casebook.reading.lines import AFTER_TITLE, BELOW

REFERENCE = "data-reference"  # attribute of a [[link]]: its target and step, until the library knows the address
BAR = "\ue000"  # stands for the | of [[text|slug]], which is no border of a cell

_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
_WIKI = re.compile(r"\[\[[^\[\]\n]*\]\]")
_BACKSLASH = re.compile(rf"\\([{re.escape(string.punctuation)}])")  # before what it escapes
_MARKS = re.compile(r"[\\\[<]| {2}\n")  # what any pattern begins with; most texts have none


class InlineMarkdown(markdown.Markdown):
    """Python-Markdown for what stands within blocks: of its patterns those that keep what the author wrote, and ours.

    Made once for each thread, since that takes longer than most texts.
    """

    def __init__(self) -> None:
        self.titles: Mapping[str, str] = {}
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
            _WikiLink(r"\[\[([^\[\]\n]*)\]\]", self),
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
        self.emphasis = Emphasis(self)
        self.treeprocessors.register(self.emphasis, "emphasis", 15)
        self.treeprocessors.register(_Attributes(self), "attributes", 8)
        self.treeprocessors.register(_Unescape(self), "unescape", 0)
        return self

    def blocks(self, body: str) -> Blocks:
        """The blocks of a body, with its words as they are written."""
        lines = body.split("\n")
        for preprocessor in self.preprocessors:
            lines = preprocessor.run(lines)
        return blocks(lines)

    def read(self, found: Blocks, titles: Mapping[str, str]) -> Element:
        """The tree of `found`, with what stands within its blocks; `titles` gives text to links that have none."""
        self.emphasis.found, self.titles, root = found, titles, found.root
        for treeprocessor in self.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        return root


class _Plain(Treeprocessor):
    """Tells the patterns to pass over texts in which none is."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARKS.search(element.text):
                element.text = (Unmarked if MARK.search(element.text) else AtomicString)(element.text)


class _Unescape(UnescapeTreeprocessor):
    """Restores what was escaped, which few texts have."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and STX in element.text:
                element.text = self.unescape(element.text)
            if element.tail and STX in element.tail:
                element.tail = self.unescape(element.tail)


class _ProtectBars(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [_WIKI.sub(lambda m: re.sub(r"\\?\|", BAR, m[0]), line) if "|" in line else line for line in lines]


class _WikiLink(InlineProcessor):
    """`[[slug]]`, `[[文字|slug]]`, `[[slug#step]]`, `[[文字|slug#step]]`."""

    md: InlineMarkdown

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        text, _, reference = _BACKSLASH.sub(r"\1", m[1]).rpartition(BAR)
        target, _, step = reference.strip().partition("#")
        link = Element("a", {REFERENCE: f"{target.strip()}#{step.strip()}"})
        link.text = AtomicString(text.strip() or self.md.titles.get(target.strip(), reference.strip()))
        return link, m.start(0), m.end(0)


class _Attributes(Treeprocessor):
    """`{#id}` at the end of a heading, `{: .class}` on the last line of a paragraph; other braces are text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in BLOCKS:
                self._read(element, *(_last_words(element) if len(element) else (element, "text")))

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


class _Own(local):
    def __init__(self) -> None:
        self.markdown = InlineMarkdown()


OWN = _Own()  # what a thread reads with
