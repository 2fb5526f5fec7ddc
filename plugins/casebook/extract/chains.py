"""Finds chains that a sentence states: “集问题、组队伍”五步走, 经过A、B和C环节, “收集—调研—落实”, A→B→C.

Each way to state one is skimmed for in the whole text, by an expression that begins with its marks.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from casebook.extract.beside import evidence_of, is_cued, words_of
from casebook.extract.deeds import are_deeds
from casebook.extract.items import are_numbered, bare_items, parted_items, titles_of
from casebook.extract.joins import JOINS, LOOSE, SEMICOLON, Span, join_of, split
from casebook.extract.lines import Line, holding, line_at
from casebook.extract.told import Candidate, Told
from casebook.extract.unjoined import unjoined
from casebook.tables import load

# Each style of quotation and brackets alone: one may lie in another.
_QUOTED = {
    start: re.compile(f"{re.escape(start)}([^{start}{end}\n]{{2,120}}){re.escape(end)}")
    for start, end in ("“”", '""', "「」", "‘’", "''", "（）", "()", "【】")
}
_BRACKETS = "（(【"
_STOPS = "。！？!?，,；;：:"
_DASHES, _SPACE = r"—－–\-", r"[^\S\n]*"
_CLAUSE = re.compile(f"[^{_STOPS}]+")
_ONE = '[“"「‘][^”"」’“‘\n]{1,18}[”"」’](?:[、，,]|和|与|及|以及|[—\\-－→]+)?'
_ROW = re.compile(f"{_ONE}(?:{_ONE}){{2,11}}")
_INNER = re.compile('[“"「‘]([^”"」’“‘\n]{1,18})[”"」’]')
_ANY_JOIN, _ANY_COMMA = re.compile("[、；;，,]"), re.compile("[；;，,]")
_BARE_JOINS = tuple(join for join in JOINS if join.name != "plus")
_STOP = re.compile("[。！？!?\n：:]")
# From 从 to 到, once or on and on: 从摸排，到组建；从报名、公示到确定；再到选举.
_SOME = "[^。；;：:，,\n]{2,40}?"
_TO = "[，,；;]?(?:再|最后|一直|最终)?(?:(?<![得达收受看找报签遇提听做送])到|(?<![乃甚以])至(?!少|今)|直至)"
_THEN = f"{_TO}{_SOME}(?=[，,；;。]|{_TO}|$)"
_FROM_TO = re.compile(f"从(?:{_SOME}[，,])??{_SOME}{_THEN}(?:(?:[，,；;]再?从{_SOME})?{_THEN})*", re.MULTILINE)
_HOP = re.compile(f"[，,；;]再?从|{_TO}|[、，,]")
_NEXT = re.compile(f"[，,]([^{_STOPS}、\n]{{2,20}})(?=[{_STOPS}])")
_CLOSING = '”"’」'
_LONGEST, _FEWEST, _MOST = 16, 2, 12
_SLACK = 10  # characters of an item beside its title
_WIDEST = _LONGEST + _SLACK
_LONGEST_SPELT = 160


def _inner(marks: str) -> str:
    """An item between two joins: no longer than a title, in one clause but for what is in quotes or brackets."""
    some, openers = f"{marks}\n", "".join(_QUOTED)
    return rf"(?:[^{_STOPS}{some}]{{1,{_LONGEST}}}|(?=[^{some}]{{0,{_LONGEST}}}[{openers}])[^{some}]{{1,{_LONGEST}}})"


# Three bare items in a clause; it begins with a set of characters, by which the text is skimmed.
_THREE = re.compile(
    rf"[、→⇒＞>—－–-](?:(?<=、){_inner('、')}、|(?<=[→⇒＞>])[^\n→⇒＞>]*[→⇒＞>]"
    rf"|(?<=[{_DASHES}])(?<![A-Za-z0-9]-){_SPACE}{_inner(_DASHES)}{_SPACE}(?:[—－–]|-(?![A-Za-z0-9])))"
)


class _Chain(NamedTuple):
    """What may be a chain: its line, its items and how it is written, as evidence."""

    line: Line
    items: Sequence[Span]
    how: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load("steps")
    return table


def chains(text: str, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Every chain of `text` with its evidence, line by line."""
    found = [chain for way in _WAYS for chain in way(text, lines)]
    found.sort(key=lambda chain: chain.line.place)
    for chain in found:
        yield from _candidate(text, chain)


def _quoted(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Chains that make up the whole of a quotation or of brackets."""
    for style in _QUOTED.values():
        for quoted in style.finditer(text):
            join = join_of(quoted[1], (*JOINS, *LOOSE))
            items = split(join.pattern, quoted[1], quoted.start(1)) if join else []
            if join and (len(items) > _FEWEST or join.name != "comma"):
                where = "in brackets" if quoted[0][0] in _BRACKETS else "quoted"
                how = (where, f"joined by {join.name}")
                yield _Chain(line_at(lines, quoted.start()), parted_items(text, items), how)


def _each_quoted(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Chains of items that are each in quotes."""
    for row in _ROW.finditer(text):
        items = [one.span(1) for one in _INNER.finditer(text, *row.span())]
        yield _Chain(line_at(lines, row.start()), items, ("quoted", "each in quotes"))


def _bare(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Chains in a clause outside of quotations."""
    for line in holding(text, lines, _THREE):
        masked = _masked(line.text)
        for clause in _CLAUSE.finditer(masked):
            if _THREE.search(masked, *clause.span()):
                yield from _of_clause(text, line, clause[0], line.start + clause.start())


def _masked(line: str) -> str:
    """`line` with ＿ for what is in quotes or brackets."""
    for start, style in _QUOTED.items():
        if start in line:
            line = style.sub(lambda quoted: "＿" * len(quoted[0]), line)
    return line


def _of_clause(text: str, line: Line, clause: str, start: int) -> Iterator[_Chain]:
    """The chain in a clause, from behind a leading word up to 等 or what is like it."""
    join = join_of(clause, _BARE_JOINS)
    items = split(join.pattern, clause, start) if join else []
    if not join or len(items) <= _FEWEST or any(end - start > _LONGEST for start, end in items[1:-1]):
        return
    bare = bare_items(text, items)
    is_led = bare[0][0] > items[0][0]
    how = ("bare", f"joined by {join.name}", *(["behind a leading word"] if is_led else []))
    yield _Chain(line, bare, how)
    if one_more := _alike(text, bare):
        yield _Chain(line, [*bare, one_more], how)


def _alike(text: str, items: Sequence[Span]) -> Span | None:
    """The clause behind a comma after a chain that ends as all its items do: 居民提事、代表议事，大家评事."""
    ends = {text[start:end].rstrip(_CLOSING)[-1:] for start, end in items}
    longest = max(end - start for start, end in items)
    found = _NEXT.match(text, items[-1][1]) if len(ends) == 1 else None
    is_alike = found and found[1].rstrip(_CLOSING)[-1:] in ends and len(found[1]) <= longest + 1
    return found.span(1) if found and is_alike else None


def _unjoined(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Chains whose items words and numbers part, not marks."""
    for items, how in unjoined(text):
        yield _Chain(line_at(lines, items[0][0]), items, how)


def _spelt(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Items behind a colon or 即, up to the end of the sentence: 三步走：楼组长先劝、老娘舅再调、律师最后评."""
    for spelt in _colon().finditer(text):
        line = line_at(lines, spelt.start())
        reach = min(line.end, spelt.end() + _LONGEST_SPELT)
        stop = _STOP.search(text, spelt.end(), reach)
        if stop or reach == line.end:
            words = text[spelt.end() : stop.start() if stop else reach]
            for name, join, part in _parts(words):
                yield _Chain(line, split(join, part, spelt.end()), ("spelt out", f"joined by {name}"))


@cache
def _colon() -> re.Pattern[str]:
    """A colon or 即 with three items behind it that are not too long."""
    marks = "|".join(("：", ":", *(f"{word}[：:，,]?+" for word in _table()["spelt_out"])))
    item, long = (f"[^{joins}。！？!?\n：:]{{1,{_WIDEST}}}" for joins in ("、；;，,", "；;"))
    three = f"{item}[、，,；;]{item}[、，,；;]|{long}[；;]{long}[；;]"
    return re.compile(f"(?:{marks})(?={three})")


def _parts(words: str) -> Iterator[tuple[str, re.Pattern[str], str]]:
    """How a sentence may be parted: (name, what joins its items, the part of it that they make up)."""
    first = _ANY_COMMA.split(words, maxsplit=1)[0]
    if "、" in first:
        yield "、", JOINS[-1].pattern, first
    if "；" in words or ";" in words:
        yield "semicolon", SEMICOLON, words
    elif first != words:
        yield "comma", _ANY_JOIN, words


def _in_turn(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Items that commas join between 按 and 的程序, and pairs: 按小区提议，社区商议的程序确定, 经投票、评审等程序."""
    for line in holding(text, lines, _of_order()):
        for found in _turns().finditer(text, line.start, line.end):
            items = split(_ANY_JOIN, found[1], found.start(1))
            if len(items) == _FEWEST or _ANY_COMMA.search(found[1]):
                yield _Chain(line, items, ("in turn", "joined by comma"))


def _from_to(text: str, lines: Sequence[Line]) -> Iterator[_Chain]:
    """Items from 从 to 到, and on to what comes after."""
    for found in _FROM_TO.finditer(text):
        items = split(_HOP, found[0][1:], found.start() + 1)
        yield _Chain(line_at(lines, found.start()), items, ("in turn", "from one to the other"))


@cache
def _of_order() -> re.Pattern[str]:
    """What ends items in turn: 的程序, 的工作流程, 等环节."""
    return re.compile(f"(?:的(?:工作)?|等)(?:{words_of('order')})")


@cache
def _turns() -> re.Pattern[str]:
    item = "[^。！？；;：:\n“”，,、]{2,18}"
    leads = "|".join((*_table()["leads"]["in turn"], *_table()["leads"]["made"]))
    return re.compile(rf"(?:{leads})({item}(?:[，,、]{item}){{1,8}}){_of_order().pattern}")


_WAYS = (_quoted, _each_quoted, _bare, _unjoined, _spelt, _in_turn, _from_to)


def _candidate(text: str, chain: _Chain) -> Iterator[Candidate]:
    """The candidate of a chain whose items are no longer than titles, and deeds or beside a word of order or way."""
    titles = titles_of(text, chain.items, _LONGEST) if _may_be_told(chain) else []
    if not titles:
        return
    line = (chain.line.start, chain.line.end)
    starts = [text.index(title, start) for title, (start, _) in zip(titles, chain.items, strict=True)]
    span = (starts[0], starts[-1] + len(titles[-1]))
    if are_deeds(titles) or is_cued(text, line, span):
        told = tuple(Told(title, at, at + len(title), "stated") for title, at in zip(titles, starts, strict=True))
        numbers = [text[at - 1 : at] for at in starts]
        how = (*chain.how, "numbered") if are_numbered(numbers) else chain.how
        yield Candidate("chain", told, frozenset(evidence_of(text, line, told, how)))


def _may_be_told(chain: _Chain) -> bool:
    """Whether a chain has neither too few items nor too many nor too long ones."""
    least = _FEWEST + ("bare" in chain.how or "spelt out" in chain.how)  # two things that 、 joins are everywhere
    return least <= len(chain.items) <= _MOST and all(end - start <= _WIDEST for start, end in chain.items)
