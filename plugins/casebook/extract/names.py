"""Finds the pieces of names of places and organisations in one pass.

A name is read from its last word to the left: `cut` says how far it may reach. The table casebook/data/names.yaml has
the words that end, join and stop names.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import compress, count
from typing import NamedTuple

from casebook.extract.automata import Automaton, automaton
from casebook.gazetteer import Gazetteer, short
from casebook.model.cues import Cues
from casebook.model.values import Level
from casebook.tables import load
from casebook.vocabulary import Vocabulary

TOPS = ("province", "city")  # the levels whose short names stand alone
_LONG = 3  # characters of a short name that is no other word


class Piece(IntEnum):  # numbers, since a plain Enum takes its time to hash
    """The kind of a piece of text: what it can be in a name."""

    DIVISION = 0  # 里水镇: the full name of a division, or a place of the vocabulary
    SHORT = 1  # 杭州: a province or city without its last character
    COMMUNITY = 2  # 社区
    ORGANISATION = 3  # 协会
    KEPT = 4  # 和平: part of any name
    INSIDE = 5  # 社会工作: part of an organisation's name
    SOFT = 6  # 和: perhaps a word, perhaps part of a name
    HINGE = 7  # 中: perhaps the end of a word, perhaps part of a name
    WORD = 8  # 走进: no part of a name


class Found(NamedTuple):
    """The pieces of a text in order, without overlap; the last three lists are the indexes of those that end names."""

    kinds: Sequence[Piece]
    starts: Sequence[int]
    ends: Sequence[int]
    divisions: list[int]
    communities: list[int]
    organisations: list[int]

    def first_at(self, offset: int) -> int:
        """The index of the first piece that starts at `offset` or later."""
        return bisect_left(self.starts, offset)


class Cut(NamedTuple):
    """How far to the left a name may reach: to `start`.

    `pieces` are the indexes of the pieces inside, from right to left; `edge` is the kind of piece that ends the reach,
    or None for a mark or the start of a line.
    """

    start: int
    pieces: tuple[int, ...]
    edge: Piece | None


@cache
def table() -> Mapping[str, list[str]]:
    """The plain lists of names.yaml."""
    return {key: rows for key, rows in load("names").items() if isinstance(rows, list)}


@cache
def organisation_kinds() -> Mapping[str, str]:
    """Last word of an organisation's name -> id of the actor term."""
    return {end: kind for kind, ends in load("names")["organisations"].items() for end in ends}


@cache
def _common() -> frozenset[str]:
    return frozenset(table()["common"])


@cache
def _unless_after() -> Mapping[str, tuple[str, ...]]:
    return {end: tuple(words) for end, words in load("names")["unless_after"].items()}


def stands_alone(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a short name needs no place beside it: that of a province or city, or a long one of a county (都江堰)."""
    return any(_is_alone(name, gazetteer.divisions[row].level) for row in gazetteer.by_short.get(name, ()))


def _is_alone(name: str, level: Level) -> bool:
    return level in TOPS or (level == "district" and len(name) >= _LONG)


def is_common(name: str) -> bool:
    """Whether the name of a division is a common word, and means the place only next to another place."""
    return name in _common() or (len(name) <= len("城区") and name[-1] in "镇乡区市")


def is_part(text: str, start: int, end: int, kind: Piece) -> bool:
    """Whether what looks like a division is part of another word: 上海市 in 上海市民, 南京 in 南京路."""
    key = "short" if kind is Piece.SHORT else text[end - 1]
    return text.startswith(_unless_after().get(key, ()), end) if key in _unless_after() else False


class Pieces:
    """Finds the pieces of names with the words of one collection and one table of divisions."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        kinds = _kinds(vocabulary, gazetteer)
        self._kinds, self._finder = list(kinds.values()), _finder(tuple(kinds))
        self._end_names = bytes(kind <= Piece.ORGANISATION for kind in self._kinds)  # the first kinds of all

    def of(self, text: str) -> Found:
        """The pieces of `text`."""
        matches = self._finder.find_matches_as_indexes(text)
        at, starts, ends = zip(*matches, strict=True) if matches else ((), (), ())
        found = Found([*map(self._kinds.__getitem__, at)], starts, ends, [], [], [])
        lists = (found.divisions, found.divisions, found.communities, found.organisations)
        for place in compress(count(), map(self._end_names.__getitem__, at)):
            lists[found.kinds[place]].append(place)
        return found


@lru_cache(maxsize=2)
def _finder(words: tuple[str, ...]) -> Automaton:
    """What finds the words: to make it takes a fifth of a second, and most edits leave them as they are."""
    return automaton(words)


def _kinds(vocabulary: Vocabulary, gazetteer: Gazetteer) -> dict[str, Piece]:
    """Word -> kind, for all words to find; for a word with several kinds the last one wins."""
    lists = table()
    kinds: dict[str, Piece] = dict.fromkeys(_words(vocabulary.cues), Piece.WORD)
    kinds |= dict.fromkeys((*lists["words"], *lists["leads"]), Piece.WORD)
    plain = set(lists["plain"])  # 幸福社区 is a name right behind a place, 幸福 part of 幸福食堂
    soft = [word for word in vocabulary.cues.soft if word not in plain]
    kinds |= dict.fromkeys((*soft, *lists["inside"]), Piece.INSIDE)
    kinds |= dict.fromkeys(lists["soft"], Piece.SOFT)
    kinds |= dict.fromkeys(lists["hinges"], Piece.HINGE)
    kinds |= dict.fromkeys(lists["kept"], Piece.KEPT)
    kinds |= dict.fromkeys(lists["communities"], Piece.COMMUNITY)
    kinds |= dict.fromkeys(organisation_kinds(), Piece.ORGANISATION)
    large = ((short(one.name, one.level), one.level) for one in gazetteer.divisions if one.level != "town")
    kinds |= dict.fromkeys((name for name, level in large if name and _is_alone(name, level)), Piece.SHORT)
    kinds |= dict.fromkeys((name for name in gazetteer.by_name if len(name) > 1), Piece.DIVISION)
    places = (name for term in vocabulary.terms("places") for name in term.names)  # some of which several places have
    kinds |= dict.fromkeys((name for name in places if vocabulary.find("places", name)), Piece.DIVISION)
    return kinds


def _words(cues: Cues) -> set[str]:
    """The words of the cues, which are no names, except those that begin with 社区, which may end one."""
    ends = tuple(table()["communities"])
    return {word for word in cues.words if len(word) > 1 and not word.startswith(ends)}


def cut(text: str, found: Found, at: int, through: frozenset[Piece], reach: int) -> Cut:
    """How far a name that ends with the piece `at` goes to the left: across `through`, `reach` characters at most."""
    position = found.starts[at]
    floor = max(0, position - reach)
    within: list[int] = []
    while True:
        at -= 1
        edge = max(floor, found.ends[at]) if at >= 0 else floor
        while position > edge and "一" <= text[position - 1] <= "鿿":
            position -= 1
        if position > edge or position == floor or found.ends[at] < position:
            is_open = position > 0 and "一" <= text[position - 1] <= "鿿"  # nothing ends it but our patience
            return Cut(position, tuple(within), Piece.WORD if is_open else None)
        kind = found.kinds[at]
        if kind not in through:
            return Cut(position, tuple(within), kind)
        if found.starts[at] < floor:  # 志愿服务队志愿服务队…: a piece across the end of the reach is beyond it
            return Cut(position, tuple(within), Piece.WORD)
        within.append(at)
        position = found.starts[at]
