"""Finds the numbered headings of a plain text, and the runs of them that may be steps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from casebook.extract.numerals import CHINESE, number
from casebook.tables import load

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_LINE = re.compile(r"[^\n]+")
_SENTENCE_MARK = re.compile(r"[。：:；;!！?？]")
_COMMA = re.compile("[,，]")
_FIRST = re.compile(
    rf"\s*[{CHINESE}\d（(【\[第PpSs步阶流环{_CIRCLED}]"
)  # how a numbered line begins; most lines do not
_MARKS = "：:？?。 】"
_LOW = 4  # from this level on, headings may lie within a step
_LONGEST_TITLE, _LONGEST_CLAUSE, _LONGEST_LINE = 40, 20, 30
# A heading names what it holds at its end (社会治理的实践经验; 扩大社会影响力 tells of no 影响), before these words.
_TRAILING = ("如下", "出炉", "情况", "公布")


@dataclass(frozen=True)
class Heading:
    """A numbered line: its level (1 is the highest), number, title and where the line starts."""

    level: int
    own: bool
    number: int
    title: str
    start: int


@dataclass
class Run:
    """Headings of one level, numbered 1, 2, 3 ...; `context` is the kind of the heading above, `end` the end."""

    context: str
    headings: list[Heading] = field(default_factory=list)
    end: int = 0


@cache
def _numberings() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple(
        (re.compile(rf"\s*[【\[]?{_numbered(row)}[\s、：:.，,|｜】\]]*"), row) for row in load("steps")["headings"]
    )


def _numbered(row: dict[str, Any]) -> str:
    digits = r"\d{1,2}(?!\d)" if row.get("chinese") is False else rf"[{CHINESE}]{{1,3}}"
    if "chinese" not in row:
        digits = f"[{_CIRCLED}]" if row.get("circled") else rf"[{CHINESE}\d]{{1,3}}"
    return str(row["pattern"]).replace("{n}", f"(?P<n>{digits})")


def heading(line: str, start: int) -> Heading | None:
    """The Heading of a line, or None; `start` is the offset of the line in the text."""
    if not _FIRST.match(line):
        return None
    for pattern, row in _numberings():
        if (match := pattern.match(line)) and (title := _title(line[match.end() :])):
            written = match["n"]
            value = _CIRCLED.index(written) + 1 if written in _CIRCLED else int(number(written) or 0)
            return Heading(row["level"], row["own"], value, title, start)
    return None


def _title(rest: str) -> str:
    """The title after the number: the whole line, or its first clause if the line is a paragraph."""
    first = _SENTENCE_MARK.split(rest, maxsplit=1)[0].strip()
    if len(first) > _LONGEST_TITLE:
        first = _COMMA.split(first, maxsplit=1)[0].strip()
        return first if len(first) <= _LONGEST_CLAUSE else ""
    return first


def context(title: str) -> str:
    """The context that a heading gives to the run below it: process, other, or nothing."""
    name = title.strip().rstrip(_MARKS)
    for word in _TRAILING:
        name = name.removesuffix(word).rstrip(_MARKS)
    return next((kind for kind, words in _contexts() if name.endswith(words)), "")


@cache
def _contexts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The kinds of context and their words, the strongest first."""
    return tuple((row["kind"], tuple(row["words"])) for row in load("steps")["contexts"])


def runs(text: str) -> tuple[Run, ...]:
    """The runs of numbered headings, each after the run that contains it."""
    # All are read before any is judged: a run grows until its last heading.
    return tuple(run for run in list(_runs(text)) if len(run.headings) > 1)


def _runs(text: str) -> Iterator[Run]:
    """The runs of headings whose numbers say nothing, then of those that count steps (第一步)."""
    found = [(match, heading(match[0], match.start())) for match in _LINE.finditer(text)]
    yield from _numbered_runs(text, [(line, None if one and one.own else one) for line, one in found])
    yield from _own_runs(text, [one for _, one in found if one])


def _own_runs(text: str, found: list[Heading]) -> Iterator[Run]:
    """Runs of headings that count steps, whatever lies between; the last ends at the next heading of a high level."""
    run: Run | None = None
    for one in found:
        if run and not one.own and one.level < _LOW:
            run.end = one.start
            run = None
        if not one.own:
            continue
        if run is None or one.number != run.headings[-1].number + 1:
            if run:
                run.end = one.start
            run = Run("") if one.number == 1 else None
            if run:
                yield run
        if run:
            run.headings.append(one)
            run.end = len(text)


def _numbered_runs(text: str, lines: list[tuple[re.Match[str], Heading | None]]) -> Iterator[Run]:
    above: dict[int, str] = {}  # level -> kind of the last heading of that level; 0 is a line without a number
    open_runs: dict[int, Run] = {}
    for match, found in lines:
        if found is None:
            if len(match[0].strip()) <= _LONGEST_LINE and (kind := context(match[0])):
                _close(open_runs, 0, match.start())
                above = {0: kind}
            continue
        _close(open_runs, found.level + 1, found.start)
        above = {level: kind for level, kind in above.items() if level < found.level}
        run = open_runs.get(found.level)
        if run is None or found.number != run.headings[-1].number + 1:
            _close(open_runs, found.level, found.start)
            if found.number != 1:
                if kind := context(found.title):
                    above[found.level] = kind
                continue
            run = open_runs[found.level] = Run(next((above[level] for level in sorted(above, reverse=True)), ""))
            yield run
        run.headings.append(found)
        run.end = len(text)
        if kind := context(found.title):
            above[found.level] = kind


def _close(open_runs: dict[int, Run], level: int, end: int) -> None:
    """End the open runs of `level` and below at `end`."""
    for closed in [at for at in open_runs if at >= level]:
        open_runs.pop(closed).end = end
