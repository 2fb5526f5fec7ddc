"""Where a written number begins and ends: what stands so near to it that it may be a part of it.

A number whose beginning or end is not understood is no figure: of 1，100元 neither 1 nor 100 is one.
"""

import re
from decimal import Decimal
from functools import lru_cache

from casebook.extract.numerals import CHINESE, FORMAL, LONGEST, NO_FORMAL_AFTER, NUMBER, SCALES, number
from casebook.extract.units import unit_at

# Fractions, Roman numerals, superscripts and keycaps: numbers that no rule reads.
ODD = "\u00bc-\u00be\u2150-\u2189\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u20e3"
_GAP = "[ \u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]"
_MARK = "[-,，、.．。·・•'‘’′:：∶/／⁄^×xX*＊~～－–—―−±+＋_]"
_OH = "[OoＯ]"  # for zero
_NUMERAL = (
    rf"(?!千[克米瓦]|百分)(?:[\d{CHINESE}○{ODD}]|[{FORMAL}](?=[{FORMAL}{SCALES}元圆圓])"
    rf"|(?<=[{CHINESE}]){_OH}(?=[\d{CHINESE}○]))"
)
# A slip of the point (3。5万元); behind a date begins another sentence.
_NO_SLIP = r"(?![。，](?:\d{4}年|\d{1,2}月))"
_BETWEEN_DIGITS = rf"(?<=[\d{ODD}]){_NO_SLIP}(?:{_GAP}?{_MARK}{{1,2}}{_GAP}?|{_GAP}{{1,2}})(?=[\d{ODD}])"
_BEHIND_SCALE = rf"(?<=[{SCALES}])(?:,(?=\d{{3}}(?!\d))|{_GAP}{{1,2}}(?=[\d{CHINESE}]))"
_BEFORE_SCALE = rf"(?<=\d)(?:{_GAP}?[.．,，]{_GAP}?|{_GAP})(?=[{SCALES}])"
_IN_CHINESE = rf"(?<=[{CHINESE}])(?:、|{_GAP}{{1,2}})(?=[{CHINESE}])"
_FIRST = rf"(?=[\d{CHINESE}{FORMAL}○{ODD}OoＯ个]|{_GAP}|{_MARK})"  # how it may begin: most numbers are told by it
_ON = re.compile(f"{_FIRST}(?:{_BETWEEN_DIGITS}|{_BEHIND_SCALE}|{_BEFORE_SCALE}|{_IN_CHINESE}|个(?=[亿億]))?{_NUMERAL}")
_FRACTION = re.compile("[\u00bc-\u00be\u2150-\u215f\u2189]")
_LOOKS = frozenset("OolIeEＯ")
# 第3、4名, 第3-5名: both are told by 第
_LISTED = re.compile(rf"(?:[-、–—~～至到](?:{NUMBER})|(?<=\d)[,，]\d{{1,2}}(?!\d))+")
_ROW = re.compile(rf"(?:(?<=\d)\d|(?<=[{CHINESE}])[{CHINESE}])[\d{CHINESE}]*")
_LAST_MARK = re.compile(r"[-、，,–—~～/](?=[^-、，,–—~～/]+\Z)")
# Letters that look like digits, and powers of ten: 2O人, l00人, 一O五人, 1e4人.
_BLURRED = re.compile(
    rf"(?:[OolI]?\d++(?:[OolI]++\d*+)++|[OolI]++\d++|\d++(?:\.\d++)?[eE]\d++|[{CHINESE}]++(?:{_OH}[{CHINESE}○]*+)++)"
    r"(?![A-Za-z\d])"
)
_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z.．])[.．]{{1,2}}|[−±{ODD}]|分之|(?<![{NO_FORMAL_AFTER}])[{FORMAL}]"
    rf"|(?P<point>[\d{CHINESE}]点)|(?P<minus>(?<![\d%％])[-－]))\Z"
)
_ENDS_BEFORE = frozenset(f".．−±之点-－{FORMAL}{''.join(map(chr, (*range(0xB2, 0xBF), *range(0x2070, 0x218A))))}")
_BULLET = re.compile(r"(?:\A|[^\s（(【:：])[-－]\Z|\n[-－]\Z")  # a dash, or the mark of an item
_BEHIND_STOP = re.compile(r"[\u4e00-\u9fff”\"）)]")
_POINT_STOP = re.compile(r"[\u4e00-\u9fff”\"）)]\.(?=[\s\u4e00-\u9fff“\"]|\Z)")
_SHORT = re.compile(r"[1-9一二三四五六七八九](?![\d一二三四五六七八九十百])")
_PER = frozenset("/／")
_NEAR = 4  # characters before a number in which a beginning of it may stand


def next_numeral(text: str, end: int, limit: int) -> int:
    """Where the numeral that seems to end at `end` goes on, before `limit`; -1 if it ends there."""
    match = _ON.match(text, end)
    return match.end() - 1 if match and match.end() <= limit else -1


def whole_end(text: str, end: int, limit: int) -> int:
    """The end of all numerals and marks that go on at `end`."""
    while (place := next_numeral(text, end, limit)) >= 0:
        end = place + 1
    return end


def last_start(text: str, start: int, end: int) -> int:
    """Where the last number of a run begins: that of 15 in 12、13、15."""
    floor = max(start, end - LONGEST)
    mark = _LAST_MARK.search(text, floor, end)
    return mark.end() if mark else start


def listed_end(text: str, end: int) -> int:
    """The end of the numbers that are listed with an ordinal that ends at `end`."""
    match = _LISTED.match(text, end) if text[end - 1 : end].isnumeric() else None
    return match.end() if match else end


def row_end(text: str, end: int) -> int:
    """The end of the row of numerals that goes on at `end` in the same script."""
    match = _ROW.match(text, end)
    return match.end() if match else end


def fraction_end(text: str, start: int) -> int:
    """The end of a fraction of one character (½), which no rule reads; 0 if there is none."""
    return start + 1 if _FRACTION.match(text, start) else 0


def blurred(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a number with letters for digits around `start`, if a unit follows."""
    if text[start - 1 : start] not in _LOOKS and text[end : end + 1] not in _LOOKS:
        return None
    begin = start
    while begin > start - 2 and text[begin - 1 : begin] in _LOOKS:
        begin -= 1
    match = _BLURRED.match(text, begin, begin + LONGEST)
    is_word = text[begin - 1 : begin].isascii() and text[begin - 1 : begin].isalnum()
    return (begin, match.end()) if match and not is_word and unit_at(text, match.end()) else None


def true_start(text: str, start: int, written: str, *, is_rate: bool) -> int:
    """Where a number begins with what stands right before it and may be a part of it: .5元, −5度, 1点5万元."""
    floor = max(0, start - _NEAR)
    match = _BEFORE.search(text, floor, start) if text[start - 1 : start] in _ENDS_BEFORE else None
    if match is None:
        return start
    if match[0] == "." and _is_stop(text, match.start()):
        return start
    if match["point"]:
        is_part = is_rate or written[-1] in SCALES
    else:
        is_part = not match["minus"] or is_rate or not _BULLET.search(text, floor, start)
    return match.start() if is_part else start


def _is_stop(text: str, point: int) -> bool:
    """Whether a point before a number ends a sentence: behind a Chinese character in a text that writes . for 。"""
    return bool(_BEHIND_STOP.match(text, point - 1)) and _stops_with_points(text)


@lru_cache(maxsize=2)
def _stops_with_points(text: str) -> bool:
    return "。" not in text and bool(_POINT_STOP.search(text))


def is_per(text: str, end: int, family: str) -> bool:
    """Whether a figure that ends at `end` is one for each of another: 5人/天; a price (20元/箱) is still money."""
    return text[end : end + 1] in _PER and family != "money" and unit_at(text, end + 1) is not None


def short_end(text: str, end: int) -> Decimal | None:
    """The digit right behind a measure, if it has no unit of its own: 3块5, 1米8."""
    match = _SHORT.match(text, end)
    return None if match is None or unit_at(text, match.end()) else number(match[0])
