"""Finds lists without numbers: short lines in a row or with a paragraph under each, times of a day, tables."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from casebook.extract.headings import context, heading
from casebook.extract.told import Told

_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(r"\s*(?:[●•■▶▲◆·–—\-*✔]+|\d{1,2}[:：]\d{2}(?:\s?[-–—~～至]\s?\d{1,2}[:：]\d{2})?)?\s*")
_TIME = re.compile(
    r"\s*(?:上午|下午|晚上)?\d{1,2}[:：]\d{2}(?:\s?[-–—~～至]+\s?\d{1,2}[:：]\d{2})?\s*[|｜\t 　：:]*\s*"
)
_LABEL = re.compile('\\s*[●•■▶▲◆·*-]?\\s*[“"【]?([^“”"【】：:，,。—\n]{1,12})[”"】]?(?:[：:]|——)\\s?(?=.{4})')
_NUMBER = re.compile(r"\s*(?:[Pp][Aa][Rr][Tt][.．\s]*)?(\d{1,2})[.．、]?\s*")
_ARROW = re.compile(r"\s*[→↓⬇▼|｜]+\s*$")
_STOP = re.compile(r"[。！？!?；;，,]\s*$")
_CELLS = re.compile(r"\s*[|｜\t]\s*| {2,}|\u3000+")
_FRAME = re.compile(r"[\s|｜:\-—+]+$")
_EDGE = re.compile("(?:活动|会议|议事)?(?:开始|结束)")  # rows that frame a table of times
_LONGEST, _FEWEST, _MOST = 24, 3, 15


def lines_of(text: str) -> list[re.Match[str]]:
    """The lines of `text` that hold anything."""
    return [line for line in _LINE.finditer(text) if line[0].strip()]


def listed(text: str) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """(What kind of list, its items), in no order of certainty."""
    lines = lines_of(text)
    for is_short, group in groupby(lines, _is_short):
        if is_short:
            yield from _blocks([*group])
    yield from _with_paragraphs(lines)
    yield from _below_numbers(lines)
    yield from _labelled(lines)
    yield from _timed(lines)
    yield from _tables(lines)


def _is_short(line: re.Match[str]) -> bool:
    words = line[0].strip()
    return len(words) <= _LONGEST and not _STOP.search(words) and heading(line[0], line.start()) is None


def _blocks(lines: list[re.Match[str]]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """The items of short lines in a row; the first may be the heading above the others."""
    arrows = [line for line in lines if _ARROW.fullmatch(line[0])]
    items = [_item(line) for line in lines if not _ARROW.fullmatch(line[0])]
    name = "arrows between lines" if len(arrows) > 1 else "short lines"
    for some in (items[1:],) if lines[0][0].rstrip().endswith(("：", ":")) else (items, items[1:]):
        if _FEWEST <= len(some) <= _MOST and all(item.title for item in some):
            yield name, tuple(some)


def _with_paragraphs(lines: list[re.Match[str]]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Short lines with one paragraph under each, three or more in turn."""
    run: list[Told] = []
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        if _is_short(line) and below is not None and not _is_short(below):
            run.append(_item(line))
        elif _is_short(line):
            yield from _paragraphed(run)
            run = []
    yield from _paragraphed(run)


def _paragraphed(run: list[Told]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """All of a run, and all but its first line, which may be the title of the text."""
    yield from _run("lines with paragraphs", run)
    yield from _run("lines with paragraphs", run[1:])


def _below_numbers(lines: list[re.Match[str]]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """The lines below numbers that have lines of their own: 01, then 统一业主意见."""
    run: list[Told] = []
    for line, below in pairwise(lines):
        number = _NUMBER.fullmatch(line[0])
        if number and int(number[1]) == len(run) + 1 and _is_short(below):
            run.append(_item(below))
        elif number and int(number[1]) == 1:
            run = [_item(below)]
    yield from _run("below numbers", run)


def _labelled(lines: list[re.Match[str]]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Lines in a row that each begin with a short label: “望”——进门先不开口."""
    for is_labelled, group in groupby(lines, lambda line: bool(_LABEL.match(line[0]))):
        if is_labelled:
            found = [(line, match) for line in group if (match := _LABEL.match(line[0]))]
            items = [Told(match[1], line.start() + match.start(1), line.end(), "stated") for line, match in found]
            yield from _run("labelled lines", items)


def _timed(lines: list[re.Match[str]]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Lines that begin with times of a day, one after the other."""
    for is_timed, group in groupby(lines, lambda line: bool(_TIME.match(line[0]))):
        if is_timed:
            items = [_behind(line, match.end()) for line in group if (match := _TIME.match(line[0]))]
            yield from _run("times of a day", [item for item in items if 1 < len(item.title) <= _LONGEST])


def _tables(lines: list[re.Match[str]]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """The columns of tables, by what their heads name; rows of equally many cells."""
    rows = (_cells(line) for line in lines if not _FRAME.match(line[0]))
    for _, group in groupby(rows, len):
        table = [cells for cells in group if len(cells) > 1]
        if len(table) > _FEWEST:
            for head, *body in zip(*table, strict=True):
                name = context(head.title) or "nothing"
                yield from _run(f"column of {name}", body)


def _cells(line: re.Match[str]) -> list[Told]:
    words = line[0].strip().strip("|｜")
    if not _CELLS.search(words.strip()):
        return []
    start = line.start() + line[0].index(words)
    edges = [0, *(edge for found in _CELLS.finditer(words) for edge in found.span()), len(words)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [Told(words[a:b], start + a, start + b, "stated") for a, b in spans if words[a:b].strip()]


def _item(line: re.Match[str]) -> Told:
    lead = _LEAD.match(line[0])
    return _behind(line, lead.end() if lead else 0)


def _behind(line: re.Match[str], at: int) -> Told:
    title = line[0][at:].rstrip()
    return Told(title, line.start() + at, line.start() + at + len(title), "stated")


def _run(name: str, items: list[Told]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    items = [item for item in items if not _EDGE.fullmatch(item.title)]
    if _FEWEST <= len(items) <= _MOST and len({item.title for item in items}) == len(items):
        yield name, tuple(items)
