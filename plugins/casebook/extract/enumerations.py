"""Steps told within a sentence: chains (“集问题、组队伍”五步走), 第一步 … 第二步, 首先 … 最后."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from casebook.extract.numerals import CHINESE, number
from casebook.extract.tables import load

_ITEM = r"[^\s、，,。；;：:“”\"‘’（）()—\-–→>+＋]{2,12}"
_JOIN = r"(?:[、，,；;]|—{1,2}|-|–|→|--?>)"
_CHAIN = rf"{_ITEM}(?:{_JOIN}{_ITEM}){{1,9}}"
_SPLIT = re.compile(_JOIN)
_NUMBERED = re.compile(
    rf"第(?P<n>[{CHINESE}\d]{{1,2}})(?:步骤?|阶段|环节)[，,：:、\s]{{0,2}}(?:是|为|主要)?"
    rf"(?P<title>[^，,。；;：:\n]{{2,20}})"
)
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Told:
    """A step told within a sentence: its title, where that stands, and whether its order is stated."""

    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load("steps")
    return table


@cache
def _chain() -> re.Pattern[str]:
    """A chain in quotes with a cue before or behind it, or a chain after a cue and a colon."""
    cue = f"(?:{'|'.join(_table()['chain_cues'])})"
    near = r"[^。；;：:，,、“”\"\n]{0,8}?"
    quoted = rf"[“\"‘「](?P<{{name}}>{_CHAIN})[”\"’」]"
    behind = quoted.replace("{name}", "behind") + f"(?={near}{cue})"
    before = rf"{cue}{near}" + quoted.replace("{name}", "before")
    colon = rf"{cue}[^。；;\n：:]{{0,6}}[：:]\s?(?P<colon>{_CHAIN})(?=[。；;\n]|$)"
    return re.compile(f"{behind}|{before}|{colon}")


@cache
def _markers() -> re.Pattern[str]:
    """The words that tell an order, each with its clause."""
    words = _table()["sequence"]
    marks = "|".join(f"(?P<{name}>{'|'.join(words[name])})" for name in ("first", "next", "last"))
    return re.compile(rf"(?:{marks})(?![{_table()['not_sequence']}])[，,]?(?P<title>[^，,。；;：:\n]{{2,20}})")


def told(text: str) -> tuple[Told, ...]:
    """The longest enumeration of steps in `text`, the first of several; one that states its order goes first."""
    for found in (_chains(text), _numbered(text), _sequences(text)):
        if best := max(found, key=len, default=()):
            return best
    return ()


def _chains(text: str) -> Iterable[tuple[Told, ...]]:
    if not any(cue in text for cue in _table()["chain_cues"]):
        return
    for match in _chain().finditer(text):
        group = next(name for name in ("behind", "before", "colon") if match[name])
        yield tuple(_items(match[group], match.start(group)))


def _items(chain: str, offset: int) -> Iterable[Told]:
    start = 0
    for join in [*_SPLIT.finditer(chain), None]:
        end = join.start() if join else len(chain)
        yield Told(chain[start:end], offset + start, offset + end, "stated")
        start = join.end() if join else end


def _numbered(text: str) -> Iterable[tuple[Told, ...]]:
    """第一步 …, 第二步 …: numbered from one on, without a gap."""
    run: list[Told] = []
    for match in _NUMBERED.finditer(text) if "第" in text else ():
        place = int(number(match["n"]) or 0)
        if place == 1:
            yield _run(run)
            run = []
        if place == len(run) + 1:
            run.append(Told(match["title"].strip(), match.start("title"), match.end("title"), "stated"))
    yield _run(run)


def _sequences(text: str) -> Iterable[tuple[Told, ...]]:
    """首先 …, 然后 …, 最后 … within one line; a list of points is none (首先,是人的突破)."""
    first = _table()["sequence"]["first"]
    for line in _LINE.finditer(text):
        if not any(word in line[0] for word in first):
            continue
        run: list[Told] = []
        for match in _markers().finditer(text, *line.span()):
            if match["first"]:
                yield _run(run, 3)
                run = []
            elif not run:
                continue
            if not match["title"].startswith(tuple(_table()["points"])):
                run.append(Told(match["title"].strip(), match.start("title"), match.end("title"), "narrative"))
        yield _run(run, 3)


def _run(steps: list[Told], fewest: int = 2) -> tuple[Told, ...]:
    return tuple(steps) if len(steps) >= fewest else ()
