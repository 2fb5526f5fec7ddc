"""Finds points that sentences number: 第一步 … 第二步, 一是 … 二是, （1）… （2）…, ①…②."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from casebook.extract.deeds import are_deeds
from casebook.extract.lines import Line, holding, line_at
from casebook.extract.numerals import CHINESE, number
from casebook.extract.told import Told
from casebook.tables import load

# Each of these begins with a set of characters, by which a text is skimmed faster than by any alternation.
_NUMBERED = re.compile(
    rf"[第{CHINESE}](?:(?<=第)(?P<n>[{CHINESE}\d]{{1,2}})个?(?:步骤?|阶段|环节|[周轮招杯关棒站课环])(?!的)起?[，,：:、—\s]{{0,2}}"
    rf"(?:主要是|是|为|主要|则)?做?(?P<title>(?:(?!、第)[^，,。；;：:\n]){{2,30}})"
    rf"|(?<!第)(?<!\w.)期(?:工程)?(?P<tail>[^，,。；;：:\n期]{{2,20}}))"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_INLINE = re.compile(
    rf"(?:[（(](?P<bracket>\d{{1,2}}|[{CHINESE}]{{1,2}})[）)]|(?P<circle>[{_CIRCLED}])|(?<![\d.])(?P<plain>\d{{1,2}})[.．、](?!\d)"
    rf"|(?<![^\s。；;：:，,])(?P<chinese>[{CHINESE}]{{1,2}})、)\s*"
    rf"(?P<title>[^，,。；;：:\n（(]{{2,24}}?)(?=[，,。；;：:\n（(]|\s+\d{{1,2}}[.．、]|[{_CIRCLED}]|$)"
)
# What a run in a line begins with: （1）, ①, 1., 一、.
_FIRST = re.compile("[（(①1一](?:(?<=[（(])[1一][）)]|(?<=①)|(?<=1)[.．、]|(?<=一)、)")
_FIRST_OF_MARK = re.compile(r"(?P<first>\[.*?\]|.)(?P<rest>.*)")
_NUMERALS = re.compile(f"[{CHINESE}]+")
_CLAUSE = re.compile(r"[^，,。；;：:\n]+")
_STOP = re.compile("[。；;！？!?\n]")
_NAMING = ("是", "为")  # 第一个阶段是“政府干、居民看”的包办期
_COMMAS, _LEADING = ("，", ","), 9  # a clause as long that tells no deed leads to the one that does
_SHORTEST, _LONGEST, _FOLLOWING = 2, 40, 3


@cache
def _marks() -> re.Pattern[str]:
    """The marks of points: 一是, 其二."""
    marks = [mark.replace("{n}", f"[{CHINESE}]") for mark in load("steps")["points_marks"]]
    parts = [_FIRST_OF_MARK.fullmatch(mark) for mark in marks]
    firsts = "".join(part["first"].strip("[]") for part in parts if part)
    rests = "|".join(f"(?<={part['first']}){part['rest']}" for part in parts if part)
    return re.compile(f"[{firsts}](?:{rests})[，,：:]?")


def numbered(text: str) -> Iterator[tuple[Told, ...]]:
    """Runs numbered from one without a gap in words: 第一步 …, 第二步 …, or 一期 …, 二期 …."""
    found = ((match, "title" if match["n"] else "tail") for match in _NUMBERED.finditer(text))
    yield from _runs(
        (int(number(match["n"] or match[0][0]) or 0), _told_at(text, *telling(text, *match.span(group))))
        for match, group in found
    )


def telling(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the clause that tells a deed: of `start` and `end`, or one that follows it in its sentence.

    第二环节，企业代表张某，为项目举行捐赠仪式 is told by its third clause.
    """
    is_leading = end - start >= _LEADING and text[end : end + 1] in _COMMAS and text[start - 1 : start] not in _NAMING
    if not is_leading or are_deeds([text[start:end]]):
        return start, end
    stop = _STOP.search(text, end)
    for clause in islice(_CLAUSE.finditer(text, end, stop.start() if stop else len(text)), _FOLLOWING):
        if are_deeds([clause[0]]) and len(clause[0]) <= _LONGEST:
            return clause.span()
    return start, end


def inline(text: str, lines: Sequence[Line]) -> Iterator[tuple[Told, ...]]:
    """Runs numbered from one without a gap within their lines: （1）申请；（2）审核."""
    for line in holding(text, lines, _FIRST):
        found = list(_INLINE.finditer(text, line.start, line.end))
        for kind in ("bracket", "circle", "plain", "chinese"):
            rows = [(match, match[kind]) for match in found if match[kind]]
            if len(rows) > 1:
                yield from _runs(
                    (_value(written), _told(match["title"], match.start("title"))) for match, written in rows
                )


def pointed(text: str, lines: Sequence[Line]) -> Iterator[tuple[Told, ...]]:
    """Runs of points: 一是 …, 二是 …."""
    yield from _runs(_points(text, lines))


def _points(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, Told | None]]:
    for match in _marks().finditer(text):
        numeral = _NUMERALS.search(match[0])
        if numeral and not text[match.start() - 1 : match.start()].isalnum():
            end = line_at(lines, match.start()).end
            yield int(number(numeral[0]) or 0), _point(text, match.end(), end)


def _value(written: str) -> int:
    return _CIRCLED.index(written) + 1 if written in _CIRCLED else int(number(written) or 0)


def _runs(found: Iterator[tuple[int, Told | None]]) -> Iterator[tuple[Told, ...]]:
    run: list[Told] = []
    for place, told in found:
        if place == 1:
            yield from _whole(run)
            run = []
        if place == len(run) + 1 and told:
            run.append(told)
    yield from _whole(run)


def _whole(run: list[Told]) -> Iterator[tuple[Told, ...]]:
    if len(run) > 1:
        yield tuple(run)


def _told_at(text: str, start: int, end: int) -> Told | None:
    return _told(text[start:end], start)


def _told(words: str, start: int) -> Told | None:
    title = words.strip().strip('“”"')
    at = start + words.index(title)
    return Told(title, at, at + len(title), "stated") if len(title) >= _SHORTEST else None


def _point(text: str, start: int, end: int) -> Told | None:
    """The clause at `start`; the next one if this is only a word in quotes (一是“访”，党员走访……)."""
    clauses = (clause for clause in _CLAUSE.finditer(text, start, end) if len(clause[0].strip(' “”"')) >= _SHORTEST)
    clause = next(clauses, None)
    return _told(clause[0], clause.start()) if clause else None
