"""How much a file may hold: nothing that a stranger sends costs more than its size.

The largest file of a real collection has 14 KB, its longest paragraph 1,000 characters: every limit is far above what
an article has, and below what takes seconds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from casebook.extract.numerals import CHINESE
from casebook.reading.findings import Finding

LARGEST_ENTRY = 256 * 1024  # bytes of a case, method or page
LARGEST = 1024 * 1024  # bytes of any other file: a vocabulary grows with the collection
LARGEST_ARTICLE = 4 * 1024 * 1024  # bytes of what `extract` reads: a saved page has much that is no text
LONGEST_ARTICLE = 70_000  # characters of its text; ten times what a long report has
LONGEST_PARAGRAPH = 20_000  # characters
MOST_ITEMS = 200  # items of a list in a front matter or term: a list of addresses, figures or themes of one page
MOST_PROBLEMS = 1_000  # of the YAML of one file; the rest is then not read
UNREAD = (f"前面已有 {MOST_PROBLEMS} 处以上的错误,从这里起没有再读", "先改前面的,再检查一次")
LONGEST_VALUE = 2_000  # characters of a value in a front matter or term; a summary has some 300
LONGEST_TITLE = 100  # characters of a title that stand for it in links; the longest has 20
DEEPEST = 30  # elements within elements: prose has four or five

_LINKED = re.compile(r"\[\[[^\[\]\n]*\]\]")  # a | in it is no border of a cell
_RULER = re.compile(r"[ \t>]*\|?[ \t]*:?-[-:| \t]*")  # under the head of a table
_HEADING = re.compile(r"^[ \t>]*#", re.MULTILINE)
_NUMBER = re.compile(f"[{CHINESE}0-9０-９]+")
_QUOTES = re.compile(r"^[ \t>]*", re.MULTILINE)
_PREFIX = re.compile(r"[ \t>*+-]*")


@dataclass(frozen=True)
class Bound:
    """At most `most` of what `measure` counts; `found` says how many there are, `instead` what to do about it.

    There is no more of it than a text has of `sign`, or characters if that is empty; None where nothing tells as much.
    """

    most: int
    measure: Callable[[str], int]
    found: str
    instead: str
    sign: str | None = ""

    def is_beyond(self, words: str) -> bool:
        """Whether `words` have too much of it."""
        return (self.sign is None or words.count(self.sign) >= self.most) and self.measure(words) > self.most

    def finding(self, line: int, count: int) -> Finding:
        """What is said of `count`, which is beyond the bound, on `line`."""
        return Finding(line, "正文", self.found.format(count), self.instead)


def _depth(opening: str, closing: str, words: str) -> int:
    """How deep brackets stand in brackets; one that never closes holds all that follows."""
    depth = deepest = 0
    for mark in re.findall(f"[{re.escape(opening + closing)}]", words):
        depth = max(0, depth + (1 if mark == opening else -1))
        deepest = max(deepest, depth)
    return deepest


def _brackets(opening: str, closing: str) -> Bound:
    """For each bracket, Markdown looks for its end: what stands in n of them is read n times."""
    found = f"这一段有 {{}} 层 “{opening}” 套在一起或没有配对"
    return Bound(50, partial(_depth, opening, closing), found, f"补上 “{closing}” 或删去", opening)


def _lines(words: str) -> int:
    return words.count("\n") + 1


def _lines_and_gap(words: str) -> int:
    return _lines(words) + 1


def _bars(words: str) -> int:
    """The most `|` in a line."""
    return max(line.count("|") for line in _LINKED.sub("", words).split("\n")) if "|" in words else 0


def _cells(words: str) -> int:
    """The cells of a table: Markdown fills every row up to the length of its head."""
    lines = words.split("\n")
    heads = (above for above, line in pairwise(lines) if "|" in above and _RULER.fullmatch(line))
    return len(lines) * max((head.count("|") + 1 for head in heads), default=0)


def _headings(words: str) -> int:
    return len(_HEADING.findall(words)) if "#" in words else 0


def _links(words: str) -> int:
    return words.count("[[")


def _numbers(words: str) -> int:
    return sum(1 for _ in _NUMBER.finditer(words))


def _quotes(words: str) -> int:
    return max(found.count(">") for found in _QUOTES.findall(words)) if ">" in words else 0


OF_PARAGRAPHS = (
    Bound(LONGEST_PARAGRAPH, len, "这一段有 {} 字", "用空行分段"),
    Bound(1_000, _lines, "这一段有 {} 行", "用空行分段", "\n"),
    Bound(100, _bars, "这一段里有一行写了 {} 个 “|”", "表格减到几列,或分成几张", "|"),
    Bound(DEEPEST, _quotes, "引用套了 {} 层", "减到三层以内", ">"),
    _brackets("[", "]"),
    _brackets("(", ")"),
)
OF_BODIES = (
    Bound(5_000, _lines_and_gap, "正文到这里有 {} 行", "一个文件只写一个案例或方法", None),
    Bound(500, _headings, "正文到这里有 {} 个标题", "并成几节", "#"),
    Bound(1_000, _links, "正文到这里有 {} 个站内链接", "只在第一次提到时写链接", "[["),
    Bound(10_000, _numbers, "正文到这里有 {} 个数字", "大表格请另存,正文写结论"),
    Bound(20_000, _cells, "表格到这里有 {} 格", "大表格请另存,正文写结论", None),
)


def beyond(body: str, line: int) -> Iterator[Finding]:
    """A Finding for each bound that a paragraph, or the body up to it, exceeds; the body begins on `line`.

    No part has more of what is counted than the whole, and most bodies are within all bounds.
    """
    if any(bound.is_beyond(body) for bound in (*OF_PARAGRAPHS, *OF_BODIES)):
        yield from _beyond(body, line)


def _beyond(body: str, line: int) -> Iterator[Finding]:
    sums = dict.fromkeys(OF_BODIES, 0)
    for paragraph in re.split(r"\n[ \t]*\n", body):
        for bound in OF_PARAGRAPHS:
            if (count := bound.measure(paragraph)) > bound.most:
                yield bound.finding(line, count)
        for bound, before in sums.items():
            sums[bound] += bound.measure(paragraph)
            if before <= bound.most < sums[bound]:
                yield bound.finding(line, sums[bound])
        line += paragraph.count("\n") + 2


def deepest_line(body: str) -> int:
    """The place, from 0, of the line with the most marks and blanks before its words."""
    lines = body.split("\n")
    return max(range(len(lines)), key=lambda at: len(match[0]) if (match := _PREFIX.match(lines[at])) else 0)
