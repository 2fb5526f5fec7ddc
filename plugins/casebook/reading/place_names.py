"""Reads the name of a place as people write it: 宜昌市西陵区盛世桃源小区, with any tiers left out.

What the table of divisions knows comes first, the larger before the smaller; a community, an estate or a village stands
behind it. A name that several divisions have needs what tells them apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casebook.gazetteer import LEVELS, Gazetteer
from casebook.misspellings import meant
from casebook.model.terms import Place
from casebook.model.values import Level
from casebook.reading.near_names import community_end, organisation_end
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

_LONGEST = 20  # characters of the name of a division or community
_SHOWN = 6  # candidates that are shown
_TAIL = re.compile(r"[\u3400-\u9fff0-9A-Za-z〇·]{2,20}")
_UPPER = frozenset(("province", "city", "district"))  # whose short names may stand before others: 湖北宜昌西陵区
_HOLDING = re.compile(r"(.+?(?:社区|居民区))(?=.{3})")  # in which others lie: 苍水社区屠园小区
_DIVISION = re.compile(r".*(?:省|市|县|镇|乡|街道|旗|(?<![社小新片园校民])区)$")

_LEVEL_OF: Mapping[str, Level] = {
    "省": "province",
    "市": "city",
    "区": "district",
    "县": "district",
    "镇": "town",
    "乡": "town",
    "街道": "town",
}


class PlaceName(NamedTuple):
    """What a name says: the smallest division (its row, else -1), or a place of the vocabulary, and what lies there."""

    row: int
    term: Place | None
    communities: tuple[str, ...]


class _Way(NamedTuple):
    """One way to read the beginning of a name: as far as `end` it names the division `row` (in full?), or `term`."""

    end: int
    row: int
    term: Place | None = None
    is_full: bool = False


def read_place(text: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> PlaceName | Wrong:
    """The PlaceName of a text, or why it is none."""
    ways = sorted({*_ways(text, gazetteer), *_known(text, vocabulary)}, key=lambda way: -way.end)
    least = max((way.end for way in ways if way.is_full), default=0)  # 西陵区小区 is no estate in 宜昌市
    good = [way for way in ways if way.end >= least and (way.end == len(text) or _is_tail(text[way.end :]))]
    if not good:
        return _unknown(text, vocabulary, gazetteer)
    best = [way for way in good if way.end == good[0].end]
    one = _only(best, vocabulary, gazetteer)
    if one is None:
        return _ambiguous(text, [way.row for way in best], gazetteer)
    tail = text[one.end :]
    return _misspelt(text, tail, one, gazetteer) or PlaceName(one.row, one.term, tuple(_communities(tail)))


def beginning(text: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> PlaceName | None:
    """The place that a longer name begins with, by full names: 西陵区 of 西陵区某某服务中心."""
    ways = [way for way in _ways(text, gazetteer, brief=False) if way.end < len(text)]
    ways += (way for way in _known(text, vocabulary) if way.end < len(text))
    last = max((way.end for way in ways), default=0)
    one = _only([way for way in ways if way.end == last], vocabulary, gazetteer)
    return PlaceName(one.row, one.term, ()) if one else None


def _ways(text: str, gazetteer: Gazetteer, *, brief: bool = True) -> Iterator[_Way]:
    """Every way to read the beginning of a text as divisions, each within the one before it."""
    waiting, seen = [_Way(0, -1)], set[_Way]()
    while waiting:
        at = waiting.pop()
        for end in range(at.end + 2, min(len(text), at.end + _LONGEST) + 1):
            for row in _rows(text, end, at, gazetteer, brief=brief):
                way = _Way(end, row, None, text[at.end : end] == gazetteer.divisions[row].name)
                if way not in seen:
                    seen.add(way)
                    waiting.append(way)
                    yield way


def _rows(text: str, end: int, at: _Way, gazetteer: Gazetteer, *, brief: bool) -> Iterator[int]:
    """The divisions named up to `end` that lie in the one before; short names are those of the larger divisions."""
    name = text[at.end : end]
    known: Sequence[int] = gazetteer.by_name.get(name, ())
    if not known and brief:  # 西陵 of 西陵区 is not all that is written
        known = [r for r in _short(name, at, gazetteer) if not text.startswith(gazetteer.divisions[r].name, at.end)]
    yield from (row for row in known if at.row < 0 or (row != at.row and gazetteer.within(row, at.row)))


def _short(name: str, at: _Way, gazetteer: Gazetteer) -> Sequence[int]:
    """The divisions with a short name; of those that stand first the largest alone: 吉林 is the province."""
    rows = [row for row in gazetteer.by_short.get(name, ()) if gazetteer.divisions[row].level in _UPPER]
    if at.row >= 0:
        return rows
    ranks = [LEVELS.index(gazetteer.divisions[row].level) for row in rows]
    return [row for row, rank in zip(rows, ranks, strict=True) if rank == min(ranks) and rank < 2]


def _known(text: str, vocabulary: Vocabulary) -> Iterator[_Way]:
    """The places of the vocabulary files that a text begins with (肖家河社区, 7号大院), but for very short names."""
    for end in range(3, min(len(text), _LONGEST) + 1):
        term = vocabulary.find("places", text[:end])
        if isinstance(term, Place) and ("places", term.id) not in vocabulary.of_cases and end < len(text):
            yield _Way(end, -1, term)


def _only(ways: Sequence[_Way], vocabulary: Vocabulary, gazetteer: Gazetteer) -> _Way | None:
    """The one way that is meant: a place of the vocabulary files before others of the same name."""
    terms = [way for way in ways if way.term]
    if terms:
        return terms[0]
    if len(ways) < 2:
        return next(iter(ways), None)
    rows = {way.row: way for way in ways}
    terms_of = rows_of(vocabulary, gazetteer)
    known = [
        rows[row] for row, term in terms_of.items() if row in rows and ("places", term.id) not in vocabulary.of_cases
    ]
    return known[0] if len(known) == 1 else None


def rows_of(vocabulary: Vocabulary, gazetteer: Gazetteer) -> dict[int, Place]:
    """Row -> place, for the divisions that have a term."""
    found: dict[int, Place] = {}
    for place in vocabulary.terms("places"):
        if isinstance(place, Place) and place.level in LEVELS:
            above = [up.zh for up in vocabulary.lineage(place.id)]
            row = gazetteer.find([name for name in above if name in gazetteer.by_name] or above)
            if row is not None and gazetteer.divisions[row].name == place.zh:
                found.setdefault(row, place)
    return found


def full_name(row: int, gazetteer: Gazetteer) -> str:
    """A division with all above it: 湖北省宜昌市西陵区."""
    return "".join(gazetteer.divisions[up].name for up in gazetteer.chain(row))


def _is_tail(tail: str) -> bool:
    return bool(_TAIL.fullmatch(tail)) and tail != community_end(tail) and not tail.isascii()


def _communities(tail: str) -> Iterator[str]:
    """The communities that stand behind a division, the larger first."""
    while (held := _HOLDING.match(tail)) and _is_tail(tail[held.end() :]):
        yield held[1]
        tail = tail[held.end() :]
    if tail:
        yield tail


def _misspelt(text: str, tail: str, way: _Way, gazetteer: Gazetteer) -> Wrong | None:
    """What looks like a division or a body behind a division, and is no community that lies there."""
    if not tail or way.row < 0:
        return None
    if community_end(tail) and not _DIVISION.fullmatch(tail):
        return _elsewhere(tail, way, gazetteer)
    above = gazetteer.divisions[way.row].name
    if tail == organisation_end(tail):  # 学院街道办事处
        return Wrong(f"“{tail}” 是机构,不是地点", f"地点写 {text[: way.end]}")
    parts = [gazetteer.divisions[row].name for row in gazetteer.parts.get(way.row, ())]
    near = meant(tail, parts) or next((name for name in parts if name.startswith(tail)), None)
    if near:
        return Wrong(f"{above}没有 “{tail}”", f"是否指 “{text[: way.end]}{near}”?")
    if not _DIVISION.fullmatch(tail):
        return None
    if there := [full_name(row, gazetteer) for row in gazetteer.by_name.get(tail, ())]:
        return Wrong(f"{above}没有 “{tail}”", f"写 {'、'.join(there[:_SHOWN])}{' ……' if len(there) > _SHOWN else ''}")
    instead = "撤并了的,写现在的名称;表里还没有的,请管词表的人加进 places.yaml"
    return Wrong(f"行政区划表里,{above}没有 “{tail}”", instead)


def _elsewhere(tail: str, way: _Way, gazetteer: Gazetteer) -> Wrong | None:
    """A division of a lower tier that a community stands behind, and that lies elsewhere: 武汉市 has no 西陵区."""
    tier = _tier(way.row, gazetteer)
    for end in range(2, min(len(tail), _LONGEST)):
        rows = [row for row in gazetteer.by_name.get(tail[:end], ()) if _tier(row, gazetteer) > tier]
        if rows:
            there = [f"{full_name(row, gazetteer)}{tail[end:]}" for row in rows]
            shown = f"{'、'.join(there[:_SHOWN])}{'等' if len(there) > _SHOWN else ''}"
            return Wrong(f"{gazetteer.divisions[way.row].name}没有 “{tail[:end]}”", f"是否指 {shown}?")
    return None


def _tier(row: int, gazetteer: Gazetteer) -> int:
    return LEVELS.index(gazetteer.divisions[row].level)


def _ambiguous(text: str, rows: Sequence[int], gazetteer: Gazetteer) -> Wrong:
    names = sorted({full_name(row, gazetteer) for row in rows})
    shown = "、".join(names[:_SHOWN]) + (" ……" if len(names) > _SHOWN else "")
    return Wrong(f"“{text}” 不止一处,有 {len(names)} 处", f"前面写上省、市,例如:{shown}")


def _unknown(text: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Wrong:
    near = meant(text, vocabulary.names("places")) or _near_division(text, gazetteer)
    if near:
        return Wrong(f"没有找到地点 “{text}”", f"是否指 “{near}”?")
    if not gazetteer.divisions:
        return Wrong(f"没有找到地点 “{text}”", "先运行 inv packages:没有行政区划表,只认 places.yaml 里的地点")
    return Wrong(
        f"没有找到地点 “{text}”",
        f"写全称;社区、小区、村前面写上它在的区县和镇街,例如 宜昌市西陵区{text if _is_tail(text) else '盛世桃源小区'}",
    )


def _near_division(text: str, gazetteer: Gazetteer) -> str | None:
    """The division most like a text that ends as divisions do; with what stands before it, if that is read."""
    if community_end(text) and not _DIVISION.fullmatch(text):
        return None
    level = next((level for end, level in _LEVEL_OF.items() if text.endswith(end)), None)
    if level is None or len(text) > _LONGEST:
        return None
    return meant(text, {one.name for one in gazetteer.divisions if one.level == level and one.name[0] in text})
