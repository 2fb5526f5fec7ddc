"""The administrative divisions that a plain text mentions, told apart by the gazetteer and by each other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casebook.extract.names import TOPS, Found, Piece, is_common, is_part
from casebook.extract.places import PlaceMention
from casebook.gazetteer import Gazetteer
from casebook.model.terms import Place
from casebook.vocabulary import Vocabulary

_LEAST = 2
_LENGTHS = (4, 3, 2)  # characters of a short name
_LOWER = ("city", "district", "town")
_NAMED = (Piece.DIVISION, Piece.SHORT, Piece.COMMUNITY, Piece.ORGANISATION)


@dataclass(frozen=True, slots=True)
class _Division:
    """A mention of a division or of a place of the vocabulary, and the rows that bear its name."""

    start: int
    end: int
    rows: tuple[int, ...]
    term: Place | None = None
    is_common: bool = False


def divisions_of(text: str, found: Found, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Every mention of a division, or of a place of the vocabulary, in a text with these pieces, in its order."""
    divisions = _found_divisions(text, found, vocabulary, gazetteer)
    known = _resolved(divisions, gazetteer)
    return tuple(_mention(text, division, known, vocabulary, gazetteer) for division in divisions)


def _found_divisions(text: str, found: Found, vocabulary: Vocabulary, gazetteer: Gazetteer) -> list[_Division]:
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
    if kind is Piece.SHORT and (is_part(text, start, end, kind) or begins_community(found, at)):
        return
    rows = gazetteer.by_name[name] if kind is Piece.DIVISION else _tops(name, gazetteer)
    yield _Division(start, end, rows, is_common=is_common(name))


def _tops(name: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The provinces of a short name, else the cities: 吉林 is the province before it is the city."""
    rows = gazetteer.by_short.get(name, ())
    levels = [gazetteer.divisions[row].level for row in rows]
    level = next((level for level in TOPS if level in levels), None)
    return tuple(row for row in rows if gazetteer.divisions[row].level == level)


def begins_community(found: Found, at: int) -> bool:
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
