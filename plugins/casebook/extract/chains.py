"""Finds chains that a sentence states: “集问题、组队伍”五步走, 经过A、B和C环节, “收集—调研—落实”, A→B→C."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from casebook.extract.beside import evidence_of, is_cued, words_of
from casebook.extract.deeds import deeds
from casebook.extract.numerals import CHINESE
from casebook.extract.told import Candidate, Told
from casebook.tables import load

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile('[、—→⇒＞>+＋－–；;-]|[”"’」][“"‘「]')  # a line without one holds no chain
# Each style of quotation and brackets alone: one may lie in another.
_QUOTED = {
    start: re.compile(f"{re.escape(start)}([^{start}{end}\n]{{2,120}}){re.escape(end)}")
    for start, end in ("“”", '""', "「」", "‘’", "''", "（）", "()", "【】")
}
_CLAUSE = re.compile("[^。！？!?，,；;：:]+")
_ROW = re.compile('(?:[“"「‘][^”"」’“‘\n]{1,18}[”"」’](?:[、，,]|和|与|及|以及|[—\\-－→]+)?){3,12}')
_INNER = re.compile('[“"「‘]([^”"」’“‘\n]{1,18})[”"」’]')
# What joins the items of a chain, the most telling first; a comma and a semicolon do only in quotes or behind a colon.
_JOINS = (
    ("arrow", re.compile(r"\s*(?:→|⇒|＞+|>+|[-—－]+>+)\s*")),
    ("dash", re.compile(r"\s*(?:—{1,2}|－{1,2}|–|(?<![A-Za-z0-9])-{1,2}(?![A-Za-z0-9]))\s*")),
    ("plus", re.compile(r"\s*[+＋]\s*")),
    ("、", re.compile("、")),
)  # fmt: skip
_LOOSE = (("semicolon", re.compile("[；;]")), ("comma", re.compile("[，,]")))
_STOP = re.compile("[。！？!?\n：:]")
_JOINED = re.compile("[、—－–→⇒＞>-]")  # a clause without one holds no chain outside of quotations
_ANY, _COMMA = re.compile("[、；;，,]"), re.compile("[；;，,]")
_FROM_TO = re.compile("从([^。；;：:\n]{2,40}?)[，,]?(?:再)?到([^。；;：:，,\n]{2,20})")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_AND = re.compile("以及|[和与及并]")
_TAIL = re.compile(rf"等|的[“\"]|[（(]|[{CHINESE}\d]+(?=[个大项]|步|环节|阶段)|[”\"」’]")
_LONGEST, _FEWEST, _MOST = 16, 2, 12

Span = tuple[int, int]
_LONGEST_SPELT = 160
_SLACK = 10  # characters of an item beside its title


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load("steps")
    return table


@cache
def _lead() -> re.Pattern[str]:
    words = sorted((word for row in _table()["leads"].values() for word in row), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})(?:了|起|出|过|起了)?(?=..|.$)")


def chains(text: str) -> Iterator[Candidate]:
    """Every chain of `text` with its evidence, in order."""
    for line in _LINE.finditer(text):
        if _MARK.search(line[0]):
            yield from _of_line(text, *line.span())


def _of_line(text: str, start: int, end: int) -> Iterator[Candidate]:
    plain = text[start:end]
    styles = [style for opener, style in _QUOTED.items() if opener in plain]
    for quoted in (found for style in styles for found in style.finditer(plain)):
        inside = (start + quoted.start(1), start + quoted.end(1))
        yield from _joined(text, (start, end), inside, "in brackets" if quoted[0][0] in "（(【" else "quoted")
    for row in _ROW.finditer(plain):
        items = [
            (start + row.start() + one.start(1), start + row.start() + one.end(1)) for one in _INNER.finditer(row[0])
        ]
        yield from _candidate(text, (start, end), items, "quoted", "each in quotes")
    masked = plain
    for style in styles:
        masked = style.sub(lambda quoted: "＿" * len(quoted[0]), masked)
    for clause in _CLAUSE.finditer(masked):
        if not _JOINED.search(clause[0]):
            continue
        yield from _bare(text, (start, end), start + clause.start(), clause[0])
    yield from _spelt(text, (start, end))
    yield from _in_turn(text, (start, end))


def _joined(text: str, line: Span, inside: Span, where: str) -> Iterator[Candidate]:
    """The chain that makes up the whole of a quotation or of brackets."""
    words = text[slice(*inside)]
    for name, join in (*_JOINS, *_LOOSE):
        if join.search(words):
            items = _split(join, words, inside[0])
            if name == "comma" and len(items) < 3:
                return
            items[-1:] = _parted(text, items)
            yield from _candidate(text, line, items, where, f"joined by {name}")
            return


def _parted(text: str, items: list[Span]) -> list[Span]:
    """The last of quoted items, or the two that 和 joins where it is much longer than the others."""
    *others, (start, end) = items
    joined = _AND.search(text, start + 1, end - 1)
    usual = sum(last - first for first, last in others) / max(1, len(others))
    is_long = len(others) > 1 and end - start > 1.6 * usual
    return [(start, joined.start()), (joined.end(), end)] if joined and is_long else [(start, end)]


def _bare(text: str, line: Span, clause: int, masked: str) -> Iterator[Candidate]:
    """The chain in a clause outside of quotations, from behind a leading word up to 等 or what is like it."""
    for name, join in _JOINS:
        if not join.search(masked) or name == "plus":
            continue
        items = _split(join, masked, clause)
        if len(items) < _FEWEST + 1 or any(end - start > _LONGEST for start, end in items[1:-1]):
            return
        items[-1:] = _last(text, items)
        start = _first(text, items)
        has_lead = start > items[0][0]
        items[0] = (start, items[0][1])
        how = ("bare", f"joined by {name}", *(["behind a leading word"] if has_lead else []))
        yield from _candidate(text, line, items, *how)
        return


def _first(text: str, items: list[Span]) -> int:
    """Where the first item begins: behind the leading word that leaves it about as long as the others are."""
    (start, end), *others = items
    usual = sum(other - one for one, other in others) / len(others)
    starts = [start, *(found.end() for found in _lead().finditer(text, start, end))]
    return min(starts, key=lambda at: (abs(end - at - usual), -at))


def _last(text: str, items: list[Span]) -> list[Span]:
    """The last item without what follows it (等环节, 3个阶段, 的流程), or the two that 和 joins."""
    *_, before, (start, end) = items
    if tail := _TAIL.search(text, start + 1, end):
        end = tail.start()
    if joined := _AND.search(text, start + 1, end - 1):
        return [(start, joined.start()), (joined.end(), _without_cue(text, before, joined.end(), end))]
    return [(start, _without_cue(text, before, start, end))]


def _without_cue(text: str, before: Span, start: int, end: int) -> int:
    """Where an item ends before a word of order or way, unless the item before it has that word, too (启动阶段)."""
    cue = _ends().search(text, start + 1, end)
    return cue.start() if cue and cue[0] not in text[slice(*before)] else end


@cache
def _ends() -> re.Pattern[str]:
    """What ends the last item: words of order and way with what stands before them, or of time."""
    inside = '工作|服务|治理|议事|运行|管理|协商|自治|操作|闭环|全链条|全流程|联动|[”"]'
    kinds = "|".join(words_of(kind).pattern for kind in ("order", "way"))
    return re.compile(f"的?(?:{inside})*?(?:{kinds})|的(?=.{{0,4}}$)|(?:之后|以后|后|时|中|上)$")


def _spelt(text: str, line: Span) -> Iterator[Candidate]:
    """The items behind a colon or 即, up to the end of the sentence: 三步走：楼组长先劝、老娘舅再调、律师最后评."""
    for spelt in _colon().finditer(text, *line):
        reach = min(line[1], spelt.end() + _LONGEST_SPELT)
        stop = _STOP.search(text, spelt.end(), reach)
        words = text[spelt.end() : stop.start() if stop else reach]
        if stop is None and reach < line[1]:
            continue
        for name, join, part in _ways(words):
            yield from _candidate(text, line, _split(join, part, spelt.end()), "spelt out", f"joined by {name}")


def _ways(words: str) -> Iterator[tuple[str, re.Pattern[str], str]]:
    """How a sentence may be parted: (name, what joins its items, the part of it that they make up)."""
    first = _COMMA.split(words, maxsplit=1)[0]
    if "、" in first:
        yield "、", _JOINS[-1][1], first
    if "；" in words or ";" in words:
        yield "semicolon", _LOOSE[0][1], words
    elif first != words:
        yield "comma", _ANY, words


def _in_turn(text: str, line: Span) -> Iterator[Candidate]:
    """The items that commas join between 按 and 的程序 (按小区提议，社区商议的程序确定), and those from 从 to 到."""
    for found in _turns().finditer(text, *line):
        yield from _candidate(text, line, _split(_ANY, found[1], found.start(1)), "in turn", "joined by comma")
    for found in _FROM_TO.finditer(text, *line):
        spans = [*_split(_ANY, found[1], found.start(1)), *_split(_ANY, found[2], found.start(2))]
        yield from _candidate(text, line, spans, "in turn", "from one to the other")


@cache
def _turns() -> re.Pattern[str]:
    item = "[^。！？；;：:\n“”，,]{2,18}"
    leads, orders = "|".join((*_table()["leads"]["in turn"], *_table()["leads"]["made"])), words_of("order").pattern
    return re.compile(rf"(?:{leads})({item}(?:[，,]{item}){{1,8}})的(?:工作)?(?:{orders})")


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(rf"[：:]|(?:{'|'.join(_table()['spelt_out'])})[：:，,]?")


def _split(join: re.Pattern[str], words: str, offset: int) -> list[Span]:
    edges = [0, *(edge for found in join.finditer(words) for edge in found.span()), len(words)]
    return [(offset + start, offset + end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _candidate(text: str, line: Span, spans: list[Span], *evidence: str) -> Iterator[Candidate]:
    fewest = _FEWEST + ("bare" in evidence or "spelt out" in evidence)  # two things that 、 joins are everywhere
    if not fewest <= len(spans) <= _MOST or max(end - start for start, end in spans) > _LONGEST + _SLACK:
        return
    ordered = sum(bool(_before_items().match(text[start:end].lstrip(" “"))) for start, end in spans) > 1
    told = [one for start, end in spans if (one := _told(text, start, end, ordered))]
    if len(told) < len(spans) or len({one.title for one in told}) < len(told):
        return
    if any(len(one.title) > _LONGEST for one in told):
        return
    if deeds([one.title for one in told]) == "most" or is_cued(text, line, told):
        yield Candidate("chain", tuple(told), frozenset(evidence_of(text, line, told, evidence)))


def _told(text: str, start: int, end: int, ordered: bool) -> Told | None:
    """The step of an item, without quotes and asides, and without words of order where several items have them."""
    words = text[start:end]
    words = _ASIDE.sub("", words.rstrip(' \u3000；;，,。”"’」')).rstrip(' \u3000”"’」')
    bare = words.lstrip(' \u3000“"‘「＿')
    if ordered and (lead := _before_items().match(bare)):
        bare = bare[lead.end() :]
    if not bare or "＿" in bare:
        return None
    at = start + text[start:end].index(bare)
    return Told(bare, at, at + len(bare), "stated")


@cache
def _before_items() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_table()['before_items'], key=len, reverse=True))})(?=..)")
