"""Finds steps that sentences enumerate: chains (“集问题、组队伍”五步走), 第一步 … 第二步, 一是 … 二是."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from casebook.extract.numerals import CHINESE, number
from casebook.extract.told import Told
from casebook.tables import load

_ITEM = r"[^\s、，,。；;：:“”\"‘’（）()—\-–→>+＋－]{2,12}"
_QUOTING_ITEM = r"(?:[^\s、，,。；;：:“”（）()→]|“[^”\n]{1,6}”){2,14}"
_JOIN = r"(?:[、；;]|—{1,2}|-|–|－|→|--?>)"
_CHAIN = rf"{_ITEM}(?:{_JOIN}{_ITEM}){{1,9}}"
_COMMAS = rf"{_ITEM}(?:[，,]{_ITEM}){{1,9}}"  # only in quotes: “先自行协商，再社区调解，后司法确认”
_SPLIT = re.compile(rf"{_JOIN}|[，,]")
_ARROWS = re.compile(r"[^\n→。；;：:，,“”]{2,16}(?:[^\S\n]*→[^\S\n]*[^\n→。；;：:，,“”]{2,16}){2,12}")
_NUMBERED = re.compile(
    rf"第(?P<n>[{CHINESE}\d]{{1,2}})个?(?:步骤?|阶段|环节|周|轮)(?!的)起?[，,：:、\s]{{0,2}}(?:主要是|是|为|主要|则)?做?"
    rf"(?P<title>[^，,。；;：:\n]{{2,20}})"
    rf"|(?<![\w第])(?P<period>[{CHINESE}])期(?:工程)?(?P<tail>[^，,。；;：:\n期]{{2,20}})"
)
_LINE = re.compile(r"[^\n]+")
_CLAUSE = re.compile(r"[^，,。；;：:\n]+")
_SHORTEST_POINT, _LONGEST_ABOVE, _LONGEST_INTRODUCTION = 2, 40, 80


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load("steps")
    return table


@cache
def _chain() -> re.Pattern[str]:
    """The pattern of a chain beside a cue: quoted before or after it, in brackets, spelt out after it, or before it."""
    cue = f"(?:{'|'.join(_table()['chain_cues'])})"
    near = r"[^。；;：:，,、“”\"\n]{0,8}?"
    quoted = rf"[“\"‘「](?P<{{name}}>{_CHAIN}|{_COMMAS})[”\"’」]"
    behind = quoted.replace("{name}", "behind") + f"(?={near}{cue})"
    before = rf"{cue}{near}" + quoted.replace("{name}", "before")
    items = rf"{_QUOTING_ITEM}(?:[、；;—－→]{_QUOTING_ITEM}){{1,9}}(?:[，,]{_QUOTING_ITEM}(?:、{_QUOTING_ITEM})+)?"
    spelt = "|".join(_table()["spelt_out"])
    colon = rf"{cue}[^。；;\n：:]{{0,6}}(?:[：:]\s?|[，,](?:{spelt}))(?P<colon>{items})(?=[，,。；;\n]|$)"
    inside = rf"{cue}[”\"]?[^。；;：:，,\n]{{0,4}}[（(](?P<inside>{_CHAIN})[）)]"
    bare = rf"(?P<bare>{_ITEM}(?:[、—－-]{_ITEM}){{2,9}}?)(?:的|等)?[^。；;：:，,、\n]{{0,4}}?{cue}"
    return re.compile(f"{behind}|{before}|{colon}|{inside}|{bare}")


@cache
def _before_items() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_table()['before_items'], key=len, reverse=True))})(?=..)")


@cache
def _points() -> re.Pattern[str]:
    marks = "|".join(mark.replace("{n}", f"[{CHINESE}]") for mark in _table()["points_marks"])
    return re.compile(rf"(?<![{CHINESE}\w第])(?:{marks})[，,：:]?")


def enumerated(text: str) -> tuple[Told, ...]:
    """The longest enumeration of steps in `text`: of chains, else of numbers, else of points."""
    for found in (_chains(text), _numbered(text), _pointed(text)):
        if best := max(found, key=len, default=()):
            return best
    return ()


def _chains(text: str) -> Iterable[tuple[Told, ...]]:
    for match in _ARROWS.finditer(text) if "→" in text else ():
        yield _run([*_items(match[0], match.start())])
    cues = tuple(cue for cue in _table()["chain_cues"] if cue in text)
    lines = (line for line in _LINE.finditer(text) if any(cue in line[0] for cue in cues)) if cues else ()
    for match in (match for line in lines for match in _chain().finditer(text, *line.span())):
        group = next(name for name in ("behind", "before", "colon", "inside", "bare") if match[name])
        yield _run([*_items(match[group], match.start(group))])


def _items(chain: str, offset: int) -> Iterable[Told]:
    start = 0
    for join in [*_SPLIT.finditer(chain), None]:
        end = join.start() if join else len(chain)
        item = chain[start:end]
        lead = _before_items().match(item.lstrip())
        first = start + len(item) - len(item.lstrip()) + (lead.end() if lead else 0)
        last = start + len(item.rstrip())
        yield Told(chain[first:last], offset + first, offset + last, "stated")
        start = join.end() if join else end


def _numbered(text: str) -> Iterable[tuple[Told, ...]]:
    """Steps numbered from one without a gap: 第一步 …, 第二步 …, or 一期 …, 二期 …."""
    run: list[Told] = []
    for match in _NUMBERED.finditer(text):
        group = "title" if match["title"] else "tail"
        place = int(number(match["n"] or match["period"]) or 0)
        if place == 1:
            yield _run(run)
            run = []
        if place == len(run) + 1:
            run.append(_told(match[group], match.start(group)))
    yield _run(run)


def _told(words: str, start: int) -> Told:
    title = words.strip().strip("“”")
    at = start + words.index(title)
    return Told(title, at, at + len(title), "stated")


def _pointed(text: str) -> Iterator[tuple[Told, ...]]:
    """Points (一是 …, 二是 …) that the sentence or the line above introduces as steps."""
    above, run = "", list[Told]()
    for line in _LINE.finditer(text):
        for match in _points().finditer(text, *line.span()):
            place = int(number(re.sub(rf"[^{CHINESE}]", "", match[0])) or 0)
            if place == 1:
                yield _run(run)
                before = text[_introduction(text, line.start(), match.start()) : match.start()]
                run = []
                if not any(cue in f"{before}{above}" for cue in _table()["point_cues"]):
                    continue
            if place == len(run) + 1:
                run.append(_point(text, match.end(), line.end()))
        if not run or not _points().match(line[0]):
            above = line[0] if len(line[0]) <= _LONGEST_ABOVE else ""
    yield _run(run)


def _introduction(text: str, line: int, point: int) -> int:
    """The start of the introduction to a first point: its sentence, or the one before (主要做法。一是……)."""
    line = max(line, point - _LONGEST_INTRODUCTION)
    stop = text.rfind("。", line, point)
    if stop == point - 1:
        stop = text.rfind("。", line, stop)
    return max(line, stop + 1)


def _point(text: str, start: int, end: int) -> Told:
    """The clause at `start`; the next one if this is only a word in quotes (一是“访”，党员走访……)."""
    clauses = (
        clause for clause in _CLAUSE.finditer(text, start, end) if len(clause[0].strip(" “”")) >= _SHORTEST_POINT
    )
    clause = next(clauses, None)
    return _told(clause[0], clause.start()) if clause else Told("", start, start, "stated")


def _run(steps: list[Told]) -> tuple[Told, ...]:
    return tuple(steps) if len(steps) > 1 and all(step.title for step in steps) else ()
