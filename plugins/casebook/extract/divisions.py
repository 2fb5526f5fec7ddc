"""Finds the administrative divisions in a plain text; the gazetteer and nearby places tell same names apart."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casebook.extract.names import TOPS, Found, Piece, is_common, is_part, stands_alone
from casebook.extract.places import PlaceMention
from casebook.gazetteer import Gazetteer
from casebook.model.terms import Place
from casebook.vocabulary import Vocabulary

_LEAST = 2
_LENGTHS = (4, 3, 2)  # characters of a short name
_LOWER = ("city", "district", "town")
_BETWEEN = frozenset("：:，,、。；; \u3000\n丨|")
_NAMED = (Piece.DIVISION, Piece.SHORT, Piece.COMMUNITY, Piece.ORGANISATION)


class _Division(NamedTuple):
    """A mention of a division or of a place of the vocabulary, and the rows of the gazetteer with its name."""

    start: int
    end: int
    rows: tuple[int, ...]
    term: Place | None = None
    is_common: bool = False


def divisions_of(text: str, found: Found, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Every mention of a division, or of a place of the vocabulary, in a text with the pieces `found`."""
    divisions = _found_divisions(text, found, vocabulary, gazetteer)
    known = _resolved(divisions, gazetteer)
    return tuple(_mention(text, division, known, vocabulary, gazetteer) for division in divisions)


def _found_divisions(text: str, found: Found, vocabulary: Vocabulary, gazetteer: Gazetteer) -> list[_Division]:
    """The mentions in order; a name that is also a common word counts only next to another place."""
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
    """The division of the piece `at`; none if it begins another word, or the name of a community (江门小区)."""
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
    if kind is Piece.SHORT and (is_part(text, start, end, kind) or begins_community(text, found, at)):
        return
    rows = gazetteer.by_name[name] if kind is Piece.DIVISION else _tops(name, gazetteer)
    yield _Division(start, end, rows, is_common=is_common(name))


def _tops(name: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The provinces with a short name, else the cities, else the districts: 吉林 means the province, not the city."""
    rows = gazetteer.by_short.get(name, ()) if stands_alone(name, gazetteer) else ()
    levels = [gazetteer.divisions[row].level for row in rows]
    level = next((level for level in (*TOPS, "district") if level in levels), None)
    return tuple(row for row in rows if gazetteer.divisions[row].level == level)


def begins_community(text: str, found: Found, at: int) -> bool:
    """Whether a short name begins the name of a community: 江门小区, or with one more character 海南洲社区."""
    after = at + 1
    return (
        after < len(found.kinds)
        and found.kinds[after] is Piece.COMMUNITY
        and found.starts[after] - found.ends[at] < _LEAST
        and text[found.ends[at]] not in _BETWEEN  # 太原：社区
    )


def _with_neighbours(text: str, one: _Division, found: Found, gazetteer: Gazetteer) -> Iterator[_Division]:
    """A division, and a short name right before or after it of a division above or below it: 佛山南海."""
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
        if rows and found.kinds[found.first_at(one.start - length)] is not Piece.SHORT:
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
        end = one.end + length
        if rows and not _is_taken(found, one.end, end) and not is_part(text, one.end, end, Piece.SHORT):
            yield _Division(one.end, end, rows)
            break


def _is_taken(found: Found, start: int, end: int) -> bool:
    """Whether what may be a short name is part of another name: 佛山南海村 is no 南海."""
    at = found.first_at(start)
    return any(
        (begins < end and (kind in _NAMED or ends > end)) or (kind is Piece.COMMUNITY and begins < end + _LEAST)
        for kind, begins, ends in zip(
            *(part[at : at + 2] for part in (found.kinds, found.starts, found.ends)), strict=True
        )
    )


def _resolved(divisions: Sequence[_Division], gazetteer: Gazetteer) -> Mapping[tuple[int, int], int]:
    """Span -> row, for mentions that can be only one division.

    Of several divisions with one name, the one that lies in the place right before it is meant, else the one that has
    the most places above it in common with the other places of the text.
    """
    touching = _touching(divisions, gazetteer)
    kinds = set(touching)
    shared = Counter(above for rows in kinds for above in {up for row in rows for up in gazetteer.chain(row)})
    likely = {rows: _likely(rows, shared, gazetteer) for rows in kinds}
    spans = ((one.start, one.end) for one in divisions)
    return {span: row for span, rows in zip(spans, touching, strict=True) if (row := likely[rows]) is not None}


def _likely(rows: tuple[int, ...], shared: Mapping[int, int], gazetteer: Gazetteer) -> int | None:
    """The division that lies where most other places of the text lie; None if there is not exactly one."""
    if len(rows) < _LEAST:
        return next(iter(rows), None)
    weight = {row: sum(shared[up] - 1 for up in gazetteer.chain(row)[:-1]) for row in rows}
    best = max(weight.values())
    found = [row for row in rows if weight[row] == best]
    return found[0] if best > 0 and len(found) == 1 else None


def _touching(divisions: Sequence[_Division], gazetteer: Gazetteer) -> list[tuple[int, ...]]:
    """The rows of each mention, without those outside the place right before it."""
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
    """The PlaceMention of a division; it has the term of the vocabulary unless the text shows another place."""
    row = known.get((one.start, one.end))
    chain = () if row is None else tuple(gazetteer.divisions[up].name for up in gazetteer.chain(row))
    term = one.term
    if term is not None and chain:
        above = (up.zh for up in vocabulary.lineage(term.id)[1:])
        is_there = all(name in chain for name in above if name in gazetteer.by_name)
        term = term if is_there or term.zh not in chain else None
    term = term or vocabulary.of_chain(chain)
    if term is not None:
        chain = tuple(up.zh for up in reversed(vocabulary.lineage(term.id)))
    level = term.level if term else gazetteer.divisions[one.rows[0] if row is None else row].level
    name = text[one.start : one.end]
    return PlaceMention(start=one.start, end=one.end, name=name, level=level, term=term.id if term else "", chain=chain)
