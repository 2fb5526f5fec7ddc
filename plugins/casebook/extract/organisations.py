"""Finds the organisations in a plain text by the words that end their names, and their roles."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from casebook.extract.names import Cut, Found, Piece, cut, organisation_kinds, table
from casebook.extract.places import PlaceMention
from casebook.tables import load

_REACH, _LONGEST = 24, 28
_CENTRE = "中心"
_ANDS = ("和", "与", "及")
_LEAST = 2  # characters of its own that a name has where it names no place
_THROUGH = frozenset(Piece) - {Piece.WORD}
_JOINS = (Piece.SOFT, Piece.HINGE)
_SIDES = ("before", "after")
_AROUND = 16  # characters on either side within which a word gives an organisation its part


class OrganisationMention(NamedTuple):
    """An organisation as written; `kind` is the id of an actor term, `role` that of a role, or empty."""

    start: int
    end: int
    name: str
    kind: str
    role: str = ""


@dataclass(slots=True)
class _Read:
    """The span of a name; `sure` if its start is certain."""

    start: int
    end: int
    kind: str
    sure: bool


def is_own(name: str) -> bool:
    """Whether a name ends with a word that only names have: 基金会, but not 联合会 or 巡逻队."""
    end = max((word for word in organisation_kinds() if name.endswith(word)), key=len, default="")
    return bool(end) and end not in table()["unsure"] and not _is_group(end)


def organisations_of(text: str, found: Found, places: Sequence[PlaceMention]) -> tuple[OrganisationMention, ...]:
    """Every mention of an organisation by name, in the order of the text, without those inside longer names."""
    if not found.organisations:
        return ()
    by_start = {place.start: place for place in places}
    read: list[_Read] = []
    for at in found.organisations:
        if one := _organisation(text, found, at, by_start):
            while read and read[-1].start >= one.start:
                read.pop()  # 食品安全委员会 of 食品安全委员会办公室
            if not read or read[-1].end <= one.start:
                read.append(one)
    sure = {text[one.start : one.end] for one in read if one.sure}
    return tuple(_mention(text, one, sure) for one in read)


def _organisation(text: str, found: Found, at: int, places: Mapping[int, PlaceMention]) -> _Read | None:
    """The organisation that ends with the piece `at`; None if it has no name of its own (各志愿服务队)."""
    end, reach = found.ends[at], cut(text, found, at, _THROUGH, _REACH)
    reach = _behind_another(found, reach)
    kind = organisation_kinds()[text[found.starts[at] : end]]
    within = [piece for piece in reversed(reach.pieces) if found.starts[piece] in places]
    divided = [piece for piece in within if found.kinds[piece] in (Piece.DIVISION, Piece.SHORT)]
    if divided and _joins_words(text, found, divided[-1] + 1, at):
        return None
    if divided:  # what stands before the place is no part of the name
        return _Read(found.starts[divided[0]], end, kind, sure=True)
    for piece in reach.pieces:
        start = found.ends[piece]
        if found.kinds[piece] in _JOINS and _is_name(text, found, start, at, places):
            return _Read(start, end, kind, sure=False)
    is_sure = reach.edge is None
    return _Read(reach.start, end, kind, is_sure) if _is_name(text, found, reach.start, at, places, is_sure) else None


def _behind_another(found: Found, reach: Cut) -> Cut:
    """The reach without another organisation that 和 joins to this one (铁西区民政局与皇姑区民政局)."""
    for at, left in pairwise(reach.pieces):
        joined = found.ends[left] == found.starts[at] and found.kinds[left] is Piece.ORGANISATION
        if found.kinds[at] is Piece.SOFT and joined:
            return Cut(found.ends[at], reach.pieces[: reach.pieces.index(at)], Piece.SOFT)
    return reach


def _is_name(
    text: str, found: Found, start: int, at: int, places: Mapping[int, PlaceMention], is_sure: bool = False
) -> bool:
    """Whether a name stands from `start` to the piece `at`: a community, or characters that are no known word."""
    end = found.starts[at]
    if any(place in places for place in range(start, end)):
        return True
    word = text[end : found.ends[at]]
    if word in table()["unsure"] and not is_sure:
        return False
    first = found.first_at(start)
    within = found.kinds[first:at]
    if within and within[-1] is Piece.INSIDE and _is_group(word) and not set(within) - {Piece.INSIDE, Piece.KEPT}:
        return True  # 银龄帮厨队, 食堂监督小组
    if word == _CENTRE and (not within or within[-1] is not Piece.INSIDE or found.ends[at - 1] < end):
        return False  # 中心 alone is any centre
    return _free(found, first, at, start) >= _LEAST


def _free(found: Found, first: int, at: int, start: int) -> int:
    """How many characters from `start` to the piece `at` belong to no known word; words of names count too."""
    free, position = 0, start
    for piece in range(first, at):
        free += found.starts[piece] - position
        free += _LEAST if found.kinds[piece] is Piece.KEPT else 0
        position = found.ends[piece]
    return free + found.starts[at] - position


def _joins_words(text: str, found: Found, piece: int, at: int) -> bool:
    """Whether a piece is the 和 between a place and a group without a name: 九江市和居民志愿队."""
    is_and = text[found.starts[piece] : found.ends[piece]] in _ANDS
    return is_and and not _free(found, piece + 1, at, found.ends[piece])


def _is_group(word: str) -> bool:
    return word != "志愿服务队" and organisation_kinds()[word] in ("volunteer-teams", "resident-groups")


def _mention(text: str, one: _Read, sure: set[str]) -> OrganisationMention:
    shorter = (at for at in range(one.start + 1, one.end - 4) if text[at : one.end] in sure)
    start = one.start if one.sure else next(shorter, one.start)
    return OrganisationMention(
        start=start, end=one.end, name=text[start : one.end], kind=one.kind, role=role(text, start, one.end)
    )


@cache
def _roles() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]:
    """Word before a name -> role, and word after a name -> role."""
    before, after = ({w: role for role, row in load("names")["roles"].items() for w in row[side]} for side in _SIDES)
    return (
        re.compile(f"({_any(before)})[“《]?$"),
        re.compile(f"[”》]?(?:等|的|共同|联合|主动|积极|正式|出面|大力)*({_any(after)})"),
        {**before, **after},
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def role(text: str, start: int, end: int) -> str:
    """The role that the words around an organisation give it: `lead` in 由X牵头, `guide` in 在X的指导下; else empty."""
    before, after, roles = _roles()
    if match := after.match(text, end, end + _AROUND):
        return roles[match[1]]
    match = before.search(text[max(0, start - _AROUND) : start])
    return roles[match[1]] if match else ""
