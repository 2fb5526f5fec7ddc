"""Finds lists without numbers: short lines in a row or with a paragraph under each, times of a day, tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from casebook.extract.deeds import are_deeds
from casebook.extract.headings import context
from casebook.extract.lines import Line, in_a_row
from casebook.extract.shell import is_shell
from casebook.extract.told import Told

_LEAD = re.compile(r"\s*(?:[●•■▶▲◆·–—\-*✔]+|\d{1,2}[:：]\d{2}(?:\s?[-–—~～至]\s?\d{1,2}[:：]\d{2})?)?\s*")
_TIME = re.compile(
    r"\s*(?:上午|下午|晚上)?\d{1,2}[:：]\d{2}(?:\s?[-–—~～至]+\s?\d{1,2}[:：]\d{2})?\s*[|｜\t 　：:]*\s*"
)
_LABEL = re.compile('\\s*[●•■▶▲◆·*-]?\\s*[“"【]?([^“”"【】：:，,。—\n]{1,12})[”"】]?(?:[：:]|——)\\s?(?=.{4})')
_MARK, _HEAD = re.compile("[:：—]"), 24  # one of these stands behind a label or in a time, so near the start of a line
_NUMBER = re.compile(r"\s*(?:[Pp][Aa][Rr][Tt][.．\s]*)?(\d{1,2})[.．、]?\s*")
_ARROW = re.compile(r"\s*[→↓⬇▼|｜]+\s*")
_STOPS = frozenset("。！？!?；;，,")
# A bar or a tab with the white space around it, or wide white space. It begins with a set of characters, by which a row
# is skimmed, and looks for a bar behind white space only where that begins, not from each of its characters.
_CELLS = re.compile(r"[\s|｜](?:(?<!\s.)(?<=\s)\s*[|｜\t]\s*|(?<=[|｜\t])\s*|(?<= ) +|(?<=\u3000)\u3000*)")
_FRAME = re.compile(r"[\s|｜:\-—+]+")
_DASHES = frozenset(":-—+")  # what frames begin with, beside the marks of cells
# Rows that frame a table of times.
_EDGES = frozenset(f"{what}{edge}" for what in ("", "活动", "会议", "议事") for edge in ("开始", "结束"))
_LONGEST, _FEWEST, _MOST = 24, 3, 15

Item = tuple[str, int, int]  # title, start, end
Listed = Iterator[tuple[str, tuple[Told, ...]]]  # what kind of list, its items


def listed(text: str, lines: Sequence[Line]) -> Listed:
    """All lists, in no order of certainty."""
    short = [line for line in lines if len(line.words) <= _LONGEST and _is_short(line)]
    groups = [*in_a_row(short)]
    for group in groups:
        yield from _blocks(group)
    yield from _with_paragraphs(groups, len(lines))
    yield from _below_numbers(short, lines)
    marked = [line for line in lines if _MARK.search(line.words, 0, _HEAD)]
    yield from _labelled(marked)
    yield from _timed(marked)
    yield from _tables(text, lines)


def _is_short(line: Line) -> bool:
    is_title = len(line.words) <= _LONGEST and line.heading is None and line.words[-1] not in _STOPS
    return is_title and not is_shell(line.words)


def _blocks(lines: Sequence[Line]) -> Listed:
    """The items of short lines in a row; the first may be the heading above the others."""
    if len(lines) < _FEWEST:
        return
    plain = [line for line in lines if not _ARROW.fullmatch(line.words)]
    name = "arrows between lines" if len(lines) - len(plain) > 1 else "short lines"
    items = [_item(line) for line in plain] if len(plain) <= _MOST + 1 else []
    is_above = lines[0].words.endswith(("：", ":")) or context(lines[0].words) == "process"
    for some in (items[1:],) if is_above else (items, items[1:]):
        if _FEWEST <= len(some) <= _MOST and all(title for title, *_ in some):
            yield name, _told(some)


def _with_paragraphs(groups: Sequence[Sequence[Line]], count: int) -> Listed:
    """Short lines with one paragraph under each, three or more in turn, of the groups of short lines in a row.

    `count`: of all lines; the last has no paragraph under it.
    """
    run: list[Line] = []
    for *others, line in groups:
        is_last = line.place == count - 1
        if others or is_last:
            yield from _paragraphed(run)
            run = []
        if not is_last:
            run.append(line)
    yield from _paragraphed(run)


def _paragraphed(run: Sequence[Line]) -> Listed:
    """All of a run, all but its first line, which may be the title of the text, and those in turn that name deeds."""
    if len(run) >= _FEWEST:
        items = [_item(line) for line in run]
        yield from _run("lines with paragraphs", items)
        yield from _run("lines with paragraphs", items[1:])
        for deeds, part in groupby(items, key=lambda item: are_deeds([item[0]])):
            some = [*part] if deeds else []
            if len(some) < len(items) - 1:
                yield from _run("lines with paragraphs", some)


def _below_numbers(short: Sequence[Line], lines: Sequence[Line]) -> Listed:
    """The lines below numbers that have lines of their own: 01, then 统一业主意见."""
    run: list[Item] = []
    for line in short:
        number = _NUMBER.fullmatch(line.text)
        if not number or line.place + 1 == len(lines):
            continue
        below = lines[line.place + 1]
        if int(number[1]) == len(run) + 1 and _is_short(below):
            run.append(_item(below))
        elif int(number[1]) == 1:
            run = [_item(below)]
    yield from _run("below numbers", run)


def _labelled(lines: Sequence[Line]) -> Listed:
    """Lines in a row that each begin with a short label: “望”——进门先不开口."""
    for found in _beginning(_LABEL, lines):
        yield from _run("labelled lines", [(match[1], line.start + match.start(1), line.end) for line, match in found])


def _timed(lines: Sequence[Line]) -> Listed:
    """Lines that begin with times of a day, one after the other."""
    for found in _beginning(_TIME, lines):
        items = [_behind(line, match.end()) for line, match in found]
        yield from _run("times of a day", [item for item in items if 1 < len(item[0]) <= _LONGEST])


def _beginning(pattern: re.Pattern[str], lines: Sequence[Line]) -> Iterator[list[tuple[Line, re.Match[str]]]]:
    """The lines in a row that begin with `pattern`, three or more."""
    for row in in_a_row(line for line in lines if pattern.match(line.text)):
        if len(row) >= _FEWEST:
            yield [(line, match) for line in row if (match := pattern.match(line.text))]


def _tables(text: str, lines: Sequence[Line]) -> Listed:
    """The columns of tables, by what their heads name; rows of equally many cells."""
    for row in in_a_row(line for line in lines if _may_be_row(line.words)):
        cells = (_cells(line) for line in row if not _FRAME.fullmatch(line.words)) if len(row) > _FEWEST else ()
        for count, group in groupby(cells, len):
            table = [*group] if count > 1 else []
            if len(table) > _FEWEST:
                for head, *body in zip(*table, strict=True):
                    name = context(text[slice(*head)]) or "nothing"
                    yield from _run(f"column of {name}", [(text[a:b], a, b) for a, b in body])


def _may_be_row(words: str) -> bool:
    """Whether something may part cells, or the line is the frame between rows."""
    has_marks = "|" in words or "｜" in words or "\t" in words or "\u3000" in words or "  " in words
    return has_marks or (words[0] in _DASHES and bool(_FRAME.fullmatch(words)))


def _cells(line: Line) -> list[tuple[int, int]]:
    """The spans of the cells of a row that hold anything."""
    words = line.words.strip("|｜")
    start = line.start + line.text.index(words)
    edges = [0, *(edge for found in _CELLS.finditer(words) for edge in found.span()), len(words)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [(start + a, start + b) for a, b in spans if a < b and not words[a:b].isspace()]


def _item(line: Line) -> Item:
    lead = _LEAD.match(line.text)
    return _behind(line, lead.end() if lead else 0)


def _behind(line: Line, at: int) -> Item:
    title = line.text[at:].rstrip()
    return title, line.start + at, line.start + at + len(title)


def _run(name: str, items: Sequence[Item]) -> Listed:
    if len(items) < _FEWEST:
        return
    items = [item for item in items if item[0] not in _EDGES]
    if _FEWEST <= len(items) <= _MOST and len({title for title, *_ in items}) == len(items):
        yield name, _told(items)


def _told(items: Sequence[Item]) -> tuple[Told, ...]:
    return tuple(Told(title, start, end, "stated") for title, start, end in items)
