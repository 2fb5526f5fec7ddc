"""Finds what may be a place although no table has it as written: a development zone, a numbered yard, a short name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from casebook.extract.names import table
from casebook.extract.places import PlaceMention
from casebook.extract.spread import Spans
from casebook.gazetteer import Gazetteer
from casebook.model.values import Level

# What ends such a place, behind two characters of its name, which hold none of these.
_ENDS: Sequence[tuple[Level, re.Pattern[str]]] = (
    ("district", re.compile("经济技术开发区|高新技术开发区|经济开发区|经开区|高新区|开发区|新区")),
    ("community", re.compile(r"[路街巷]\d{1,4}(?:号院|号大院|弄)")),
)
_NO_NAME = frozenset("的了在和与到从为是把市区县省镇各全本该新老国家级大小设建成立")
_NO_PART = frozenset(
    "的了在与到从为是把各全本该等及有个这那每两三"
)  # the same, where a place or a mark tells where a name begins
_BEFORE, _BEHIND = (
    frozenset("、的在从到和与是及市省"),
    frozenset("、的在等和与到及"),
)  # around a short name among other words
_LEVELS: dict[str, Level] = {"县": "district", "区": "district", "市": "district", "州": "city", "街": "town"}
_OTHER_ENDS = re.compile("[县市州]|(?<![社小])区|街(?!道)")
_LENGTHS = (3, 2)  # characters of a short name
_HOLDING = ("district", "town", "community")
_LYING = re.compile(
    "([A-Z]|(?:(?![街镇乡])[一-鿿]){2,8}?)(?:社区|小区|新村|村|屯|家属院|大院|片区|家园|花园|公寓|庭院)"
)
_NAMED = re.compile("社区|小区|村")
_MARKS = frozenset(" \n\t\u3000，。、；：“”（）！？")
_STEMS = (2, 3, 4)  # characters before that word
_OFTEN = 3
_SHORT = 2  # characters of such a name, and of a short one that means a district only where its city is named, too


def corners_of(text: str, places: Iterable[PlaceMention], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """Places that are not sure: 湘江新区, 凤凰路7号院, and 徐汇 where 上海 is named (one of `places`)."""
    known = list(places)
    taken = Spans((one.start, one.end) for one in known)
    found: list[tuple[int, int, Level]] = [
        *_ending(text),
        *_renamed(text, known, gazetteer),
        *_behind(text, known),
        *_again(text),
    ]
    found += [(start, start + _SHORT, "district") for start in _short_names(text, known, gazetteer)]
    for start, end, level in sorted(found):
        begins_longer = taken.begins(start) and not taken.holds(start, end)  # 武汉经开区
        if begins_longer or not taken.meets(start, end):
            yield PlaceMention(start, end, text[start:end], level, is_sure=False)


def _ending(text: str) -> Iterator[tuple[int, int, Level]]:
    """Names by their last word."""
    for level, end in _ENDS:
        for match in end.finditer(text):
            name = text[max(0, match.start() - _SHORT) : match.start()]
            if len(name) == _SHORT and all(map(_is_word, name)) and not _NO_NAME.intersection(name):
                yield match.start() - _SHORT, match.end(), level


def _renamed(text: str, known: Iterable[PlaceMention], gazetteer: Gazetteer) -> Iterator[tuple[int, int, Level]]:
    """Short names in a place of `known` with another last word than the table has: 沿河县, 水城县, 珠江街."""
    above = {name for one in known for name in one.chain}
    for match in _OTHER_ENDS.finditer(text):
        level = _LEVELS[match[0]]
        for length in _LENGTHS:
            start = max(0, match.start() - length)
            rows = gazetteer.by_short.get(text[start : match.start()], ())
            if any(gazetteer.divisions[row].level == level and _lies(row, above, gazetteer) for row in rows):
                yield start, match.end(), level
                break


def _lies(row: int, above: set[str], gazetteer: Gazetteer) -> bool:
    return any(gazetteer.divisions[up].name in above for up in gazetteer.chain(row)[:-1])


def _behind(text: str, known: Iterable[PlaceMention]) -> Iterator[tuple[int, int, Level]]:
    """What is named right behind a place: 大家苑社区 of 朝晖街道大家苑社区, whatever words it has in it."""
    for place in known:
        match = _LYING.match(text, place.end) if place.is_sure and place.level in _HOLDING else None
        if match and _is_own(match[1], is_told=place.level == "town"):
            yield match.start(), match.end(), "community"


def _is_own(stem: str, *, is_told: bool = False) -> bool:
    """Whether a name that begins so may be one: no word, or one that is told to be a name."""
    return not _NO_PART.intersection(stem) and (is_told or stem not in _words())


@cache
def _words() -> frozenset[str]:
    lists = table()
    return frozenset((*lists["words"], *lists["plain"], *lists["inside"]))


def _again(text: str) -> Iterator[tuple[int, int, Level]]:
    """What is named again and again, and once behind a mark: 小孤山村."""
    names = dict(_apart(text))
    for name, stem in sorted(names.items()):
        if _is_own(stem) and text.count(name) >= _OFTEN:
            start = text.find(name)
            while start >= 0:
                yield start, start + len(name), "community"
                start = text.find(name, start + len(name))


def _apart(text: str) -> Iterator[tuple[str, str]]:
    """What may be named behind a mark, and the same without its last word."""
    for match in _NAMED.finditer(text):
        end = match.start()
        for start in (end - length for length in _STEMS if end >= length):
            if start == 0 or text[start - 1] in _MARKS:
                stem = text[start:end]
                if all(map(_is_word, stem)):
                    yield text[start : match.end()], stem
                break


def _short_names(text: str, known: Sequence[PlaceMention], gazetteer: Gazetteer) -> Iterator[int]:
    """Where short names of districts stand that lie in a city of `known`."""
    chains = {one.chain for one in known if one.chain and one.level in ("province", "city")}
    rows = (gazetteer.find(chain[::-1]) for chain in sorted(chains))
    parts = (part for row in rows if row is not None for part in gazetteer.parts.get(row, ()))
    names = {one.name[:_SHORT] for one in map(gazetteer.divisions.__getitem__, parts) if one.level == "district"}
    for name in sorted(names):
        start = text.find(name)
        while start >= 0:
            if _stands_apart(text, start, start + len(name)):
                yield start
            start = text.find(name, start + len(name))


def _stands_apart(text: str, start: int, end: int) -> bool:
    before, behind = text[start - 1 : start], text[end : end + 1]
    return (not _is_word(before) or before in _BEFORE) and (not _is_word(behind) or behind in _BEHIND)


def _is_word(char: str) -> bool:
    return "一" <= char <= "鿿"
