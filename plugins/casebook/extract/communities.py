"""Finds the communities in a plain text by the words that end their names (社区, 小区, 村)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casebook.extract.divisions import begins_community
from casebook.extract.names import Cut, Found, Piece, cut, table
from casebook.extract.places import PlaceMention

_LONGEST, _REACH = 6, 10  # characters of a community's name before 社区, and how far it is looked for
_LEAST = 2
_MARKS = tuple("《（(—·、")  # before a name
_HOLDING = ("社区", "居民区")  # in which 小区 lie
_QUOTES = {"“": "”", "‘": "’", "「": "」"}
_THROUGH = frozenset((Piece.KEPT, Piece.SOFT, Piece.HINGE, Piece.COMMUNITY))


@dataclass(slots=True)
class _Community:
    """The possible name of a community, from `start` to `end`; its last word (社区) begins at `word`.

    `begins`: the start is certain, after a mark, a place or a word such as 走进. `told`: the words around it show that
    it is a place, so one mention is enough.
    """

    start: int
    word: int
    end: int
    begins: bool
    told: bool


def communities_of(text: str, found: Found, divisions: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """The communities of a text with the pieces `found` and `divisions`.

    Not every 社区 ends a name (激发社区活力). A name is sure that occurs more than once, or with a place, a word such
    as 走进 or a quotation mark, or that begins the name of an organisation.
    """
    above = {mention.end: mention for mention in divisions}
    taken = {(mention.start, mention.end) for mention in above.values()}
    read = [one for at in found.communities if not _goes_on(found, at) and (one := _community(text, found, at, above))]
    begun = {text[one.start : one.end] for one in read if one.begins}
    for one in read:
        if not one.begins:  # 整治悦园小区 where 悦园小区 is known
            shorter = (at for at in range(one.start + 1, one.word - 1) if text[at : one.end] in begun)
            one.start = next(shorter, one.start)
    counts = Counter(text[one.start : one.end] for one in read)
    told = {text[one.start : one.end] for one in read if one.told}
    for one in read:
        name = text[one.start : one.end]
        is_sure = name in told or counts[name] > 1
        if one.word - one.start <= _LONGEST and (one.start, one.end) not in taken:
            parent = above.get(one.start)
            chain = (*parent.chain, name) if parent and parent.chain else ()
            yield PlaceMention(one.start, one.end, name, "community", chain=chain, is_sure=is_sure)


def _goes_on(found: Found, at: int) -> bool:
    """Whether another such word follows, with which the name ends: 苑 and 社区 in 和顺苑社区."""
    after = at + 1
    return after < len(found.kinds) and found.kinds[after] is Piece.COMMUNITY and found.starts[after] == found.ends[at]


def _community(text: str, found: Found, at: int, above: Mapping[int, PlaceMention]) -> _Community | None:
    """The possible community that ends with the piece `at`; None if no name stands before it."""
    word, end = found.starts[at], found.ends[at]
    reach = cut(text, found, at, _THROUGH, _REACH)
    start = _after_words(text, found, reach, word)
    if word - start < _LEAST and (short := _short_before(text, found, at, start)) is not None:
        return _Community(short, word, end, begins=True, told=True)  # 江门小区, 海南洲社区
    name, behind_place = text[start:word], start in above
    if len(name) < (1 if behind_place and text[word:end] == "村" else _LEAST):
        return None
    before, opener = found.first_at(start) - 1, text[start - 1 : start]
    led = before >= 0 and found.ends[before] == start and text[found.starts[before] : start] in table()["leads"]
    marked = opener in _MARKS or (opener in _QUOTES and text[end : end + 1] == _QUOTES[opener])
    if not behind_place and (name in table()["plain"] or (_only_words(found, reach, start, word) and not led | marked)):
        return None
    begins = behind_place or led or (start == reach.start and reach.edge is None)
    followed = _has_bodies(found, at) or text.startswith(tuple(table()["follows"]), end)
    return _Community(start, word, end, begins, told=behind_place or led or marked or followed)


def _has_bodies(found: Found, at: int) -> bool:
    """Whether the piece `at` begins the name of an organisation (翠竹社区党委, 洲村社区志愿服务队)."""
    after = at + 1
    while after < len(found.kinds) and found.starts[after] == found.ends[after - 1]:
        if found.kinds[after] is Piece.ORGANISATION:
            return True
        if found.kinds[after] is not Piece.INSIDE:
            return False
        after += 1
    return False


def _after_words(text: str, found: Found, reach: Cut, word: int) -> int:
    """The start of the name within its reach: after the last 和 or 全镇 that leaves enough of it."""
    for at in reach.pieces:
        kind, end = found.kinds[at], found.ends[at]
        before = found.starts[at] - reach.start
        if word - end >= _LEAST and (kind is Piece.SOFT or (kind is Piece.HINGE and before >= _LEAST)):
            return end
    return _behind_community(text, found, reach, word)


def _behind_community(text: str, found: Found, reach: Cut, word: int) -> int:
    """The start of the name behind the community that it lies in: 屠园小区 of 苍水社区屠园小区."""
    ends = (found.ends[at] for at in reach.pieces if text[found.starts[at] : found.ends[at]] in _HOLDING)
    return next((end for end in ends if word - end >= _LEAST), reach.start)


def _short_before(text: str, found: Found, at: int, start: int) -> int | None:
    """The start of the short name of a city that ends at `start`; None if there is none."""
    before = found.first_at(start) - 1
    is_short = before >= 0 and found.kinds[before] is Piece.SHORT and found.ends[before] == start
    return (
        found.starts[before]
        if is_short and begins_community(text, found, at - 1 if at - 1 == before else before)
        else None
    )


def _only_words(found: Found, reach: Cut, start: int, word: int) -> bool:
    """Whether nothing but 全, 和 and the like stands between `start` and `word`."""
    words = (at for at in reach.pieces if found.kinds[at] in (Piece.SOFT, Piece.HINGE) and found.starts[at] >= start)
    return sum(found.ends[at] - found.starts[at] for at in words) == word - start
