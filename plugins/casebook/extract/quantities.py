"""Finds the written numbers of a plain text: quantities, and numbers that measure nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casebook.extract.meanings import Meaning, meaning
from casebook.extract.numerals import LONGEST, NUMBER, START
from casebook.extract.tables import QualifierWord, numerals, qualifiers
from casebook.extract.traps import trap, zones
from casebook.model.records import Quantity
from casebook.model.values import Qualifier

_START = re.compile(START)
_NUMBER = re.compile(NUMBER)
_APART = 12  # characters before a number in which a qualifier may stand a verb away from it
_SPACES = (" ", "\u00a0")


@dataclass(frozen=True, slots=True)
class NotFigure:
    """A number that measures nothing: its span and its class, `unread` if no rule knows it."""

    start: int
    end: int
    why: str


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order and without overlap; spans are offsets into `text` as given."""
    return tuple(found for found in numbers(text) if isinstance(found, Quantity))


def numbers(text: str) -> Iterator[Quantity | NotFigure]:
    """Every written number of `text`, as a quantity or as no figure, in order and without overlap."""
    spans = zones(text)
    place = at = 0
    for first in _START.finditer(text):
        start = first.start()
        if start < at:
            continue
        while place < len(spans) and spans[place][1] <= start:
            place += 1
        if place < len(spans) and spans[place][0] <= start:
            begin, end, why = spans[place]
            found: Quantity | NotFigure = NotFigure(max(begin, at), end, why)
        else:
            found = _number(text, start, at)
        yield found
        at = found.end


def _number(text: str, start: int, floor: int) -> Quantity | NotFigure:
    """The quantity or non-figure of the number at `start`; it begins at `floor` or later."""
    match = _NUMBER.match(text, start)
    assert match
    written = match[0]
    if len(written) > LONGEST:
        return NotFigure(start, match.end(), "online_id")
    if found := trap(text, start, written):
        begin, end, why = found
        return NotFigure(max(begin, floor), end, why)
    read = meaning(text, start, written)
    if read is None or (_is_scale(written) and _is_name(text, start, floor, read)):
        # A lone 一 before a verb is no figure either: 一到, 比一比.
        return NotFigure(start, match.end(), "generic_one" if written == "一" else "unread")
    return _quantity(text, start, floor, read)


def _is_scale(written: str) -> bool:
    return all(char in numerals().scales and char != "十" for char in written)


def _is_name(text: str, start: int, floor: int, read: Meaning) -> bool:
    """Whether a number that is only a scale is part of a name (百人, 千户) and no figure (近百人, 百余名, 百分之十)."""
    return read.family != "rate" and read.qualifier == "exact" and not _before(text, start, floor, read)[1]


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
