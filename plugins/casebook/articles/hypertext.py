"""HTML to an article: the text that a reader sees.

This module scans HTML itself, with the tags of the HTML standard. Beautiful Soup knows where a tag stands in the
source, but not where a text or an entity does. HTMLParser of the standard library does, but it raises on `<![x[`, takes
minutes for 100 KB of `<a ` (Python 3.11.7: its time is quadratic), and its reading of broken HTML still changes.
"""

import re
from collections import Counter
from enum import IntEnum
from html import unescape
from html.entities import html5
from unicodedata import east_asian_width

from casebook.articles.article import Writer

# Names of elements that begin and end a line.
_LINE = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|optgroup|option|p|pre|search|section|summary|table"
    "|tbody|tfoot|thead|tr|ul"
)
_CELLS = frozenset(("td", "th"))
# No part of the article: what is not shown or struck, what leads elsewhere, and how a character is pronounced. A `head`
# has no text but in these and the raw ones, in which `<` begins no tag but the one that ends them.
_LEFT_OUT = frozenset(("aside", "footer", "nav", "noscript", "rp", "rt", "select", "svg", "template"))
_LEFT_OUT |= {"del", "s", "strike"}
_WHOLE = frozenset(("html", "body", "main", "article"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_LONGEST_TAG = 2_000  # characters of a tag that may name its class
_RAW = "iframe|noembed|noframes|script|style|textarea|title|xmp"

# Nine digits are enough for any character; `unescape` refuses some thousands. Old names need no semicolon: &nbsp700人
_NAMES = "|".join(sorted((name for name in html5 if not name.endswith(";")), key=lambda name: (-len(name), name)))
REFERENCE = rf"&(?:\#[0-9]{{1,9}};?|\#[xX][0-9a-fA-F]{{1,8}};?|[A-Za-z][A-Za-z0-9]{{1,31}};|{_NAMES})"

# Each alternative takes all that it looks at, so that time is linear: what is never closed goes on to the end.
_REST = r"""(?:= \s*+ (?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z)) | [^>])*+ (?:>|\Z)"""  # of a tag; a value may hold a >
_TOKEN = re.compile(
    rf"""
    <!--(?:-?>|.*?(?:--!?>|\Z))
    |<(?P<raw>{_RAW})(?=[\s/>]) {_REST} .*?(?:(?=</(?P=raw)[\s/>])|\Z)
    |<(?P<end>/?)(?P<name>[a-z][^\s/>]*+) {_REST}
    |<[!?/][^>]*+(?:>|\Z)
    |(?P<space>(?:\s|&\#1[03];)++)
    |(?P<text>{REFERENCE}|[^<&\s]++|[<&])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE | re.ASCII,
)


class _Gap(IntEnum):
    """What separates two words; of several separators the highest counts."""

    NONE = 0
    SOFT = 1  # a line break in the source
    SPACE = 2
    CELL = 3
    LINE = 4


_SEPARATORS = {_Gap.NONE: "", _Gap.SPACE: " ", _Gap.CELL: "\t", _Gap.LINE: "\n"}


_NAMED = re.compile(
    r"""\s(?:class|id)\s{0,9}=\s{0,9}(?:"([^"]{1,400})"|'([^']{1,400})'|([^\s"'>]{1,400}))""", re.IGNORECASE
)


def write(writer: Writer, start: int, boxes: frozenset[str] = frozenset()) -> None:
    """Add the text of the HTML from `start` on; broken HTML never raises.

    Elements that have one of `boxes` as a class or id are left out, too.
    """
    scanner = _Scanner(writer, boxes)
    for token in _TOKEN.finditer(writer.given, start):
        scanner.read(token)


class _Scanner:
    """Keeps the open elements, and the separator between the last words and the next."""

    def __init__(self, writer: Writer, boxes: frozenset[str]):
        self.writer, self.boxes = writer, boxes
        self.stack: list[tuple[str, bool]] = []  # names, and whether it is left out
        self.open: Counter[str] = Counter()  # how often each name is on the stack
        self.left_out = 0  # elements on the stack that are
        self.gap = _Gap.NONE
        self.at = 0  # where the last words end

    def read(self, token: re.Match[str]) -> None:
        if token["name"]:
            self._tag(token["name"].lower(), token[0], is_end=bool(token["end"]))
        elif self.left_out:
            return
        elif token["space"]:
            self._space(token[0])
        elif text := unescape(token["text"] or ""):
            self._before(text[0], token.start())
            self.writer.put(text, *token.span())
            self.at = token.end()

    def _tag(self, name: str, tag: str, *, is_end: bool) -> None:
        if name in _CELLS:
            self.gap = max(self.gap, _Gap.CELL)
        elif _LINE.fullmatch(name):
            self.gap = _Gap.LINE
        if is_end:
            self._close(name)
        elif not tag.endswith("/>") and name not in _VOID:
            is_left_out = name in _LEFT_OUT or self._is_box(name, tag)
            self.stack.append((name, is_left_out))
            self.open[name] += 1
            self.left_out += is_left_out

    def _close(self, name: str) -> None:
        """Close the last element with that name and all in it, also `br` and others without an end tag."""
        while self.open[name]:
            last, is_left_out = self.stack.pop()
            self.open[last] -= 1
            self.left_out -= is_left_out
            if last == name:
                break

    def _is_box(self, name: str, tag: str) -> bool:
        """Whether one of the words of the class or id of an element is one of the boxes; a page itself is none."""
        if not self.boxes or name in _WHOLE:
            return False
        words = (word for found in _NAMED.findall(tag[:_LONGEST_TAG]) for word in "".join(found).lower().split())
        return not self.boxes.isdisjoint(words)

    def _space(self, space: str) -> None:
        is_line = "\n" in space or "\r" in space
        if is_line and self.open["pre"]:
            self.gap = _Gap.LINE
        else:
            self.gap = max(self.gap, _Gap.SOFT if is_line else _Gap.SPACE)

    def _before(self, char: str, start: int) -> None:
        """Write the separator between the last words and those that begin with `char` at `start`."""
        if self.writer.text:
            self.writer.put(self._separator(self.writer.text[-1][-1], char), self.at, start)
        self.gap = _Gap.NONE

    def _separator(self, last: str, char: str) -> str:
        """The text of a separator; a line break in the source is empty beside a Chinese character, else a space."""
        if self.gap == _Gap.SOFT:
            return "" if _is_wide(last) or _is_wide(char) else " "
        return _SEPARATORS[self.gap]


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in ("W", "F")
