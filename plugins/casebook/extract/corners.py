"""Finds what may be a place although no table has it as written: a development zone, a numbered yard, a short name."""

import re
from collections.abc import Iterable, Iterator, Sequence

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
_BEFORE, _BEHIND = (
    frozenset("、的在从到和与是及市省"),
    frozenset("、的在等和与到及"),
)  # around a short name among other words
_SHORT = 2  # characters of such a name, and of a short one that means a district only where its city is named, too


def corners_of(text: str, places: Iterable[PlaceMention], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """Places that are not sure: 湘江新区, 凤凰路7号院, and 徐汇 where 上海 is named (one of `places`)."""
    known = list(places)
    taken = Spans((one.start, one.end) for one in known)
    found: list[tuple[int, int, Level]] = [*_ending(text)]
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
