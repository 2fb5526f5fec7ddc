"""The places that a plain text mentions: divisions by the gazetteer, communities by what they end with."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casebook.extract.names import TOPS, Cut, Found, Piece, cut, is_common, is_part, table
from casebook.gazetteer import Gazetteer
from casebook.model.terms import Place
from casebook.model.values import Level
from casebook.vocabulary import Vocabulary

_LONGEST, _REACH = 6, 10  # characters of a community's name before 社区, and how far it is looked for
_LEAST = 2
_MARKS = tuple("《（(—·、")  # before a name
_QUOTES = {"“": "”", "‘": "’", "「": "」"}
_LENGTHS = (4, 3, 2)  # characters of a short name
_LOWER = ("city", "district", "town")
_NAMED = (Piece.DIVISION, Piece.SHORT, Piece.COMMUNITY, Piece.ORGANISATION)
_THROUGH = frozenset((Piece.KEPT, Piece.SOFT, Piece.HINGE, Piece.COMMUNITY))


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written; `term` is its id where the vocabulary has it.

    `chain` names it and all it lies in, largest first; empty where the text leaves open which place of this name it is.
    """

    start: int
    end: int
    name: str
    level: Level
    term: str = ""
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Division:
    """A mention of a division or of a place of the vocabulary, and the rows that bear its name."""

    start: int
    end: int
    rows: tuple[int, ...]
    term: Place | None = None
    is_common: bool = False


def places_of(text: str, found: Found, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Every mention of a place in a text with these pieces, in its order."""
    divisions = _divisions(text, found, vocabulary, gazetteer)
    known = _resolved(divisions, gazetteer)
    mentions = [_mention(text, division, known, vocabulary, gazetteer) for division in divisions]
    mentions += _communities(text, found, {mention.end: mention for mention in mentions})
    return tuple(sorted(mentions, key=lambda mention: mention.start))


# --- divisions ------------------------------------------------------------------------------------------------


def _divisions(text: str, found: Found, vocabulary: Vocabulary, gazetteer: Gazetteer) -> list[_Division]:
    """The divisions in their order; names that are words only where they touch another place."""
    candidates: list[_Division] = []
    for at in found.divisions:
        candidates += _division(text, found, at, vocabulary, gazetteer)
    kept: list[_Division] = []
    for at, one in enumerate(candidates):
        follows = kept and kept[-1].end == one.start
        leads = at + 1 < len(candidates) and candidates[at + 1].start == one.end and not candidates[at + 1].is_common
        if not one.is_common or follows or leads:
            kept.append(one)
    return [part for one in kept for part in _with_neighbours(text, one, found, gazetteer)]


def _division(text: str, found: Found, at: int, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Iterator[_Division]:
    """The division that a piece is; none when it goes on as another word or as a community's name (江门小区)."""
    start, end, kind = found.starts[at], found.ends[at], found.kinds[at]
    name = text[start:end]
    term = vocabulary.find("places", name)
    if isinstance(term, Place):
        yield _Division(start, end, gazetteer.by_name.get(name, ()), term)
        return
    if kind is Piece.DIVISION and is_part(text, start, end, kind):
        name, end, kind = name[:-1], end - 1, Piece.SHORT  # 上海市民 names 上海, 南海区域 nothing
        if not _tops(name, gazetteer):
            return
    if kind is Piece.SHORT and (is_part(text, start, end, kind) or _begins_community(found, at)):
        return
    rows = gazetteer.by_name[name] if kind is Piece.DIVISION else _tops(name, gazetteer)
    yield _Division(start, end, rows, is_common=is_common(name))


def _tops(name: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The provinces of a short name, else the cities: 吉林 is the province before it is the city."""
    rows = gazetteer.by_short.get(name, ())
    levels = [gazetteer.divisions[row].level for row in rows]
    level = next((level for level in TOPS if level in levels), None)
    return tuple(row for row in rows if gazetteer.divisions[row].level == level)


def _begins_community(found: Found, at: int) -> bool:
    """Whether a short name is the beginning of 江门小区, or, with one more character, of 海南洲社区."""
    after = at + 1
    return (
        after < len(found.kinds)
        and found.kinds[after] is Piece.COMMUNITY
        and found.starts[after] - found.ends[at] < _LEAST
    )


def _with_neighbours(text: str, one: _Division, found: Found, gazetteer: Gazetteer) -> Iterator[_Division]:
    """A division with a short name right before or behind it that says what it lies in or what lies in it: 佛山南海."""
    if not one.rows:
        yield one
        return
    for length in _LENGTHS:
        before = text[one.start - length : one.start] if length <= one.start else ""
        rows = tuple(
            up
            for up in gazetteer.by_short.get(before, ())
            if gazetteer.divisions[up].level == "district" and any(gazetteer.within(row, up) for row in one.rows)
        )
        at = found.first_at(one.start - length)
        if rows and found.kinds[at] is not Piece.SHORT:
            yield _Division(one.start - length, one.start, rows)
            break
    yield one
    for length in _LENGTHS:
        behind = text[one.end : one.end + length]
        rows = tuple(
            row
            for row in gazetteer.by_short.get(behind, ())
            if gazetteer.divisions[row].level in _LOWER and any(gazetteer.within(row, up) for up in one.rows)
        )
        next_at = found.first_at(one.end)
        is_taken = any(
            start < one.end + length and (kind in _NAMED or end > one.end + length)
            for kind, start, end in zip(
                *(part[next_at : next_at + 2] for part in (found.kinds, found.starts, found.ends)), strict=True
            )
        )
        if rows and not is_taken and not is_part(text, one.end, one.end + length, Piece.SHORT):
            yield _Division(one.end, one.end + length, rows)
            break


def _resolved(divisions: Sequence[_Division], gazetteer: Gazetteer) -> Mapping[tuple[int, int], int]:
    """For mentions that can only be one division, its row: by the span of the mention.

    Of several of one name that one is meant which lies in the place written right before it; else the one that shares
    the most with the other places of the text: what it lies in is named, or its neighbours are.
    """
    touching = _touching(divisions, gazetteer)
    kinds = set(touching)
    shared = Counter(above for rows in kinds for above in {up for row in rows for up in gazetteer.chain(row)})
    likely = {rows: _likely(rows, shared, gazetteer) for rows in kinds}
    spans = ((one.start, one.end) for one in divisions)
    return {span: row for span, rows in zip(spans, touching, strict=True) if (row := likely[rows]) is not None}


def _likely(rows: tuple[int, ...], shared: Mapping[int, int], gazetteer: Gazetteer) -> int | None:
    """The one of several divisions that lies where most others of the text lie; None where that is not just one."""
    if len(rows) < _LEAST:
        return next(iter(rows), None)
    weight = {row: sum(shared[up] - 1 for up in gazetteer.chain(row)[:-1]) for row in rows}
    best = max(weight.values())
    found = [row for row in rows if weight[row] == best]
    return found[0] if best > 0 and len(found) == 1 else None


def _touching(divisions: Sequence[_Division], gazetteer: Gazetteer) -> list[tuple[int, ...]]:
    """The rows of each mention, less those that do not lie in the place right before it."""
    found: list[tuple[int, ...]] = []
    for at, one in enumerate(divisions):
        rows = one.rows
        if at and divisions[at - 1].end == one.start:
            inside = tuple(row for row in rows if any(gazetteer.within(row, up) for up in found[-1]))
            rows = inside or rows
        found.append(rows)
    return found


def _mention(
    text: str,
    one: _Division,
    known: Mapping[tuple[int, int], int],
    vocabulary: Vocabulary,
    gazetteer: Gazetteer,
) -> PlaceMention:
    """The mention of a division. It is the vocabulary's place unless the text says that it lies elsewhere."""
    row = known.get((one.start, one.end))
    chain = () if row is None else tuple(gazetteer.divisions[up].name for up in gazetteer.chain(row))
    term = one.term
    if term is not None and chain:
        above = (up.zh for up in vocabulary.lineage(term.id)[1:])
        is_there = all(name in chain for name in above if name in gazetteer.by_name)
        term = term if is_there or term.zh not in chain else None
    if term is not None:
        chain = tuple(up.zh for up in reversed(vocabulary.lineage(term.id)))
    level = term.level if term else gazetteer.divisions[one.rows[0] if row is None else row].level
    name = text[one.start : one.end]
    return PlaceMention(start=one.start, end=one.end, name=name, level=level, term=term.id if term else "", chain=chain)


# --- communities ----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Community:
    """Where a community's name stands: from `start`, the word that ends it at `word`.

    `begins`: nothing else can stand before it (a mark, a place, a word such as 走进); `told`: what stands around it
    says that it is a place, so that one mention is enough.
    """

    start: int
    word: int
    end: int
    begins: bool
    told: bool


def _communities(text: str, found: Found, above: Mapping[int, PlaceMention]) -> Iterator[PlaceMention]:
    """The communities of a text; `above` has the divisions by where they end.

    激发社区活力 looks like a name, and is one word before another. Names are told of more than once, or with a place, a
    word such as 走进, a quotation mark, or as the beginning of an organisation's name.
    """
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
        is_name = name in told or counts[name] > 1
        if is_name and one.word - one.start <= _LONGEST and (one.start, one.end) not in taken:
            parent = above.get(one.start)
            chain = (*parent.chain, name) if parent and parent.chain else ()
            yield PlaceMention(start=one.start, end=one.end, name=name, level="community", chain=chain)


def _goes_on(found: Found, at: int) -> bool:
    """Whether another such word follows: the name of 和顺苑社区 ends with the second."""
    after = at + 1
    return after < len(found.kinds) and found.kinds[after] is Piece.COMMUNITY and found.starts[after] == found.ends[at]


def _community(text: str, found: Found, at: int, above: Mapping[int, PlaceMention]) -> _Community | None:
    """The community that ends with a piece, or None when what stands before is no name."""
    word, end = found.starts[at], found.ends[at]
    reach = cut(text, found, at, _THROUGH, _REACH)
    start = _after_words(found, reach, word)
    if word - start < _LEAST and (short := _short_before(found, at, start)) is not None:
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
    """Whether the name of an organisation follows right behind (翠竹社区党委, 洲村社区志愿服务队)."""
    after = at + 1
    while after < len(found.kinds) and found.starts[after] == found.ends[after - 1]:
        if found.kinds[after] is Piece.ORGANISATION:
            return True
        if found.kinds[after] is not Piece.INSIDE:
            return False
        after += 1
    return False


def _after_words(found: Found, reach: Cut, word: int) -> int:
    """Where the name begins within its reach: behind the last 和 or 全镇 that leaves enough of it."""
    for at in reach.pieces:
        kind, end = found.kinds[at], found.ends[at]
        before = found.starts[at] - reach.start
        if word - end >= _LEAST and (kind is Piece.SOFT or (kind is Piece.HINGE and before >= _LEAST)):
            return end
    return reach.start


def _short_before(found: Found, at: int, start: int) -> int | None:
    """Where the short name of a city begins that ends at `start`."""
    before = found.first_at(start) - 1
    is_short = before >= 0 and found.kinds[before] is Piece.SHORT and found.ends[before] == start
    return (
        found.starts[before] if is_short and _begins_community(found, at - 1 if at - 1 == before else before) else None
    )


def _only_words(found: Found, reach: Cut, start: int, word: int) -> bool:
    """Whether nothing but 全, 和 and the like stands between `start` and `word`."""
    words = (at for at in reach.pieces if found.kinds[at] in (Piece.SOFT, Piece.HINGE) and found.starts[at] >= start)
    return sum(found.ends[at] - found.starts[at] for at in words) == word - start
