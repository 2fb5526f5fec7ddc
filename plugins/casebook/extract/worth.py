"""What a numeral in plain characters is worth, by the grammar of Chinese numbers; what breaks it has no value.

`theme/static/js/query/numerals.js` reads by the same rules; tests/specs/numerals.json holds both to them.
"""

import re
from decimal import Decimal

from casebook.extract.tables import numerals

_TABLE = numerals()
_SIZES = sorted(_TABLE.scales.items(), key=lambda scale: -scale[1])
_MYRIAD = 10000
_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_DIGITS = re.compile(r"\d+")
_ONE = re.compile(rf"[1-9{''.join(digit for digit, value in _TABLE.digits.items() if value)}]")
_ROW = re.compile(rf"[{''.join(_TABLE.digits)}]+")
_GAPS = "零〇"


def worth(text: str) -> Decimal | None:
    """The value of digits and scales in turn (三百五, 3万4000, 一万五千亿, 二〇二一); None if they make no number."""
    if _ROW.fullmatch(text) and len(text) > 1:
        return _row(text)
    return _composed(text, is_first=True)


def _row(text: str) -> Decimal | None:
    """Digits in a row, as of a year; few without a zero are rather counts that neighbour (三五天, 三四五个)."""
    is_number = len(text) > 3 or (len(text) == 3 and any(gap in text for gap in _GAPS))
    return Decimal("".join(str(_TABLE.digits[char]) for char in text)) if is_number else None


def _composed(text: str, is_first: bool = False) -> Decimal | None:
    """The value of `text`, cut at its largest scale; `is_first`: it begins the number, so that 百 may stand alone."""
    scale, size = next(((mark, size) for mark, size in _SIZES if mark in text), ("", Decimal(1)))
    if not scale:
        return _plain(text)
    head, _, tail = text.rpartition(scale)
    times = _times(head, scale, is_first and not tail)
    if times is None or (tail and times != times.to_integral_value()):  # 1.2万3千 is cut in the middle
        return None
    rest = _rest(tail, size)
    return None if rest is None else times * size + rest


def _times(head: str, scale: str, is_first: bool) -> Decimal | None:
    """How often a scale counts by what stands before it: 万 and 亿 count a whole number, the others a digit."""
    if not head:
        return Decimal(1) if is_first or scale == "十" else None
    if _TABLE.scales[scale] < _MYRIAD:
        return _plain(head)
    return None if scale in head else _composed(head, is_first=True)


def _rest(tail: str, size: Decimal) -> Decimal | None:
    """The value of what stands after a scale of `size`: 五 after 万 is 5000, 4000 fills it, 零五 leaves a gap."""
    if not tail:
        return Decimal(0)
    if _ONE.fullmatch(tail) and (digit := _plain(tail)):
        return digit * size / 10
    if _DIGITS.fullmatch(tail):
        return Decimal(tail) if 10 ** len(tail) == size else None
    has_gap = tail[0] in _GAPS
    value = _composed(tail[has_gap:])
    return value if value is not None and value < (size / 10 if has_gap else size) else None


def _plain(text: str) -> Decimal | None:
    return _TABLE.digits.get(text) if not _ARABIC.fullmatch(text) else Decimal(text)
