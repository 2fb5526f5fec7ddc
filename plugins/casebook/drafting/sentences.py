"""The sentences of a page that a draft leads back to, and the few words of one that are evidence of a figure."""

import re
from collections.abc import Collection

from casebook.drafting.found import Said
from casebook.drafting.page import Page
from casebook.drafting.people import hidden, names_someone
from casebook.extract.sentences import sentence_around
from casebook.model.values import LONGEST_QUOTE

_REACH, _BEFORE = 200, 30  # characters of a sentence to either side, and before what speaks for something
_BREAKS = "，。；：！？,;:!?\n\t 　"
_NOUN, _NEXT = 6, 4  # characters of a noun, and of what tells one figure from another
_WORD = re.compile("[一-鿿](?<![的了在和与及为是将被对从到把中内一二三四五六七八九十])")
_QUALIFIERS = "约近超逾达共第"  # before a number
_MARKS = ".,，:："
_DIGITS = f"0123456789０１２３４５６７８９{_MARKS}%％万亿千百"


def said(page: Page, offset: int) -> Said:
    """The sentence at an offset, without names of residents."""
    start, end = sentence_around(page.text, offset, _REACH)
    shown = start if offset - start <= _BEFORE else offset - _BEFORE
    words = " ".join(hidden(page.text[shown:end]).split())
    text = f"…{words}" if shown > start else words
    return Said(text=text, paragraph=page.paragraph(max(start, offset)), start=start, end=end)


def quote(text: str, start: int, end: int) -> str:
    """The article's own words around a figure, at most LONGEST_QUOTE characters of one clause; none of them a name."""
    first, last = _clause(text, start, end, _BREAKS)
    if last - first > LONGEST_QUOTE:
        first, last = _clause(text, start, end, f"{_BREAKS}、")
    while last - first > LONGEST_QUOTE and (first < start or last > end):
        if last - end > start - first:
            last -= 1
        else:
            first += 1
    first, last = _whole(text, first, last, start, end)
    words = " ".join(text[first:last].split())
    return " ".join(text[start:end].split()) if names_someone(words) or len(words) > LONGEST_QUOTE else words


def clause(page: Page, offset: int) -> str:
    """The clause at an offset, as it stands in the article."""
    return page.text[slice(*_clause(page.text, offset, offset, _BREAKS))]


def _clause(text: str, start: int, end: int, breaks: str) -> tuple[int, int]:
    """The clause around a span."""
    first, last = start, end
    while first > 0 and text[first - 1] not in breaks:
        first -= 1
    while last < len(text) and text[last] not in breaks:
        last += 1
    return first, last


def with_noun(text: str, start: int, end: int, nouns: Collection[str]) -> str:
    """A figure with the noun that it counts, if that follows it: 11个村居."""
    sizes = (size for size in range(_NOUN, 0, -1) if text[end : end + size] in nouns)
    return " ".join(text[start : end + next(sizes, 0)].split())


def with_next(text: str, start: int, end: int) -> str:
    """A figure with the few characters behind it that tell it from another: 11个街坊会共."""
    last = end
    while last < min(len(text), end + _NEXT) and _WORD.match(text[last]):
        last += 1
    return " ".join(text[start:last].split())


def _whole(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """A span that cuts no number: 22年3月 of 2022年3月."""
    if first and text[first - 1] in _DIGITS and not _is_mark(text, first - 1):
        while first < start and text[first] in _DIGITS:
            first += 1
    if last < len(text) and text[last] in _DIGITS and not _is_mark(text, last):
        while last > end and text[last - 1] in f"{_DIGITS}{_QUALIFIERS}":
            last -= 1
    return first, last


def _is_mark(text: str, at: int) -> bool:
    """Whether a character is a mark and no part of a number: the comma of 居民,60岁, not that of 1,200户."""
    return text[at] in _MARKS and not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit())
