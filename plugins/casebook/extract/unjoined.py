"""Finds chains whose items no mark joins: 一听二看三问四办; 调研、实施和评估三个阶段; clauses with labels in quotes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from casebook.extract.beside import words_of
from casebook.extract.items import bare_items
from casebook.extract.joins import Span
from casebook.extract.numerals import CHINESE

_STOPS = "。！？!?，,；;：:\n"
_LONGEST = 60  # characters of a clause before the number of its steps
_AND = re.compile("以及|[和与及]")
# 一听二看三问四办 …: four in turn or more, of few characters each.
_FEW = "([^一二三四五六七八九\\W]{1,4}?)"
_COUNTED = re.compile(
    f"一{_FEW}[、，]?二{_FEW}[、，]?三{_FEW}[、，]?四{_FEW}(?:[、，]?五{_FEW})?(?:[、，]?六{_FEW})?(?=\\W|的)"
)
# “说事”收集民意，“议事”凝聚共识，“办事”解决问题
_LABEL = "[“「][^”」“「\n]{1,8}[”」]"
_CLAUSE = f"{_LABEL}[^“”「」{_STOPS}、]{{2,24}}"
_LABELLED = re.compile(f"{_CLAUSE}(?:[，,；;]{_CLAUSE}){{2,9}}(?=[，,；;。\n]|\\Z)")
_INNER = re.compile("[“「]([^”」]+)[”」]")

Row = tuple[Sequence[Span], tuple[str, ...]]  # its items, and how it is written


def unjoined(text: str) -> Iterator[Row]:
    """Every such chain."""
    for row in _COUNTED.finditer(text):
        yield [row.span(group) for group in range(1, row.re.groups + 1) if row[group]], ("bare", "numbered")
    for row in _LABELLED.finditer(text):
        if text[row.start() - 1 : row.start()] in f"{_STOPS} ":
            labels = [label.span(1) for label in _INNER.finditer(text, *row.span())]
            yield labels, ("quoted", "each begins a clause")
    for count in _count().finditer(text):
        if items := _with_and(text, count.start()):
            yield items, ("bare", "joined by 、")


def _with_and(text: str, end: int) -> Sequence[Span]:
    """The three items before the number of steps at `end`, of which a word joins the last two."""
    start = max(0, end - _LONGEST)
    start = max((at + 1 for mark in _STOPS if (at := text.rfind(mark, start, end)) >= 0), default=start)
    comma = text.find("、", start, end)
    if comma < 0 or text.find("、", comma + 1, end) >= 0 or not _AND.search(text, comma + 2, end):
        return []
    return bare_items(text, [(start, comma), (comma + 1, end)])


@cache
def _count() -> re.Pattern[str]:
    """A number of steps: 三个阶段."""
    return re.compile(f"[{CHINESE}\\d]{{1,2}}个?(?:{words_of('order')})")
