"""Recognises numbers that measure nothing (dates, ordinals, names, idioms ...) by the words around them."""

import re
from functools import cache
from typing import NamedTuple

from casebook.extract.lexicon import fixed
from casebook.extract.numbers import YEAR_WRITTEN, kinds_of
from casebook.extract.numerals import ANY, CHINESE, START
from casebook.extract.numerals import number as value_of
from casebook.extract.rhythms import OCCASIONS, is_rhythm
from casebook.extract.tables import TrapRow, counting_one, not_figures
from casebook.extract.units import time_units, unit_at, unit_pattern

_WINDOW = 10  # characters before a number in which a word is looked for
_LIST = 80  # characters before a number in which the things that it counts may be named
_FILLERS = "了的为是有共达约近超逾到至已在仅就总计合满过将于\u00a0 "
_CODE = re.compile(r"[A-Za-z0-9_@.:/~+&=?%#-]+")
_MEASURED = frozenset(("money", "rate", "multiple", "length", "weight", "area"))  # families in which 一 is a value
_COUNTING = ("半", "多", "零", "以上", "左右", "以内", "以下")  # words behind a time that make 一 count: 一年半
_SHORT = frozenset(("小时", "分钟", "秒", "学时", "课时"))
_SOME_TIME = re.compile(f"个[半多](?:{'|'.join(time_units())})")  # 一个多月; not 一个多民族小区
_STOPS = frozenset("，,、。；;)）\n")
_OPENING = re.compile(r"[《〔【\[“\"「『‘(（hw]")

Trap = tuple[int, int, str]  # start, end, why


def _expanded(pattern: str) -> str:
    macros = {"{n}": ANY, "{c}": f"[{CHINESE}]+", "{u}": unit_pattern(), "{y}": YEAR_WRITTEN, "{d}": START}
    for macro, meaning in macros.items():
        pattern = pattern.replace(macro, meaning)
    return pattern


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.why, re.compile(row.whole, re.M)) for row in not_figures("lines"))


@cache
def _any_line() -> re.Pattern[str]:
    """The first of all these lines; one pass tells of most texts that they have none."""
    return re.compile(f"^(?:{'|'.join(f'(?:{row.whole})' for row in not_figures('lines'))})", re.M)


@cache
def _marks() -> re.Pattern[str]:
    return _numbered(tuple(_expanded(row.whole) for row in not_figures("marks")))


@cache
def _numbered(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """An alternation of patterns; an empty group after each tells which one matched.

    A group around a pattern would hide its first character, by which the engine skips it quickly.
    """
    return re.compile("|".join(f"{pattern}(?P<r{at}>)" for at, pattern in enumerate(patterns)), re.M)


def zones(text: str) -> list[Trap]:
    """The spans whose numbers never measure anything: fixed words, titles, short quotes."""
    found = fixed(text)
    if _any_line().search(text):
        found += [(match.start(), match.end(), why) for why, lines in _lines() for match in lines.finditer(text)]
    end = 0
    for opening in _OPENING.finditer(text):
        if opening.start() >= end and (match := _marks().match(text, opening.start())):
            end = match.end()
            found.append((opening.start(), end, not_figures("marks")[_row(match)].why))
    return sorted(found)


def _row(match: re.Match[str]) -> int:
    assert match.lastgroup
    return int(match.lastgroup[1:])


class _Group(NamedTuple):
    """Rows for one kind of number: their places among all, and what finds the first of them."""

    places: tuple[int, ...]
    pattern: re.Pattern[str]


class _Rows:
    """Rows that are tried at one offset, in order, until the conditions of one hold.

    Those for one kind of number are two expressions, with and without such conditions, each made when first needed.
    """

    def __init__(self, rows: list[TrapRow], patterns: list[str]) -> None:
        self._rows, self._patterns = rows, patterns
        self._places: dict[tuple[str, bool], tuple[int, ...]] = {}
        for place, row in enumerate(rows):
            key = row.number, bool(row.line or row.listed or row.unless_before)
            self._places[key] = (*self._places.get(key, ()), place)
        self._of = cache(self._groups_of)

    def find(self, text: str, offset: int, start: int, number: str) -> tuple[int, str] | None:
        """End and reason of the first row that matches at `offset` and holds for the `number` at `start`."""
        first, end = len(self._rows), 0
        for group in self._of(kinds_of(number)):
            match = group.pattern.match(text, offset)
            if match is None or (place := group.places[_row(match)]) > first:
                continue
            if _holds(self._rows[place], text, start, start, number):
                first, end = place, match.end()
            elif found := self._later(group.places[_row(match) + 1 :], text, offset, start, number):
                first, end = min((first, end), found)
        return (end, self._rows[first].why) if first < len(self._rows) else None

    def _later(
        self, places: tuple[int, ...], text: str, offset: int, start: int, number: str
    ) -> tuple[int, int] | None:
        """The first of these rows that matches and holds, and its end; few are asked for, so each is tried alone."""
        for place in places:
            match = _numbered((self._patterns[place],)).match(text, offset)
            if match and _holds(self._rows[place], text, start, start, number):
                return place, match.end()
        return None

    def _groups_of(self, kinds: frozenset[str]) -> list[_Group]:
        """The groups of rows for a number of these kinds."""
        found = (places for (kind, _), places in self._places.items() if kind in kinds)
        return [_Group(places, _numbered(tuple(map(self._patterns.__getitem__, places)))) for places in found]


@cache
def _after() -> _Rows:
    rows = [row for row in not_figures("numbers") if not row.before and not row.whole]
    return _Rows(rows, [f"(?:{_expanded(row.after)})" for row in rows])


@cache
def _whole() -> _Rows:
    rows = [row for row in not_figures("numbers") if row.whole and not row.before]
    return _Rows(rows, [f"(?:{_expanded(row.whole)})" for row in rows])


@cache
def _before() -> dict[str, list[tuple[str, TrapRow]]]:
    """Last character of the word before the number -> rows."""
    found: dict[str, list[tuple[str, TrapRow]]] = {}
    for row in not_figures("numbers"):
        for word in row.before:
            found.setdefault(word[-1], []).append((word, row))
    return found


@cache
def _before_of(last: str, kinds: frozenset[str]) -> list[tuple[str, TrapRow]]:
    """The words that end with a character, and their rows for numbers of these kinds."""
    return [(word, row) for word, row in _before().get(last, ()) if row.number in kinds]


@cache
def _behind(pattern: str) -> re.Pattern[str]:
    """What stands after a number, made when the word before it is first read: most texts have few of these words."""
    return re.compile(_expanded(pattern), re.M)


def trap(text: str, start: int, number: str) -> Trap | None:
    """The span of the `number` at `start` and the reason, if the words around it show that it measures nothing."""
    end = start + len(number)
    left = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    before = text[left - 1 : left]
    for word, row in _before_of(before, kinds_of(number)) if before in _before() else ():
        begin = left - len(word)
        is_there = begin >= 0 and text.startswith(word, begin) and _holds(row, text, begin, left, number)
        if is_there and (match := _behind(row.after).match(text, end)):
            return begin, match.end(), row.why
    if number == "一" and (article := _article(text, start, end)):
        return article
    found = _whole().find(text, start, start, number) if number[0].isdigit() else None
    found = found or _after().find(text, end, start, number)
    if found:
        return start, *found
    return _code(text, start, end)


def _holds(row: TrapRow, text: str, begin: int, start: int, number: str) -> bool:
    """Whether the conditions of a row for such numbers hold; its words start at `begin`, the number at `start`."""
    if row.line and begin and text[max(0, begin - 5) : begin].rpartition("\n")[2].strip():
        return False
    if row.listed and not _is_listed(text, start, number):
        return False
    return not row.unless_before or not ends_with(text, start, row.unless_before)


def _is_listed(text: str, start: int, count: str) -> bool:
    """Whether the number at `start` only counts the things listed before it: 生态、文明、法治三大类."""
    left = text[max(0, start - _LIST) : start]
    left = left[max(left.rfind(mark) for mark in "。；;！？!?\n") + 1 :]
    named = left.count("、") + 1
    return named > 1 and named == value_of(count)


def ends_with(text: str, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands right before `end`, with or without fillers between."""
    left = text[max(0, end - _WINDOW) : end]
    while not left.endswith(words):
        if not left or left[-1] not in _FILLERS:
            return False
        left = left[:-1]
    return True


def _code(text: str, start: int, end: int) -> Trap | None:
    """The span of a code or address that the number is part of: A4, 3D, abc123@163.com; not 50kg."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (_is_latin(before) or _is_latin(after)) or unit_at(text, end):
        return None
    left = start
    while left > 0 and start - left < 64 and _CODE.match(text[left - 1]):
        left -= 1
    match = _CODE.match(text, end, end + 64)
    why = "online_id" if "@" in text[left : match.end() if match else end] or "/" in text[left:start] else "name"
    return left, match.end() if match else end, why


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalpha() or char in ("@", "_"))


def _article(text: str, start: int, end: int) -> Trap | None:
    """The span of a single 一 that is an article: no word before it counts, and its unit measures nothing."""
    found = unit_at(text, end)
    if found is None or _SOME_TIME.match(text, end):
        return None
    unit, after = found
    if text.startswith(("这样", "那样"), after):
        return start, after, "generic_one"
    if unit.family in _MEASURED or unit.unit in _SHORT or _counts_one(text, start, after, unit.family):
        return None
    if unit.unit in OCCASIONS and is_rhythm(text, start):
        return None
    if unit.family == "time" and text.startswith(_COUNTING, after):
        return None
    return start, after, "generic_one"


def _counts_one(text: str, start: int, after: int, family: str) -> bool:
    """Whether the words around a single 一 with its unit, up to `after`, say that it counts."""
    words = counting_one()
    if ends_with(text, start, words.counts_after):
        return not ends_with(text, start, words.not_after)
    if family == "time":
        return ends_with(text, start, words.lasts_after)
    return text[after : after + 1] in _STOPS and bool(_row_of_figures().search(text, max(0, start - _WINDOW), start))


@cache
def _row_of_figures() -> re.Pattern[str]:
    """A figure at the end of the clause before, and nothing but a noun between: 学校2所，集市一个."""
    return re.compile(rf"(?![一几]){START}{unit_pattern()}[，,、；;][\u4e00-\u9fff]{{2,7}}\Z")
