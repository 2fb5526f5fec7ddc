"""Finds the written numbers of a plain text: quantities, and numbers that measure nothing."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from casebook.extract.extents import (
    ODD,
    blurred,
    fraction_end,
    is_per,
    last_start,
    listed_end,
    next_numeral,
    row_end,
    true_start,
    whole_end,
)
from casebook.extract.meanings import CURRENCY, Meaning, is_broken, meaning
from casebook.extract.numerals import FORMAL, LONGEST, NUMBER, SCALES, START
from casebook.extract.tables import QualifierWord, missing_units, numerals, qualifiers
from casebook.extract.traps import Trap, ends_with, trap, zones
from casebook.extract.units import unit_at
from casebook.model.records import Quantity
from casebook.model.values import Qualifier

_START = re.compile(f"{START}|[{FORMAL}{ODD}]")
_NUMBER = re.compile(NUMBER)
_APART = 12  # characters before a number in which a qualifier may stand a verb away from it
_SPACES = (" ", "\u00a0")


class NotFigure(NamedTuple):
    """A number that measures nothing: its span and its class, `unread` if no rule knows it.

    `is_torn`: it counts something, but its numeral cannot be read whole (1，100元).
    """

    start: int
    end: int
    why: str
    is_torn: bool = False


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order and without overlap; spans are offsets into `text` as given."""
    return tuple(found for found in numbers(text) if isinstance(found, Quantity))


@lru_cache(maxsize=2)
def numbers(text: str) -> tuple[Quantity | NotFigure, ...]:
    """Every written number of `text`, as a quantity or as no figure, in order and without overlap.

    A text is asked for its figures, and then for what could not be read: it is read once.
    """
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Quantity | NotFigure]:
    spans = [*zones(text), (len(text), len(text), "")]
    place = at = 0
    for first in _START.finditer(text):
        start = first.start()
        if start < at:
            continue
        while spans[place][1] <= start:
            place += 1
        begin, end, why = spans[place]
        found = NotFigure(max(begin, at), end, why) if begin <= start else _number(text, start, at, begin)
        if found:
            yield found
            at = found.end


def _number(text: str, start: int, floor: int, limit: int) -> Quantity | NotFigure | None:
    """The quantity or non-figure of the number at `start`, between `floor` and `limit`; None if there is no number."""
    match = _NUMBER.match(text, start)
    if match is None:
        end = fraction_end(text, start)
        return NotFigure(start, end, "unread", is_torn=True) if end else None
    written, end = match[0], match.end()
    if len(written) > LONGEST:
        return NotFigure(start, end, "online_id")
    if span := blurred(text, start, end):
        return NotFigure(max(span[0], floor), span[1], "unread", is_torn=True)
    if found := trap(text, start, written):
        return _trapped(text, floor, found)
    read = meaning(text, start, written)
    if _goes_on(text, end, limit, read):
        return _torn(text, start, whole_end(text, end, limit))
    if read is None or (_is_scale(written) and _is_name(text, start, floor, read)):
        # A lone 一 before a verb is no figure either: 一到, 比一比.
        is_torn = read is None and is_broken(text, start, written)
        return NotFigure(start, end, "generic_one" if written == "一" else "unread", is_torn)
    begin = true_start(text, start, written, is_rate=read.family == "rate")
    if begin < start:
        return NotFigure(max(floor, begin), end, "unread", is_torn=True)
    if is_per(text, read.end, read.family):
        return NotFigure(start, read.end, "unread", is_torn=True)
    return _quantity(text, start, floor, read)


def _trapped(text: str, floor: int, found: Trap) -> NotFigure:
    begin, end, why = found
    return NotFigure(max(begin, floor), listed_end(text, end) if why == "ordinal" else row_end(text, end), why)


def _goes_on(text: str, end: int, limit: int, read: Meaning | None) -> bool:
    """Whether the numeral that ends at `end` goes on beyond what was `read` of it."""
    place = next_numeral(text, end, limit)
    if place < 0:
        return read is not None and text[read.end - 1].isnumeric() and next_numeral(text, read.end, limit) >= 0
    return read is None or read.end <= place or next_numeral(text, read.end, limit) >= 0


def _torn(text: str, start: int, end: int) -> NotFigure:
    """A run of numerals that is no single number: several of one kind that is no figure (12、13号楼), or unread."""
    last = last_start(text, start, end)
    match = _NUMBER.match(text, last) if last > start else None
    if match and match.end() == end and (found := trap(text, last, match[0])):
        return NotFigure(start, found[1], found[2])
    counts = text[end - 1] in SCALES or text[start - 1 : start] in CURRENCY or unit_at(text, end) is not None
    return NotFigure(start, end, "unread", is_torn=counts)


def _is_scale(written: str) -> bool:
    return all(char in numerals().scales and char != "十" for char in written)


def _is_name(text: str, start: int, floor: int, read: Meaning) -> bool:
    """Whether a number that is only a scale is part of a name (百人, 千户) and no figure (近百人, 百余名, 众筹万元)."""
    if read.family == "rate" or (read.family == "money" and ends_with(text, start, missing_units()[0][0])):
        return False
    return read.qualifier == "exact" and not _before(text, start, floor, read)[1]


def _quantity(text: str, start: int, floor: int, read: Meaning) -> Quantity:
    begin, before = _before(text, start, floor, read)
    if read.begin is not None:
        begin = max(floor, min(begin, read.begin))
    end, after = _after(text, read)
    return Quantity(
        start=begin,
        end=end,
        text=text[begin:end],
        value=read.value,
        value_max=read.value_max,
        unit=read.unit,
        qualifier=_qualifier(text, begin, read, before, after),
    )


@cache
def _words(place: str, at: int) -> dict[str, list[QualifierWord]]:
    """Character at index `at` (the last before a number, the first after it) -> qualifier words."""
    found: dict[str, list[QualifierWord]] = {}
    for word in qualifiers(place):
        found.setdefault(word.word[at], []).append(word)
    return found


def _before(text: str, start: int, floor: int, read: Meaning) -> tuple[int, QualifierWord | None]:
    """The start of the figure with the qualifier right before the number, and that qualifier."""
    if read.family == "money" and text[start - 1 : start] in ("¥", "￥"):
        start -= 1
    end = start
    while end > floor and end > start - 2 and text[end - 1] in _SPACES:
        end -= 1
    for word in _words("before", -1).get(text[end - 1 : end], ()):
        begin = end - len(word.word)
        if begin < floor or not text.startswith(word.word, begin):
            continue
        follows = not word.only_before or text[start] in word.only_before
        if follows and not (begin and word.not_after and text[begin - 1] in word.not_after):
            return begin, word
    return start, None


def _after(text: str, read: Meaning) -> tuple[int, QualifierWord | None]:
    """The end of the figure with the qualifier after its unit, and that qualifier, if the unit allows it (7日内)."""
    for word in _words("after", 0).get(text[read.end : read.end + 1], ()):
        end = read.end + len(word.word)
        fits = not word.families or read.family in word.families
        if fits and text.startswith(word.word, read.end) and text[end : end + 1] not in tuple(word.not_before):
            return end, word
    return read.end, None


def _qualifier(
    text: str, begin: int, read: Meaning, before: QualifierWord | None, after: QualifierWord | None
) -> Qualifier:
    """The qualifier of a figure; of two, `about` wins (约700多人次)."""
    said = [word.qualifier for word in (before, after) if word]
    if read.value_max is not None:
        return "range"
    if "about" in said:
        return "about"
    return next(iter(said), None) or (read.qualifier if read.qualifier != "exact" else _apart(text, begin))


@cache
def _apart_first() -> frozenset[str]:
    """The first characters of these qualifiers, for a quick test: most figures have none of them near."""
    return frozenset(word.word[0] for word in qualifiers("apart"))


def _apart(text: str, begin: int) -> Qualifier:
    """The qualifier with a verb between it and the number: 最高资助2万元."""
    near = text[max(0, begin - _APART) : begin]
    if _apart_first().isdisjoint(near):
        return "exact"
    for word in qualifiers("apart"):
        at = near.rfind(word.word)
        if at >= 0 and _is_verb_or_nothing(near[at + len(word.word) :]):
            return word.qualifier
    return "exact"


def _is_verb_or_nothing(text: str) -> bool:
    return len(text) <= 4 and all("\u4e00" <= char <= "\u9fff" for char in text)
